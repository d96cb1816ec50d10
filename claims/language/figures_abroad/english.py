"""What dates are written with for their reader: years of four digits, and the names of the months."""

YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def ordinal(number: int) -> str:
    """Return a number as a rank: 1st, 22nd, 113th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
