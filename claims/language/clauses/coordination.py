"""One clause with joined conjuncts to one clause for each: "12 jets and 20 tanks", "both X and Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.agreement import agreeing
from claims.language.clauses.clause import Clause, Piece, span_of
from claims.language.clauses.conjuncts import chain_from, counted_noun, own_tokens, shared_determiner
from claims.language.clauses.gapping import may_be_second_subject
from claims.language.clauses.grammar import (
    NOUNS,
    carries_measure,
    is_count_behind_name,
    is_measure,
    is_of_date,
    is_place,
    is_plural,
    is_plural_alone,
    is_time,
)
from claims.language.clauses.pairing import paired
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
#: "is 43 metres long and 6 metres wide".
_QUALITY_PLACE = "acomp"
_PARTED_PLACES = (*_NOUN_PLACES, *_SUBJECT_PLACES, *_VERB_PLACES, _QUALITY_PLACE)
_MOST_CONJUNCTS = 6


def distributed(clause: Clause) -> list[Clause]:
    """Return one clause for each conjunct of the first coordination that can be taken apart."""
    tokens = [piece for piece in clause.pieces if not isinstance(piece, str)]
    members = {token.i for token in tokens}
    pairs = paired(clause)
    if pairs:
        return pairs
    for token in tokens:
        both = _joined_by_both(token, clause, members)
        if both:
            plain = replace(clause, pieces=[piece for piece in clause.pieces if piece != token])
            return [_with_conjunct(plain, both, conjunct) for conjunct in both[:_MOST_CONJUNCTS]]
    if any(_reads_collectively(token) for token in tokens):
        return [clause]
    for token in tokens:
        if not clause.head.is_ancestor(token):
            # It came with a shared subject or an antecedent, which states nothing here.
            continue
        conjuncts = _conjuncts(token, members)
        if len(conjuncts) > 1 and _separable(conjuncts) and not _goes_on_measuring(conjuncts[-1]):
            return [_with_conjunct(clause, conjuncts, conjunct) for conjunct in conjuncts[:_MOST_CONJUNCTS]]
    return [clause]


def _joined_by_both(token: Token, clause: Clause, members: set[int]) -> list[Token]:
    """Return the conjuncts of "both X and Y", of each of which the clause holds.

    None where it compares or ranks them, or says of them what only two can be.
    """
    noun = token.head
    if token.lower_ != "both" or noun.i < token.i or noun.pos_ not in (*NOUNS, "NUM", "ADJ"):
        return []
    conjuncts = _conjuncts(noun, members)
    if len(conjuncts) < 2 or not _belongs_to(noun, clause.head):
        return []
    if noun.dep_ == "attr" and any(conjunct.left_edge.lower_ not in ("a", "an", "both") for conjunct in conjuncts):
        return []
    # "deprive both sides of a chance and the world of a voice": two sides, and a world beside them.
    determined = [any(child.tag_ in ("DT", "PRP$") and child != token for child in each.lefts) for each in conjuncts]
    if noun.tag_ == "NNS" and any(determined) != all(determined):
        return []
    return [] if noun.dep_ in _SUBJECT_PLACES and _says_of_several(clause.head) else conjuncts


def _belongs_to(noun: Token, verb: Token) -> bool:
    """Return whether no other predicate stands between a noun and the verb; a shared subject belongs to it too."""
    between = [above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")]
    return (
        not between
        or between[0] == verb
        or noun.dep_ in _SUBJECT_PLACES
        and between[0].i < verb.i
        and not verb.is_ancestor(noun)
    )


def _says_of_several(verb: Token) -> bool:
    """ "are industrial powers", "signed their first treaty": what one of them alone is or does not."""
    several = any(child.dep_ == "attr" and is_plural(child) and not is_measure(child) for child in verb.children)
    return several or any(word.lower_ in ("their", "they", "them", "themselves", "other") for word in verb.subtree)


def _reads_collectively(token: Token) -> bool:
    """Return whether a word speaks of the conjuncts together.

    The "between" of "between 2000 and 2003" does not, nor does "in total", which holds of each figure.
    """
    if token.ent_type_ == "DATE" or (token.lower_ == "total" and token.i and token.nbor(-1).lower_ == "in"):
        return False
    return token.lower_ in _COLLECTIVE_WORDS


def _conjuncts(token: Token, members: set[int]) -> list[Token]:
    """Return the token and what is joined to it, along the chain that the model builds."""
    if token.dep_ not in _PARTED_PLACES or is_of_date(token):
        return [token]
    chain = chain_from(token, members)
    counted = any(child.dep_ == "nummod" for child in token.lefts)
    apart = any(
        may_be_second_subject(conjunct, token) or (counted and any(map(is_count_behind_name, conjunct.rights)))
        for conjunct in chain[1:]
    )
    return [token] if apart else chain


def _separable(conjuncts: list[Token]) -> bool:
    if conjuncts[0].dep_ in _VERB_PLACES:
        to_do = any(child.lower_ == "to" and child.dep_ == "aux" for child in conjuncts[0].children)
        return to_do and all(conjunct.tag_ == "VB" and _says_enough(conjunct) for conjunct in conjuncts)
    if conjuncts[0].dep_ == _QUALITY_PLACE:
        measures = [conjunct.nbor(-1) for conjunct in conjuncts if conjunct.pos_ == "ADJ"]
        measured = all(is_measure(each) and each.head == each.nbor(1) for each in measures)
        return measured and len(measures) == len(conjuncts)
    if any(child.lower_ == "or" for conjunct in conjuncts for child in conjunct.children):
        return False
    if conjuncts[0].dep_ == "nsubj" and conjuncts[0].head.lemma_ in _COLLECTIVE_VERBS:
        return False
    counted = [
        is_measure(conjunct) or (carries_measure(conjunct) and conjunct.dep_ not in _SUBJECT_PLACES)
        for conjunct in conjuncts
    ]
    if all(_has_own_time_or_place(conjunct) for conjunct in conjuncts) and conjuncts[0].dep_ not in _SUBJECT_PLACES:
        return True
    if all(_is_thing_of_its_own(conjunct) for conjunct in conjuncts) and conjuncts[0].dep_ in ("dobj", "pobj"):
        return True
    # "lost 12 tanks, a launcher and two lorries": in a list of figures an article is the figure one.
    single = conjuncts[0].dep_ != "pobj" or conjuncts[0].head.dep_ == "agent"
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


def _has_own_time_or_place(conjunct: Token) -> bool:
    """ "opened a plant in Harrow and a yard in Sarn": one fact each."""
    return any(is_time(child) or is_place(child) for child in conjunct.rights if child.dep_ == "prep")


def _is_thing_of_its_own(conjunct: Token) -> bool:
    """ "a halt to the war and a vote on the treaty": each is told of by itself."""
    told = any(child.dep_ == "prep" and child.lower_ != "of" for child in conjunct.rights)
    return told and conjunct.left_edge.lower_ in ("a", "an")


def _with_conjunct(clause: Clause, conjuncts: list[Token], conjunct: Token) -> Clause:
    whole = {token.i for token in conjuncts[0].subtree} | {conjuncts[0].i}
    own = own_tokens(conjuncts, conjunct)
    shared = _shared_adjuncts(conjuncts) if conjunct != conjuncts[-1] else set()
    pieces: list[Piece] = []
    placed = False
    for piece in clause.pieces:
        if isinstance(piece, str) or piece.i not in whole:
            pieces.append(piece)
        elif piece.i in own:
            if not placed and conjunct.dep_ == "conj" and conjunct.tag_ == "VB" and not _has_to(conjunct):
                pieces.append("to")
            if not placed:
                pieces += shared_determiner(conjuncts[0], conjunct)
            placed = True
            pieces.append(piece)
            if piece == conjunct:
                pieces += counted_noun(conjuncts[0], conjunct) if conjunct.dep_ == "conj" else []
        elif piece.i in shared:
            pieces.append(piece)
    kept = [piece for piece in pieces if not isinstance(piece, str)]
    members = {piece.i for piece in kept}
    start, end = span_of(sorted((token for token in kept if token.i in own & members), key=lambda token: token.i))
    if conjunct == conjuncts[0]:
        start = min(start, clause.start)
    if _takes_verb(conjuncts[0]):
        pieces = agreeing(pieces, conjuncts[0].head, plural=is_plural_alone(conjunct))
    return replace(clause, pieces=pieces, start=min(start, end - 1), end=end)


def _takes_verb(first: Token) -> bool:
    """Return whether the verb goes with the conjuncts: a subject, or what "there are"."""
    return first.dep_ in _SUBJECT_PLACES or any(child.dep_ == "expl" for child in first.head.children)


def _shared_adjuncts(conjuncts: list[Token]) -> set[int]:
    """ "12 tanks and 3 guns in May": the time behind the last one is that of all, where no other has one."""
    if any(child.dep_ == "prep" for conjunct in conjuncts[:-1] for child in conjunct.rights):
        return set()
    times = [child for child in conjuncts[-1].rights if child.dep_ == "prep" and is_time(child)]
    return {token.i for time in times for token in time.subtree}


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
