"""Why a figure of the claim and a figure of the evidence disagree: one kind from a closed list, and a sentence."""

import re

from claims.language.dates import DateSpan
from reviews.checking.figures import Figure
from reviews.checking.outcomes import Mismatch
from reviews.checking.relations import HOLDS, Relation, relation
from reviews.checking.slips import (
    are_digits_transposed,
    digits,
    is_digit_dropped,
    is_in_other_unit,
    is_separator_misread,
    near_power_of_ten,
    power_of_ten,
)

_PREFIXES = {3: "kilo", 6: "mega", 9: "giga", 12: "tera", -3: "milli", -6: "micro", -9: "nano", -12: "pico"}
_SYMBOL_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "m": -3, "µ": -6, "n": -9, "p": -12}
_UNIT_SYMBOL = re.compile(r"(?<![A-Za-z])(?P<prefix>[kMGTmµnp]?)(?P<base>Pa|Hz|eV|Wh|[NWVAJBgmsFCT])\s*$")
_UNIT_NAME = re.compile(
    r"\b(?P<prefix>kilo|mega|giga|tera|milli|micro|nano|pico)?"
    r"(?P<base>newtons?|watts?|volts?|amperes?|joules?|pascals?|hertz|grams?|met(?:er|re)s?|bytes?|bits?|seconds?)\s*$",
    re.IGNORECASE,
)
_SCALE_WORDS = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_NOT_PHYSICAL = ("count", "fraction", "percentage_point", "ordinal", "score", "date")

_PLAIN_DATES = {"day", "month", "year"}
_BARE_RANGE = re.compile(r"^[^\W_a-z].*\d.* and .*\d")
_COMPARATORS = {
    "count": {"<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least ", "~": "about "},
    "date": {"<": "before ", "<=": "until ", ">": "after ", ">=": "from ", "~": "about "},
    "ordinal": {"<": "a better place than ", ">": "a worse place than "},
}

Explanation = tuple[Mismatch, str]


def explain(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...] = ()) -> Explanation:
    """Name the kind of mismatch between two comparable figures that disagree, and put it in a sentence.

    rivals are the other figures of the evidence that the claim's figure could be compared with.
    """
    if isinstance(claim.value, DateSpan) and isinstance(evidence.value, DateSpan):
        return _date_mismatch(claim, evidence, claim.value, evidence.value)
    for test in (
        _strictness,
        _points,
        _separator,
        _power_of_ten,
        _unit,
        _range_end,
        _other_figure,
        _digits,
        _near_power,
    ):
        explanation = test(claim, evidence, rivals)
        if explanation:
            return explanation
    return (
        Mismatch.VALUE_MISMATCH,
        f"The evidence says {describe_figure(evidence)}; the claim says {describe_figure(claim)}.",
    )


def describe_figure(figure: Figure) -> str:
    """Print a figure with its comparator in words."""
    words = _COMPARATORS.get(figure.kind, _COMPARATORS["count"])
    quantity = figure.quantity
    if quantity and figure.comparator == "~" and quantity.bound_high == quantity.value_high:
        return f"nearly {figure.surface}"
    if _BARE_RANGE.search(figure.surface):
        return f"between {figure.surface}"
    return words.get(figure.comparator, "") + figure.surface


