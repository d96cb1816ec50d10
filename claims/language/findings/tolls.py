"""Two tolls of one event: the same harm to the same people, in the same place, on the same day, with another number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claims.language.findings.accounts import between
from claims.language.findings.disagreement import conflict
from claims.language.findings.naming import without_plural
from claims.language.kinds import NON_ASSERTIVE
from claims.language.quantities import Quantity
from claims.language.results import Contradiction, ExtractedClaim
from claims.language.vocabulary import word_set

#: Kind of event: the words that name it or say that it happened. Add a row where an event has tolls.
EVENTS = {
    "earthquake": "earthquake quake tremor tremors",
    "explosion": "bomb bombs bombing blast explosion exploded explode detonated",
    "flood": "flood floods flooding flooded",
    "fire": "fire blaze inferno burned burnt",
    "crash": "crash crashed collision collided derailment derailed",
    "collapse": "collapse collapsed cave-in caved",
    "sinking": "sinking sank sunk capsized capsizing shipwreck foundered foundering turned_over overturned went_down",
    "storm": "storm hurricane typhoon cyclone tornado blizzard",
    "shooting": "shooting gunman gunmen massacre",
    "attack": "attack attacked raid ambush ambushed assault strike airstrike shelling",
    "avalanche": "avalanche",
    "landslide": "landslide mudslide landslip",
    "eruption": "eruption erupted",
    "battle": "battle",
    "war": "war",
    "epidemic": "epidemic outbreak pandemic plague cholera",
    "stampede": "stampede crush",
    "accident": "accident disaster tragedy",
}  # fmt: skip
_KIND_OF = {word.replace("_", " "): kind for kind, words in EVENTS.items() for word in words.split()}
_EVENT = re.compile(rf"\b(?:{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:[\w'’-]+ ){0,3}$")
_ADVERBS = r"(?:(?:only|just|about|around|some|roughly|nearly|almost|approximately|at least|more than|a total of|the|all|over|up to|as many as)\s+)*"
_WHO = r"(?P<who>(?: (?!were|was|are|had|died|dead|in|at|on|and|or|when|after|by|from|of)[a-z-]+){0,3}?)"
#: Harm: how it is said before and behind the number of those who suffered it.
_HARMS = {
    "killed": (
        (rf"\b(?:kill(?:ed|ing|s)?|claim(?:ed|ing|s)|cost(?:ing)?(?: the lives of)?|took|taking|the loss of|loss of|death toll (?:of|was|is|stood at|reached)|"
         rf"left|leaving|the deaths of|deaths of|caus(?:ed|ing)) {_ADVERBS}$",
         rf"^{_WHO}(?: (?P<noun>lives|dead|deaths|fatalities))?(?=[ ,.;]|$)"),
        (rf"(?:^|[ ,]){_ADVERBS}$",
         rf"^{_WHO} (?:were killed|was killed|had been killed|are dead|were dead|died|dead|have died|had died|lost their lives|perished|drowned|"
         rf"burned to death|were left dead|did not survive|who (?:died|perished|drowned|were killed|lost their lives|had died)|deaths)\b"),
    ),
    "injured": (
        (rf"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?) {_ADVERBS}$", rf"^{_WHO}(?=[ ,.;]|$)"),
        (rf"(?:^|[ ,]){_ADVERBS}$", rf"^{_WHO} (?:were injured|were wounded|were hurt|had been injured|injured|wounded|hurt)\b"),
    ),
    "missing": (
        (rf"(?:^|[ ,]){_ADVERBS}$", rf"^{_WHO} (?:are missing|were missing|went missing|remain missing|are still missing|were reported missing)\b"),
    ),
    "homeless": (
        (rf"\b(?:left|leaving|made|making) {_ADVERBS}$", rf"^{_WHO} homeless\b"),
    ),
}  # fmt: skip
_READ = {
    harm: [(re.compile(before, re.I), re.compile(after, re.I)) for before, after in ways]
    for harm, ways in _HARMS.items()
}
_WHO_DIED = re.compile(r"^(?: [a-z-]+){0,3} (?:who|whom|that|deaths that|deaths which)\b", re.IGNORECASE)
_NEEDS_LIVES = re.compile(r"\b(?:claim\w*|cost\w*|took|taking|loss of|left|leaving|caus\w+) ", re.IGNORECASE)
_FATAL = re.compile(r"\b(?:lives|dead|deaths|fatalities)\b", re.IGNORECASE)
_NO_TRAIT = word_set(
    """the a an of in on by from this that his her its their when and after during deadly huge big large strong great powerful massive terrible major"""
)
_ANYBODY = frozenset(
    {"", "people", "person", "life", "live", "dead", "death", "fatality", "victim", "casualty", "other", "soul"}
)
#: A toll that somebody had not finished counting, foresaw or corrected, or a part of one.
_OTHER_COUNT = re.compile(
    r"\b(?:at first|initial\w*|later|rose|risen|rises|rising|climbed|revised|updated|so far|already|another|also|more|others|further|additional|including|"
    r"among|each|every(?! one of)|would|could|(?-i:may)|might|will|fear\w*|expected|estimat\w*|forecast|believed|thought|feared|if|not(?! survive)|never|no|or|between|"
    r"since|average|per|a year|annually|previous\w*|earlier|preliminary|first reports?|confirmed|total\w*|overall|half|percent|first|second|third|"
    r"corrected|wrongly|mistaken\w*|original\w*|respectively|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|then|now))\b|n['’]t\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:an?|another|second|third|other|similar|new|previous|earlier|separate|worst|deadliest|several|two|three|many|any|every|each|series of)\b",
    re.I,
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")
#: More tolls of one kind of event are a list of events.
_MOST = 3
_DAYS = re.compile(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


@dataclass(frozen=True)
class _Toll:
    index: int
    claim: ExtractedClaim
    harm: str
    who: str
    event: str
    is_new: bool
    traits: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    figure: Quantity


def toll_errors(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Find two tolls of one event that cannot both be right."""
    return [between(first, second, words, claims) for first, second, words in rival_tolls(claims, text)]


