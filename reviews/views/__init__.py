"""The analysts' pages, a module per page; reviews/urls.py lists them all."""

#: How many rows of a list are on one page.
PAGE = 50


def number(given: str | None) -> int | None:
    """Return the number that an address gives, or None where it gives none that could be one of a row."""
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) < 19 else None
