"""Letters that are written obliquely across a page, as those of a watermark are: kept together, and apart from the text."""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sources.extraction.pdf.glyph_runs import GlyphRun

# In degrees from the direction of the page. Letters that are turned belong to an oblique line from the first on: a label may
# lie a little askew, and the words of a scan waver. Letters that stand upright, each a little higher, do from the second on.
_TURNED, _RISING = 2, 6
# Of the size: about the width of a letter, for the last one of a line.
_WIDTH = 0.55


def oblique_apart(runs: Iterable[GlyphRun]) -> tuple[list[GlyphRun], list[list[GlyphRun]]]:
    """Return the letters that are written straight, and for each oblique direction its letters, their places measured
    along that direction."""
    by_object: dict[int, list[GlyphRun]] = defaultdict(list)
    for run in runs:
        by_object[run.text_object.order].append(run)
    straight: list[GlyphRun] = []
    oblique: dict[int, list[GlyphRun]] = defaultdict(list)
    for written in by_object.values():
        angle = _angle(written)
        if abs(angle) <= math.radians(_RISING) and abs(written[0].text_object.skew) <= _TURNED:
            straight.extend(written)
        else:
            oblique[round(math.degrees(angle))].extend(_turned(written, angle))
    return straight, list(oblique.values())


def _angle(runs: list[GlyphRun]) -> float:
    """Return the angle between the direction of a text object and its nearest quarter turn, in radians: its letters stand
    on a straight line."""
    # A raised digit that its font draws stands on a baseline of its own.
    level = [run for run in runs if run.text_object is runs[0].text_object]
    first, last = level[0], level[-1]
    skew = first.text_object.skew
    if abs(skew) > _TURNED:
        return math.radians(skew)
    along, across = last.starts[-1] - first.starts[0], last.base - first.base
    return 0.0 if along <= 0 else math.atan2(across, along)


def _turned(runs: list[GlyphRun], angle: float) -> list[GlyphRun]:
    """Return the letters of a text object as runs of one letter each, for each has a baseline of its own."""
    sine, cosine = math.sin(angle), math.cos(angle)
    letters = [run.part(n, n + 1) for run in runs for n in range(len(run.text))]
    starts = [letter.starts[0] * cosine + letter.base * sine for letter in letters]
    ends = [*starts[1:], starts[-1] + letters[-1].text_object.size * _WIDTH]
    return [
        replace(
            letter,
            starts=array("f", [start]),
            ends=array("f", [end]),
            base=letter.base * cosine - letter.starts[0] * sine,
        )
        for letter, start, end in zip(letters, starts, ends, strict=True)
    ]
