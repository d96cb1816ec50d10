"""Exact conversion of printed values to SI base units."""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

from claims.language.units.currencies import CURRENCIES
from claims.language.units.definitions import unit_named

# Room for every exact conversion that terminates; the others are cut here.
_CONTEXT = Context(prec=34)


def currency_of(unit: str | None) -> str | None:
    """Return the currency of an amount of money or of a price ("USD / kilogram"), None for another unit."""
    currency = (unit or "").partition(" / ")[0]
    return currency if currency in CURRENCIES else None


def dimension_of(unit: str | None) -> str:
    """Name what a unit measures: "force", "money", "money_per_mass", "count" for None. Raises KeyError if unknown."""
    if unit is None:
        return "count"
    if currency_of(unit):
        per = unit.partition(" / ")[2]
        return f"money_per_{unit_named(per).dimension}" if per else "money"
    return unit_named(unit).dimension


def convert(value: Decimal, unit: str | None) -> Decimal:
    """Convert a printed value to SI base units (money and counts stay as they are, a price is one per SI unit).

    Exact where the result terminates within 34 digits, otherwise rounded there. Raises KeyError for an unknown unit.
    """
    if unit is None or unit in CURRENCIES:
        return value
    return _converted(value, unit)


# Only what is computed is kept: 36 and 36.0 are one key, and money comes back as it was printed.
@lru_cache(maxsize=8192)
def _converted(value: Decimal, unit: str) -> Decimal:
    if currency_of(unit):
        return as_decimal(Fraction(value) / unit_named(unit.partition(" / ")[2]).factor)
    found = unit_named(unit)
    base = Fraction(value) * found.factor
    return as_decimal(base + found.offset if found.offset else base)


def as_decimal(value: Fraction) -> Decimal:
    """Write a fraction as a decimal of at most 34 significant digits."""
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def is_unit(name: str) -> bool:
    """Return whether a name is one of a unit."""
    try:
        unit_named(name)
    except KeyError:
        return False
    return True
