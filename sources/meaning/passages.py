"""The passages of a text: a sentence or a few short ones, as much as one vector tells well."""

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\w[^\n]*")
_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|(?<=[。！？])")
#: Sentences are put together up to so many characters, and cut where one is much longer.
_USUAL, _LONGEST = 250, 600


class Passage(NamedTuple):
    """text[start:end]"""

    start: int
    end: int


def passages_of(text: str) -> list[Passage]:
    """Return the passages of text in order; together they hold every word of it, and none crosses a line."""
    return [passage for line in _LINE.finditer(text) for passage in _of_line(text, *line.span())]


def _of_line(text: str, start: int, end: int) -> list[Passage]:
    found: list[Passage] = []
    for first, last in _sentences(text, start, end):
        if found and last - found[-1].start <= _USUAL:
            found[-1] = Passage(found[-1].start, last)
        else:
            found.append(Passage(first, last))
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = [match.end() for match in _END.finditer(text, start, end)]
    edges = [start, *(place for place in ends if start < place < end), end]
    spans = []
    for first, last in zip(edges, edges[1:], strict=False):
        spans += [(at, min(at + _LONGEST, last)) for at in range(first, last, _LONGEST)]
    return spans
