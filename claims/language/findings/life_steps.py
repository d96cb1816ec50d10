"""Steps of a life, a ship, a building or a treaty that the dates put in an impossible order, and ages that do not fit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from claims.language.dates import DateSpan
from claims.language.findings.accounts import between
from claims.language.findings.step_tables import (
    EVENTS,
    IN_ONE_SENTENCE,
    LEAST_AGES,
    ONCE,
    ONCE_FOR_EVENTS,
    ORDERS,
    STEPS,
)
from claims.language.findings.subjects import PRONOUNS, called, sentence_subjects
from claims.language.findings.things import Cast, Thing, cast_of, read_thing
from claims.language.kinds import NON_ASSERTIVE
from claims.language.results import Contradiction, ExtractedClaim

_DATE = r"⦃(?P<date>\d+)⦄"
_WORDS = r"(?: [^⦃⦄.;:()]{0,50}?)?"
_LEADING = re.compile(r"^(?:(?:In|On|By|It was in|Late in|Early in) )?⦃(?P<date>\d+)⦄,? (?=\w)", re.IGNORECASE)
_PRONOUNS = frozenset(["he", "she", "it", "they", "his", "her", "its"])
_STEP = {step: re.compile(rf"(?:^|[ ,])(?P<verb>{words})(?=[ ,.]|$)", re.IGNORECASE) for step, words in STEPS.items()}
_BEHIND = re.compile(rf"^{_WORDS},? ?(?:in|on|at|by|early in|late in|during)? ?(?:the )?{_DATE}", re.IGNORECASE)
_WORK_ON = re.compile(
    r"^(?:the )?(?:construction|building|work)(?: work)? (?:of|on) (?P<thing>(?:the |an? )?[\w' -]{2,40}?) (?P<verb>began|started|begun|was begun)\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:aged|at the age of|at age) (?P<age>\d{1,3})\b(?! (?:months|weeks|days))", re.IGNORECASE)
#: What makes a step no step, or another one: plans, repetitions, parts.
_OTHERWISE = re.compile(
    r"\b(?:not|never|would|will|should|could|planned?|plans|scheduled|expected|due to|supposed|again|re-?\w*(?:opened|founded|elected|launched|"
    r"commissioned|established|built|married|formed)|second|third|first (?:section|phase|part|stage|line)|section|phase|part|stage|posthumous\w*|"
    r"nearly|almost|if|had been|before|after|until|when|while|since|"
    r"circa|about|around|possibly|probably|perhaps|(?-i:may) have|might|or|extension|wing|terminal|successor|predecessor|replacement|new|refounded|"
    r"reportedly|allegedly|claimed|legend)\b|n['’]t\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]+ )*[A-Z][\w.'’-]+)(?: \([^()]*\))?,? (?:which |who |that )?(?:was |were |had been |is )?$"
)
#: Whoever is kin of somebody is somebody else.
_KIN = re.compile(
    r"\b(?:son|daughter|father|mother|wife|husband|widow|brother|sister|parents|uncle|aunt|cousin|nephew|niece)\b", re.I
)


@dataclass(frozen=True)
class DatedStep:
    index: int
    claim: ExtractedClaim
    thing: Thing
    kind: str
    verb: str
    date: DateSpan


def order_errors(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Find dated steps of one thing that cannot follow each other."""
    steps, cast = dated_steps(claims, text)
    return [between(first, second, words, claims) for first, second, words in _impossible(steps, cast)]


def dated_steps(claims: list[ExtractedClaim], text: str) -> tuple[list[DatedStep], Cast]:
    """Return the dated steps that claims tell of, with all things of the article."""
    steps, things = _steps(claims, text)
    spans = [(claim.sentence_start, claim.sentence_end) for claim in claims]
    return steps, cast_of(text, things, called(text, spans))


