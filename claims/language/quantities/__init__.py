"""Quantities in running text: numbers with their units as exact intervals."""

from ..units import convert, dimension_of
from .quantity import Quantity, as_json, overlap, reread
from .reading import read_quantities

__all__ = ["Quantity", "as_json", "convert", "dimension_of", "overlap", "read_quantities", "reread"]
