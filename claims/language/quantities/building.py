"""Making a Quantity of what was read: the reading settled, the interval bounded and converted."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.language.quantities.comparators import (
    comparator_after,
    comparator_before,
    over_is_across,
    over_is_during,
    under_is_at,
)
from claims.language.quantities.context import disambiguate
from claims.language.quantities.meaning import bounds, printed_interval
from claims.language.quantities.quantity import Quantity
from claims.language.quantities.terms import Term
from claims.language.units import convert, dimension_of

_PLUS_MINUS_BEFORE = re.compile(r"(?:±|\+/[-−]|plus or minus)[ \u00a0]?$")


@dataclass(frozen=True, slots=True)
class TermReading:
    """What was read at one place: its quantities (none for a name) and where to read on."""

    quantities: tuple[Quantity, ...]
    end: int


def ordinal_quantity(text: str, start: int, end: int, number: int) -> Quantity:
    """Make the quantity of a rank, which has no unit."""
    value = Decimal(number)
    return Quantity(
        text[start:end], start, end, value, value, None, "ordinal", "=", value, value, None, (), value, value
    )


def measured_quantity(
    text: str, start: int, end: int, value: Decimal, step: Decimal, readings: tuple[str, ...] | None, term: Term
) -> Quantity:
    """Make the quantity of one printed value, which means all that rounds to it."""
    if _PLUS_MINUS_BEFORE.search(text, max(0, start - 14), start):
        differences = tuple(name for name in readings or () if name.startswith("delta_"))
        interval = (-abs(value), abs(value))
        return build_quantity(text, start, end, (value, value), interval, differences or readings, term, "=")
    exact = readings is None and term.numeral.exact
    printed = printed_interval(value, step, exact=exact)
    sign = comparator_before(text, start) or comparator_after(text, end, counted=term.counted is not None) or "="
    return build_quantity(text, start, end, (value, value), printed, readings, term, sign)


def build_quantity(
    text: str,
    start: int,
    end: int,
    values: tuple[Decimal, Decimal],
    interval: tuple[Decimal, Decimal],
    readings: tuple[str, ...] | None,
    term: Term,
    sign: str,
) -> Quantity:
    """Make a quantity of printed ``values`` and the ``interval`` they mean, in the printed unit."""
    readings = disambiguate(readings, text, start, end, scaled=term.numeral.scale > 1) if readings else ()
    unit = readings[0] if readings else None
    dimension = "fraction" if unit is None and term.numeral.part else dimension_of(unit)
    if sign == ">" and (over_is_across(text, start) or (dimension == "time" and over_is_during(text, start, end))):
        sign = "="
    if sign == "<" and under_is_at(text, start, end):
        sign = "="
    low, high = bounds(*interval, values, sign)
    return Quantity(
        surface=text[start:end], start=start, end=end,
        low=None if low is None else convert(low, unit), high=None if high is None else convert(high, unit),
        unit=unit, dimension=dimension, comparator="~" if sign == "nearly" else sign,
        value_low=values[0], value_high=values[1], counted=term.counted if unit is None else None,
        readings=readings, bound_low=low, bound_high=high,
    )  # fmt: skip
