"""Fractions that are built of two figures, one above a short level line and one below: ⅜ is no 3 and no 8."""

import math
from collections import defaultdict
from dataclasses import replace

from sources.extraction.pdf.glyphs import Glyph
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


def with_fractions(glyphs: list[Glyph], bars: list[Bar]) -> list[Glyph]:
    """Return the letters with each built fraction of digits as one letter on the line that it stands in. `bars` are the
    level lines of the page as (height, from, to)."""
    by_base: dict[int, list[tuple[int, Glyph]]] = defaultdict(list)
    for place, glyph in enumerate(glyphs):
        if glyph.text.isdecimal() and glyph.run.turn == 0:
            by_base[math.floor(glyph.base)].append((place, glyph))
    gone: set[int] = set()
    built: dict[int, Glyph] = {}
    for bar in bars[:_MOST_BARS] if by_base else ():
        height, start, end = bar
        if end - start > _LONGEST_POINTS:
            continue
        near = [
            (place, glyph)
            for base in range(math.floor(height) - _FARTHEST_POINTS, math.floor(height) + _FARTHEST_POINTS)
            for place, glyph in by_base.get(base, ())
            if _is_at(glyph, bar)
        ]
        over = [(place, g) for place, g in near if height <= g.base < height + g.run.size * _FROM_BAR_TO_BASE]
        under = [(place, g) for place, g in near if height - g.run.size * _FROM_BAR_TO_BASE_BELOW < g.base < height]
        if not (0 < len(over) <= _MOST_DIGITS and 0 < len(under) <= _MOST_DIGITS):
            continue
        beside = _beside(glyphs, bar, {place for place, _ in (*over, *under)})
        if beside is None or end - start > beside.run.size * _LONGEST_BAR:
            continue
        top, bottom = ("".join(glyph.text for _, glyph in part) for part in (over, under))
        text = compose([(top, Level.RAISED), ("/", Level.ON_LINE), (bottom, Level.LOWERED)])
        gone.update(place for place, _ in (*over, *under))
        if len(text) > 1 and beside.text.isdecimal() and beside.end < end:
            # 2 5/16 inches are no 25/16.
            text = f" {text}"
        first = over[0][0]
        left, low, _, high = beside.box
        built[first] = replace(beside, text=text, start=start, end=end, box=(start, low, end, high))
    if not built:
        return glyphs
    return [built.get(place, glyph) for place, glyph in enumerate(glyphs) if place in built or place not in gone]


def _is_at(glyph: Glyph, bar: Bar) -> bool:
    return bar[1] - 1 <= (glyph.start + glyph.end) / 2 <= bar[2] + 1


def _beside(glyphs: list[Glyph], bar: Bar, apart: set[int]) -> Glyph | None:
    """Return the letter beside a fraction on whose line it stands, the one before it where there is one."""
    height, start, end = bar
    nearest: tuple[float, Glyph] | None = None
    for place, glyph in enumerate(glyphs):
        size = glyph.run.size
        if place in apart or glyph.text == " " or glyph.run.turn != 0:
            continue
        if abs(height - glyph.base - size * _AXIS) > size * _AXIS_SLACK:
            continue
        before, after = start - glyph.end, glyph.start - end
        distance = before if before > -size * 0.2 else after + size * 0.01
        if -size * 0.2 < distance < size * _NEAR and (nearest is None or distance < nearest[0]):
            nearest = (distance, glyph)
    return None if nearest is None else nearest[1]
