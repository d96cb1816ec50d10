"""Lists that print their unit once: "5, 10 and 15 kN" are three forces."""

import re
from dataclasses import replace
from decimal import Decimal

from claims.language.quantities.meaning import bounds, last_place, printed_interval
from claims.language.quantities.quantity import Quantity
from claims.language.units import convert, currency_of, dimension_of

_LAST_BETWEEN = re.compile(r"-?,? (?:and|or|&|vs\.?|versus) |/")
_BETWEEN = re.compile(r"-?,? (?:and|or|&) |-?, ?|/")
#: "150, or 65 percent" says one thing twice; only a longer list has a comma there.
_RESTATED = ", or "


def share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give each bare number of a list the unit, or the counted noun, that its last member prints.

    One comma alone makes no list: "the total reached 534, 41% of them abroad".
    """
    shared = list(found)
    in_list = False
    for index in range(len(shared) - 2, -1, -1):
        current, following = shared[index], shared[index + 1]
        in_list = _is_bare(current) and _is_joined(text, shared, index, in_list=in_list)
        if in_list:
            shared[index] = _like(current, following)
    return shared


def _is_joined(text: str, found: list[Quantity], index: int, *, in_list: bool) -> bool:
    current, following = found[index], found[index + 1]
    listed = index > 0 and _is_bare(found[index - 1]) and _is_comma(text, found[index - 1], current)
    if _LAST_BETWEEN.fullmatch(text, current.end, following.start):
        return listed or text[current.end : following.start] != _RESTATED
    if not _BETWEEN.fullmatch(text, current.end, following.start):
        return False
    return in_list or listed


def _is_comma(text: str, first: Quantity, second: Quantity) -> bool:
    return bool(_BETWEEN.fullmatch(text, first.end, second.start))


def _is_bare(quantity: Quantity) -> bool:
    return quantity.dimension == "count" and quantity.counted is None


def _like(bare: Quantity, following: Quantity) -> Quantity:
    is_money = currency_of(following.unit) and not following.surface[0].isalnum()
    if is_money or (following.dimension in ("ordinal", "fraction") and following.unit != "percent"):
        return bare
    if following.dimension == "count":
        return replace(bare, counted=following.counted)
    step = _step(bare)
    values = (bare.value_low, bare.value_high)
    sign = "nearly" if bare.comparator == "~" and bare.bound_high == bare.value_high else bare.comparator
    is_range = bare.value_low != bare.value_high
    printed = values if is_range else printed_interval(bare.value_low, step, exact=False)
    low, high = bounds(*printed, values, sign)
    return replace(
        bare,
        unit=following.unit,
        dimension=dimension_of(following.unit),
        readings=following.readings,
        bound_low=low,
        bound_high=high,
        low=None if low is None else convert(low, following.unit),
        high=None if high is None else convert(high, following.unit),
    )


def _step(bare: Quantity) -> Decimal:
    return last_place(bare.value_low)
