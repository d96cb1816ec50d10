"""One clause with joined parts to one clause for each: "12 jets and 20 tanks", "to buy X and sell Y"."""

from dataclasses import replace

from spacy.tokens import Token

from claims.language.clauses.clause import Clause, Piece, span_of
from claims.language.clauses.grammar import carries_measure, is_measure
from claims.language.vocabulary import word_set

#: These say something of the parts together, which no part says alone.
_TOGETHER = word_set("between together combined total both respectively either neither altogether")
_NOUN_PLACES = ("dobj", "attr", "pobj", "oprd")
_SUBJECT_PLACES = ("nsubj", "nsubjpass")
#: These tell of the parts together: "12 jets and 3 tankers make up the wing".
_GATHERING = word_set("""make form constitute comprise compose total amount add account equal represent meet collide merge join unite
    clash combine compete share be become remain cost weigh""")
_VERB_PLACES = ("xcomp", "advcl")
_MOST_PARTS = 6


def distributed(clause: Clause) -> list[Clause]:
    """Return one clause for each part of the first coordination that can be taken apart."""
    tokens = [piece for piece in clause.pieces if isinstance(piece, Token)]
    if any(_joins(token) for token in tokens):
        return [clause]
    members = {token.i for token in tokens}
    for token in tokens:
        if not clause.head.is_ancestor(token):
            # It came with a shared subject or an antecedent, which states nothing here.
            continue
        parts = _parts(token, members)
        if len(parts) > 1 and _separable(parts) and not _goes_on_measuring(parts[-1]):
            return [_with_part(clause, parts, part) for part in parts[:_MOST_PARTS]]
    return [clause]


def _joins(token: Token) -> bool:
    """Not the "between" of "between 2000 and 2003", nor "in total", which holds of each figure."""
    if token.ent_type_ == "DATE" or (token.lower_ == "total" and token.i and token.nbor(-1).lower_ == "in"):
        return False
    return token.lower_ in _TOGETHER


def _parts(token: Token, members: set[int]) -> list[Token]:
    """Return the token and what is joined to it, along the chain that the model builds."""
    if token.dep_ not in _NOUN_PLACES + _SUBJECT_PLACES + _VERB_PLACES or token.ent_type_ in ("DATE", "TIME"):
        return [token]
    parts = [token]
    while True:
        following = [child for child in parts[-1].children if child.dep_ == "conj" and child.i in members]
        if not following:
            return parts
        parts.append(following[0])


def _separable(parts: list[Token]) -> bool:
    if parts[0].dep_ in _VERB_PLACES:
        to_do = any(child.lower_ == "to" and child.dep_ == "aux" for child in parts[0].children)
        return to_do and all(part.tag_ == "VB" and _says_enough(part) for part in parts)
    if any(child.lower_ == "or" for part in parts for child in part.children):
        return False
    if parts[0].dep_ == "nsubj" and parts[0].head.lemma_ in _GATHERING:
        return False
    counted = [is_measure(part) or (carries_measure(part) and part.dep_ not in _SUBJECT_PLACES) for part in parts]
    # "lost 12 tanks, a launcher and two lorries": in a list of figures an article is the figure one.
    single = parts[0].dep_ != "pobj"
    return any(counted) and all(
        known or (single and part.left_edge.lower_ in ("a", "an")) for known, part in zip(counted, parts, strict=True)
    )


def _goes_on_measuring(part: Token) -> bool:
    """ "A with a range of 90 km and B with one of 80 km": what stands after the last part tells of that one alone."""
    after = part.right_edge.i + 1
    following = part.doc[after] if after < len(part.doc) else part
    return (
        following.dep_ == "prep"
        and any(is_measure(noun) or carries_measure(noun) for noun in following.children if noun.dep_ == "pobj")
        and following.lower_ == "with"
    )


def _says_enough(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "xcomp", "prep", "ccomp", "attr", "acomp") for child in verb.children)


def _with_part(clause: Clause, parts: list[Token], part: Token) -> Clause:
    whole = {token.i for token in parts[0].subtree} | {parts[0].i}
    chain = {other.i for other in parts}
    own = {token.i for token in part.subtree if not _under_another(token, part, chain)}
    pieces: list[Piece] = []
    placed = False
    for piece in clause.pieces:
        if not isinstance(piece, Token) or piece.i not in whole:
            pieces.append(piece)
        elif piece.i in own:
            if not placed and part.dep_ == "conj" and part.tag_ == "VB" and not _has_to(part):
                pieces.append("to")
            placed = True
            pieces.append(piece)
    kept = [piece for piece in pieces if isinstance(piece, Token)]
    members = {piece.i for piece in kept}
    start, end = span_of(sorted((token for token in kept if token.i in own & members), key=lambda token: token.i))
    if part == parts[0]:
        start = min(start, clause.start)
    return replace(clause, pieces=pieces, start=min(start, end - 1), end=end)


def _under_another(token: Token, part: Token, chain: set[int]) -> bool:
    """True for tokens that belong to a later part, or that only join the parts."""
    while token != part:
        if token.i in chain or (token.head == part and token.dep_ in ("cc", "punct")):
            return True
        token = token.head
    return False


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