def _strictness(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if relation(claim, evidence) is not Relation.AT_BOUND or evidence.comparator != "=":
        return None
    return Mismatch.STRICTNESS, f"The evidence says {evidence.surface}, which is not {describe_figure(claim)}."


def _separator(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if not is_separator_misread(claim, evidence):
        return None
    return (
        Mismatch.SEPARATOR_MISREAD,
        f"The evidence says {evidence.surface}, the claim {claim.surface}: a decimal separator may have been read as a "
        "thousands separator.",
    )


def _power_of_ten(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    power = power_of_ten(claim, evidence)
    if power is None:
        return None
    times = f"{10 ** abs(power):,} times" if power > 0 else f"a {10 ** abs(power):,}th of"
    if claim.kind not in _NOT_PHYSICAL and not claim.kind.startswith("money"):
        meant = _unit_meant(claim, power)
        question = f": did the claim mean {meant}?" if meant else f": a slip of the unit's prefix ({_PREFIXES[power]})?"
        return (
            Mismatch.SI_PREFIX_SLIP,
            f"The evidence says {evidence.surface}, {times} the claim's {claim.surface}{question}",
        )
    if claim.kind in ("fraction", "percentage_point", "ordinal", "score"):
        return None
    meant = _scale_meant(claim, power)
    question = f"did the claim mean {meant}?" if meant else "a scale word or three zeros may be wrong."
    return (
        Mismatch.SCALE_WORD_SLIP,
        f"The evidence says {evidence.surface}, {times} the claim's {claim.surface}: {question}",
    )


def _scale_meant(claim: Figure, power: int) -> str | None:
    """Return the scale word that the claim should have had, where it has one already."""
    printed = next((n for n, word in _SCALE_WORDS.items() if word in claim.surface.lower()), None)
    return _SCALE_WORDS.get(printed + power) if printed else None


def _unit_meant(claim: Figure, power: int) -> str | None:
    """The claim's own unit with the prefix it should have had, such as kN for N; None where no single prefix does it."""
    symbol = _UNIT_SYMBOL.search(claim.surface)
    name = _UNIT_NAME.search(claim.surface)
    if symbol:
        wanted = _SYMBOL_PREFIXES[symbol["prefix"]] + power
        return next((letter + symbol["base"] for letter, n in _SYMBOL_PREFIXES.items() if n == wanted), None)
    if name:
        powers = {word: n for n, word in _PREFIXES.items()}
        wanted = powers.get((name["prefix"] or "").lower(), 0) + power
        return name["base"] if wanted == 0 else _PREFIXES[wanted] + name["base"] if wanted in _PREFIXES else None
    return None


def _unit(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if not is_in_other_unit(claim, evidence) or {claim.kind, evidence.kind} == {"fraction", "percentage_point"}:
        return None
    return (
        Mismatch.UNIT_SWAPPED,
        f"The evidence says {evidence.surface}, the claim {claim.surface}: the number is the same, the unit is not.",
    )


def _points(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if {claim.kind, evidence.kind} != {"fraction", "percentage_point"}:
        return None
    return (
        Mismatch.PERCENT_VS_POINTS,
        f"The evidence says {evidence.surface}, the claim {claim.surface}: per cent and percentage points are not the same.",
    )


def _range_end(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if not evidence.is_range or claim.is_range or not evidence.point_low <= claim.point_low <= evidence.point_high:
        return None
    return (
        Mismatch.RANGE_END,
        f"The evidence gives a range, {evidence.surface}; the claim says {describe_figure(claim)}.",
    )


def _other_figure(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if claim.comparator not in ("=", "~"):
        return None
    for rival in rivals:
        if rival.kind == claim.kind and relation(claim, rival) in HOLDS:
            return (
                Mismatch.QUALIFIER_MISMATCH,
                f"The evidence does say {rival.surface}, but of something else; for what the claim speaks of it says {describe_figure(evidence)}.",
            )
    return None


def _digits(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    if claim.comparator not in ("=", "~"):
        return None
    said = f"The evidence says {evidence.surface}, the claim {claim.surface}"
    if are_digits_transposed(claim, evidence):
        return Mismatch.DIGITS_TRANSPOSED, f"{said}: two digits changed places."
    if is_digit_dropped(claim, evidence):
        which = "dropped" if len(digits(claim)) < len(digits(evidence)) else "added"
        return Mismatch.DIGIT_DROPPED, f"{said}: a digit was {which}."
    return None


def _near_power(claim: Figure, evidence: Figure, rivals: tuple[Figure, ...]) -> Explanation | None:
    """Explain a physical value that fits closely under another prefix, where the two were also rounded or measured otherwise."""
    if claim.kind in _NOT_PHYSICAL or claim.kind.startswith("money"):
        return None
    power = near_power_of_ten(claim, evidence)
    meant = _unit_meant(claim, power) if power else None
    if power is None or meant is None:
        return None
    times = f"{10 ** abs(power):,} times" if power > 0 else f"a {10 ** abs(power):,}th of"
    return (
        Mismatch.SI_PREFIX_SLIP,
        f"The evidence says {evidence.surface}, about {times} the claim's {claim.surface}: did the claim mean {meant}?",
    )


def _date_mismatch(claim: Figure, evidence: Figure, claimed: DateSpan, found: DateSpan) -> Explanation:
    if claim.comparator == evidence.comparator == "=" and _is_one_year_apart(claimed, found):
        return (
            Mismatch.OFF_BY_ONE_YEAR,
            f"The evidence says {evidence.surface}, the claim {claim.surface}: one year apart.",
        )
    if claim.comparator in ("<", ">") and _lies_in(found, claimed):
        return (
            Mismatch.STRICTNESS,
            f"The evidence says {describe_figure(evidence)}, which is not {describe_figure(claim)}.",
        )
    return (
        Mismatch.DATE_MISMATCH,
        f"The evidence says {describe_figure(evidence)}; the claim says {describe_figure(claim)}.",
    )


def _is_one_year_apart(one: DateSpan, other: DateSpan) -> bool:
    """Neighbouring years, and nothing else that both print differs."""
    if not (one.year and other.year and {one.precision, other.precision} <= _PLAIN_DATES):
        return False
    parts = ((one.month, other.month), (one.day, other.day))
    return abs(one.year - other.year) == 1 and all(a == b or None in (a, b) for a, b in parts)


def _lies_in(inner: DateSpan, outer: DateSpan) -> bool:
    """Return whether the inner date prints every part that the outer one prints, such as 9 January 1987 in 1987."""
    parts = ((outer.year, inner.year), (outer.month, inner.month), (outer.day, inner.day))
    return outer.year is not None and all(wanted in (None, printed) for wanted, printed in parts)
