"""Dates that name a month or spell year, month and day: 30 May 1962, March 10–12, 2022-09-07, 07/09/2022."""

import re
from collections.abc import Iterator
from datetime import date

from claims.language.dates.names import DASH, DAY, MONTH, NOT_GOING_ON, NOT_INSIDE, WEEKDAY, YEAR, month_number
from claims.language.dates.span import UNKNOWN, DateSpan, Days, months, one_day, years

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
_IN_BEFORE = re.compile(r"\b[Ii]n(?: (?:early|late|mid))?[ -]$")
# What is said or done on a day has its name: "in May 12 remarks".
_PLURAL_BEHIND = re.compile(
    r"(?! (?:remarks|comments|protests|attacks|elections|talks|strikes|interviews|statements|speeches|raids|votes)\b)"
    r"(?: [a-z-]+)?? (?:[a-z]{3,}s|people|men|women|children|aircraft|troops)\b"
)
_DAYS_AHEAD = 92
_LAST_SHORT_YEAR = 35
_ALSO_VERBS, _VERB_LEADS = frozenset(["May", "March"]), frozenset(["and", "to"])
_NUMERIC = re.compile(
    rf"{NOT_INSIDE}(?:(?P<iso>{YEAR})(?P<mark>[-/.])(?P<im>1[0-2]|0?[1-9])(?:(?P=mark)(?P<id>3[01]|[12][0-9]|0?[1-9]))?"
    rf"|(?P<a>[0-3]?[0-9])(?P<sep>[/.-])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y>{YEAR}|[0-9]{{2}}(?=\b)))(?:T[0-9:.]+Z?)?{NOT_GOING_ON}"
)


# "In 1975 Nov–Dec", "1998 May 4": the year first.
_YEAR_FIRST = re.compile(
    rf"(?<![A-Za-z0-9_$€£.,/-])(?P<year>{YEAR}),?\s(?P<first>{MONTH})(?:(?:{DASH}|\sto\s)(?P<last>{MONTH})|\s(?P<day>{DAY}))?(?![0-9a-z_,]|[A-Z](?![a-z])|\s[0-9])"
)
_MONTH_SHORT_YEAR = re.compile(
    rf"(?<![A-Za-z0-9_$€£.,/-])(?:(?P<day>{DAY})\s)?(?P<month>{MONTH})\s['’](?P<year>[0-9]{{2}})(?![0-9A-Za-z'’])"
)
_TWO_DIGITS = re.compile("['’][0-9]{2}")
_MONTHS_OF_YEAR = re.compile(
    rf"\b(?P<first>{MONTH})(?:{DASH}|\s(?:to|through)\s)(?P<last>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})(?![0-9A-Za-z_]|[.,][0-9])"
)
# 07.09.22 prints the day first; so does 7.9.22 behind "on", where it is no version or section.
_SHORT_DOTTED = re.compile(
    r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{2})(?![0-9A-Za-z_%°]|[.,:/-][0-9]|\s?(?:%|(?!in|at|by|to|of|or|as|on|is)[a-zµ]{1,2}\b))"
)
_NO_DATE_BEFORE = re.compile(
    r"(?:[0-9A-Za-z_.,/:$€£#-]|\b(?:versions?|v\.?|sections?|releases?|articles?|chapters?|build|firmware|paragraphs?|rules?|no\.) )$",
    re.I,
)
_DAY_LEAD = re.compile(r"\b(?:on|dated|from|until|till|since|of) $", re.I)
_EAST_ASIAN_MARK = re.compile("[年月년월]")
_EAST_ASIAN_DATE = re.compile(
    rf"(?<![0-9])(?:(?P<year>{YEAR})\s?[年년]\s?)?(?P<month>1[0-2]|0?[1-9])\s?[月월](?:\s?(?P<day>{DAY})\s?[日号號일])?|(?<![0-9])(?P<alone>{YEAR})\s?[年년](?![间間代])"
)


def calendar_dates(text: str, anchor: date | None) -> Iterator[DateSpan]:
    """Find dates with a month; without a year it is the last such day up to three months ahead.

    A report speaks of what was more often than of what will be; without an ``anchor`` the days stay unknown.
    """
    for found in _SPELLED.finditer(text):
        if found["m2"] and not found["y2"] and _counts_in_month(found):
            yield _month(text, found.start("m2"), found.end("m2"), month_number(found["m2"]), None, anchor)
        else:
            yield _spelled(found, anchor)
    kinds = [(_NUMERIC, _numeric), (_SHORT_DOTTED, _short_dotted), (_YEAR_FIRST, _year_first), (_MONTHS_OF_YEAR, _months_of_year)]  # fmt: skip
    if _TWO_DIGITS.search(text):
        kinds.append((_MONTH_SHORT_YEAR, _month_short_year))
    for pattern, read in kinds:
        for found in pattern.finditer(text):
            span = read(found)
            if span:
                yield span
    if not text.isascii() and _EAST_ASIAN_MARK.search(text):
        for found in _EAST_ASIAN_DATE.finditer(text):
            yield _east_asian(found, anchor)
    for found in _MONTH_ALONE.finditer(text):
        if found["month"] not in _ALSO_VERBS or found["lead"] not in _VERB_LEADS:
            yield _month(text, found.start("month"), found.end("month"), month_number(found["month"]), None, anchor)


