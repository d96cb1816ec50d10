"""An article's text cut into runs, so that each run belongs to at most one claim and one open mark."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class HighlightSpan:
    """A stretch of the text that something stands on; offsets count code points."""

    start: int
    end: int
    owner: object


@dataclass(frozen=True)
class TextRun:
    """Text that is shown in one way. `starts_claim` is true for the first run of a claim only, which carries its anchor."""

    text: str
    claim: Any
    mark: Any
    starts_claim: bool


def text_runs(text: str, *, claims: Iterable[HighlightSpan], marks: Iterable[HighlightSpan] = ()) -> Iterator[TextRun]:
    """Yield the whole text in order. Where claims overlap, the shortest one has the run: it says most exactly what it means."""
    claims, marks = list(claims), list(marks)
    edges = sorted({0, len(text), *(edge for span in claims + marks for edge in (span.start, span.end))})
    claim_at, mark_at = _Innermost(claims), _Innermost(marks)
    anchored: set[int] = set()
    for start, end in zip(edges, edges[1:], strict=False):
        claim = claim_at(start)
        yield TextRun(
            text[start:end], claim, mark_at(start), starts_claim=claim is not None and id(claim) not in anchored
        )
        anchored.add(id(claim))


class _Innermost:
    """Answers, for positions asked in rising order, whose span is the shortest one there."""

    def __init__(self, spans: list[HighlightSpan]) -> None:
        self._waiting = sorted(spans, key=lambda span: span.start, reverse=True)
        self._entered: list[tuple[int, int, HighlightSpan]] = []

    def __call__(self, position: int) -> object | None:
        while self._waiting and self._waiting[-1].start <= position:
            span = self._waiting.pop()
            heapq.heappush(self._entered, (span.end - span.start, len(self._waiting), span))
        while self._entered and self._entered[0][2].end <= position:
            heapq.heappop(self._entered)
        return self._entered[0][2].owner if self._entered else None
