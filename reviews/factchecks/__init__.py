"""Fact-checks that others published, read out of the files in which they hand them on. Pure: bytes in, rows out."""

from reviews.factchecks.checking import CELLS, FactCheck, FactCheckRefused, fact_check
from reviews.factchecks.reading import FactCheckFileRefused, FileRow, read_fact_checks

__all__ = [
    "CELLS",
    "FactCheck",
    "FactCheckFileRefused",
    "FactCheckRefused",
    "FileRow",
    "fact_check",
    "read_fact_checks",
]
