"""What an address or a form gives, read into what queries and services can take."""

from collections.abc import Iterable

from django.http import QueryDict


def integer(text: str | None) -> int | None:
    """Return the whole number that was given, or None where there is none that could be the number of a row."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None


def integers(texts: Iterable[str]) -> list[int]:
    """Return the whole numbers among what was given, in its order; what is none is left out."""
    return [found for found in map(integer, texts) if found is not None]


def text(given: QueryDict, name: str) -> str:
    """Return the text under a name, or none; without U+0000, which PostgreSQL stores nowhere."""
    return given.get(name, "").replace("\0", "")
