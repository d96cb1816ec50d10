"""The editors' pages about sources, and what the pages of the other apps are built on."""

from sources.admin import documents
from sources.admin.exchange import Exchange, Rows, Taken, in_chunks
from sources.admin.history import WholeHistory
from sources.admin.reading import (
    FETCH_COLOURS,
    WORK_COLOURS,
    Colours,
    ReadOnlyAdmin,
    SeenForm,
    TickedRows,
    fixed_width,
    one_of,
    shorten,
)
from sources.translating import in_english

__all__ = [
    "FETCH_COLOURS",
    "WORK_COLOURS",
    "Colours",
    "Exchange",
    "ReadOnlyAdmin",
    "Rows",
    "SeenForm",
    "Taken",
    "TickedRows",
    "WholeHistory",
    "documents",
    "fixed_width",
    "in_chunks",
    "in_english",
    "one_of",
    "shorten",
]
