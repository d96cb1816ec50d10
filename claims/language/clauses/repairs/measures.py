"""Lists of measures that the parser broke up, and measures that it hung on the wrong noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.appositions import is_point_in_time, tells_distance
from claims.language.clauses.grammar import CAUSATIVES, carries_measure, is_after_comma, is_measure
from claims.language.clauses.repairs.editing import attach, hang

if TYPE_CHECKING:
    from spacy.tokens import Token


def repair_list_as_two_objects(token: Token) -> bool:
    """ "lost 430 soldiers, a carrier, three lorries and a gun": the second object goes on the list of the first."""
    before = [child for child in token.head.children if child.dep_ == "dobj" and child.i < token.i]
    if not before or not is_measure(before[-1]) or not is_after_comma(token) or not _ends_in_and(token):
        return False
    attach(token, before[-1], "conj")
    return True


def repair_list_as_apposition(token: Token) -> bool:
    """ "980 tanks, 648 howitzers and 48 aircraft": a list, not a description of the tanks."""
    counted = (is_measure(token.head) or (is_measure(token) and token.head.left_edge.lower_ in ("a", "an"))) and (
        is_measure(token) or token.left_edge.lower_ in ("a", "an")
    )
    measured = carries_measure(token) and carries_measure(token.head)
    if not (counted or measured) or not _ends_in_and(token):
        return False
    token.dep_ = "conj"
    return True


def _ends_in_and(first: Token) -> bool:
    """Return whether the chain of conjuncts from `first` on has its "and" before the last one."""
    conjuncts = [child for child in first.children if child.dep_ == "conj"]
    return bool(conjuncts) and (_has_and(first) or any(_has_and(noun) or _ends_in_and(noun) for noun in conjuncts))


def _has_and(noun: Token) -> bool:
    return any(child.dep_ == "cc" for child in noun.children)


def repair_second_measure_on_first(token: Token) -> bool:
    """ "a speed of Mach 2 and a range of 3,000 km": the range goes with the speed, not with Mach 2."""
    inner = token.head
    if inner.dep_ != "pobj" or inner.head.lower_ != "of" or not carries_measure(token):
        return False
    outer = inner.head.head
    in_with = outer.dep_ == "pobj" and outer.head.lower_ == "with"
    if (outer.dep_ not in ("dobj", "attr") and not in_with) or any(child.dep_ == "det" for child in inner.children):
        return False
    hang([child for child in inner.children if child.dep_ == "cc"], outer)
    token.head = outer
    return True


def repair_small_clause_as_object(token: Token) -> bool:
    """ "makes its weight only 5.5 tons": the measure belongs to the verb, not to a noun further left."""
    if not is_measure(token) or token.left_edge.i == 0:
        return False
    verb = token.head
    if token.dep_ == "dobj":
        if verb.lemma_ not in CAUSATIVES or not any(
            child.dep_ == "dobj" and child.i < token.i for child in verb.children
        ):
            return False
        token.dep_ = "oprd"
        return True
    before = token.left_edge.nbor(-1)
    if before.is_punct or before.dep_ != "dobj":
        return False
    causing = next((above for above in before.ancestors if above.lemma_ in CAUSATIVES), None)
    if causing is None or before.head != causing:
        return False
    attach(token, causing, "oprd")
    return True


def repair_distance_of_place(token: Token) -> bool:
    """ "in Dornau, some 40 km from the border": what is so far away is the place, whatever the measure hangs on."""
    start = token.left_edge.i
    if token.head.left_edge == token.left_edge and tells_distance(token.head):
        return False
    if not tells_distance(token) or start < 2 or token.doc[start - 1].text != ",":
        return False
    place = token.doc[start - 2]
    if (
        place.pos_ != "PROPN"
        or is_point_in_time(place)
        or place in (token, token.head)
        and token.dep_ == "appos"
        or token.is_ancestor(place)
    ):
        return False
    attach(token, place, "appos")
    return True


def repair_measure_of_each(token: Token) -> bool:
    """ "two wings, each 14 metres long": each of the wings is."""
    start = token.left_edge.i
    if token.left_edge.lower_ != "each" or start < 2 or token.doc[start - 1].text != ",":
        return False
    noun = token.doc[start - 2]
    measured = token.pos_ in ("ADJ", "ADV") and any(is_measure(child) for child in token.lefts)
    if not measured or noun.tag_ != "NNS" or token.is_ancestor(noun):
        return False
    attach(token, noun, "appos")
    return True
