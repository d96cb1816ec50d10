"""How long an event took, against the days on which it began and ended."""

import re
from collections.abc import Iterator

from claims.language.closed_classes import CARDINAL_TENS, CARDINAL_UNITS
from claims.language.findings.accounts import between
from claims.language.findings.life_steps import DatedStep, dated_steps
from claims.language.findings.things import Cast
from claims.language.results import Contradiction, ExtractedClaim

#: Words for what has a beginning and an end, by kind; "the seven years of fighting" is the war's length.
EVENTS = {
    "war": "war fighting conflict hostilities combat campaign bloodshed rebellion uprising insurgency siege",
    "strike": "strike stoppage walkout standstill",
    "trial": "trial hearing hearings proceedings",
    "talks": "talks negotiations",
    "drought": "drought",
    "reign": "reign rule",
    "voyage": "voyage expedition journey crossing flight trek",
    "construction": "construction building works work",
    "exhibition": "exhibition fair festival",
    "occupation": "occupation blockade",
}
_KIND_OF = {word: kind for kind, words in EVENTS.items() for word in words.split()}
_UNITS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
_SAID = re.compile(
    r"\b(?:the|these|those|its|after)\s+(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty)"
    r"[ -](?P<unit>day|week|month|year)s?(?:[ -]long)? (?:of (?:the |bitter |heavy |open )?)?(?P<event>[a-z]+)\b"
    r"|\b(?P<event2>[a-z]+) (?:had |has )?lasted (?:for )?(?P<number2>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty) "
    r"(?P<unit2>day|week|month|year)s?\b"
    r"|\b(?:the|these|those) (?P<number3>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty) (?P<unit3>day|week|month|year)s? "
    r"(?:during|in) which (?P<clause>[^.;,]{3,60})",
    re.IGNORECASE,
)
_WORDS = CARDINAL_UNITS | CARDINAL_TENS
#: Longer than this share of the length, or a unit, is no rounding.
_SLACK = 0.3


def event_length_errors(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Find lengths of events that their first and last day do not give."""
    if not _SAID.search(text):
        return []
    steps, cast = dated_steps(claims, text)
    return [between(first, second, words, claims) for first, second, words in _wrong_lengths(claims, steps, cast, text)]


def _wrong_lengths(
    claims: list[ExtractedClaim], steps: list[DatedStep], cast: Cast, text: str
) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of claims of which one gives an event's ends and the other another length for it."""
    for began in (step for step in steps if step.kind == "began"):
        ends = [
            step
            for step in steps
            if step.kind == "ended" and (step.thing == began.thing or cast.is_one(began.thing, step.thing))
        ]
        kind = _kind(began)
        if len(ends) != 1 or not kind or sum(step.kind == "began" for step in steps) != 1:
            continue
        first, last = began.date, ends[0].date
        if (
            first.first is None
            or first.last is None
            or last.first is None
            or last.last is None
            or last.last < first.first
        ):
            continue
        least, most = (last.first - first.last).days, (last.last - first.first).days
        for index, claim in enumerate(claims):
            for said in _SAID.finditer(text[claim.sentence_start : claim.sentence_end]):
                words = _wrong(said, kind, least, most)
                if words and claim.sentence_start != began.claim.sentence_start:
                    yield began.index, index, f"From {first.surface} to {last.surface} is {words}"
                    return


def _kind(began: DatedStep) -> str:
    """Return what kind of event it is that began, by its name or by the article's words for it."""
    name = began.thing.named.name.split()[-1] if began.thing.named else began.thing.head
    return _KIND_OF.get(name, "")


def _wrong(said: re.Match[str], kind: str, least: int, most: int) -> str | None:
    number = next(said[name].lower() for name in ("number", "number2", "number3") if said[name])
    unit = next(said[name].lower() for name in ("unit", "unit2", "unit3") if said[name])
    event = next((said[name].lower() for name in ("event", "event2") if said[name]), "")
    if event and _KIND_OF.get(event) != kind:
        return None
    if said["clause"] and not any(_KIND_OF.get(word) == kind for word in said["clause"].lower().split()):
        return None
    count = int(number) if number.isdigit() else _WORDS.get(number)
    if count is None:
        return None
    length = _UNITS[unit]
    low, high = least / length, most / length
    slack = max(1.0, _SLACK * count)
    if low - slack <= count <= high + slack:
        return None
    return f"about {round((low + high) / 2)} {unit}s, not {count}."
