"""Does one figure of the evidence make one figure of the claim true, false, or neither?"""

import re
from decimal import Decimal
from enum import StrEnum

from reviews.checking.figures import Figure


class Relation(StrEnum):
    """How an evidence figure bears on a claim figure of the same kind."""

    EQUAL = "equal"  # the same value, printed with the same or more precision
    WITHIN = "within"  # the claim's bound or range holds
    OPEN = "open"  # the evidence is too coarse or too open to tell
    AT_BOUND = "at_bound"  # the evidence is exactly the value that the claim's strict bound excludes
    OUTSIDE = "outside"  # the claim's value or bound fails


HOLDS = frozenset({Relation.EQUAL, Relation.WITHIN})
FAILS = frozenset({Relation.AT_BOUND, Relation.OUTSIDE})
_LOOSE = Decimal("0.03")
#: "Thousands" names no upper end: ten thousand and more are thousands, too.
_VAGUE = re.compile(r"(?:\b|of )(?:dozens|scores|hundreds|thousands|millions|billions)$", re.I)
_PRINTED_ALIKE = frozenset({"count", "score", "fraction"})


def relation(claim: Figure, evidence: Figure) -> Relation:
    """Relate two figures of one kind; a bound in the evidence is read as a figure close to it.

    Printed values are intervals given by their precision: evidence that rounds to the claim's figure supports it,
    while a claim more precise than its evidence stays open.
    """
    held = _relation(claim, evidence)
    if held is Relation.OUTSIDE and claim.point_low >= evidence.point_low and _VAGUE.search(evidence.surface):
        return Relation.OPEN
    return held


def _relation(claim: Figure, evidence: Figure) -> Relation:
    if claim.kind != evidence.kind and not {claim.kind, evidence.kind} <= _PRINTED_ALIKE:
        return Relation.OUTSIDE
    if claim.comparator in (">", ">="):
        return _above(claim, evidence)
    if claim.comparator in ("<", "<="):
        return _below(claim, evidence)
    return _same_date(claim, evidence) if claim.is_date else _same_value(claim, evidence)


def _above(claim: Figure, evidence: Figure) -> Relation:
    bound = claim.point_high
    if evidence.point_low > bound or (claim.comparator == ">=" and evidence.point_low == bound):
        return Relation.WITHIN
    if evidence.point_low == bound == evidence.point_high:
        return _at_bound(evidence, past=">")
    return Relation.OPEN if evidence.point_high > bound else Relation.OUTSIDE


def _below(claim: Figure, evidence: Figure) -> Relation:
    bound = claim.point_low
    if evidence.point_high < bound or (claim.comparator == "<=" and evidence.point_high == bound):
        return Relation.WITHIN
    if evidence.point_high == bound == evidence.point_low:
        return _at_bound(evidence, past="<")
    return Relation.OPEN if evidence.point_low < bound else Relation.OUTSIDE


def _at_bound(evidence: Figure, past: str) -> Relation:
    """The evidence prints the very value that the claim's strict bound excludes; past is the sign of the side it admits."""
    if evidence.comparator == past:
        return Relation.WITHIN
    return Relation.OPEN if evidence.comparator in ("~", f"{past}=") else Relation.AT_BOUND


def _same_date(claim: Figure, evidence: Figure) -> Relation:
    if claim.precision == evidence.precision == "range":
        alike = (claim.point_low, claim.point_high) == (evidence.point_low, evidence.point_high)
        return Relation.EQUAL if alike else Relation.OUTSIDE
    if evidence.point_low >= claim.point_low and evidence.point_high <= claim.point_high:
        return Relation.EQUAL
    if evidence.point_low <= claim.point_high and evidence.point_high >= claim.point_low:
        return Relation.OPEN
    return Relation.OUTSIDE


def _same_value(claim: Figure, evidence: Figure) -> Relation:
    if claim.point_low == evidence.point_low and claim.point_high == evidence.point_high:
        return Relation.EQUAL
    if claim.low is None or claim.high is None:
        return Relation.OPEN
    if evidence.is_range and not claim.is_range and claim.point_low in (evidence.point_low, evidence.point_high):
        return Relation.OUTSIDE
    if claim.low <= evidence.point_low and evidence.point_high <= claim.high:
        return Relation.EQUAL
    if not _overlap(claim.low, claim.high, evidence):
        return Relation.OPEN if _is_loose_share(claim, evidence) else Relation.OUTSIDE
    converted = claim.unit != evidence.unit and None not in (evidence.low, evidence.high)
    return Relation.EQUAL if converted or _rounds_to(claim, evidence) else Relation.OPEN


def _rounds_to(claim: Figure, evidence: Figure) -> bool:
    """Return an exact share ("two thirds") that the evidence prints in rounded figures."""
    return claim.kind == "fraction" and claim.low == claim.high


def _is_loose_share(claim: Figure, evidence: Figure) -> bool:
    """Return a share in words that is a little off: nobody says "half" of exactly 50 %."""
    return _rounds_to(claim, evidence) and abs(claim.point_low - evidence.point_low) <= _LOOSE


def _overlap(low: Decimal, high: Decimal, evidence: Figure) -> bool:
    """Whether the printed precision of both leaves room for one value; a bound stands for a value close to it."""
    if evidence.low is None or evidence.high is None:
        return low < evidence.point_high and evidence.point_low < high
    return low < evidence.high and evidence.low < high
