"""Dates that name a month or spell year, month and day: 30 May 1962, March 10–12, 2022-09-07, 07/09/2022."""

import re
from collections.abc import Iterator
from datetime import date

from claims.language.dates.names import DASH, DAY, MONTH, NOT_GOING_ON, NOT_INSIDE, WEEKDAY, YEAR, month_number
from claims.language.dates.span import UNKNOWN, DateSpan, Days, months, one_day

_SPELLED = re.compile(
    rf"""(?<![A-Za-z0-9_$€£,])(?<![0-9]\.)(?:{WEEKDAY},?\s)?(?:the\s)?
    (?:
      (?P<d1>{DAY})(?:(?:{DASH}|\sto\s|\sand\s|\sor\s)(?P<d2>{DAY}))?(?:\s|\sof\s|-)(?P<m1>{MONTH})(?:(?:,?\s|-|\sof\s)(?P<y1>{YEAR}))?
    | (?P<m2>{MONTH})(?:\s|\sthe\s|-)(?P<d3>{DAY})(?:(?:{DASH}|\sto\s|\sand\s)(?P<d4>{DAY})(?!\s{MONTH}))?(?:(?:,\s?|\s)(?P<y2>{YEAR}))?
    | (?P<m3>{MONTH})(?:,?\s|\sof\s|-)(?P<y3>{YEAR})
    )(?![0-9a-z_]|[A-Z](?![a-z])|[.,][0-9]|\s?%)""",
    re.VERBOSE,
)
_MONTH_ALONE = re.compile(
    rf"\b(?P<lead>in|since|by|until|till|from|during|of|after|before|through|early|late|mid|and|to|this|last|next)(?P<gap>[ -])(?P<month>{MONTH})(?![0-9A-Za-z_’'-]| [0-9])"
)
_DAYS_AHEAD = 92
_ALSO_VERBS, _VERB_LEADS = frozenset(["May", "March"]), frozenset(["and", "to"])
_NUMERIC = re.compile(
    rf"{NOT_INSIDE}(?:(?P<iso>{YEAR})(?P<mark>[-/.])(?P<im>1[0-2]|0?[1-9])(?:(?P=mark)(?P<id>3[01]|[12][0-9]|0?[1-9]))?"
    rf"|(?P<a>[0-3]?[0-9])(?P<sep>[/.-])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y>{YEAR}|[0-9]{{2}}(?=\b)))(?:T[0-9:.]+Z?)?{NOT_GOING_ON}"
)


def calendar_dates(text: str, anchor: date | None) -> Iterator[DateSpan]:
    """Find dates with a month; without a year it is the last such day up to three months ahead.

    A report speaks of what was more often than of what will be; without an ``anchor`` the days stay unknown.
    """
    for found in _SPELLED.finditer(text):
        yield _spelled(found, anchor)
    for found in _NUMERIC.finditer(text):
        span = _numeric(found)
        if span:
            yield span
    for found in _MONTH_ALONE.finditer(text):
        if found["month"] not in _ALSO_VERBS or found["lead"] not in _VERB_LEADS:
            yield _month(text, found.start("month"), found.end("month"), month_number(found["month"]), None, anchor)


def _spelled(found: re.Match[str], anchor: date | None) -> DateSpan:
    month = month_number(found["m1"] or found["m2"] or found["m3"])
    printed_year = found["y1"] or found["y2"] or found["y3"]
    year = int(printed_year) if printed_year else None
    day = found["d1"] or found["d3"]
    if day is None:
        return _month(found.string, found.start(), found.end(), month, year, anchor)
    first_day, last_day = _number(day), _number(found["d2"] or found["d4"] or day)
    known = year or _nearest_year(month, first_day, anchor)
    days = _join(one_day(known, month, first_day), one_day(known, month, last_day)) if known else UNKNOWN
    precision = "day" if first_day == last_day else "range"
    return DateSpan(
        found.group(),
        found.start(),
        found.end(),
        *days,
        precision,
        False,
        "=",
        year,
        month,
        first_day if precision == "day" else None,
    )


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _join(first: Days, last: Days) -> Days:
    known = UNKNOWN not in (first, last) and first <= last
    return (first[0], last[1]) if known else UNKNOWN


def _month(text: str, start: int, end: int, month: int, year: int | None, anchor: date | None) -> DateSpan:
    known = year or _nearest_year(month, 15, anchor)
    days = months(known, month, month) if known else UNKNOWN
    return DateSpan(text[start:end], start, end, *days, "month", False, "=", year, month)


def _nearest_year(month: int, day: int, anchor: date | None) -> int | None:
    if anchor is None:
        return None
    candidates = [
        date(year, month, min(day, 28)) for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999
    ]
    near = [candidate for candidate in candidates if (candidate - anchor).days <= _DAYS_AHEAD]
    return max(near, default=candidates[0]).year


def _numeric(found: re.Match[str]) -> DateSpan | None:
    if found["iso"]:
        return _iso(found)
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    if len(found["y"]) == 2:
        if found["sep"] != "/":
            return None
        year += 2000 if year < 50 else 1900
    day_first, month_first = one_day(year, second, first), one_day(year, first, second)
    if found["sep"] == "." or month_first == UNKNOWN:
        return _numeric_span(found, day_first, year, second, first)
    if day_first in (UNKNOWN, month_first):
        return _numeric_span(found, month_first, year, first, second)
    # 07/09/2022 is 9 July to some and 7 September to others: both ends stay in.
    earlier, later = sorted(day for day, _ in (day_first, month_first) if day is not None)
    return DateSpan(found.group(), found.start(), found.end(), earlier, later, "range", False, "=", year)


def _numeric_span(found: re.Match[str], days: Days, year: int, month: int, day: int) -> DateSpan | None:
    if days == UNKNOWN:
        return None
    return DateSpan(found.group(), found.start(), found.end(), *days, "day", False, "=", year, month, day)


def _iso(found: re.Match[str]) -> DateSpan | None:
    year, month = int(found["iso"]), int(found["im"])
    if found["id"] is None:
        if (
            found["mark"] == "."
            or len(found["im"]) != 2
            or (found["mark"] == "-" and int(found["im"]) > year % 100 > 0)
        ):
            return None
        return DateSpan(
            found.group(), found.start(), found.end(), *months(year, month, month), "month", False, "=", year, month
        )
    return _numeric_span(found, one_day(year, month, int(found["id"])), year, month, int(found["id"]))
