"""A statement that a person worded: what it prints, and whether it prints more than the article does."""

import re
from dataclasses import dataclass
from datetime import date

from claims.language.dates import read_dates
from claims.language.kinds import ClaimKind
from claims.language.quantities import QuantityJson, quantity_as_json, read_quantities
from claims.language.readers import reader_of
from claims.language.results import DateJson, date_as_json
from core.article_language import ENGLISH, ArticleLanguage

_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class ClaimWording:
    """A worded claim as the splitter would describe it: plain values, offsets into its own text."""

    text: str
    kind: ClaimKind
    quantities: list[QuantityJson]
    dates: list[DateJson]


def read_wording(text: str, *, published_on: date | None, language: ArticleLanguage = ENGLISH) -> ClaimWording:
    """Read the numbers and dates of a statement as an article in this language would be read."""
    reader = reader_of(language)
    dated = read_dates(text, anchor=published_on) if reader is None else reader.dates(text, published_on)
    measured = read_quantities(text) if reader is None else reader.quantities(text)
    quantities, dates = list(map(quantity_as_json, measured)), list(map(date_as_json, dated))
    return ClaimWording(text, ClaimKind.QUANTITY if quantities else ClaimKind.STATE, quantities, dates)


def invented_numerals(text: str, *, article: str) -> list[str]:
    """List the numerals of a statement that stand nowhere in the article."""
    printed = set(_NUMERAL.findall(article))
    return [numeral for numeral in _NUMERAL.findall(text) if numeral not in printed]


def word_places(text: str, words: str) -> list[tuple[int, int]]:
    """Return every span at which a text has these words as whole words."""
    if not words:
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


#: Words that stand for whose something is, so that a name in their place says so too.
_POSSESSIVE = re.compile(r"(?:his|its|their|.*['’]s?)$", re.IGNORECASE)


def as_named(words: str, name: str) -> str:
    """Return a name in the form that takes the place of these words: “its” becomes “Glushko's”."""
    if not _POSSESSIVE.match(words) or name.endswith(("'s", "’s", "'", "’")):
        return name
    return f"{name}'s"
