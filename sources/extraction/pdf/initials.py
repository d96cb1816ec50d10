"""Large initials: a letter as high as several lines, which begins the first word of the text beside it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, repeat
from statistics import median

from sources.extraction.line_ends import is_known_word
from sources.extraction.pdf.glyph_runs import GlyphRun, Place, with_letters_replaced

# Shares of the size of the letters beside it.
_LEAST_SIZE = 1.8
_NEAREST, _FARTHEST = -0.3, 1.2
_WIDTH = 0.6
# Of the initial's own size: how high its top may stand above its base, and where the first line beside it begins.
_TOP = 0.95
_FEWEST_LINES = 2
_MOST_INITIALS = 20
_INITIAL = re.compile(r"[\"“„«‘']?[^\W\d_]")
# Letters of a line that tell whether the initial begins its first word.
_LONGEST_START = 40
_WORD = re.compile(r"[^\W\d_]+")
# Letters that are words.
_WORDS_OF_ONE_LETTER = frozenset("AIOÀÉYЯИВОАСКУ")


def with_initials(runs: list[GlyphRun]) -> list[GlyphRun]:
    """Return the letters with each large initial in front of the line that it begins."""
    begun: dict[Place, Sequence[GlyphRun]] = {}
    gone: list[Place] = []
    for places in _large_letters(runs):
        letters = "".join(runs[place].text[n] for place, n in places)
        first = _first_beside(runs, places) if _INITIAL.fullmatch(letters) else None
        between = None if first is None else _between(letters[-1], _line_from(runs, first))
        if first is None or between is None:
            continue
        beside = runs[first[0]].part(first[1], first[1] + 1)
        start = beside.starts[0]
        width = beside.text_object.size * _WIDTH * (1 + len(between))
        begun[first] = [beside.with_text(letters + between, start - width, start), beside]
        gone.extend(places)
    return list(with_letters_replaced(runs, begun | dict.fromkeys(gone, ()))) if begun else runs


def _large_letters(runs: list[GlyphRun]) -> list[list[Place]]:
    """Return the letters of each text object that has one or two, much larger than most of the page."""
    level = [run for run in runs if run.text_object.turn == 0]
    sizes = list(
        chain.from_iterable(repeat(run.text_object.size, len(run.text) - run.text.count(" ")) for run in level)
    )
    if not sizes:
        return []
    least = median(sizes) * _LEAST_SIZE
    by_object: dict[int, list[Place]] = defaultdict(list)
    for place, run in enumerate(runs):
        if run.text_object.size >= least and run.text_object.turn == 0:
            written = by_object[run.text_object.order]
            written.extend((place, n) for n, letter in enumerate(run.text) if letter != " ")
    return [places for places in by_object.values() if 0 < len(places) <= 2][:_MOST_INITIALS]


def _first_beside(runs: list[GlyphRun], places: list[Place]) -> Place | None:
    """Return the place of the first letter of the highest line that begins right beside an initial of several lines."""
    initial, last = runs[places[-1][0]], places[-1][1]
    end = initial.ends[last]
    begins: dict[float, Place] = {}
    for place, run in enumerate(runs):
        size = run.text_object.size
        if run.text_object.turn != 0 or size * _LEAST_SIZE > initial.text_object.size:
            continue
        is_beside = -0.1 * size < run.base - initial.base + size * 1.5 and (
            run.base < initial.base + initial.text_object.size * _TOP - size * 0.4
        )
        if not is_beside:
            continue
        for n, start in enumerate(run.starts):
            if run.text[n] != " " and start > end + size * _NEAREST:
                known = begins.get(round(run.base, 1))
                if known is None or start < runs[known[0]].starts[known[1]]:
                    begins[round(run.base, 1)] = (place, n)
    near = {
        base: (place, n)
        for base, (place, n) in begins.items()
        if runs[place].starts[n] - end < runs[place].text_object.size * _FARTHEST
    }
    if len(near) < _FEWEST_LINES or max(near) < initial.base + runs[near[max(near)][0]].text_object.size * 0.5:
        return None
    return near[max(near)]


def _line_from(runs: list[GlyphRun], first: Place) -> str:
    """Return the letters on the line of one from it on, of the next forty that were written."""
    place, n = first
    base = runs[place].base
    left, pieces = _LONGEST_START, []
    while left > 0 and place < len(runs):
        letters = runs[place].text[n : n + left]
        left -= len(letters)
        if abs(runs[place].base - base) < 1:
            pieces.append(letters)
        place, n = place + 1, 0
    return "".join(pieces)


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
