"""What a printed number means: the interval that its precision and its comparator leave open."""

from decimal import Decimal

_NARROWEST, _WIDEST = Decimal("0.025"), Decimal("0.1")

Bounds = tuple[Decimal | None, Decimal | None]


def printed_interval(value: Decimal, step: Decimal, *, exact: bool) -> tuple[Decimal, Decimal]:
    """Return the values that round to what is printed: half a step to either side, or the point.

    Source: XBRL Calculations 1.1 (2023), a reported number is the interval of its rounding.
    """
    if exact:
        return value, value
    return value - step / 2, value + step / 2


def last_place(value: Decimal) -> Decimal:
    """Return what one of the last printed digit is worth: 0.1 for 2.5, 1 for 40. Raises ValueError for no finite number."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def approximation_tolerance(value: Decimal) -> Decimal:
    """Return how far "about" may be off: half of the last non-zero digit's place, 2.5 % to 10 %.

    "about 500" is 450 to 550, "about 4150" is 4046.25 to 4253.75: a rounder number is meant more roughly.
    """
    if value == 0:
        return Decimal(0)
    size = abs(value)
    place = last_place(size.normalize())
    return min(max(place / 2, size * _NARROWEST), size * _WIDEST)


def bounds(low: Decimal, high: Decimal, values: tuple[Decimal, Decimal], comparator: str) -> Bounds:
    """Bound a printed interval by its comparator; ``values`` are the printed numbers themselves.

    "nearly" reaches from the tolerance of ``approximation_tolerance`` up to the number; "up to" and "more than" leave one side open.
    """
    smallest, largest = values
    if comparator in (">", ">="):
        return smallest, None
    if comparator in ("<", "<="):
        return None, largest
    if comparator == "nearly":
        return smallest - approximation_tolerance(smallest), largest
    if comparator == "~":
        return min(low, smallest - approximation_tolerance(smallest)), max(
            high, largest + approximation_tolerance(largest)
        )
    return low, high
