"""One property of one thing measured twice in an article, whatever the two sentences look like."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claims.language.findings.attributes import AttributeMention, attribute_mentions
from claims.language.findings.disagreement import conflict
from claims.language.findings.naming import read_property
from claims.language.findings.subjects import PRONOUNS, called, sentence_subjects
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
    r"\b(?:if|unless|would|could be|might|should|(?-i:may)|will|shall|must|planned|plans?|expect(?:s|ed)?|aims?|hopes?|wants?|intends?|target|goal|"
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
#: "before it meets the sea" is no condition.
_BEFORE_IT = re.compile(r"\bbefore (?:it|she|he|they)\b", re.IGNORECASE)
_TOP = frozenset({"top", "maximum", "max"})
#: States that have several names.
_SAME_STATE = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), name)
    for words, name in (
        (
            r"launch|at launch|take-?off|lift-?off|when (?:it|she) (?:lifted|took) off|at lift-?off|at take-?off",
            "takeoff",
        ),
        (r"vacuum|in space", "vacuum"),
        (r"sea[ -]level|on the ground", "sea level"),
        (r"dry|empty|bare|unladen|unloaded|without fuel", "empty"),
        (r"loaded|laden|fuelled|fueled|gross|full load|with fuel", "loaded"),
    )
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
    measured, things = _measured(claims, text)
    spans = [(claim.sentence_start, claim.sentence_end) for claim in claims]
    cast = cast_of(text, things, called(text, spans))
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


def _measured(claims: list[ExtractedClaim], text: str) -> tuple[list[_Measured], list[Thing]]:
    """Read the attributes of all claims, and all things that are spoken of."""
    measured: list[_Measured] = []
    subjects = sentence_subjects(text, ((claim.sentence_start, claim.sentence_end) for claim in claims))
    things: list[Thing] = [thing for thing in subjects.values() if thing is not None]
    printed: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        printed[claim.sentence_start].update(one.surface for one in claim.quantities)
    for index, claim in enumerate(claims):
        if claim.kind in NON_ASSERTIVE or not claim.quantities or _UNSTATED.search(claim.text):
            continue
        for mention in attribute_mentions(claim.text, [one for one in claim.quantities if one.dimension != "ordinal"]):
            sentence = text[claim.sentence_start : claim.sentence_end].lower()
            # A condition that the claim has lost is the figure's where the sentence has no other figure.
            alone = sentence if len(printed[claim.sentence_start]) == 1 else ""
            words = re.sub(r"['’]s?$", "", mention.thing.lower()).split()
            is_pronoun = not words or words[-1] in PRONOUNS or (words[-1] not in sentence and not mention.is_implied)
            thing = subjects.get(claim.sentence_start) if is_pronoun else read_thing(mention.thing)
            if is_pronoun and len(words) > 1 and read_thing(mention.thing) is None:
                continue
            if thing is not None:
                things.append(thing)
                measured.append(_Measured(index, claim, thing, mention, conditions_of(mention, alone)))
    return measured, things


def conditions_of(mention: AttributeMention, sentence: str = "") -> frozenset[str]:
    """Return the conditions under which a figure is said to hold, in one spelling; `sentence` may name one that a claim lost."""
    noun = _noun(mention.property)
    words = {word.lower() for word in mention.property.lower().split()} - {noun, *noun.split()}
    for said in (mention.property, mention.behind, mention.rest, sentence):
        for pattern, name in _SAME_STATE:
            if pattern.search(said):
                return frozenset({name})
    # What a sentence says besides an attribute in passing is a statement of its own: "…, opened in May".
    condition = _STATE if mention.in_passing else _CONDITION
    return frozenset({*words, *(found[0].lower() for found in condition.finditer(_BEFORE_IT.sub("", mention.rest)))})


def _are_one(first: _Measured, second: _Measured, cast: Cast) -> bool:
    if first.claim.sentence_start == second.claim.sentence_start or not _under_one_condition(first, second):
        return False
    if first.mention.figure.dimension in _CHANGING:
        when = [(bool(_PAST.search(one.claim.text)), _days(one.claim)) for one in (first, second)]
        if when[0] != when[1]:
            return False
    elif not (first.mention.in_passing or second.mention.in_passing) and _days(first.claim) != _days(second.claim):
        return False
    return cast.is_one(first.thing, second.thing)


def _under_one_condition(first: _Measured, second: _Measured) -> bool:
    """A plain value lies within what is called the top one; above it, the two contradict each other."""
    if first.conditions == second.conditions:
        return True
    if first.conditions - _TOP != second.conditions - _TOP:
        return False
    top, plain = (first, second) if first.conditions & _TOP else (second, first)
    limit, value = top.mention.figure.high, plain.mention.figure.low
    return limit is not None and value is not None and value > limit


def _days(claim: ExtractedClaim) -> tuple[object, ...]:
    return tuple((span.first, span.last, span.surface) for span in claim.dates)
