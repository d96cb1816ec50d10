"""What a reader of whole sentences knows of its language."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, read_quantities
from claims.language.spans import Span


@dataclass(frozen=True)
class SentenceReader:
    """The rules of a language for whole sentences; spans count characters of the text that a function is given.

    `between_lines` stands where a sentence goes on in the next line, `longest_heading` and `long` count characters.
    `speaker_of` returns who a sentence says said it. A reader that is not `figures` reads no quantity and no date.
    """

    sentences: Callable[[str], Iterable[Span]]
    names: Callable[[str], Iterable[Span]]
    speaker_of: Callable[[str], str | None]
    ends: re.Pattern[str]
    superlatives: re.Pattern[str]
    predictions: re.Pattern[str]
    opinions: re.Pattern[str]
    between_lines: str
    longest_heading: int
    long: int
    figures: bool = True

    def dates(self, text: str, published_on: date | None) -> list[DateSpan]:
        """Return the dates of a text, in order."""
        return read_dates(text, anchor=published_on) if self.figures else []

    def quantities(self, text: str) -> list[Quantity]:
        """Return the quantities of a text, in order."""
        return read_quantities(text) if self.figures else []
