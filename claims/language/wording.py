"""A statement that a person worded: what it prints, and whether it prints more than the article does."""

import re
from dataclasses import dataclass
from datetime import date

from claims.language.dates import read_dates
from claims.language.kinds import ClaimKind
from claims.language.quantities import QuantityJson, quantity_as_json, read_quantities
from claims.language.results import DateJson, date_as_json

_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class ClaimWording:
    """A worded claim as the splitter would describe it: plain values, offsets into its own text."""

    text: str
    kind: ClaimKind
    quantities: list[QuantityJson]
    dates: list[DateJson]


def read_wording(text: str, *, published_on: date | None) -> ClaimWording:
    """Read the numbers and dates of a statement."""
    quantities = [quantity_as_json(quantity) for quantity in read_quantities(text)]
    dates = [date_as_json(span) for span in read_dates(text, anchor=published_on)]
    return ClaimWording(text, ClaimKind.QUANTITY if quantities else ClaimKind.STATE, quantities, dates)


def invented_numerals(text: str, *, article: str) -> list[str]:
    """List the numerals of a statement that stand nowhere in the article."""
    printed = set(_NUMERAL.findall(article))
    return [numeral for numeral in _NUMERAL.findall(text) if numeral not in printed]
