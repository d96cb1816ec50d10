"""Appositions: which of them name or describe their noun, tell an age or give a label in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import is_measure, is_name
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_LENGTHS = word_set("kilometre kilometer km mile metre meter yard foot")
_DIRECTIONS = word_set("""away from north south east west north-east north-west south-east south-west northeast northwest southeast
    southwest off outside inland upstream downstream above below""")
_PLACES = {"GPE", "LOC"}
_REGIONS = word_set(
    "province oblast region state county district governorate prefecture canton krai voivodeship territory"
)
_LABELS = word_set("type serial model no number code version registration")


def is_age(host: Token, number: Token) -> bool:
    """Return whether a number between commas is somebody's age: "Okafor, 24,"."""
    person = host.ent_type_ == "PERSON" or (host.pos_ == "PROPN" and host.ent_type_ in ("", "ORG", "NORP"))
    closed = number.i + 1 < len(number.doc) and number.nbor(1).text == ","
    return host.ent_type_ == "PERSON" or (person and closed and number.text.isdigit() and 15 < int(number.text) < 111)


def is_label(child: Token) -> bool:
    """Return whether brackets hold what something is called or how it stands: "(type RA-9)", "(29-13)"."""
    words = [word.lower_ for word in child.subtree]
    record = (
        len(words) == 3
        and words[0].isdigit()
        and words[1] in ("-", "–")
        and words[2].isdigit()
        and int(words[0]) < 1000
    )
    return record or (bool(_LABELS.intersection(words)) and any(word.text[-1].isdigit() for word in child.subtree))


def describes_twice(child: Token, host: Token) -> bool:
    """ "Lind, the study's lead author and a geologist at Velden,": two things that one person is."""
    second = next((token for token in child.children if token.dep_ == "conj"), None)
    if (
        second is None
        or host.pos_ != "PROPN"
        or any(inner.dep_ == "conj" for inner in (*host.children, *second.children))
    ):
        return False
    roles = (child, second)
    determined = all(
        role.left_edge.tag_ in ("DT", "PRP$") or any(left.dep_ == "poss" for left in role.lefts) for role in roles
    )
    return determined and all(role.tag_ == "NN" for role in roles)


def tells_distance(child: Token) -> bool:
    """ "Dornau, some 40 km from the border": how far a place is from another."""
    unit = (
        child
        if child.lemma_.lower() in _LENGTHS
        else next((inner for inner in child.lefts if inner.lemma_.lower() in _LENGTHS), None)
    )
    if unit is None or not any(inner.like_num for inner in unit.lefts) or unit.i + 1 >= len(unit.doc):
        return False
    return unit.nbor(1).lower_ in _DIRECTIONS


def is_larger_place(child: Token, host: Token) -> bool:
    """ "in Dornau, Sarn province": where a place lies, not what it is."""
    named = child.left_edge.pos_ == "PROPN" and host.pos_ == "PROPN"
    return named and ({host.ent_type_, child.ent_type_} <= _PLACES or child.lemma_.lower() in _REGIONS)


def is_one_of(host: Token) -> bool:
    """ "One of the channels, TV Sol,"."""
    return host.lower_ == "one" and any(child.lower_ == "of" for child in host.rights)


def names_one_thing(child: Token) -> bool:
    """Return whether a name in commas is one: no date, and no item of a list."""
    closed = child.right_edge.i + 1 < len(child.doc) and child.right_edge.nbor(1).is_punct
    opener = child.left_edge
    plain = (
        opener.pos_ == "PROPN" or opener.ent_type_ == "PERSON" or opener.lower_ in ("the", "namely") or is_name(opener)
    )
    return plain and closed and child.ent_type_ not in ("DATE", "TIME", "CARDINAL") and not child.n_rights


def is_point_in_time(noun: Token) -> bool:
    """ "by 0815 GMT, the biggest gainer of the day": no point in time gains."""
    return any(word.ent_type_ in ("DATE", "TIME") for word in (noun, *noun.lefts)) and noun.pos_ != "PRON"


def whole_of_share(share: Token) -> Token | None:
    """Return the "them" of "half of them", or an "it"; None where there is neither."""
    of = next((inner for inner in share.rights if inner.lower_ == "of"), None)
    return next((inner for inner in of.rights if inner.lower_ in ("them", "it")), None) if of is not None else None


def is_share_of_things(child: Token) -> bool:
    """ "40 tanks, half of them T-72s": what behind the "them" is told of the half."""
    whole = whole_of_share(child)
    told = [inner for inner in child.subtree if inner.i > whole.i] if whole is not None else []
    # "some of them for the drone, and 12 hulls": what follows a comma is told of something else.
    return any(not inner.is_punct for inner in told) and not any(inner.text == "," for inner in told[:-1])


def is_other_measure(child: Token, host: Token) -> bool:
    """ "380 tons, or about 423 short tons": one amount, measured twice."""
    joined = next((word for word in host.children if word.dep_ == "cc" and host.i < word.i < child.i), None)
    if joined is None or joined.lower_ != "or" or joined.nbor(-1).text != ",":
        return False
    return is_measure(child) and is_measure(host) and not child.like_num and _unit_of(child) != _unit_of(host)


def _unit_of(measure: Token) -> list[str]:
    return [child.lemma_ for child in measure.lefts if child.dep_ in ("amod", "compound")] + [measure.lemma_]
