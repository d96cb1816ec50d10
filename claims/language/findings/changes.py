"""Changes that do not come out: a rise or a fall against the two values that it leads from and to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.delexicalising import (
    WORDS,
    WORDS_AND_DATES,
    DelexicalisedSentence,
    Mistake,
    PatternMatch,
    figure_slot,
)
from claims.language.findings.intervals import Interval, two_digits
from claims.language.quantities import Quantity

_RISES = r"(?:rose|rises?|risen|grew|grows?|grown|increase[sd]?|climb(?:s|ed)?|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed)?|went up|swelled)"
_FALLS = (
    r"(?:fell|falls?|fallen|drop(?:s|ped)?|decline[sd]?|decrease[sd]?|shr[aiu]nks?|slid|plunge[sd]?|tumble[sd]?|sank|"
    r"went down|slump(?:s|ed)?|contracted)"
)
_CHANGE = (
    r"(?:rise|increase|growth|jump|gain|surge|fall|drop|decline|decrease|cut|reduction|loss|change|plunge|slump|more|less|"
    r"higher|lower|fewer)"
)
_SCALES = ("thousand", "million", "billion", "trillion")
_A, _B, _C = figure_slot("before"), figure_slot("after"), figure_slot("change")
_WHEN = rf"(?:{WORDS_AND_DATES}{{0,30}}?)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bby {_C}{WORDS}{{0,30}}?,? from {_A}{_WHEN} to {_B}",
        rf"\bby {_C} to {_B},? from {_A}",
        rf"\b(?:{_RISES}|{_FALLS}) {_C},? from {_A}{_WHEN} to {_B}",
        rf"\b(?:{_RISES}|{_FALLS}) (?:by )?{_C} to {_B}{_WHEN},? (?:up |down )?from {_A}",
        rf"\bfrom {_A}{_WHEN} to {_B}{_WHEN}(?:, | \(|, or |, that is,? )(?:up |down |an? )?(?:{_CHANGE} of )?(?:by )?{_C} ?{_CHANGE}?",
        rf"{_C} {_CHANGE}\b{WORDS}{{0,40}}? from {_A}{_WHEN} to {_B}",
        rf"{_B}{WORDS}{{0,20}}, (?:up|down) (?:by )?{_C} (?:from|on) {_A}",
        rf"\b(?:{_RISES}|{_FALLS}){WORDS_AND_DATES}{{0,20}}? to {_B}{_WHEN},? (?:up |down )?from {_A}{_WHEN}(?:, | \(|, or )(?:up |down |an? )?{_CHANGE} of {_C}",
    )
)
#: "It made 20,000 tonnes. This year it made 30,000 tonnes, 20 percent more."
_AFTERWARDS = re.compile(
    rf"^{WORDS_AND_DATES}*?\b(?P<verb>[a-z]+) {_A}(?: of (?P<stuff>[a-z]+)| [a-z]+)?{_WHEN}[.;] (?:{WORDS_AND_DATES}{{0,30}}? )?(?:it|they|he|she|the [a-z]+) "
    rf"(?P<again>[a-z]+) {_B}(?: of [a-z]+| [a-z]+)?{_WHEN}, (?:or )?{_C} (?P<way>more|less|fewer|higher|lower)(?=[.,;]|$| than (?:the (?:year|month|week|season) before|⦃))",
    re.IGNORECASE,
)
_DOUBLED_AFTER = re.compile(
    r"\b(?P<bound>more than |nearly |almost |over )?(?P<word>doubled|tripled|trebled|quadrupled|halved)\b"
    rf"(?: ⦃\d+⦄| in a year| within a year)?[:;.,] {WORDS_AND_DATES}{{1,40}}? {_B}(?: [a-z]+)?{_WHEN},? (?:after|from|up from|down from|compared with|compared to|against) {_A}",
    re.IGNORECASE,
)
_SAYS_CHANGE = re.compile(rf"\b(?:by|up|down|{_CHANGE}|{_RISES}|{_FALLS})\b", re.IGNORECASE)
_TIMES = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "quintupled": Decimal(5),
    "halved": Decimal("0.5"),
}
_MULTIPLIED = re.compile(
    rf"(?P<bound>more than |nearly |almost |over )?\b(?P<word>{'|'.join(_TIMES)})\b{WORDS_AND_DATES}{{0,30}}?,? "
    rf"(?:from {_A}{_WHEN} to {_B}|to {_B.replace('after', 'after2')}{_WHEN},? (?:up |down )?from {_A.replace('before', 'before2')})",
    re.IGNORECASE,
)
_WAY = re.compile(rf"\b(?:(?P<rises>{_RISES})|(?P<falls>{_FALLS}))\b{_WHEN} from {_A}{_WHEN} to {_B}", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:rank\w*|places?|positions?|table|seed|list|number|no|index|league|chart)\b", re.IGNORECASE)
#: "doubled" is said of anything between these shares of two times.
_LOOSELY = (Decimal("0.8"), Decimal("1.25"))


def change_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check every change that a sentence gives together with both its ends."""
    seen: set[str] = set()
    for pattern in _PATTERNS:
        for found in sentence.matches(pattern):
            if found.match["change"] in seen or not _SAYS_CHANGE.search(found.match[0]):
                continue
            seen.add(found.match["change"])
            words = _wrong_change(found)
            if words:
                yield found.quantity("change"), found.quantity("before"), words
    yield from _multiplied(sentence)
    yield from _wrong_way(sentence)


