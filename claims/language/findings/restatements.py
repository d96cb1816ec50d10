"""One property of one thing measured twice in an article, whatever the two sentences look like."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claims.language.findings.attributes import AttributeMention, attribute_mentions
from claims.language.findings.disagreement import conflict
from claims.language.findings.naming import read_property
from claims.language.findings.things import Cast, Thing, cast_of, read_thing
from claims.language.kinds import NON_ASSERTIVE
from claims.language.results import ExtractedClaim

#: More values than this for one property are a table, not a contradiction.
_MOST_VALUES = 3
#: These change from month to month: what was is not what is.
_CHANGING = ("count", "money", "fraction", "percentage_point", "time")
_PAST = re.compile(r"\b(?:was|were|had|employed|lived|worked|carried|displaced|cost|stood|made)\b", re.IGNORECASE)
#: What may, will, should or did only once hold states no value of today.
_UNSTATED = re.compile(
    r"\b(?:if|unless|would|could be|might|should|may|will|shall|must|planned|plans?|expect(?:s|ed)?|aims?|hopes?|wants?|intends?|target|goal|"
    r"forecasts?|reportedly|allegedly|either|rumou?r\w*|claim(?:s|ed)?|mistaken\w*|wrong(?:ly)?|correct(?:s|ed)|denie[sd]|supposed\w*|estimates?|"
    r"originally|initially|at first|previously|proposed|design(?:ed)? to|additional|extra|remaining|another|rose|risen|grew|grown|fell|fallen|"
    r"increased|reduced|extended|enlarged|lengthened|shortened|raised|lowered|cut|upgraded|expanded|rebuilt|revised|until)\b|n['’]t\b",
    re.IGNORECASE,
)
#: Under another of these, or with and without one, the value is another.
_CONDITION = re.compile(
    r"\b(?:with(?:out)?|when|while|loaded|unloaded|empty|full|fully|fuel|fuelled|fueled|maximum|max|minimum|min|average|mean|median|peak|record|vacuum|"
    r"sea[ -]level|first|then|now|today|currently|later|once|formerly|before|after|by|since|early|late|final|per|version|variant|model|stage|"
    r"modified|high|low|altitude|winter|summer|net|gross|dry|wet|laden|most|least|top|cruise|cruising|combat|ferry|surfaced|submerged|standard|"
    r"internal|external|total|each|deepest|longest|highest|inside|outside|including|excluding|excluded|included|annual|yearly|monthly|daily|a year|"
    r"a month|a day|weekly|war|wartime|peace|peacetime|nuclear|conventional|heavy|light|export|domestic|second|third|main|secondary|half|part|"
    r"section|north\w*|south\w*|east\w*|west\w*|upper|lower|old|new|older|newer|former|previous|next|original|proposed|underwater|effective|point)\b",
    re.IGNORECASE,
)
#: Of these the same holds wherever they stand in the sentence.
_STATE = re.compile(
    r"\b(?:when|while|loaded|unloaded|empty|fully|fuelled|fueled|maximum|max|minimum|average|mean|peak|record|vacuum|sea[ -]level|then|now|today|"
    r"currently|later|once|formerly|version|variant|model|stage|modified|altitude|winter|summer|surfaced|submerged|without)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Measured:
    index: int
    claim: ExtractedClaim
    thing: Thing
    mention: AttributeMention
    conditions: frozenset[str]


def restated_values(claims: list[ExtractedClaim], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of claims that give one thing's property two values, each with the arithmetic in a sentence."""
    measured, things = _measured(claims)
    cast = cast_of(text, things)
    by_property: dict[tuple[str, str], list[_Measured]] = defaultdict(list)
    for one in measured:
        by_property[_noun(one.mention.property), one.mention.figure.dimension].append(one)
    for values in by_property.values():
        pairs = [pair for pair in combinations(values, 2) if _are_one(*pair, cast)]
        surfaces = {one.mention.figure.surface for pair in pairs for one in pair}
        if len(surfaces) > _MOST_VALUES:
            continue
        for first, second in pairs:
            words = conflict(first.mention.figure, second.mention.figure)
            if words:
                yield first.index, second.index, words


def _noun(words: str) -> str:
    found = read_property(words)
    return found[0] if found else words


def _measured(claims: list[ExtractedClaim]) -> tuple[list[_Measured], list[Thing]]:
    """Read the attributes of all claims, and all things that are spoken of."""
    measured: list[_Measured] = []
    things: list[Thing] = []
    latest: Thing | None = None
    sentence = -1
    before: Thing | None = None
    for index, claim in enumerate(claims):
        if claim.sentence_start != sentence:
            sentence, before, latest = claim.sentence_start, latest, None
        subject = _subject(claim.text)
        if subject is not None:
            things.append(subject)
            latest = latest or subject
        if claim.kind in NON_ASSERTIVE or _UNSTATED.search(claim.text):
            continue
        for mention in attribute_mentions(claim.text, [one for one in claim.quantities if one.dimension != "ordinal"]):
            is_pronoun = mention.thing.lower() in ("it", "its", "she", "her", "he", "his", "they", "their")
            thing = before if is_pronoun else read_thing(mention.thing)
            if thing is not None:
                things.append(thing)
                measured.append(_Measured(index, claim, thing, mention, _conditions(mention)))
    return measured, things


_SUBJECT = re.compile(
    r"^(?P<thing>(?:(?:The|An?) )?[\w'’./&-]+(?: [\w'’./&-]+){0,4}?)(?:,| (?:is|are|was|were|has|have|had|can|cannot|will|[a-z]{2,}(?:ed|es|[^s]s))\b)"
)


def _subject(text: str) -> Thing | None:
    found = _SUBJECT.match(text)
    return read_thing(found["thing"].split("'s ")[0].split("’s ")[0]) if found else None


def _conditions(mention: AttributeMention) -> frozenset[str]:
    noun = _noun(mention.property)
    words = {word.lower() for word in mention.property.lower().split()} - {noun, *noun.split()}
    # What a sentence says besides an attribute in passing is a statement of its own: "…, opened in May".
    condition = _STATE if mention.in_passing else _CONDITION
    return frozenset({*words, *(found[0].lower() for found in condition.finditer(mention.rest))})


def _are_one(first: _Measured, second: _Measured, cast: Cast) -> bool:
    if first.claim.sentence_start == second.claim.sentence_start or first.conditions != second.conditions:
        return False
    if first.mention.figure.dimension in _CHANGING:
        when = [(bool(_PAST.search(one.claim.text)), _days(one.claim)) for one in (first, second)]
        if when[0] != when[1]:
            return False
    elif not (first.mention.in_passing or second.mention.in_passing) and _days(first.claim) != _days(second.claim):
        return False
    return cast.is_one(first.thing, second.thing)


def _days(claim: ExtractedClaim) -> tuple[object, ...]:
    return tuple((span.first, span.last, span.surface) for span in claim.dates)
