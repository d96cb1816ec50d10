"""Units of measure and currencies: how they look in print, what they measure, how they convert."""

from .conversion import as_decimal, convert, dimension_of
from .currencies import CODES, CURRENCIES, code_readings
from .currencies import SIGNS as CURRENCY_SIGNS
from .definitions import unit_named
from .suffixes import Suffix, read_suffix

__all__ = [
    "CODES",
    "CURRENCIES",
    "CURRENCY_SIGNS",
    "Suffix",
    "as_decimal",
    "code_readings",
    "convert",
    "dimension_of",
    "read_suffix",
    "unit_named",
]
