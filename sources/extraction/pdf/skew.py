"""Pages that lie askew, as scans do: their lines rise or fall, and would run into each other."""

import math
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from sources.extraction.pdf.glyph_runs import GlyphRun

# In degrees. A line of five hundred points rises half a point at the least of them.
_LEAST, _MOST = 0.05, 6.0
# Of the size: letters of one line whose baselines lie so close stand on it.
_ON_ONE_LINE = 0.03


def straightened(runs: list[GlyphRun]) -> list[GlyphRun]:
    """Return the letters of a page with their places as they are when it lies straight: it lies as most of its letters do."""
    skew = _skew(runs)
    if not _LEAST <= abs(skew) <= _MOST:
        return runs
    turned = (_turned(run, math.radians(skew)) if abs(run.text_object.skew) <= _MOST else [run] for run in runs)
    straight = list(_joined(letter for letters in turned for letter in letters))
    for text_object in {id(run.text_object): run.text_object for run in straight}.values():
        text_object.skew -= skew
    return straight


def _skew(runs: list[GlyphRun]) -> float:
    """Return the angle that at least half of the letters have or pass, in degrees."""
    weights = sorted((run.text_object.skew, len(run.text)) for run in runs)
    left = sum(weight for _, weight in weights) / 2
    for skew, weight in weights:
        left -= weight
        if left <= 0:
            return skew
    return 0.0


def _turned(run: GlyphRun, angle: float) -> Iterator[GlyphRun]:
    """Yield the letters of a run, turned back by an angle in radians. The box around a letter that lies askew is wider than
    the letter is."""
    sine, cosine = math.sin(angle), math.cos(angle)
    is_level = run.text_object.turn % 180 == 0
    sides = iter(run.boxes)
    for n, (left, top, right, bottom) in enumerate(zip(sides, sides, sides, sides, strict=True)):
        along, across = (right - left, top - bottom) if is_level else (top - bottom, right - left)
        width = (along * cosine - across * abs(sine)) / (cosine**2 - sine**2)
        middle = (run.starts[n] + run.ends[n]) / 2 * cosine + _across(run, n) * sine
        start = middle - width / 2
        letter = run.part(n, n + 1)
        base = (run.base - start * sine) / cosine
        yield replace(letter, starts=array("f", [start]), ends=array("f", [start + width]), base=base)


def _across(run: GlyphRun, n: int) -> float:
    """Return where the middle of a letter is across its line, in the direction of writing."""
    left, top, right, bottom = run.boxes[4 * n : 4 * n + 4]
    x, y = (left + right) / 2, (top + bottom) / 2
    return {0: y, 90: -x, 180: -y}.get(run.text_object.turn, x)


def _joined(letters: Iterable[GlyphRun]) -> Iterator[GlyphRun]:
    """Yield the letters of each text object that stand on one line as one run again."""
    for text_object, same in groupby(letters, key=lambda letter: letter.text_object):
        own = list(same)
        base = own[0].base
        if any(abs(letter.base - base) > text_object.size * _ON_ONE_LINE for letter in own):
            yield from own
            continue
        boxes, starts, ends = array("f"), array("f"), array("f")
        for letter in own:
            boxes.extend(letter.boxes)
            starts.extend(letter.starts)
            ends.extend(letter.ends)
        yield GlyphRun(text_object, "".join(letter.text for letter in own), base, boxes, starts, ends)
