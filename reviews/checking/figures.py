"""Figures of a statement (quantities, scores, dates) in one comparable form."""

import re
from dataclasses import dataclass, replace
from datetime import MINYEAR, date
from decimal import Decimal

from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, convert, currency_of, read_quantities, with_unit

_OUT_OF = re.compile(r"\s?/\s?(\d+)\b|\s+out\s+of\s+(?:a\s+possible\s+)?(\d+|four|five|six|ten|twenty|hundred)\b", re.I)
_NUMERATOR_BEFORE = re.compile(r"(?:/|\bout\s+of)\s*$", re.I)
_SOME_LEAP_YEAR = 2000
_TOPS = {"four": 4, "five": 5, "six": 6, "ten": 10, "twenty": 20, "hundred": 100}


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a statement. Bounds are SI values, or proleptic ordinals of days for dates; None is unbounded.

    `point_low` and `point_high` are the ends as printed, without the rounding interval round them; they differ in
    ranges and in dates only. `kind` tells what may be compared: a dimension, "date", "score", or "money EUR".
    """

    kind: str
    low: Decimal | None
    high: Decimal | None
    point_low: Decimal
    point_high: Decimal
    comparator: str
    surface: str
    start: int
    end: int
    counted: str | None
    value: Quantity | DateSpan
    out_of: Decimal | None = None

    @property
    def is_date(self) -> bool:
        return self.kind == "date"

    @property
    def quantity(self) -> Quantity | None:
        """The quantity that was read; None for a date."""
        return self.value if isinstance(self.value, Quantity) else None

    @property
    def unit(self) -> str | None:
        """The unit that the number was printed in; None for a count and for a date."""
        return self.quantity.unit if self.quantity else None

    @property
    def precision(self) -> str | None:
        """How finely a date is printed; None for a quantity."""
        return self.value.precision if isinstance(self.value, DateSpan) else None

    @property
    def is_range(self) -> bool:
        return not self.is_date and self.point_low != self.point_high


def read_figures(text: str, dates: list[DateSpan]) -> list[Figure]:
    """List the figures of text in order, among them those of its dates whose days are known."""
    figures = [figure for span in dates if (figure := _of_date(span))]
    spans = [(figure.start, figure.end) for figure in figures]
    for quantity in read_quantities(text):
        in_date = any(quantity.start < end and start < quantity.end for start, end in spans)
        if not in_date and not _NUMERATOR_BEFORE.search(text, 0, quantity.start):
            figures.append(_of_quantity(quantity, text))
    return sorted(figures, key=lambda figure: figure.start)


def dates_in_one_year(claim: str, evidence: str) -> tuple[list[DateSpan], list[DateSpan]]:
    """Read the dates of two texts; a date without a year takes the first year that either text prints.

    Where neither text prints a year, both are taken to speak of the same one.
    """
    claimed, found = read_dates(claim), read_dates(evidence)
    spans = [*claimed, *found]
    if all(span.first is not None or span.last is not None for span in spans):
        return claimed, found
    year = next((span.year for span in spans if span.year and span.year >= MINYEAR), _SOME_LEAP_YEAR)
    return _dates_in_year(claim, year), _dates_in_year(evidence, year)


def _dates_in_year(text: str, year: int) -> list[DateSpan]:
    return [_in_year(span, year) for span in read_dates(text, anchor=date(year, 12, 31))]


def _in_year(span: DateSpan, year: int) -> DateSpan:
    """Return the same days of that year, for a date that prints a day or month and no year."""
    if span.year or not span.month:
        return span
    first, last = (day if day is None or day.year == year else _moved(day, year) for day in (span.first, span.last))
    return replace(span, first=first, last=last)


def _moved(day: date, year: int) -> date:
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _of_date(span: DateSpan) -> Figure | None:
    """Return the figure a date stands for, None where its days are not known."""
    low, high = (None if day is None else Decimal(day.toordinal()) for day in (span.first, span.last))
    # "before May" ends on 30 April, but what is printed, and what the other text has to miss, is May.
    if low is not None:
        point_low = low - int(span.comparator == ">")
    elif high is not None:
        point_low = high + int(span.comparator == "<")
    else:
        return None
    point_high = point_low if low is None or high is None else high
    return Figure(
        "date", low, high, point_low, point_high, span.comparator, span.surface, span.start, span.end, None, span
    )  # fmt: skip


def of_quantity(quantity: Quantity) -> Figure:
    """Return the figure a quantity stands for."""
    point_low, point_high = points(quantity)
    currency = currency_of(quantity.unit)
    kind = f"{quantity.dimension} {currency}" if currency else quantity.dimension
    return Figure(
        kind, quantity.low, quantity.high, point_low, point_high, quantity.comparator,
        quantity.surface, quantity.start, quantity.end, quantity.counted, quantity,
    )  # fmt: skip


def _of_quantity(quantity: Quantity, text: str) -> Figure:
    figure = of_quantity(quantity)
    if figure.kind != "count":
        return figure
    inside = _OUT_OF.search(quantity.surface)
    top = inside or _OUT_OF.match(text, quantity.end)
    if top is None:
        return figure
    written = top.group(1) or top.group(2)
    end = quantity.end if inside else top.end()
    out_of = Decimal(_TOPS.get(written.lower()) or written)
    return replace(figure, kind="score", surface=text[quantity.start : end], end=end, out_of=out_of or None)


def as_comparable(claim: Figure, evidence: Figure) -> Figure | None:
    """Return the evidence's figure in the form in which the claim's can be compared with it, or None.

    A score meets a bare count as printed and a percentage as a share; a mass meets a force under another reading of
    its unit (a thrust in tons). Two currencies are compared only where the printed numbers agree: one sign is wrong.
    """
    kinds = (claim.kind, evidence.kind)
    if kinds[0] == kinds[1] or kinds in (("count", "score"), ("score", "count")):
        return evidence
    if set(kinds) == {"fraction", "percentage_point"} or _is_currency_swapped(claim, evidence):
        return evidence
    if kinds == ("fraction", "score") and evidence.out_of:
        return _scaled(evidence, 1 / evidence.out_of)
    if kinds == ("score", "fraction") and claim.out_of:
        return _scaled(evidence, claim.out_of)
    return _reread(claim, evidence)


def _is_currency_swapped(claim: Figure, evidence: Figure) -> bool:
    kinds = {figure.kind.partition(" ")[0] for figure in (claim, evidence)}
    return len(kinds) == 1 and min(kinds).startswith("money") and claim.point_low == evidence.point_low


def _scaled(figure: Figure, factor: Decimal) -> Figure:
    low, high = (None if bound is None else bound * factor for bound in (figure.low, figure.high))
    return replace(
        figure, low=low, high=high, point_low=figure.point_low * factor, point_high=figure.point_high * factor
    )


def _reread(claim: Figure, evidence: Figure) -> Figure | None:
    quantity = evidence.quantity
    if claim.is_date or quantity is None:
        return None
    for unit in quantity.readings[1:]:
        other = of_quantity(with_unit(quantity, unit))
        if other.kind == claim.kind:
            return other
    return None


def points(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return the printed numbers of a quantity in SI base units, the lower one first; one number twice."""
    if quantity.dimension == "ordinal":
        return quantity.value_low, quantity.value_high
    low, high = sorted((convert(quantity.value_low, quantity.unit), convert(quantity.value_high, quantity.unit)))
    return low, high
