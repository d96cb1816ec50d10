"""Dates in running text as closed intervals of days."""

from claims.language.dates.reading import read_dates
from claims.language.dates.span import DateSpan

__all__ = ["DateSpan", "read_dates"]
