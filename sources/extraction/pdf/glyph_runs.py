"""The letters of a page in glyph runs, as those who draw letters call them: letters that one show-text operator wrote on one
baseline, a line or a word in most files. A page can have hundreds of thousands of letters, and few runs."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub
from typing import Any

Box = tuple[float, float, float, float]
# Of a letter: the place of its run among those of the page, and its own in the text of the run.
Place = tuple[int, int]


@dataclass(slots=True, eq=False)
class TextObject:
    """What one show-text operator painted (ISO 32000-1, 9.4.3), as PDFium keeps it: what its letters have in common. `turn`
    is its writing direction in degrees, to the nearest quarter, and `skew` what it differs from that; `order` counts the objects as they were written."""

    order: int
    handle: Any
    size: float
    turn: int
    skew: float
    font: int
    fill: tuple[int, int, int, int]
    mode: int


@dataclass(slots=True, eq=False)
class GlyphRun:
    """Letters of one text object that were written one after the other on one baseline: letter n is `text[n]`, and stands
    from `starts[n]` to `ends[n]` along the line. `base` is the baseline across it; all are in the direction of writing.
    `boxes` has four sides for each letter as PDFium orders them, left, top, right, bottom, on the page in points."""

    text_object: TextObject
    text: str
    base: float
    boxes: "array[float]"
    starts: "array[float]"
    ends: "array[float]"

    def part(self, first: int, end: int) -> "GlyphRun":
        """Return the letters from one place to before another."""
        if first == 0 and end == len(self.text):
            return self
        return GlyphRun(
            self.text_object,
            self.text[first:end],
            self.base,
            self.boxes[first * 4 : end * 4],
            self.starts[first:end],
            self.ends[first:end],
        )

    def with_text(self, text: str, start: float, end: float) -> "GlyphRun":
        """Return other letters on this baseline, in equal steps from one place to another; for writing to the right."""
        _, top, _, bottom = self.boxes[:4]
        width = (end - start) / len(text)
        places = [start + width * n for n in range(len(text) + 1)]
        boxes = array("f", [side for left, right in pairwise(places) for side in (left, top, right, bottom)])
        return GlyphRun(self.text_object, text, self.base, boxes, boxes[0::4], boxes[2::4])

    def is_within(self, area: Box) -> bool:
        """Whether every letter stands inside an area of the page."""
        boxes = self.boxes
        return (
            area[0] <= min(boxes[0::4])
            and area[1] <= min(boxes[3::4])
            and max(boxes[2::4]) <= area[2]
            and max(boxes[1::4]) <= area[3]
        )


def glyph_run(text_object: TextObject, text: str, base: float, boxes: "array[float]") -> GlyphRun:
    """Return letters by their boxes, of which the direction of writing tells where each starts and ends."""
    if text_object.turn == 0:
        starts, ends = boxes[0::4], boxes[2::4]
    elif text_object.turn == 90:
        starts, ends = boxes[3::4], boxes[1::4]
    elif text_object.turn == 180:
        starts, ends = _negative(boxes[2::4]), _negative(boxes[0::4])
    else:
        starts, ends = _negative(boxes[1::4]), _negative(boxes[3::4])
    return GlyphRun(text_object, text, base, boxes, starts, ends)


@dataclass(slots=True)
class Page:
    """A page: its visible part (left, bottom, right, top), its letters as they were written, and its label."""

    box: Box
    label: str
    runs: list[GlyphRun] = field(default_factory=list)


def with_letters_replaced(runs: Iterable[GlyphRun], replaced: Mapping[Place, Sequence[GlyphRun]]) -> Iterator[GlyphRun]:
    """Yield the runs of a page with others, or none, in place of some of their letters."""
    touched: dict[int, list[int]] = defaultdict(list)
    for place, n in sorted(replaced):
        touched[place].append(n)
    for place, run in enumerate(runs):
        first = 0
        for n in touched.get(place, ()):
            if first < n:
                yield run.part(first, n)
            yield from replaced[place, n]
            first = n + 1
        if first < len(run.text):
            yield run.part(first, len(run.text))


def gaps_between(starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Return how far each letter but the first begins behind the end of the one before it."""
    return list(map(sub, starts[1:], ends))


def _negative(numbers: "array[float]") -> "array[float]":
    return array("f", [-number for number in numbers])
