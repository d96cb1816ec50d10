"""The running text that benches read: the project's own sample articles."""

from functools import cache
from pathlib import Path

_ARTICLES = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@cache
def articles() -> tuple[str, ...]:
    """Return the text of every sample article that is plain text."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_ARTICLES.glob("*.txt")))
