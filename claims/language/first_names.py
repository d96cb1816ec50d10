"""Whether a first name is a woman's or a man's."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("first_names.txt")


def womanly(first_name: str) -> float:
    """Return 1 for a first name of women, -1 for one of men, 0 for one of both or of nobody that the list knows.

    The list: first names given to at least 500 children of the United States since 1880, nine in ten of one sex, by the
    Social Security Administration, which has them in the public domain. Its first line holds the names of women.
    """
    women, men = _first_names()
    name = first_name.lower()
    return 1.0 if name in women else -1.0 if name in men else 0.0


@cache
def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    women, men = _TABLE.read_text(encoding="ascii").splitlines()
    return frozenset(women.split()), frozenset(men.split())
