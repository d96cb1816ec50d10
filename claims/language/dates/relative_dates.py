"""Dates that count from the day of writing: yesterday, last month, 17 years ago, the past 30 years, Monday, this spring."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from claims.language.dates.names import MONTH, SEASONS, SMALL_NUMBERS, WEEKDAY, WEEKDAYS, month_number
from claims.language.dates.span import UNKNOWN, DateSpan, Days, months, years

_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?:day|week|month|year|decade|centur)"
_MANY = r"(?:s|y|ies)?"
_VAGUE = r"(?:few|several|couple of)"
_PERIOD = r"(?:week|month|quarter|year|decade|century)"
_SEASON = rf"(?:{'|'.join(SEASONS)})"
_PATTERNS = {
    "near": r"(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|last night",
    "part": rf"(?P<half>earlier|later) (?:this|in the) (?P<parted>{_PERIOD})",
    "edge": rf"the (?P<bound>end|close|start|beginning) of (?P<edged>the|this|next|last) (?P<edgeof>{_PERIOD})",
    "rolling": r"the (?P<rollside>past|coming) (?P<rolled>week|month|year|decade|century)",
    "whole": rf"(?P<which>last|this|next|previous|past|current|coming) (?P<period>{_PERIOD}|weekend|{_SEASON}|(?-i:{MONTH})|{WEEKDAY})",
    "ago": rf"(?P<agoamount>{_NUMBER})[ -](?P<agounit>{_UNIT}){_MANY} ago",
    "ahead": rf"in (?P<aheadamount>{_NUMBER}) (?P<aheadunit>{_UNIT}){_MANY}['’]s? time|(?P<fromamount>{_NUMBER}) (?P<fromunit>{_UNIT}){_MANY} from now",
    "stretch": rf"(?:the|these) (?P<side>past|last|previous|next|coming) (?P<amount>{_NUMBER}|{_VAGUE})[ -](?P<unit>{_UNIT}){_MANY}",
    "vague": rf"(?:(?:the|these) )?(?P<vagueside>recent|past|coming) (?P<vagueunit>{_UNIT})(?:s|ies)",
    "weekday": rf"(?=(?-i:[MTWFS]))(?<!\bBlack )(?<!\bBloody )(?<!\bGood )(?<!\bPalm )(?<!\bEaster )(?<!\bAsh )(?<!\bCyber )(?<!\bSuper )(?<!\bHoly )(?P<weekdayname>(?-i:{WEEKDAY}))"
    r"(?! (?-i:Times|Telegraph|Mail|Mirror|Express|Post|Star|Night|Herald|World)\b)(?!-)",
}  # fmt: skip
# Looking for a word first spares most sentences the patterns; where two match, the caller keeps the longer.
_HINTS = {
    "near": ("yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "last night"),
    "part": ("earlier", "later"),
    "edge": ("the end", "the close", "the start", "the beginning"),
    "rolling": ("the past", "the coming"),
    "whole": ("last ", "this ", "next ", "previous ", "past ", "current ", "coming "),
    "ago": (" ago",),
    "ahead": (" time", "from now"),
    "stretch": ("past ", "last ", "previous ", "next ", "coming "),
    "vague": ("recent ", "past ", "coming "),
    "weekday": ("day",),
}
_KINDS = {kind: (re.compile(rf"\b(?:{pattern})\b", re.I), _HINTS[kind]) for kind, pattern in _PATTERNS.items()}
_DAY_SHIFT = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_DAYS_IN = {"day": 1, "week": 7}
_YEARS_IN = {"year": 1, "decade": 10, "centur": 100}
# How far "recent" and "coming" reach: up to the next larger unit.
_VAGUE_REACH = {"day": 14, "week": 8, "month": 12, "year": 10, "decade": 10, "centur": 10}
_SHIFTS = {"this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}
_EXPECTED = re.compile(
    r"(?:\b(?:will|shall|due(?! to\b)|to (?:be|begin|start|meet|hold|open|visit|arrive|resume)|expected|scheduled|planned)\b[^.;!?]{0,60}|\b(?:until|by|before)\s+)$",
    re.I,
)
_WINDOW = 90


def relative_dates(text: str, anchor: date | None) -> Iterator[DateSpan]:
    """Find relative dates; without an ``anchor`` their days stay unknown."""
    lower = text.lower()
    for kind, (pattern, hints) in _KINDS.items():
        if any(map(lower.__contains__, hints)):
            for found in pattern.finditer(text):
                days = _days(kind, found, anchor)
                yield DateSpan(found.group(), found.start(), found.end(), *days, _precision(kind, found), True, "=")


def _days(kind: str, found: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return UNKNOWN
    try:
        return _READERS[kind](found, anchor)
    except OverflowError:
        return UNKNOWN


def _precision(kind: str, found: re.Match[str]) -> str:
    if kind in ("near", "edge", "weekday"):
        return "day"
    if kind == "whole":
        return _precision_of(found["period"].lower())
    if kind in ("ago", "ahead"):
        unit = (found["agounit"] if kind == "ago" else found["aheadunit"] or found["fromunit"]).lower()
        return "century" if unit == "centur" else unit
    return "range"


def _precision_of(period: str) -> str:
    if period in WEEKDAYS:
        return "day"
    if period in SEASONS:
        return "season"
    if period == "weekend":
        return "week"
    return period if re.fullmatch(_PERIOD, period) else "month"


def _near(found: re.Match[str], anchor: date) -> Days:
    words = found.group().lower().removeprefix("the ")
    if words == "last night":
        return anchor - timedelta(days=1), anchor
    return (anchor + timedelta(days=_DAY_SHIFT.get(words, 0)),) * 2


def _part(found: re.Match[str], anchor: date) -> Days:
    first, last = _period(anchor, found["parted"].lower(), 0)
    if found["half"].lower() == "earlier":
        return (first, anchor) if first else UNKNOWN
    return (anchor, last) if last else UNKNOWN


def _edge(found: re.Match[str], anchor: date) -> Days:
    shift = _SHIFTS.get(found["edged"].lower(), -1)
    first, last = _period(anchor, found["edgeof"].lower(), shift)
    return (last, last) if found["bound"].lower() in ("end", "close") else (first, first)


def _whole(found: re.Match[str], anchor: date) -> Days:
    which, period = found["which"].lower(), found["period"].lower()
    shift = _SHIFTS.get(which, -1)
    if period in WEEKDAYS:
        return _weekday_of(anchor, WEEKDAYS[period], shift)
    if period == "weekend":
        monday = _period(anchor, "week", shift)[0]
        return (monday + timedelta(days=5), monday + timedelta(days=6)) if monday else UNKNOWN
    if period in SEASONS:
        return _nth(anchor, *SEASONS[period], shift)
    if not re.fullmatch(_PERIOD, period):
        month = month_number(period)
        return _nth(anchor, month, month, shift)
    return _period(anchor, period, shift)


def _weekday_of(anchor: date, weekday: int, shift: int) -> Days:
    ahead = (weekday - anchor.weekday()) % 7
    if shift > 0:
        return (anchor + timedelta(days=ahead or 7),) * 2
    if shift < 0:
        return (anchor + timedelta(days=ahead - 7),) * 2
    return (anchor + timedelta(days=weekday - anchor.weekday()),) * 2


def _nth(anchor: date, first: int, last: int, shift: int) -> Days:
    """Return "this", the "last" or the "next" of what returns every year: a month or a season."""
    near = [months(anchor.year + year, first, last) for year in (-2, -1, 0, 1)]
    known = [(begin, end) for begin, end in near if begin and end]
    if shift > 0:
        return next((days for days in known if days[0] > anchor), UNKNOWN)
    if shift < 0:
        return next((days for days in reversed(known) if days[1] < anchor), UNKNOWN)
    under_way = next((days for days in known if days[0] <= anchor <= days[1]), None)
    return under_way or months(anchor.year, first, last)


def _weekday(found: re.Match[str], anchor: date) -> Days:
    weekday = WEEKDAYS[found["weekdayname"].lower()]
    if anchor.weekday() == weekday:
        return anchor, anchor
    # News prints the day's name for the last one, or for the next one where something is still to come.
    before = found.string[max(0, found.start() - _WINDOW) : found.start()]
    return _weekday_of(anchor, weekday, 1 if _EXPECTED.search(before) else -1)


def _ago(found: re.Match[str], anchor: date) -> Days:
    return _away(anchor, -_amount(found["agoamount"]), found["agounit"].lower())


def _ahead(found: re.Match[str], anchor: date) -> Days:
    amount = _amount(found["aheadamount"] or found["fromamount"])
    return _away(anchor, amount, (found["aheadunit"] or found["fromunit"]).lower())


def _stretch(found: re.Match[str], anchor: date) -> Days:
    unit = found["unit"].lower()
    vague = re.fullmatch(_VAGUE, found["amount"], re.I)
    return _reaching(anchor, found["side"], _VAGUE_REACH[unit] if vague else _amount(found["amount"]), unit)


def _rolling(found: re.Match[str], anchor: date) -> Days:
    return _reaching(anchor, found["rollside"], 1, found["rolled"].lower().removesuffix("y"))


def _vague(found: re.Match[str], anchor: date) -> Days:
    unit = found["vagueunit"].lower()
    return _reaching(anchor, found["vagueside"], _VAGUE_REACH[unit], unit)


_READERS: dict[str, Callable[[re.Match[str], date], Days]] = {
    "near": _near, "part": _part, "edge": _edge, "whole": _whole, "ago": _ago, "ahead": _ahead, "stretch": _stretch,
    "rolling": _rolling, "vague": _vague, "weekday": _weekday,
}  # fmt: skip


def _amount(printed: str) -> int:
    return int(printed) if printed.isdigit() else SMALL_NUMBERS[printed.lower()]


def _reaching(anchor: date, side: str, amount: int, unit: str) -> Days:
    """Return the days from the unit so far back up to the day of writing, or on to the one ahead."""
    if side.lower() in ("next", "coming"):
        last = _away(anchor, amount, unit)[1]
        return (anchor, last) if last else UNKNOWN
    first = _away(anchor, -amount, unit)[0]
    return (first, anchor) if first else UNKNOWN


def _away(anchor: date, amount: int, unit: str) -> Days:
    """Return the day, week, month or year that lies so many units away."""
    if unit in _DAYS_IN:
        day = anchor + timedelta(days=amount * _DAYS_IN[unit])
        return (day, day) if unit == "day" else _period(day, "week", 0)
    if unit == "month":
        return _period(anchor, "month", amount)
    year = anchor.year + amount * _YEARS_IN[unit]
    return years(year, year)


def _period(anchor: date, period: str, shift: int) -> Days:
    if period == "week":
        monday = anchor + timedelta(days=7 * shift - anchor.weekday())
        return monday, monday + timedelta(days=6)
    if period in ("month", "quarter"):
        size = 3 if period == "quarter" else 1
        index = anchor.year * 12 + (anchor.month - 1) // size * size + shift * size
        return months(index // 12, index % 12 + 1, index % 12 + size)
    size = {"year": 1, "decade": 10, "century": 100}[period]
    first = (anchor.year // size + shift) * size
    return years(first, first + size - 1)
