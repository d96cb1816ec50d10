"""Names of months, weekdays, seasons and ranks, and the patterns that dates are made of."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
RANKS = {
    name: number
    for number, name in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
        start=1,
    )
} | {"twenty-first": 21, "twenty first": 21}  # fmt: skip
SMALL_NUMBERS = {
    name: number
    for number, name in enumerate(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}  # fmt: skip

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
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
