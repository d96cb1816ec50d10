"""Dates in running text as closed intervals of days."""

from .reading import read_dates
from .span import DateSpan

__all__ = ["DateSpan", "read_dates"]
