"""Fractions that are built of two figures, one above a short level line and one below: ⅜ is no 3 and no 8."""

import math
from collections import defaultdict
from collections.abc import Sequence

from sources.extraction.pdf.glyph_runs import GlyphRun, Place, with_letters_replaced
from sources.extraction.raised import Level, compose

# Shares of the size of the letters beside the fraction. Its line stands at the height of a minus.
_LONGEST_BAR = 3.0
_AXIS, _AXIS_SLACK = 0.25, 0.15
_NEAR = 1.0
_FROM_BAR_TO_BASE, _FROM_BAR_TO_BASE_BELOW = 0.6, 1.2
# In points.
_LONGEST_POINTS, _FARTHEST_POINTS = 60, 24
_MOST_BARS = 2_000
_MOST_DIGITS = 4

Bar = tuple[float, float, float]


def with_fractions(runs: list[GlyphRun], bars: list[Bar]) -> list[GlyphRun]:
    """Return the letters with each built fraction of digits on the line that it stands in. `bars` are the level lines of
    the page as (height, from, to)."""
    short = [bar for bar in bars[:_MOST_BARS] if bar[2] - bar[1] <= _LONGEST_POINTS]
    digits = _digits_by_base(runs) if short else {}
    built: dict[Place, Sequence[GlyphRun]] = {}
    gone: list[Place] = []
    for bar in short if digits else ():
        over, under = _digits_at(bar, digits, runs)
        if not (0 < len(over) <= _MOST_DIGITS and 0 < len(under) <= _MOST_DIGITS):
            continue
        beside = _beside(runs, bar, {*over, *under})
        if beside is None or bar[2] - bar[1] > beside.text_object.size * _LONGEST_BAR:
            continue
        top, bottom = ("".join(runs[place].text[n] for place, n in part) for part in (over, under))
        text = compose([(top, Level.RAISED), ("/", Level.ON_LINE), (bottom, Level.LOWERED)])
        gone.extend([*over, *under])
        if len(text) > 1 and beside.text.isdecimal() and beside.ends[0] < bar[2]:
            # 2 5/16 inches are no 25/16.
            text = f" {text}"
        built[over[0]] = [beside.with_text(text, bar[1], bar[2])]
    return list(with_letters_replaced(runs, dict.fromkeys(gone, ()) | built)) if built else runs


def _digits_by_base(runs: list[GlyphRun]) -> dict[int, list[Place]]:
    by_base: dict[int, list[Place]] = defaultdict(list)
    for place, run in enumerate(runs):
        if run.text_object.turn == 0:
            by_base[math.floor(run.base)].extend((place, n) for n, letter in enumerate(run.text) if letter.isdecimal())
    return by_base


def _digits_at(bar: Bar, digits: dict[int, list[Place]], runs: list[GlyphRun]) -> tuple[list[Place], list[Place]]:
    """Return the digits over a level line, and those under it."""
    height, start, end = bar
    over, under = [], []
    for base in range(math.floor(height) - _FARTHEST_POINTS, math.floor(height) + _FARTHEST_POINTS):
        for place, n in digits.get(base, ()):
            run = runs[place]
            if not start - 1 <= (run.starts[n] + run.ends[n]) / 2 <= end + 1:
                continue
            if height <= run.base < height + run.text_object.size * _FROM_BAR_TO_BASE:
                over.append((place, n))
            elif height - run.text_object.size * _FROM_BAR_TO_BASE_BELOW < run.base < height:
                under.append((place, n))
    return over, under


def _beside(runs: list[GlyphRun], bar: Bar, apart: set[Place]) -> GlyphRun | None:
    """Return the letter beside a fraction on whose line it stands, the one before it where there is one."""
    height, start, end = bar
    nearest: tuple[float, Place] | None = None
    for place, run in enumerate(runs):
        size = run.text_object.size
        if run.text_object.turn != 0 or abs(height - run.base - size * _AXIS) > size * _AXIS_SLACK:
            continue
        for n, letter in enumerate(run.text):
            if letter == " " or (place, n) in apart:
                continue
            before, after = start - run.ends[n], run.starts[n] - end
            distance = before if before > -size * 0.2 else after + size * 0.01
            if -size * 0.2 < distance < size * _NEAR and (nearest is None or distance < nearest[0]):
                nearest = (distance, (place, n))
    if nearest is None:
        return None
    place, n = nearest[1]
    return runs[place].part(n, n + 1)
