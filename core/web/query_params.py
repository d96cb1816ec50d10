"""What an address or a form gives, read into what queries and services can take."""

from collections.abc import Iterable

from django.http import QueryDict


def number(text: str | None) -> int | None:
    """Return the number that was given, or None where there is none that could be one of a row."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None


def numbers(texts: Iterable[str]) -> list[int]:
    """Return the numbers among what was given, in its order; what is none is left out."""
    return [found for found in map(number, texts) if found is not None]


def words(given: QueryDict, name: str) -> str:
    """Return the words under a name, or none; without U+0000, which PostgreSQL stores nowhere."""
    return given.get(name, "").replace("\0", "")
