"""Two values for one property of one thing that cannot both hold, under every reading of their units."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claims.language.closed_classes import APPROXIMATORS
from claims.language.dates.span import Days
from claims.language.findings.accounts import between
from claims.language.findings.conversions import wrong_conversion
from claims.language.findings.cross_article import PropertyValue, contradiction, property_values
from claims.language.findings.disagreement import conflict
from claims.language.findings.restatements import restated_values
from claims.language.findings.things import tells_of_many
from claims.language.kinds import NON_ASSERTIVE
from claims.language.quantities import Quantity, currency_of
from claims.language.results import Contradiction, ExtractedClaim

#: More values than this for one property are a table, not a contradiction.
_MOST_VALUES = 8
_MEASURING = re.compile(
    r"\b(?:is|are|was|were|reach(?:es|ed)?|total(?:s|led)?|amount(?:s|ed) to|stands? at|stood at|equals?|measures?|has been|"
    rf"have been|comes to|came to|hits?)\s*(?:(?:now|only|just|{'|'.join(APPROXIMATORS)}|also|at|up to|"
    r"more than|less than|over|at least|at most)\s+)*$",
    re.IGNORECASE,
)
#: What a value moves to holds only for a while: such values are compared within their own sentence.
_MOVING = re.compile(
    r"\b(?:climb|rise|fall|drop|grow|increase|decrease|shrink|come|go)(?:s|es)?\b.{0,10} to\s+(?:(?:only|just|about|around|some|"
    r"nearly|almost|up)\s+)*$",
    re.IGNORECASE,
)
#: What happened so often, or to so many, may have happened again: no property.
_HAPPENED = re.compile(
    r"\b(?!weighed|measured|total|numbered|employed|lasted|reached|amounted|equal|covered|contained|needed|stretched|spanned)"
    r"(?:\w+ed|sent|sold|bought|gave|made|built|lost|won|took|shot|got|paid|spent|saw|found|brought|put|set|left|met|held|sank)"
    r"\s+(?:(?:only|just|about|around|some|roughly|nearly|almost|more than|less than|over|at least|at most|up to|a|the|another)\s+)*$",
    re.IGNORECASE,
)
#: A sum in the money of another year.
_OTHER_MONEY = re.compile(
    r"\b(?:equivalent|inflation|adjusted|today['’]s|in \d{4} (?:dollars|prices|money))\b", re.IGNORECASE
)
#: Who "it" is changes from one sentence to the next.
_PRONOUN = re.compile(
    r"^(?:it|they|he|she|this|these|those|that|there|its|their|his|her|one|each|both|some|others?)\b", re.IGNORECASE
)
_SUBJECT = re.compile(r"^([a-z]{3,}) (?=is|are|was|were|has|have|had|=|\w+s\b|\w+ed\b)")
_SEVERAL = 4
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n't\b", re.IGNORECASE)


#: The words around a value, the dates of its claim, what is counted, and the sentence of a value that moves.
_Property = tuple[str, tuple[Days, ...], str | None, int | None]


@dataclass(frozen=True)
class _Value:
    """The one quantity of a claim and the claim's place in the list."""

    index: int
    quantity: Quantity


def rival_property_values(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Find pairs of claims that give one property of one thing values that exclude each other."""
    found = {
        (one.first, one.second): one
        for one in [*_in_passing(claims, text), *_in_other_words(claims), *_in_the_same_words(claims, text)]
    }
    return [found[pair] for pair in sorted(found)]


def _in_passing(claims: list[ExtractedClaim], text: str) -> Iterator[Contradiction]:
    """ "The missile has a range of 2,000 km", "With a range of 1,200 km, the missile"."""
    for first, second, words in restated_values(claims, text):
        yield between(first, second, words, claims)


def _in_other_words(claims: list[ExtractedClaim]) -> Iterator[Contradiction]:
    """ "weighs 62 tons", "has a mass of 50 tons"."""
    properties: dict[str, list[tuple[int, PropertyValue]]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.kind in NON_ASSERTIVE:
            continue
        fields = claim.as_json()
        for value in property_values(claim.text, fields["quantities"], fields["dates"]):
            properties[value.key()].append((index, value))
    for values in properties.values():
        for (one, first), (other, second) in combinations(values[:_MOST_VALUES], 2):
            words = contradiction(first, second)
            if words and not _is_conversion(claims[one], claims[other], first, second):
                yield between(one, other, words, claims)


def _is_conversion(one: ExtractedClaim, other: ExtractedClaim, first: PropertyValue, second: PropertyValue) -> bool:
    """ "58 hectares (140 acres)" says it twice, rounded; "eight minutes, 4.69 seconds" is one time."""
    again = one.sentence_start == other.sentence_start and first.quantity.unit != second.quantity.unit
    is_time = first.quantity.dimension == "time"
    return again and (is_time or wrong_conversion(first.quantity, second.quantity) is None)


def _in_the_same_words(claims: list[ExtractedClaim], text: str) -> Iterator[Contradiction]:
    """ "The talks lasted 3 hours", "The talks lasted 5 hours"."""
    properties: dict[_Property, list[_Value]] = defaultdict(list)
    for index, claim in enumerate(claims):
        found = _property_of(claim)
        if found is not None:
            owner, quantity = found
            properties[owner].append(_Value(index, quantity))
    for (owner_words, *_), values in properties.items():
        if _are_many(owner_words, text):
            continue
        for first, second in combinations(values[:_MOST_VALUES], 2):
            words = _conflict_of(first, second, claims, text)
            if words:
                yield between(first.index, second.index, words, claims)


def _are_many(words: str, text: str) -> bool:
    """ "The guns" of a text that speaks of guns again and again are now these, now those."""
    subject = _SUBJECT.match(words)
    if subject is None:
        return False
    if re.search(rf"\b[Tt]he {subject[1]}\b", text) is None:
        return False
    if subject[1].endswith("s"):
        return len(re.findall(rf"\b{subject[1]}\b", text, re.IGNORECASE)) > _SEVERAL
    return tells_of_many(text, subject[1])


def _conflict_of(first: _Value, second: _Value, claims: list[ExtractedClaim], text: str) -> str | None:
    one, other = first.quantity, second.quantity
    spans = [(claims[each.index].sentence_start, claims[each.index].sentence_end) for each in (first, second)]
    if currency_of(one.unit) and any(_OTHER_MONEY.search(text[start:end]) for start, end in spans):
        return None
    if spans[0] == spans[1] and one.unit != other.unit:
        return None if one.dimension == "time" else wrong_conversion(one, other)
    return conflict(one, other)


def _property_of(claim: ExtractedClaim) -> tuple[_Property, Quantity] | None:
    """Return what the claim gives a value for: its words without the value, its dates, the thing counted."""
    quantities = [quantity for quantity in claim.quantities if quantity.dimension not in ("ordinal", "time")]
    if len(quantities) != 1 or _NEGATED.search(claim.text) or claim.kind in NON_ASSERTIVE or _PRONOUN.match(claim.text):
        return None
    quantity = quantities[0]
    before = claim.text[: quantity.start]
    if _HAPPENED.search(before) and not claim.dates:
        return None
    moving = _MOVING.search(before) is not None
    words = _MEASURING.sub("= ", before).casefold()
    words = re.sub(r"\W+", " ", f"{words} # {claim.text[quantity.end :].casefold()}").strip()
    if len(words) < 8:
        return None
    dates = tuple((span.first, span.last) for span in claim.dates)
    sentence = claim.sentence_start if moving else None
    return (words.removeprefix("the "), dates, quantity.counted, sentence), quantity
