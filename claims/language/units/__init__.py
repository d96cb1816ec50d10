"""Units of measure and currencies: how they look in print, what they measure, how they convert."""

from claims.language.units.conversion import as_decimal, convert, currency_of, dimension_of
from claims.language.units.currencies import CODES, CURRENCIES, code_readings
from claims.language.units.currencies import SIGNS as CURRENCY_SIGNS
from claims.language.units.definitions import unit_named
from claims.language.units.suffixes import Suffix, read_currency, read_divisor, read_suffix

__all__ = [
    "CODES",
    "CURRENCIES",
    "CURRENCY_SIGNS",
    "Suffix",
    "as_decimal",
    "code_readings",
    "convert",
    "currency_of",
    "dimension_of",
    "read_currency",
    "read_divisor",
    "read_suffix",
    "unit_named",
]
