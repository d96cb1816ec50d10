"""Dates that count from the day of writing: yesterday, last month, 17 years ago, the past 30 years, on Monday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .names import SMALL_NUMBERS, WEEKDAY, WEEKDAYS
from .span import UNKNOWN, DateSpan, Days, months, years

_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_RELATIVE = re.compile(
    rf"""\b(?:
      (?P<day>day\ before\ yesterday|yesterday|today|tonight|tomorrow|this\ (?:morning|afternoon|evening))
    | (?P<which>last|this|next|previous|past|current|coming)\ (?P<period>week|month|quarter|year|decade|century|{WEEKDAY})
    | (?P<ago>{_NUMBER})[ -](?P<agounit>day|week|month|year|decade|centur)(?:s|y|ies)?\ ago
    | (?:the|these)\ (?:past|last|previous)\ (?P<past>{_NUMBER})[ -](?P<pastunit>day|week|month|year|decade|centur)(?:s|y|ies)?
    | (?:on\ |since\ |until\ |by\ |late\ |early\ )(?P<weekday>{WEEKDAY})
    )\b""",
    re.VERBOSE | re.I,
)
_DAY_SHIFT = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2}
_DAYS_IN = {"day": 1, "week": 7}
_YEARS_IN = {"year": 1, "decade": 10, "centur": 100}


def relative_dates(text: str, anchor: date | None) -> Iterator[DateSpan]:
    """This function will find relative dates; without an ``anchor`` their days stay unknown."""
    for found in _RELATIVE.finditer(text):
        days, precision = _days(found, anchor)
        start = found.start("weekday") if found["weekday"] else found.start()
        yield DateSpan(found.string[start : found.end()], start, found.end(), *days, precision, True, "=")


def _days(found: re.Match[str], anchor: date | None) -> tuple[Days, str]:
    try:
        return _resolved(found, anchor)
    except OverflowError:
        return UNKNOWN, "range"


def _resolved(found: re.Match[str], anchor: date | None) -> tuple[Days, str]:
    if found["day"]:
        return _one(anchor, _DAY_SHIFT.get(found["day"].lower(), 0)), "day"
    if found["weekday"]:
        return _weekday(anchor, found["weekday"], "last on or before"), "day"
    if found["which"]:
        period = found["period"].lower()
        if period in WEEKDAYS:
            return _weekday(anchor, period, found["which"].lower()), "day"
        shift = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(found["which"].lower(), -1)
        return (_period(anchor, period, shift) if anchor else UNKNOWN), period
    if found["ago"]:
        unit = found["agounit"].lower()
        return _ago(anchor, _amount(found["ago"]), unit), "century" if unit == "centur" else unit
    return _past(anchor, _amount(found["past"]), found["pastunit"].lower()), "range"


def _amount(printed: str) -> int:
    return int(printed) if printed.isdigit() else SMALL_NUMBERS[printed.lower()]


def _one(anchor: date | None, shift: int) -> Days:
    return (anchor + timedelta(days=shift),) * 2 if anchor else UNKNOWN


def _weekday(anchor: date | None, name: str, which: str) -> Days:
    if anchor is None:
        return UNKNOWN
    back = (anchor.weekday() - WEEKDAYS[name.lower()]) % 7
    if which in ("next", "coming"):
        return _one(anchor, 7 - back)
    if which in ("last", "previous", "past") and back == 0:
        back = 7
    return _one(anchor, -back)


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


def _ago(anchor: date | None, amount: int, unit: str) -> Days:
    if anchor is None:
        return UNKNOWN
    if unit in _DAYS_IN:
        return _one(anchor, -amount * _DAYS_IN[unit])
    if unit == "month":
        return _period(anchor, "month", -amount)
    year = anchor.year - amount * _YEARS_IN[unit]
    return years(year, year)


def _past(anchor: date | None, amount: int, unit: str) -> Days:
    start = _ago(anchor, amount, unit)[0]
    return (start, anchor) if start else UNKNOWN
