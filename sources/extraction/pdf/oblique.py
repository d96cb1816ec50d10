"""Letters that are written obliquely across a page, as those of a watermark are: kept together, and apart from the text."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sources.extraction.pdf.glyphs import Glyph

# In degrees from the nearest quarter turn: a scan that lies askew is no more oblique than this.
_STRAIGHT = 6
# Of the size: about the width of a letter, for the last one of a line.
_WIDTH = 0.55


def oblique_apart(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[list[Glyph]]]:
    """Return the letters that are written straight, and for each oblique direction its letters, their places measured
    along that direction."""
    runs: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        runs[glyph.run.order].append(glyph)
    straight: list[Glyph] = []
    oblique: dict[int, list[Glyph]] = defaultdict(list)
    for letters in runs.values():
        angle = _angle(letters)
        if abs(angle) <= math.radians(_STRAIGHT):
            straight.extend(letters)
        else:
            oblique[round(math.degrees(angle))].extend(_turned(letters, angle))
    return straight, list(oblique.values())


def _angle(letters: list[Glyph]) -> float:
    """Return the angle between the direction of a run and its nearest quarter turn, in radians: letters of one run stand
    on a straight line."""
    # A raised digit that its font draws stands on a baseline of its own.
    level = [glyph for glyph in letters if glyph.run is letters[0].run]
    first, last = level[0], level[-1]
    along, across = last.start - first.start, last.base - first.base
    return 0.0 if along <= 0 else math.atan2(across, along)


def _turned(letters: list[Glyph], angle: float) -> list[Glyph]:
    sine, cosine = math.sin(angle), math.cos(angle)
    starts = [glyph.start * cosine + glyph.base * sine for glyph in letters]
    ends = [*starts[1:], starts[-1] + letters[-1].run.size * _WIDTH]
    return [
        replace(glyph, start=start, end=end, base=glyph.base * cosine - glyph.start * sine)
        for glyph, start, end in zip(letters, starts, ends, strict=True)
    ]
