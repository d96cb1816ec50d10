"""One clause with joined conjuncts to one clause for each: "12 jets and 20 tanks", "to buy X and sell Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, Piece, span_of
from claims.language.clauses.grammar import carries_measure, is_measure
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


#: These say something of the conjuncts together, which no conjunct says alone.
_COLLECTIVE_WORDS = word_set("between together combined total both respectively either neither altogether")
_NOUN_PLACES = ("dobj", "attr", "pobj", "oprd")
_SUBJECT_PLACES = ("nsubj", "nsubjpass")
#: These tell of the conjuncts together: "12 jets and 3 tankers make up the wing".
_COLLECTIVE_VERBS = word_set("""make form constitute comprise compose total amount add account equal represent meet collide merge join unite
    clash combine compete share be become remain cost weigh""")
_VERB_PLACES = ("xcomp", "advcl")
_MOST_CONJUNCTS = 6


def distributed(clause: Clause) -> list[Clause]:
    """Return one clause for each conjunct of the first coordination that can be taken apart."""
    tokens = [piece for piece in clause.pieces if not isinstance(piece, str)]
    if any(_reads_collectively(token) for token in tokens):
        return [clause]
    members = {token.i for token in tokens}
    for token in tokens:
        if not clause.head.is_ancestor(token):
            # It came with a shared subject or an antecedent, which states nothing here.
            continue
        conjuncts = _conjuncts(token, members)
        if len(conjuncts) > 1 and _separable(conjuncts) and not _goes_on_measuring(conjuncts[-1]):
            return [_with_conjunct(clause, conjuncts, conjunct) for conjunct in conjuncts[:_MOST_CONJUNCTS]]
    return [clause]


def _reads_collectively(token: Token) -> bool:
    """Return whether a word speaks of the conjuncts together.

    The "between" of "between 2000 and 2003" does not, nor does "in total", which holds of each figure.
    """
    if token.ent_type_ == "DATE" or (token.lower_ == "total" and token.i and token.nbor(-1).lower_ == "in"):
        return False
    return token.lower_ in _COLLECTIVE_WORDS


def _conjuncts(token: Token, members: set[int]) -> list[Token]:
    """Return the token and what is joined to it, along the chain that the model builds."""
    if token.dep_ not in _NOUN_PLACES + _SUBJECT_PLACES + _VERB_PLACES or token.ent_type_ in ("DATE", "TIME"):
        return [token]
    conjuncts = [token]
    while True:
        following = [child for child in conjuncts[-1].children if child.dep_ == "conj" and child.i in members]
        if not following:
            return conjuncts
        conjuncts.append(following[0])


def _separable(conjuncts: list[Token]) -> bool:
    if conjuncts[0].dep_ in _VERB_PLACES:
        to_do = any(child.lower_ == "to" and child.dep_ == "aux" for child in conjuncts[0].children)
        return to_do and all(conjunct.tag_ == "VB" and _says_enough(conjunct) for conjunct in conjuncts)
    if any(child.lower_ == "or" for conjunct in conjuncts for child in conjunct.children):
        return False
    if conjuncts[0].dep_ == "nsubj" and conjuncts[0].head.lemma_ in _COLLECTIVE_VERBS:
        return False
    counted = [
        is_measure(conjunct) or (carries_measure(conjunct) and conjunct.dep_ not in _SUBJECT_PLACES)
        for conjunct in conjuncts
    ]
    # "lost 12 tanks, a launcher and two lorries": in a list of figures an article is the figure one.
    single = conjuncts[0].dep_ != "pobj"
    return any(counted) and all(
        known or (single and conjunct.left_edge.lower_ in ("a", "an"))
        for known, conjunct in zip(counted, conjuncts, strict=True)
    )


def _goes_on_measuring(conjunct: Token) -> bool:
    """ "A with a range of 90 km and B with one of 80 km": what stands after the last conjunct tells of that one alone."""
    after = conjunct.right_edge.i + 1
    following = conjunct.doc[after] if after < len(conjunct.doc) else conjunct
    return (
        following.dep_ == "prep"
        and any(is_measure(noun) or carries_measure(noun) for noun in following.children if noun.dep_ == "pobj")
        and following.lower_ == "with"
    )


def _says_enough(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "xcomp", "prep", "ccomp", "attr", "acomp") for child in verb.children)


def _with_conjunct(clause: Clause, conjuncts: list[Token], conjunct: Token) -> Clause:
    whole = {token.i for token in conjuncts[0].subtree} | {conjuncts[0].i}
    chain = {other.i for other in conjuncts}
    own = {token.i for token in conjunct.subtree if not _under_another(token, conjunct, chain)}
    pieces: list[Piece] = []
    placed = False
    for piece in clause.pieces:
        if isinstance(piece, str) or piece.i not in whole:
            pieces.append(piece)
        elif piece.i in own:
            if not placed and conjunct.dep_ == "conj" and conjunct.tag_ == "VB" and not _has_to(conjunct):
                pieces.append("to")
            placed = True
            pieces.append(piece)
    kept = [piece for piece in pieces if not isinstance(piece, str)]
    members = {piece.i for piece in kept}
    start, end = span_of(sorted((token for token in kept if token.i in own & members), key=lambda token: token.i))
    if conjunct == conjuncts[0]:
        start = min(start, clause.start)
    return replace(clause, pieces=pieces, start=min(start, end - 1), end=end)


def _under_another(token: Token, conjunct: Token, chain: set[int]) -> bool:
    """Return whether a token belongs to a later conjunct, or only joins the conjuncts."""
    while token != conjunct:
        if token.i in chain or (token.head == conjunct and token.dep_ in ("cc", "punct")):
            return True
        token = token.head
    return False


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
