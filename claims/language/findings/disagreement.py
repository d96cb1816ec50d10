"""Two figures that should be one, set against each other with the arithmetic and the reading that would mend them."""

import re
from decimal import ROUND_CEILING, Decimal

from claims.language.findings.intervals import two_digits
from claims.language.quantities import Quantity, convert, currency_of, overlap, with_unit

#: Rounding in a conversion explains a smaller difference: "380 tf (3,730 kN)".
_ROUNDING = Decimal("0.02")
#: With the right prefix two honest figures for one thing lie this close together.
_AGREEMENT = Decimal("0.15")
_PREFIXES = (("k", 3), ("M", 6), ("G", 9), ("m", -3))
_BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
_UNIT_NAMES = {
    "metric_ton_force": "tonne-force",
    "short_ton_force": "short ton-force",
    "long_ton_force": "long ton-force",
}


def conflict(one: Quantity, other: Quantity) -> str | None:
    """Say in one sentence why two figures cannot both hold, under every reading of their units.

    None where they can, or where they measure different things. One ambiguous word is read one way in both.
    """
    pairs = [
        (first, second)
        for first in _readings(one)
        for second in _readings(other)
        if first.dimension == second.dimension
        and (first.unit == second.unit or set(first.readings) != set(second.readings))
        and currency_of(first.unit) == currency_of(second.unit)
    ]
    if not pairs or any(overlap(*pair) or relative_difference(*pair) <= _ROUNDING for pair in pairs):
        return None
    return disagreement(*pairs[0])


def relative_difference(one: Quantity, other: Quantity) -> Decimal:
    """Return how far apart the middles of two figures are, relative to the smaller one."""
    smaller, larger = sorted((_middle(one), _middle(other)))
    return (larger - smaller) / smaller if smaller > 0 else Decimal("Infinity")


def _middle(quantity: Quantity) -> Decimal:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return abs(sum(ends, Decimal(0))) / len(ends) if ends else Decimal(0)


def _readings(quantity: Quantity) -> list[Quantity]:
    if len(quantity.readings) < 2:
        return [quantity]
    return [with_unit(quantity, unit) for unit in quantity.readings]


def disagreement(one: Quantity, other: Quantity) -> str:
    """Set two figures of one dimension against each other in one sentence, with what would mend it."""
    if one.comparator in _BOUNDS or other.comparator in _BOUNDS:
        return f"{_said(one)} and {_said(other)} cannot both hold."
    factor = convert(Decimal(1), other.unit) if other.unit else Decimal(1)
    offset_free = factor > 0 and one.dimension != "temperature"
    apart = relative_difference(one, other)
    if not offset_free or not apart.is_finite():
        return f"{one.surface} and {other.surface} cannot both hold."
    start = f"{one.surface} is about {two_digits(_middle(one) / factor)} {_unit_words(other)}, not {_printed(other)}"
    if one.unit == other.unit:
        start = f"{one.surface} is not {other.surface}"
    if apart < 1:
        return f"{start}: the two differ by {_percent(apart)} %."
    return f"{start}: the two disagree by a factor of about {two_digits(apart + 1)}{_repair(one, other)}."


def _said(quantity: Quantity) -> str:
    return f"{_BOUNDS.get(quantity.comparator, '')} {quantity.surface}".strip()


def _repair(one: Quantity, other: Quantity) -> str:
    """Return the SI prefix under which the two would agree, said of whichever value it mends."""
    for quantity, fixed in ((one, other), (other, one)):
        symbol = re.sub(r"^[^A-Za-zΩµ°]*", "", quantity.surface)
        if (
            currency_of(quantity.unit)
            or quantity.dimension in ("count", "fraction")
            or not 1 <= len(symbol) <= 2
            or symbol.startswith("k")
        ):
            continue
        for prefix, exponent in _PREFIXES:
            apart = _relative(_middle(quantity).scaleb(exponent), _middle(fixed))
            if apart <= _AGREEMENT:
                return f"; with {prefix}{symbol} they agree within {_percent(apart)} %"
    if currency_of(one.unit) or one.dimension == "count":
        ratio = relative_difference(one, other) + 1
        if any(_relative(ratio, Decimal(10) ** power) <= _AGREEMENT for power in (3, 6, 9)):
            return "; one of them may have the wrong scale word, such as million for billion"
    return ""


def _relative(one: Decimal, other: Decimal) -> Decimal:
    smaller, larger = sorted((one, other))
    return (larger - smaller) / smaller if smaller > 0 else Decimal("Infinity")


def _percent(share: Decimal) -> str:
    return f"{(share * 100).to_integral_value(ROUND_CEILING):f}"


def _unit_words(quantity: Quantity) -> str:
    if quantity.unit is None:
        return quantity.counted or ""
    return _UNIT_NAMES.get(quantity.unit, quantity.unit.replace("_", " "))


def _printed(quantity: Quantity) -> str:
    return f"{quantity.value_low.normalize():,f}"