def _counts_in_month(found: re.Match[str]) -> bool:
    """Tell "In May 12 ships left" from "on May 12 ships left": nothing happens in a day of a month."""
    return bool(
        _IN_BEFORE.search(found.string, max(0, found.start("m2") - 10), found.start("m2"))
        and _PLURAL_BEHIND.match(found.string, found.end())
    )


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
        year = full_year(year)
    day_first, month_first = one_day(year, second, first), one_day(year, first, second)
    if found["sep"] == "." or month_first == UNKNOWN:
        return _numeric_span(found, day_first, year, second, first)
    if day_first in (UNKNOWN, month_first):
        return _numeric_span(found, month_first, year, first, second)
    # 07/09/2022 is 9 July to some and 7 September to others: both ends stay in.
    earlier, later = sorted(day for day, _ in (day_first, month_first) if day is not None)
    return DateSpan(found.group(), found.start(), found.end(), earlier, later, "range", False, "=", year)


def full_year(two_digits: int) -> int:
    """Return the year that two digits print: up to 49 in this century, from 50 in the last."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def short_year(two_digits: int) -> int:
    """Return the year behind an apostrophe: people shorten years that they remember, so '45 is 1945, and '30 is 2030."""
    return two_digits + (2000 if two_digits <= _LAST_SHORT_YEAR else 1900)


def _short_dotted(found: re.Match[str]) -> DateSpan | None:
    text, start = found.string, found.start()
    padded = len(found["day"]) == len(found["month"]) == 2
    if _NO_DATE_BEFORE.search(text, max(0, start - 12), start):
        return None
    if not padded and not _DAY_LEAD.search(text, max(0, start - 7), start):
        return None
    day, month, year = int(found["day"]), int(found["month"]), full_year(int(found["year"]))
    return _numeric_span(found, one_day(year, month, day), year, month, day)


def _year_first(found: re.Match[str]) -> DateSpan | None:
    year, first = int(found["year"]), month_number(found["first"])
    if found["first"] in _ALSO_VERBS and not (found["day"] or found["last"]):
        return None
    if found["day"]:
        day = _number(found["day"])
        return _numeric_span(found, one_day(year, first, day), year, first, day)
    return _span_of_months(found, year, first, month_number(found["last"] or found["first"]))


def _month_short_year(found: re.Match[str]) -> DateSpan | None:
    year, month = short_year(int(found["year"])), month_number(found["month"])
    if found["day"] is None:
        return _span_of_months(found, year, month, month)
    return _numeric_span(found, one_day(year, month, _number(found["day"])), year, month, _number(found["day"]))


def _months_of_year(found: re.Match[str]) -> DateSpan | None:
    return _span_of_months(found, int(found["year"]), month_number(found["first"]), month_number(found["last"]))


def _span_of_months(found: re.Match[str], year: int, first: int, last: int) -> DateSpan | None:
    """Return the months of one year; "1975 Dec–Jan" ends in the next one."""
    days = months(year, first, last if last >= first else last + 12)
    if first == last:
        return DateSpan(found.group(), found.start(), found.end(), *days, "month", False, "=", year, first)
    return DateSpan(found.group(), found.start(), found.end(), *days, "range", False, "=", year, first)


def _east_asian(found: re.Match[str], anchor: date | None) -> DateSpan:
    """Read 2022年9月7日, 9月7日, 2022年9月 or 2022年."""
    span = (found.group(), found.start(), found.end())
    if found["alone"]:
        year = int(found["alone"])
        return DateSpan(*span, *years(year, year), "year", False, "=", year)
    month, printed_year = int(found["month"]), int(found["year"]) if found["year"] else None
    if found["day"] is None:
        return _month(found.string, found.start(), found.end(), month, printed_year, anchor)
    day = _number(found["day"])
    known = printed_year or _nearest_year(month, day, anchor)
    days = one_day(known, month, day) if known else UNKNOWN
    return DateSpan(*span, *days, "day", False, "=", printed_year, month, day)


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
