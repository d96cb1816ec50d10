"""Large initials: a letter as high as several lines, which begins the first word of the text beside it."""

import re
from collections import defaultdict
from dataclasses import replace
from statistics import median

from sources.extraction.pdf.glyphs import Glyph
from sources.extraction.pdf.line_ends import is_known_word

# Shares of the size of the letters beside it.
_LEAST_SIZE = 1.8
_NEAREST, _FARTHEST = -0.3, 1.2
_WIDTH = 0.6
# Of the initial's own size: how high its top may stand above its base, and where the first line beside it begins.
_TOP = 0.95
_FEWEST_LINES = 2
_MOST_INITIALS = 20
_INITIAL = re.compile(r"[\"“„«‘']?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# Letters that are words.
_WORDS_OF_ONE_LETTER = frozenset("AIOÀÉYЯИВОАСКУ")


def with_initials(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the letters with each large initial in front of the line that it begins."""
    sizes = [glyph.run.size for glyph in glyphs if glyph.text != " " and glyph.run.turn == 0]
    if not sizes:
        return glyphs
    least = median(sizes) * _LEAST_SIZE
    runs: dict[int, list[int]] = defaultdict(list)
    for place, glyph in enumerate(glyphs):
        if glyph.run.size >= least and glyph.run.turn == 0 and glyph.text != " ":
            runs[glyph.run.order].append(place)
    moved: dict[int, list[Glyph]] = {}
    gone: set[int] = set()
    for places in [places for places in runs.values() if len(places) <= 2][:_MOST_INITIALS]:
        letters = "".join(glyphs[place].text for place in places)
        first = _first_beside(glyphs, places) if _INITIAL.fullmatch(letters) else None
        between = None if first is None else _between(letters[-1], _line_from(glyphs, first))
        if first is None or between is None:
            continue
        line = glyphs[first]
        width = line.run.size * _WIDTH
        begun = [replace(line, text=letters, start=line.start - width, end=line.start)]
        if between:
            begun = [
                replace(line, text=letters, start=line.start - 2 * width, end=line.start - width),
                replace(line, text=" ", start=line.start - width, end=line.start),
            ]
        moved[first] = begun
        gone.update(places)
    if not moved:
        return glyphs
    return [
        letter for place, glyph in enumerate(glyphs) if place not in gone for letter in (*moved.get(place, ()), glyph)
    ]


def _first_beside(glyphs: list[Glyph], places: list[int]) -> int | None:
    """Return the place of the first letter of the highest line that begins right beside an initial of several lines."""
    initial = glyphs[places[-1]]
    begins: dict[float, int] = {}
    for place, glyph in enumerate(glyphs):
        if glyph.text == " " or glyph.run.turn != 0 or glyph.run.size * _LEAST_SIZE > initial.run.size:
            continue
        size = glyph.run.size
        is_beside = -0.1 * size < glyph.base - initial.base + size * 1.5 and (
            glyph.base < initial.base + initial.run.size * _TOP - size * 0.4
        )
        if is_beside and glyph.start > initial.end + size * _NEAREST:
            known = begins.get(round(glyph.base, 1))
            if known is None or glyph.start < glyphs[known].start:
                begins[round(glyph.base, 1)] = place
    near = {
        base: place
        for base, place in begins.items()
        if glyphs[place].start - initial.end < glyphs[place].run.size * _FARTHEST
    }
    if len(near) < _FEWEST_LINES or max(near) < initial.base + glyphs[near[max(near)]].run.size * 0.5:
        return None
    return near[max(near)]


def _line_from(glyphs: list[Glyph], first: int) -> str:
    start = glyphs[first]
    return "".join(glyph.text for glyph in glyphs[first : first + 40] if abs(glyph.base - start.base) < 1)


def _between(letter: str, line: str) -> str | None:
    """Return what stands between an initial and the line that it begins, None where it begins no word of it."""
    found = _WORD.match(line)
    if found is None:
        # O’Brien, I’m.
        return "" if line[:1] in "'’" else None
    word = found[0]
    if word[0].isupper() and not word.isupper():
        return " " if letter in _WORDS_OF_ONE_LETTER else None
    if letter in _WORDS_OF_ONE_LETTER and is_known_word(word) and not is_known_word(letter + word):
        return " "
    return ""