def _impossible(steps: list[DatedStep], cast: Cast) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of claims whose dated steps cannot follow each other, or whose age does not fit, each with the reason."""
    for one, other in combinations(steps, 2):
        if one.kind == other.kind:
            words = _twice(one, other)
            if words and cast.is_one(one.thing, other.thing):
                yield one.index, other.index, words
            continue
        for first, last in ((one, other), (other, one)):
            reason = _REASONS.get((first.kind, last.kind))
            if reason and _is_before(last.date, first.date) and _belong(first, last, cast, steps):
                told = f"{_told(last)} comes before {_told(first)}"
                yield one.index, other.index, f"{told[0].upper()}{told[1:]}, but {reason}."
    yield from _wrong_ages(steps, cast)
    yield from _too_young(steps, cast)


_REASONS = {(first, last): reason for first, last, reason in ORDERS}


def _told(step: DatedStep) -> str:
    return f"“{step.verb}” ({step.date.surface})"


def _belong(first: DatedStep, last: DatedStep, cast: Cast, steps: list[DatedStep]) -> bool:
    """Return whether both are of one thing that took each of these steps once."""
    of_one_term = {first.kind, last.kind} & IN_ONE_SENTENCE and "born" not in (first.kind, last.kind)
    if of_one_term and first.claim.sentence_start != last.claim.sentence_start:
        return False
    if not cast.is_one(first.thing, last.thing) and not cast.is_one(last.thing, first.thing):
        return False
    mine = [step for step in steps if cast.is_one(first.thing, step.thing) or step.thing == first.thing]
    dates = {kind: {step.date.surface for step in mine if step.kind == kind} for kind in (first.kind, last.kind)}
    return all(len(found) <= 1 for kind, found in dates.items() if kind not in ("acted", "married"))


def _twice(one: DatedStep, other: DatedStep) -> str | None:
    """Two dates for what happens once."""
    is_event = one.thing.head in EVENTS and other.thing.head in EVENTS
    if one.kind == "founded" and one.verb != other.verb:
        return None
    if not (one.kind in ONCE or (one.kind in ONCE_FOR_EVENTS and is_event)):
        return None
    if not (_is_before(one.date, other.date) or _is_before(other.date, one.date)):
        return None
    return f"“{one.verb}” ({one.date.surface}) and “{other.verb}” ({other.date.surface}) cannot both be right."


def _is_before(one: DateSpan, other: DateSpan) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _steps(claims: list[ExtractedClaim], text: str) -> tuple[list[DatedStep], list[Thing]]:
    found: list[DatedStep] = []
    subjects = sentence_subjects(text, ((claim.sentence_start, claim.sentence_end) for claim in claims))
    things: list[Thing] = [thing for thing in subjects.values() if thing is not None]
    for index, claim in enumerate(claims):
        dates = [span for span in claim.dates if not span.relative and span.comparator == "=" and span.first]
        if claim.kind in NON_ASSERTIVE or not dates:
            continue
        subject, read = _steps_of(claim, dates)
        sentence = text[claim.sentence_start : claim.sentence_end]
        read = [step for step in read if not _is_of_another(subject, step[1], step[2], sentence)]
        thing = subjects.get(claim.sentence_start) if _is_pronoun(subject, sentence) else read_thing(subject)
        if thing is not None:
            things.append(thing)
            found += [DatedStep(index, claim, thing, kind, verb, day) for kind, verb, day in read]
    return found, things


def _is_pronoun(subject: str, sentence: str) -> bool:
    """Return whether the sentence itself has a pronoun where the claim has a name."""
    words = re.sub(r"['’]s?$", "", subject.lower()).split()
    return not words or words[-1] in PRONOUNS or words[-1] not in sentence.lower()


def _steps_of(claim: ExtractedClaim, dates: list[DateSpan]) -> tuple[str, list[tuple[str, str, DateSpan]]]:
    """Return the subject of a claim, "" where it is not certain, and the steps that the claim dates."""
    pattern = claim.text
    for number, span in reversed(list(enumerate(dates))):
        pattern = f"{pattern[: span.start]}⦃{number}⦄{pattern[span.end :]}"
    leading = _LEADING.match(pattern)
    plain = pattern[leading.end() :] if leading else pattern
    work = _WORK_ON.match(plain)
    if work:
        behind = _BEHIND.match(plain[work.end() :])
        at = behind["date"] if behind else leading["date"] if leading else None
        steps = [("construction began", f"construction {work['verb']}", dates[int(at)])] if at is not None else []
        return ("", []) if _OTHERWISE.search(plain) else (work["thing"], steps)
    found = []
    starts = []
    for kind, verb in _STEP.items():
        for match in verb.finditer(plain):
            behind = _BEHIND.match(plain[match.end() :])
            at = behind["date"] if behind is not None else None
            between = plain[match.end() : match.end() + behind.end()] if behind else ""
            if at is None and leading and not re.search(r"⦃", plain):
                at, between = leading["date"], plain[match.end() :]
            starts.append(match.start("verb"))
            if at is not None and not _another_step(between):
                found.append((kind, match["verb"].lower(), dates[int(at)]))
    if not starts:
        return "", []
    subject = plain[: min(starts)].strip(" ,")
    if _OTHERWISE.search(plain[min(starts) :]) or _OTHERWISE.search(subject) or _KIN.search(subject):
        return subject, []
    return re.sub(r",.*$", "", subject), _once_each(found)


def _is_of_another(subject: str, verb: str, day: DateSpan, sentence: str) -> bool:
    """Return whether another name stands right before the verb: "…, as did the Canopus, laid down in 1896"."""
    at = sentence.find(day.surface)
    plain = verb.removeprefix("was ").removeprefix("were ")
    start = sentence.lower().rfind(plain, 0, at) if at > 0 else -1
    led = _NAME_BEFORE.search(sentence[:start]) if start > 0 else None
    name = led["name"].split()[-1].lower() if led else ""
    return bool(name) and name not in PRONOUNS and name not in subject.lower()


def _once_each(found: list[tuple[str, str, DateSpan]]) -> list[tuple[str, str, DateSpan]]:
    """ "was opened" is "opened" as well: the longer words stand for the step."""
    longest: dict[tuple[str, int], tuple[str, str, DateSpan]] = {}
    for kind, verb, day in found:
        known = longest.get((kind, day.start))
        if known is None or len(known[1]) < len(verb):
            longest[kind, day.start] = (kind, verb, day)
    return list(longest.values())


def _another_step(between: str) -> bool:
    return any(verb.search(between) for verb in _STEP.values())


def _wrong_ages(steps: list[DatedStep], cast: Cast) -> Iterator[tuple[int, int, str]]:
    """ "born in 1930", "died in 1988, aged 75"."""
    births = [step for step in steps if step.kind == "born"]
    for step in steps:
        aged = _AGED.search(step.claim.text)
        if step.kind == "born" or aged is None or len([span for span in step.claim.dates if not span.relative]) != 1:
            continue
        for birth in births:
            if not (cast.is_one(birth.thing, step.thing) or birth.thing == step.thing):
                continue
            ages = _ages(birth.date, step.date)
            if ages and not ages[0] <= int(aged["age"]) <= ages[1]:
                said = f"{ages[0]} or {ages[1]}" if ages[0] != ages[1] else f"{ages[0]}"
                yield (
                    birth.index,
                    step.index,
                    f"From {birth.date.surface} to {step.date.surface} is {said} years, not {aged['age']}.",
                )


def _too_young(steps: list[DatedStep], cast: Cast) -> Iterator[tuple[int, int, str]]:
    """ "born in 1862", "finished his studies in 1874"."""
    for birth in (step for step in steps if step.kind == "born"):
        for step in steps:
            least = LEAST_AGES.get(step.kind)
            ages = _ages(birth.date, step.date) if least else None
            if least is None or ages is None or ages[1] >= least:
                continue
            if cast.is_one(birth.thing, step.thing) or birth.thing == step.thing:
                told = f"From {_told(birth)} to {_told(step)} is {ages[1]} years at most"
                yield birth.index, step.index, f"{told}: too young for that."


def _ages(born: DateSpan, then: DateSpan) -> tuple[int, int] | None:
    """Return the least and the greatest age in whole years, None where it would be below zero or dates are open."""
    if born.first is None or born.last is None or then.first is None or then.last is None:
        return None
    least, most = _whole_years(born.last, then.first), _whole_years(born.first, then.last)
    return (least, most) if least >= 0 else None


def _whole_years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