def rival_tolls(claims: list[ExtractedClaim], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of claims that count the victims of one event differently, each with the sentence that says so."""
    tolls = list(_tolls(claims, text))
    for first, second in combinations(tolls, 2):
        if first.claim.sentence_start == second.claim.sentence_start or not _is_one_event(first, second, tolls):
            continue
        words = conflict(first.figure, second.figure)
        if words:
            yield first.index, second.index, f"{_said(first)} and {_said(second)}: {words}"


def _said(toll: _Toll) -> str:
    return f"{toll.figure.surface} {toll.harm}"


def _tolls(claims: list[ExtractedClaim], text: str) -> Iterator[_Toll]:
    for index, claim in enumerate(claims):
        if claim.kind in NON_ASSERTIVE or not claim.quantities:
            continue
        sentence = text[claim.sentence_start : claim.sentence_end]
        kind, is_new, traits = _event(sentence)
        for figure in claim.quantities:
            found = _harm(claim.text, figure) if figure.dimension == "count" else None
            if found is not None and not _is_unsettled(claim.text, figure):
                harm, who = found
                if _WHO_DIED.match(claim.text[figure.end :]):
                    # The day and the place of such a sentence are those of the memorial, not of the deaths.
                    yield _Toll(index, claim, harm, who, kind, is_new, traits, frozenset(), frozenset(), figure)
                    continue
                yield _Toll(
                    index, claim, harm, who, kind, is_new, traits, _places(sentence), _dates(claim, claims), figure
                )


def _is_unsettled(text: str, figure: Quantity) -> bool:
    near = text if not _WHO_DIED.match(text[figure.end :]) else text[max(0, figure.start - 30) : figure.end + 50]
    return _OTHER_COUNT.search(near) is not None or text.startswith((" of them", " of whom"), figure.end)


def _event(sentence: str) -> tuple[str, bool, frozenset[str]]:
    """Return the one kind of event that a sentence tells of, whether it is brought up as a new one, and what it is said of.

    The kind is "" where the sentence names none, "?" where it names several.
    """
    found = list(_EVENT.finditer(sentence))
    kinds = {_KIND_OF[match[0].lower()] for match in found} - ({"accident"} if len(found) > 1 else set())
    if len(kinds) != 1:
        return "?" if kinds else "", False, frozenset()
    match = next(match for match in found if _KIND_OF[match[0].lower()] in kinds)
    led = _LEAD.search(sentence[max(0, match.start() - 40) : match.start()])
    lead = led.group() if led else ""
    is_new = _NEW.search(lead) is not None and not re.search(r"\bthe\b", lead, re.I)
    return kinds.pop(), is_new, _traits(lead, sentence[match.end() :])


def _traits(lead: str, behind: str) -> frozenset[str]:
    """ "bus" of "a bus crash" and of "the crash of a bus"."""
    of_what = re.match(r" of (?:an? |the )?([a-z]+)", behind)
    before = re.search(r"\b([a-z]+) $", lead)
    return frozenset(
        found[1]
        for found in (of_what, before)
        if found and found[1] not in _NO_TRAIT and not found[1].endswith(("ing", "ed"))
    )


def _harm(text: str, figure: Quantity) -> tuple[str, str] | None:
    before, after = text[: figure.start], text[figure.end :]
    for harm, ways in _READ.items():
        for first, behind in ways:
            led, followed = first.search(before), behind.match(after)
            if led is None or followed is None:
                continue
            words = led.group()
            if harm == "killed" and _NEEDS_LIVES.search(words) and not _FATAL.search(f"{words} {after[:40]}"):
                continue
            return harm, _victims(figure, after)
    return None


def _victims(figure: Quantity, after: str) -> str:
    first = re.match(
        r" (?!did|who|that|which|have|has|were|was|are|had|died|in|at|on|and|or|when|after|by|from|of)([a-z-]+)", after
    )
    named = figure.counted or (without_plural(first[1].lower()) if first else "")
    return "" if named in _ANYBODY else named


def _places(sentence: str) -> frozenset[str]:
    return frozenset(name for name in _NAME.findall(sentence) if not _DAYS.fullmatch(name))


def _dates(claim: ExtractedClaim, claims: list[ExtractedClaim]) -> frozenset[str]:
    """The dates of a claim's sentence, for its event has them whichever claim prints them."""
    return frozenset(
        f"{span.first}..{span.last}" if span.first and span.last else span.surface.lower()
        for other in claims
        if other.sentence_start == claim.sentence_start
        for span in other.dates
    )


def _is_one_event(first: _Toll, second: _Toll, tolls: list[_Toll]) -> bool:
    if (first.harm, first.who) != (second.harm, second.who) or "?" in (first.event, second.event):
        return False
    if first.event != second.event:
        told = {toll.event for toll in tolls}
        if first.event and second.event or len(told - {""}) > 1 or len(tolls) > _MOST:
            return False
    same_day, same_place = bool(first.dates & second.dates), bool(first.places & second.places)
    if (first.dates and second.dates and not same_day) or (first.places and second.places and not same_place):
        return False
    if same_place and not (first.places <= second.places or second.places <= first.places):
        return False
    if first.traits and second.traits and not first.traits & second.traits:
        return False
    if not first.event and not second.event:
        return False
    if second.is_new:
        return same_day and same_place
    alike = [toll for toll in tolls if toll.event in (first.event, second.event) and toll.harm == first.harm]
    told_of_one = (
        len(alike) <= _MOST and len(tolls) <= 2 * _MOST and not any(toll.is_new for toll in alike if toll is not first)
    )
    return told_of_one or (same_day and same_place)
