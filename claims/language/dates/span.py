"""A printed date and the days it may mean."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date | None, date | None]

UNKNOWN: Days = (None, None)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A printed date, text[start:end] == surface, comparator words left out.

    ``first`` and ``last`` are the days it may mean, both inclusive, the comparator applied ("before 1990" has no first
    and ends on 31 December 1989); both are None where the text alone doesn't settle them (no year, no anchor).
    ``precision`` is "day", "month", "quarter", "season", "half", "year", "decade", "century", "week" or "range".
    ``comparator`` is one of "=", "~", "<", "<=", ">=", ">". ``year``, ``month`` and ``day`` are the printed parts.
    """

    surface: str
    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    relative: bool
    comparator: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


def one_day(year: int, month: int, day: int) -> Days:
    """Return one day as an interval, or unknown days for a date that no calendar has."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(max(year, 1), month)[1]):
        return UNKNOWN
    return date(year, month, day), date(year, month, day)


def months(year: int, first: int, last: int) -> Days:
    """Return the days from one month of a year to another; months past 12 fall into the next year."""
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not (year >= MINYEAR and last_year <= MAXYEAR):
        return UNKNOWN
    return date(year, first, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def years(first: int, last: int) -> Days:
    """Return the days from the first of January of one year to the end of another."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return UNKNOWN
    return date(first, 1, 1), date(last, 12, 31)


def part_of(days: Days, part: str) -> Days:
    """Narrow an interval to its first, middle or last 40 %: "early", "mid", "late" have no sharper edge."""
    first, last = days
    if first is None or last is None:
        return days
    length = (last - first).days + 1
    begin, end = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}[part]
    return first + timedelta(days=length * begin // 10), first + timedelta(days=max(length * end // 10, 1) - 1)


def bounded(days: Days, comparator: str) -> Days:
    """Apply a comparator to the days a date names; "~" widens them by their own length."""
    first, last = days
    if first is None or last is None:
        return days
    if comparator == "<":
        return None, _shifted(first, -1)
    if comparator == "<=":
        return None, last
    if comparator == ">":
        return _shifted(last, 1), None
    if comparator == ">=":
        return first, None
    if comparator == "~":
        length = (last - first).days + 1
        return _shifted(first, -length), _shifted(last, length)
    return first, last


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
