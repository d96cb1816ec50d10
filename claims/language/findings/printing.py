"""Computed values as the text would print them, and figures that measure the same."""

import re
from decimal import Decimal

from claims.language.findings.intervals import interval_of
from claims.language.quantities import Quantity, currency_of

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures measure one dimension in one currency."""
    return one.dimension == other.dimension and currency_of(one.unit) == currency_of(other.unit)


def in_print(value: Decimal, like: Quantity) -> str:
    """Print a value in SI base units as a figure of the text would: 3 * 10^8 like "$200 million" is "$300 million"."""
    number = _NUMBER.search(like.surface)
    middle = interval_of(like)
    printed = Decimal(number.group().replace(",", "")) if number else Decimal(0)
    if number is None or middle is None or printed == 0:
        return f"{value.normalize():,f}"
    written = (value / (middle.middle / printed)).quantize(Decimal("0.01")).normalize()
    return like.surface.replace(number.group(), f"{written:,f}", 1)
