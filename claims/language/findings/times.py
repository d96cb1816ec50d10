"""Spans of years that do not fit their dates: "since 1990 … for 40 years" in an article of 2023."""

import re
from datetime import date
from decimal import Decimal

from claims.language.dates import DateSpan
from claims.language.quantities import Quantity
from claims.language.results import Contradiction, ExtractedClaim

_LASTING = re.compile(
    r"\b(?:for|lasted|lasting|spanned|spanning|took|over|in|during)\s+(?:(?:the|past|last|more|than|about|around|some|"
    r"nearly|almost|over|roughly|at|least|a|total|of)\s+)*$",
    re.IGNORECASE,
)
_POINT_IN_TIME = re.compile(r"^[\s-]*(?:old|ago|later|earlier|after|before|from now|of age)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+|about\s+)?$", re.IGNORECASE)
#: How many years the printed date leaves open.
_OPEN_YEARS = {"day": 0, "month": 0, "quarter": 0, "season": 0, "half": 0, "year": 1, "decade": 9}


def false_spans(claims: list[ExtractedClaim], published_on: date | None) -> list[Contradiction]:
    """This function will compare each claim's number of years with the one date or range of years that it gives."""
    found = []
    for index, claim in enumerate(claims):
        explanation = _false_span(claim, published_on)
        if explanation:
            found.append(Contradiction("self_contradiction", index, index, explanation))
    return found


def _false_span(claim: ExtractedClaim, published_on: date | None) -> str | None:
    lengths = [quantity for quantity in claim.quantities if _is_length(quantity, claim.text)]
    named = [span for span in claim.dates if not span.relative]
    if len(lengths) != 1 or len(named) != 1 or claim.kind in ("question", "advice"):
        return None
    years = _years_of(named[0], claim.text, published_on)
    if years is None:
        return None
    shortest, longest, words = years
    said = lengths[0].value_low
    slack = _rounding(said) if lengths[0].comparator in ("=", "~") else Decimal("Infinity")
    if shortest - slack <= said <= longest + slack:
        return None
    return f"{words} is {longest} years, not {lengths[0].surface}."


def _years_of(span: DateSpan, text: str, published_on: date | None) -> tuple[int, int, str] | None:
    """The least and the most years that the date allows, and words for it."""
    if span.precision == "range" and span.comparator == "=" and span.first and span.last:
        length = span.last.year - span.first.year
        return (length - 1, length, f"From {span.first.year} to {span.last.year}") if length else None
    if span.first is None or published_on is None or not _SINCE.search(text[: span.start]):
        return None
    length = published_on.year - span.first.year
    if length <= 0 or span.precision not in _OPEN_YEARS:
        return None
    return length - 1 - _OPEN_YEARS[span.precision], length, f"From {span.first.year} to {published_on.year}"


def _is_length(quantity: Quantity, text: str) -> bool:
    if quantity.unit != "year" or _POINT_IN_TIME.match(text[quantity.end :]):
        return False
    return _LASTING.search(text[: quantity.start]) is not None


def _rounding(years: Decimal) -> Decimal:
    """ "30 years" may be 28 or 33; "17 years" is counted both ways: with the first year and without."""
    return max(Decimal(1), years / 10) if years % 10 == 0 else Decimal(1)
