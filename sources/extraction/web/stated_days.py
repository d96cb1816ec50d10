"""One day as a page writes it, for programs or for people; a day that could be another is no day."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate

#: Before these years there were no web pages; what states one is a placeholder.
_FIRST_YEAR = 1990
_LAST_YEAR = 2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero ene gennaio gen janeiro января янв stycznia januari leden ledna ocak січня",
            "february feb februar februari février fevrier févr febrero febbraio febbr fevereiro fev февраля фев lutego února "
            "şubat лютого",
            "march mar märz maerz mars marzo março marco марта мар marca maart března mart березня",
            "april apr avril avr abril abr aprile апреля апр kwietnia dubna nisan квітня",
            "may mai mayo maggio mag maio мая maja mei května mayıs травня",
            "june jun juni juin junio giugno giu junho июня июн czerwca června haziran червня",
            "july jul juli juillet juil julio luglio lug julho июля июл lipca července temmuz липня",
            "august aug août aout agosto ago августа авг sierpnia augustus srpna ağustos серпня augusti",
            "september sept sep septembre septiembre setiembre settembre setembro set сентября сен września září eylül вересня",
            "october oct oktober okt octobre octubre ottobre ott outubro out октября окт października října ekim жовтня",
            "november nov novembre noviembre novembro ноября ноя listopada listopadu kasım листопада",
            "december dec dezember dez décembre decembre diciembre dic dicembre dezembro декабря дек grudnia december prosince "
            "aralık грудня",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_ISO = re.compile(r"(?<![\d./-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d./-])|(?<!\d)(\d{4})(\d{2})(\d{2})(?=T\d|$)")
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(\d{4})[./](\d{1,2})[./](\d{1,2})(?![\d/-])|(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
)
_DAY_MONTH = re.compile(
    rf"(?<![\w.,-])(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:(?:de|of)\s+)?({_MONTH})\b\.?,?(?:\s+de|\s+del)?[\s-]+(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:at\s+[\d:]+\s*(?:[ap]\.?m\.?)?,?\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-]\d)(?!\d)")
_WITH_TIME = re.compile(r"^\w{3},? \d{1,2} \w{3} \d{4}")
#: Regions that write the month first; where English is stated without a region, either is possible.
_MONTH_FIRST = frozenset(["en-us", "en-ph", "es-us", "fil-ph"])
_DAY_FIRST_LANGUAGES = frozenset(
    ["fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "sl", "hr", "sr", "bs", "bg", "ro"]
    + ["el", "tr", "da", "nb", "nn", "no", "fi", "et", "lv", "is", "id", "ms", "vi", "ar", "he", "hi", "bn"]
    + ["ca", "gl"]
)
_DAY_FIRST_REGIONS = frozenset(
    ["gb", "au", "nz", "ie", "in", "za", "sg", "hk", "ng", "ke", "pk", "my", "mt", "gh", "jm", "tt", "bz"]
    + ["zw", "ug", "tz", "uk"]
)


@dataclass(frozen=True)
class DateHabits:
    """What settles a day in figures: the language and region of the page, and the (year, month) pairs that other fields of
    it name."""

    language: str | None = None
    months: frozenset[tuple[int, int]] = frozenset()


def days_in(text: str, habits: DateHabits) -> list[date]:
    """Return the days that a short text names, in their order.

    A day in figures such as 07/09/22 is read only where the language and region of the page, other days of it, or its own
    numbers settle which part is the month; one in ISO 8601 as written, in its own time zone.
    """
    found: list[tuple[int, date]] = []
    for pattern, order in ((_ISO, "ymd"), (_YEAR_FIRST, "ymd"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy")):
        for match in pattern.finditer(text):
            parts = dict(zip(order, (part for part in match.groups() if part), strict=True))
            if day := _day(parts["y"], parts["m"], parts["d"]):
                found.append((match.start(), day))
    for match in _IN_FIGURES.finditer(text):
        if day := _day_in_figures(match[1], match[2], match[3], match[4], habits):
            found.append((match.start(), day))
    return [day for _, day in sorted(found)]


def day_of(stated: str, habits: DateHabits) -> date | None:
    """Return the day that a field of a page states, None where it states none, several, or one that could be another."""
    stated = stated.strip()[:80]
    if _WITH_TIME.match(stated) and (parsed := parsedate(stated)):
        return _day(str(parsed[0]), str(parsed[1]), str(parsed[2]))
    days = set(days_in(stated, habits))
    return days.pop() if len(days) == 1 else None


def _day_in_figures(first: str, separator: str, second: str, year: str, habits: DateHabits) -> date | None:
    if len(year) == 2:
        year = f"20{year}"
    a, b = int(first), int(second)
    by_day, by_month = _day(year, second, first), _day(year, first, second)
    if a > 12 or b > 12 or a == b:
        return by_day or by_month
    if separator == ".":
        # Written with points, the day comes first, in whatever language (ISO, DIN 5008, GOST R 7.0.97, BS keep to it).
        return by_day
    match _order(habits.language):
        case "day":
            return by_day
        case "month":
            return by_month
        case _:
            fitting = [day for day in (by_day, by_month) if day and (day.year, day.month) in habits.months]
            return fitting[0] if len(fitting) == 1 else None


def _order(language: str | None) -> str:
    tag = (language or "").lower()
    if tag in _MONTH_FIRST:
        return "month"
    base, _, region = tag.partition("-")
    if base in _DAY_FIRST_LANGUAGES or (base == "en" and region in _DAY_FIRST_REGIONS):
        return "day"
    return ""


def _day(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.casefold()) or (int(month) if month.isdecimal() else 0)
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
