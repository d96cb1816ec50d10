"""Names of months, weekdays, seasons and ranks, and the patterns that dates are made of."""

from claims.language.closed_classes import CARDINAL_TENS, CARDINAL_UNITS, ORDINALS

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
MONTH_ABBREVIATIONS = tuple(name for names in _MONTHS for name in names.split()[1:])
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
RANKS = {name: number for name, number in ORDINALS.items() if number <= 20} | {"twenty-first": 21, "twenty first": 21}
SMALL_NUMBERS = {
    name: number for name, number in (CARDINAL_UNITS | CARDINAL_TENS).items() if 1 <= number <= 60 and name != "fourty"
} | {"a": 1, "an": 1, "hundred": 100}

MONTH = (
    rf"(?:{'|'.join(names.split()[0].title() for names in _MONTHS)}"
    rf"|(?:{'|'.join(name.title() for name in MONTH_ABBREVIATIONS)})\b\.?)"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DASH = r"[ \u00a0]?[-–—‒−/][ \u00a0]?"
NOT_INSIDE = r"(?<![0-9A-Za-z_.,$€£¥#/:-])(?<![0-9][–—])"
NOT_GOING_ON = r"(?![0-9A-Za-z_]|[-/:.,][0-9]|[-–][0-9]{3,})"


def month_number(printed: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    return MONTHS[printed.lower().rstrip(".")]


def rank_number(printed: str) -> int:
    """Return the number of "third", "21st" or "twenty-first". Raises KeyError for another word."""
    lower = printed.lower()
    return int(lower[:-2]) if lower[0].isdigit() else RANKS[lower]
