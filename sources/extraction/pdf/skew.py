"""Pages that lie askew, as scans do: their lines rise or fall, and would run into each other."""

import math
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from sources.extraction.pdf.engine import Paintings
from sources.extraction.pdf.glyph_runs import GlyphRun

# In degrees. A line of five hundred points rises half a point at the least of them.
_LEAST, _MOST = 0.05, 15.0
# Of the length: how far a ruled line may be off its direction.
_STRAIGHT = 0.015
# Of the size: letters of one line whose baselines lie so close stand on it.
_ON_ONE_LINE = 0.03


def straightened(runs: list[GlyphRun], paintings: Paintings) -> tuple[list[GlyphRun], Paintings]:
    """Return the letters of a page and its ruled lines with their places as they are when it lies straight: it lies as most
    of its letters do."""
    skew = _skew(runs)
    if not _LEAST <= abs(skew) <= _MOST:
        return runs, paintings
    turned = (_turned(run, math.radians(skew)) if abs(run.text_object.skew) <= _MOST else [run] for run in runs)
    straight = list(_joined(letter for letters in turned for letter in letters))
    for text_object in {id(run.text_object): run.text_object for run in straight}.values():
        text_object.skew -= skew
    return straight, _lines_turned(paintings, math.radians(skew))


def _lines_turned(paintings: Paintings, angle: float) -> Paintings:
    """Return what is painted on a page, the ruled lines of it turned back by an angle in radians."""
    sine, cosine = math.sin(angle), math.cos(angle)
    straight = replace(paintings, rules=[], bars=[], askew=[])
    lines = [(x, low, x, high) for x, low, high in paintings.rules]
    lines += [(start, y, end, y) for y, start, end in paintings.bars]
    for x, y, u, v in lines + paintings.askew if paintings.askew else lines:
        start, end = sorted((x * cosine + y * sine, u * cosine + v * sine))
        low, high = sorted((y * cosine - x * sine, v * cosine - u * sine))
        if end - start < _STRAIGHT * (high - low):
            straight.rules.append(((start + end) / 2, low, high))
        elif high - low < _STRAIGHT * (end - start):
            straight.bars.append(((low + high) / 2, start, end))
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
