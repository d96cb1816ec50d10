"""The ways in which a figure is copied wrongly: powers of ten, units, separators, digits."""

import re
from decimal import Decimal
from itertools import pairwise

from reviews.checking.figures import Figure

_POWERS = (3, -3, 6, -6, 9, -9, 12, -12)
_COARSEST = Decimal("0.02")
_NEAR = Decimal("0.05")
_FEWEST_DIGITS = 3
_TELLING_DIGITS = 2
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d.,' \u00a0\u2009]*\d|\d")
_THREE_AFTER_SEPARATOR = re.compile(r"\d[.,]\d{3}(?!\d)")
_NOT_FORM = re.compile(r"[\d.,'\s]+")


def is_slip(claim: Figure, evidence: Figure) -> bool:
    """Return whether one figure is the other, copied wrongly in one of the ways of this module."""
    if claim.is_date or evidence.is_date:
        return False
    return (
        power_of_ten(claim, evidence) is not None
        or is_in_other_unit(claim, evidence)
        or are_digits_transposed(claim, evidence)
        or is_digit_dropped(claim, evidence)
    )


def power_of_ten(claim: Figure, evidence: Figure) -> int | None:
    """Return the n of ±3, ±6, ±9, ±12 for which the claim's value times 10^n is the evidence's.

    Both count within their printed precision; None where no such n fits, or where a range or a zero is involved.
    """
    if claim.is_date or claim.is_range or evidence.is_range or not claim.point_low or not evidence.point_low:
        return None
    ratio = evidence.point_low / claim.point_low
    slack = _relative_precision(claim) + _relative_precision(evidence)
    return next((power for power in _POWERS if abs(ratio.scaleb(-power) - 1) <= slack), None)


def near_power_of_ten(claim: Figure, evidence: Figure) -> int | None:
    """Return the n of ±3, ±6, ±9, ±12 for which the claim's value times 10^n comes within a twentieth of the evidence's."""
    if claim.is_date or claim.is_range or evidence.is_range or not claim.point_low or not evidence.point_low:
        return None
    ratio = evidence.point_low / claim.point_low
    return next((power for power in _POWERS if abs(ratio.scaleb(-power) - 1) <= _NEAR), None)


def _relative_precision(figure: Figure) -> Decimal:
    """Half the last printed digit as a share of the value; never so coarse that neighbouring values would meet."""
    if figure.low is None or figure.high is None:
        return Decimal(0)
    return min(abs((figure.high - figure.low) / 2 / figure.point_low), _COARSEST)


def is_in_other_unit(claim: Figure, evidence: Figure) -> bool:
    """Return whether the printed number is the same and the unit or currency is another one."""
    one, other = claim.quantity, evidence.quantity
    if one is None or other is None:
        return False
    return one.unit != other.unit and (one.value_low, one.value_high) == (other.value_low, other.value_high)


def is_separator_misread(claim: Figure, evidence: Figure) -> bool:
    """Return whether 1.500 was taken for 1,500 or the other way round."""
    if not any(_THREE_AFTER_SEPARATOR.search(figure.surface) for figure in (claim, evidence)):
        return False
    same_digits = digits(claim).rstrip("0") == digits(evidence).rstrip("0")
    return same_digits and _form(claim) == _form(evidence) and power_of_ten(claim, evidence) in (3, -3)


def are_digits_transposed(claim: Figure, evidence: Figure) -> bool:
    """Return whether two neighbouring digits changed places and nothing else did."""
    one, other = digits(claim), digits(evidence)
    if _form(claim) != _form(evidence) or len(one) != len(other) or one == other:
        return False
    return any(one[:i] + second + first + one[i + 2 :] == other for i, (first, second) in enumerate(pairwise(one)))


def is_digit_dropped(claim: Figure, evidence: Figure) -> bool:
    """Return whether one figure has the other's digits and one more, three digits at least."""
    shorter, longer = sorted((digits(claim), digits(evidence)), key=len)
    if _form(claim) != _form(evidence) or len(longer) < _FEWEST_DIGITS or len(longer) != len(shorter) + 1:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def has_same_digits(claim: Figure, evidence: Figure) -> bool:
    """Return whether both print the same two or more significant digits with another unit or power of ten."""
    if claim.is_date or evidence.is_date or len(digits(claim).strip("0")) < _TELLING_DIGITS:
        return False
    same = digits(claim).strip("0") == digits(evidence).strip("0")
    return same and (power_of_ten(claim, evidence) is not None or is_in_other_unit(claim, evidence))


def digits(figure: Figure) -> str:
    """Return the digits of a figure's first printed number; empty for one written in words."""
    number = _NUMBER.search(figure.surface)
    return "".join(_DIGIT.findall(number.group())) if number else ""


def _form(figure: Figure) -> str:
    """Return what a figure is printed with apart from its digits and separators."""
    return _NOT_FORM.sub("", figure.surface).casefold()
