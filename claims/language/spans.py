"""Stretches of a text, each from the place of its first character to the place behind its last."""

from collections.abc import Iterable, Iterator

Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches that spans cover together, in order: those that overlap are one, those that touch are two."""
    begun: Span | None = None
    for start, end in sorted(spans):
        if begun and start < begun[1]:
            begun = (begun[0], max(end, begun[1]))
            continue
        if begun:
            yield begun
        begun = (start, end)
    if begun:
        yield begun


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without the spaces at its ends, if anything is left of it."""
    piece = text[start:end]
    first, last = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
    if first < last:
        yield first, last
