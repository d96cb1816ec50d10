"""A quantity that a text prints: where it stands, what it means as an interval, and how two of them relate."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypedDict

from claims.language.units import convert, currency_of, dimension_of


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as printed and as a closed interval.

    ``text[start:end] == surface`` covers number and unit, never the comparator. ``low`` and ``high`` are in SI base
    units (a plain count, a fraction of 1 for percentages, the currency's own unit for money, per SI unit in a price); None is unbounded.
    ``bound_low`` and ``bound_high`` are the same interval in the printed unit, ``value_low`` and ``value_high`` the
    printed numbers (equal unless a range). ``readings`` holds every unit the surface may mean, the chosen one first.
    ``comparator`` is one of "=", "~", "<", "<=", ">=", ">".
    """

    surface: str
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    dimension: str
    comparator: str
    value_low: Decimal
    value_high: Decimal
    counted: str | None
    readings: tuple[str, ...]
    bound_low: Decimal | None
    bound_high: Decimal | None


class QuantityJson(TypedDict):
    """A quantity as other programs read it, numbers as plain decimal strings in SI base units."""

    surface: str
    start: int
    end: int
    low: str | None
    high: str | None
    unit: str | None
    dimension: str
    comparator: str


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return the same printed number under another unit, with the interval that then follows.

    Raises KeyError for a name that is neither a unit of pint's nor a currency.
    """
    low, high = (None if b is None else convert(b, unit) for b in (quantity.bound_low, quantity.bound_high))
    readings = (unit, *(other for other in quantity.readings if other != unit))
    return replace(quantity, unit=unit, dimension=dimension_of(unit), low=low, high=high, readings=readings)


def overlap(first: Quantity, second: Quantity) -> bool:
    """Return whether two quantities can both hold: one dimension, one currency, common values.

    Intervals that only touch have no common value, unless one of them is a single point that the other admits.
    """
    if first.dimension != second.dimension or currency_of(first.unit) != currency_of(second.unit):
        return False
    low = max((q.low for q in (first, second) if q.low is not None), default=None)
    high = min((q.high for q in (first, second) if q.high is not None), default=None)
    if low is None or high is None or low < high:
        return True
    return low == high and _admits(first, low) and _admits(second, low) and (_is_point(first) or _is_point(second))


def _is_point(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.low == quantity.high


def _admits(quantity: Quantity, edge: Decimal) -> bool:
    open_below = quantity.comparator == ">" and edge == quantity.low
    open_above = quantity.comparator == "<" and edge == quantity.high
    return not (open_below or open_above)


def quantity_as_json(quantity: Quantity) -> QuantityJson:
    """Return the fields that other programs read, numbers as plain decimal strings."""
    return {
        "surface": quantity.surface,
        "start": quantity.start,
        "end": quantity.end,
        "low": _plain(quantity.low),
        "high": _plain(quantity.high),
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "comparator": quantity.comparator,
    }


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written
