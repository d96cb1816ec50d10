"""Quantities in running text: numbers with their units as exact intervals."""

from claims.language.quantities.quantity import Quantity, QuantityJson, overlap, quantity_as_json, with_unit
from claims.language.quantities.reading import read_quantities
from claims.language.units import convert, currency_of, dimension_of

__all__ = [
    "Quantity",
    "QuantityJson",
    "convert",
    "currency_of",
    "dimension_of",
    "overlap",
    "quantity_as_json",
    "read_quantities",
    "with_unit",
]
