"""One measure printed in two units that do not agree: "3,000 metres (2,100 feet)", "1,922 kN, or about 19.6 tons of force"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.language.findings.delexicalising import DelexicalisedSentence, Mistake, PatternMatch, figure_slot
from claims.language.findings.disagreement import conflict, relative_difference
from claims.language.quantities import Quantity, currency_of, with_unit
from claims.language.quantities.meaning import last_place

_A, _B = figure_slot("one"), figure_slot("other")
#: A noun or two may stand between a figure and its conversion; a preposition would begin a condition.
_NOUNS = r"(?: of)?(?: (?!(?:at|in|with|by|to|from|on|for|under|over|per|and|or|than|of|when|if)\b)[a-z-]+){0,2}?"
_SAYING_AGAIN = r"(?:or|that is|i\.e\.|which is|equal to|equivalent to|(?:or )?the equivalent of|equivalent of|corresponding to|namely)"
#: What the second figure holds under is another case, not another unit.
_UNCONDITIONAL = (
    r"(?! ?(?:by|with|when|if|while|at|on|for|under|without|over|during|per|from|to|more|less|and ⟦|each|a|an|if|where|"
    r"depending|away|wide|thick|deep|tall|high|after|before)\b)(?! in (?!length|height|width|diameter|area|depth|all\b))"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_A}{_NOUNS} ?[(\[](?:or |= ?|{_SAYING_AGAIN},? )?{_B}(?: of (?:force|thrust|[a-z]+))?[)\];,]",
        rf"{_A}{_NOUNS}(?:,| –| —|;)? ?{_SAYING_AGAIN},? (?:the equivalent of |to )?{_B}{_UNCONDITIONAL}",
    )
)
#: "6 ft 4 in", "10 by 20 m": one measure of two figures.
_COMPOUND_BEFORE = re.compile(r"⟧(?: and|,)? ?$|(?:[×⁄/]|\bx|\bby|⟧ (?:to|or|and)|\bbetween|[–-]) ?$", re.IGNORECASE)
_COMPOUND_BEHIND = re.compile(r"^ ?(?:[×⁄/]|x\b|by\b|to ⟦|and ⟦|or ⟦|⟦)", re.IGNORECASE)
#: A difference of degrees has no zero to shift.
_CHANGE_OF_DEGREES = re.compile(
    r"\b(?:rise|rose|fall|fell|warm|cool|increas|decreas|above|below|differ|drop|chang)", re.I
)
_NOT_MEASURED = frozenset({"count", "fraction", "percentage_point", "time", "ordinal", "data"})
#: Conversions are rounded, often twice: a smaller gap is no mistake that a reader would mind.
_ROUNDED = Decimal("0.08")


def conversion_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check every figure that a sentence prints again in another unit."""
    seen: set[str] = set()
    for pattern in _PATTERNS:
        for found in sentence.matches(pattern):
            one, other = found.quantity("one"), found.quantity("other")
            if found.match["other"] in seen or not _is_conversion(found, one, other):
                continue
            seen.add(found.match["other"])
            words = wrong_conversion(one, other)
            if words:
                yield one, other, words


def wrong_conversion(one: Quantity, other: Quantity) -> str | None:
    """Say in one sentence why one figure is no conversion of the other, None where rounding explains the gap."""
    words = conflict(_rounded(one), _rounded(other))
    apart = one.dimension == "temperature" or relative_difference(one, other) > _ROUNDED
    return (conflict(one, other) or words) if words and apart else None


def _rounded(quantity: Quantity) -> Quantity:
    """Widen a printed number by half of its last digit that is no zero: "15 miles (20 km)" is rounded to tens."""
    if quantity.bound_low is None or quantity.bound_high is None or quantity.value_low == 0:
        return quantity
    half = last_place(quantity.value_low.normalize()) / 2
    low, high = min(quantity.bound_low, quantity.value_low - half), max(quantity.bound_high, quantity.value_high + half)
    return with_unit(replace(quantity, bound_low=low, bound_high=high), quantity.unit) if quantity.unit else quantity


def _is_conversion(found: PatternMatch, one: Quantity, other: Quantity) -> bool:
    pattern, match = found.match.string, found.match
    if (
        one.surface.startswith(".")
        or one.unit == other.unit
        or {one.dimension, other.dimension} & _NOT_MEASURED
        or currency_of(one.unit)
    ):
        return False
    if one.dimension == "temperature" and _CHANGE_OF_DEGREES.search(found.sentence.text):
        return False
    starts, ends = (match.start("one") - 1, match.start("other") - 1), (match.end("one") + 1, match.end("other") + 1)
    leading = any(_COMPOUND_BEFORE.search(pattern[max(0, start - 12) : start]) for start in starts[:1])
    return not leading and not any(_COMPOUND_BEHIND.match(pattern[end:]) for end in ends)