def later_change_errors(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check a change that a second sentence gives against its value and the one of the first."""
    for found in passage.matches(_AFTERWARDS):
        if found.word("verb") != found.word("again") or len(passage.figures) != 3:
            continue
        words = _wrong_change(found)
        if words:
            yield found.quantity("before"), found.quantity("change"), words


def _wrong_change(found: PatternMatch) -> str | None:
    change, before, after = (found.quantity(name) for name in ("change", "before", "after"))
    said, first, last = (found.interval(name) for name in ("change", "before", "after"))
    if said is None or first is None or last is None or not _alike(before, after):
        return None
    ends = f"From {before.surface} to {after.surface}"
    moved = first.distance(last)
    share = moved.ratio(first)
    if change.dimension in ("fraction", "percentage_point") and share is not None:
        in_points = before.dimension == "fraction"
        points_said = in_points and "point" in change.surface
        if said.meets(moved if points_said else share):
            return None
        distance = abs(last.middle - first.middle)
        percent = f"about {two_digits(distance / first.middle * 100)} percent"
        points = f"{two_digits(distance * 100)} percentage points, or " if in_points else "a change of "
        return f"{ends} is {points}{percent}, not {change.surface}."
    if change.dimension != before.dimension or change.unit != before.unit or said.meets(moved):
        return None
    return f"{ends} is not a change of {change.surface}."


def _multiplied(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "doubled from 20 million to 30 million"."""
    for found in sentence.matches(_MULTIPLIED):
        kind = "" if found.match["before"] else "2"
        yield from _wrong_multiple(found, f"before{kind}", f"after{kind}")
    yield from doubling_errors(sentence)


def doubling_errors(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "Output doubled: the plant made 4,000 cars, after 3,000 the year before", in one sentence or two."""
    for found in passage.matches(_DOUBLED_AFTER):
        yield from _wrong_multiple(found, "before", "after")


def _wrong_multiple(found: PatternMatch, first_name: str, last_name: str) -> Iterator[Mistake]:
    before, after = found.quantity(first_name), found.quantity(last_name)
    first, last = found.interval(first_name), found.interval(last_name)
    real = last.ratio(first) if first and last and _alike(before, after) else None
    times = _TIMES[found.word("word")]
    if real is not None and not real.meets(ratio_interval(times, found.word("bound").strip())):
        ends = f"From {before.surface} to {after.surface}"
        yield (
            before,
            after,
            f"{ends} is about {two_digits(real.middle)} times as much, not {times.normalize():f} times.",
        )


def ratio_interval(times: Decimal, bound: str) -> Interval:
    """Return the ratios of which one may say "twice", "more than twice" or "nearly twice"."""
    low, high = _LOOSELY
    if bound in ("more than", "over"):
        return Interval(times, times * 1000)
    return Interval(times * low, times * (1 if bound in ("nearly", "almost") else high))


def _wrong_way(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "fell from 20 percent to 30 percent"."""
    if _RANKED.search(sentence.text):
        return
    for found in sentence.matches(_WAY):
        before, after = found.quantity("before"), found.quantity("after")
        first, last = found.interval("before"), found.interval("after")
        if first is None or last is None or not _alike(before, after) or first.meets(last):
            continue
        if bool(found.match["rises"]) != (last.middle > first.middle):
            word = found.word("rises") or found.word("falls")
            way = "less" if last.middle < first.middle else "more"
            yield before, after, f"{after.surface} is {way} than {before.surface}, yet the text says that it {word}."


def _alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two values are of one unit, which the second may leave out: "from 31 billion euros to 44 billion"."""
    left_out = other.unit is None and one.dimension == "money" and other.surface.lower().endswith(_SCALES)
    return left_out or (one.dimension, one.unit) == (other.dimension, other.unit)
