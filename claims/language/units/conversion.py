"""Exact conversion of printed values to SI base units."""

from decimal import Context, Decimal
from fractions import Fraction

from claims.language.units.currencies import CURRENCIES
from claims.language.units.definitions import unit_named

# Room for every exact conversion that terminates; the others are cut here.
_CONTEXT = Context(prec=34)


def dimension_of(unit: str | None) -> str:
    """Name what a unit measures: "force", "money", "count" for None. Raises KeyError if unknown."""
    if unit is None:
        return "count"
    if unit in CURRENCIES:
        return "money"
    return unit_named(unit).dimension


def convert(value: Decimal, unit: str | None) -> Decimal:
    """Convert a printed value to SI base units (money and counts stay as they are).

    Exact where the result terminates within 34 digits, otherwise rounded there. Raises KeyError for an unknown unit.
    """
    if unit is None or unit in CURRENCIES:
        return value
    found = unit_named(unit)
    base = Fraction(value) * found.factor
    return as_decimal(base + found.offset if found.offset else base)


def as_decimal(value: Fraction) -> Decimal:
    """Write a fraction as a decimal of at most 34 significant digits."""
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
