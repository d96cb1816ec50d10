"""Quantities in running text: numbers with their units as exact intervals."""

from claims.language.quantities.quantity import Quantity, as_json, overlap, reread
from claims.language.quantities.reading import read_quantities
from claims.language.units import convert, dimension_of

__all__ = ["Quantity", "as_json", "convert", "dimension_of", "overlap", "read_quantities", "reread"]
