"""Which letters of a page a reader sees: not those outside it, without size or ink, in the colour of what is behind them, or
covered; but the invisible letters over a scanned picture, which are the text that somebody had recognised in it."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction.pdf.engine import Box, Paintings, is_embedded, mark_name
from sources.extraction.pdf.glyphs import Glyph, Page, Run

_SMALLEST = 1.0
_LIGHT = 190
_FAINT = 128
# Of 255 steps between white and black.
_LEAST_CONTRAST = 20
_WITHOUT_INK = frozenset([3, 7])
_MOST_COMPARISONS = 200_000
_MOST_PIXELS = 4_000_000
_PIXELS_A_POINT = 1.5
# PDFium brings letters of its own up to here, for fonts that a PDF only names.
_LAST_LATIN = 0x24F
_TALL = 0.72
_STRUCK_FROM, _STRUCK_TO = 0.15, 0.45
_MOST_BARS = 2_000
# A line through letters of up to forty points stands no higher above their baseline.
_HIGHEST_STRIKE = 18
_OPTIONAL = "OC"


def seen_and_hidden(page: Page, handle: Any, paintings: Paintings) -> tuple[list[Glyph], list[str]]:
    """Return the letters that a reader sees, and the words that none can."""
    doubtful = _doubtful_runs(page, paintings)
    left, bottom, right, top = page.box
    picture: _Picture | None = None
    seen: list[Glyph] = []
    hidden: list[str] = []
    for word in _words(page.glyphs):
        run = word[0].run
        if word[0].text == " ":
            seen.extend(word)
            continue
        box = _box(word)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if run.size < _SMALLEST or not (left <= x <= right and bottom <= y <= top):
            is_seen = False
        elif run.mode in _WITHOUT_INK:
            is_seen = any(_covers(image, box) for image in paintings.pictures)
        elif id(run) in doubtful:
            picture = picture or _Picture(page, handle)
            is_seen = picture.has_contrast(_heart(word, box)) or _cannot_be_drawn_here(word)
        else:
            is_seen = True
        if is_seen:
            seen.extend(word)
        else:
            hidden.append("".join(glyph.text for glyph in word))
    return seen, hidden


def without_struck(glyphs: list[Glyph], paintings: Paintings) -> list[Glyph]:
    """Return the letters with a space for each that a level line strikes out: one through the middle of the letters that
    begins and ends where words do. What stands counts."""
    struck: set[int] = set()
    by_base: dict[int, list[Glyph]] = {}
    if paintings.bars:
        for glyph in glyphs:
            by_base.setdefault(math.floor(glyph.base), []).append(glyph)
    for height, start, end in paintings.bars[:_MOST_BARS]:
        below = math.floor(height)
        crossed = [
            glyph
            for base in range(below - _HIGHEST_STRIKE, below + 1)
            for glyph in by_base.get(base, ())
            if glyph.run.turn == 0
            and glyph.text != " "
            and _STRUCK_FROM < (height - glyph.base) / glyph.run.size < _STRUCK_TO
            and start - 1 < (glyph.start + glyph.end) / 2 < end + 1
        ]
        if not crossed:
            continue
        slack = crossed[0].run.size * 0.35
        first, last = min(glyph.start for glyph in crossed), max(glyph.end for glyph in crossed)
        if abs(first - start) < slack and abs(last - end) < slack:
            struck.update(map(id, crossed))
    return [replace(glyph, text=" ") if id(glyph) in struck else glyph for glyph in glyphs] if struck else glyphs


def _words(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    for _, letters in groupby(glyphs, key=lambda glyph: (glyph.run.order, glyph.text == " ")):
        yield list(letters)


def _doubtful_runs(page: Page, paintings: Paintings) -> set[int]:
    runs: dict[int, tuple[Run, list[Glyph]]] = {}
    for glyph in page.glyphs:
        runs.setdefault(id(glyph.run), (glyph.run, []))[1].append(glyph)
    painted = paintings.areas + paintings.pictures
    if len(painted) * len(runs) > _MOST_COMPARISONS or paintings.left < 0:
        return set(runs)
    return {
        key
        for key, (run, glyphs) in runs.items()
        if _is_light(run) or _is_optional(run) or _is_painted(_box(glyphs), painted)
    }


def _is_painted(box: Box, painted: list[Box]) -> bool:
    left, bottom, right, top = box
    return any(area[0] < right and left < area[2] and area[1] < top and bottom < area[3] for area in painted)


def _is_light(run: Run) -> bool:
    red, green, blue, alpha = run.fill
    return min(red, green, blue) > _LIGHT or alpha < _FAINT or run.mode == 1


def _cannot_be_drawn_here(word: list[Glyph]) -> bool:
    """Whether these letters need a font that neither the PDF nor this machine has, so that only their colour tells."""
    run = word[0].run
    return not _is_light(run) and any(ord(glyph.text) > _LAST_LATIN for glyph in word) and not is_embedded(run.handle)


def _is_optional(run: Run) -> bool:
    """Whether it belongs to a layer that readers may be shown or not (ISO 32000-1, 8.11)."""
    marks = (pdfium.FPDFPageObj_GetMark(run.handle, n) for n in range(pdfium.FPDFPageObj_CountMarks(run.handle)))
    return any(mark_name(mark) == _OPTIONAL for mark in marks)


def _box(letters: list[Glyph]) -> Box:
    """Return the box of letters of one run, which stand on a straight line."""
    first, last = letters[0].box, letters[-1].box
    return (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))


def _heart(word: list[Glyph], box: Box) -> Box:
    """Return the part of a word's box that its letters fill: ruled lines above and below are no letters."""
    base, size = word[0].base, word[0].run.size
    if word[0].run.turn == 0 and any(glyph.text.isalnum() for glyph in word):
        # A page may be drawn in a mirror: then the letters hang below their baseline.
        is_upright = base < (box[1] + box[3]) / 2
        return (
            (box[0], base, box[2], base + size * _TALL) if is_upright else (box[0], base - size * _TALL, box[2], base)
        )
    height, width = (box[3] - box[1]) * 0.1, (box[2] - box[0]) * 0.1
    return (box[0] + width, box[1] + height, box[2] - width, box[3] - height)


def _covers(area: Box, box: Box) -> bool:
    return area[0] - 2 <= box[0] and area[1] - 2 <= box[1] and box[2] <= area[2] + 2 and box[3] <= area[3] + 2


class _Picture:
    """The page as it is shown."""

    def __init__(self, page: Page, handle: Any):
        left, bottom, right, top = page.box
        self._left, self._top = left, top
        width, height = max(1.0, right - left), max(1.0, top - bottom)
        self._scale = min(_PIXELS_A_POINT, (_MOST_PIXELS / (width * height)) ** 0.5)
        self._width, self._height = max(1, int(width * self._scale)), max(1, int(height * self._scale))
        turned = pdfium.FPDFPage_GetRotation(handle)
        bitmap = pdfium.FPDFBitmap_Create(self._width, self._height, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
        # Drawn upright whatever the page's own rotation is: boxes are in the coordinates of the page.
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, self._width, self._height, (4 - turned) % 4, 0)
        self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
        self._pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), self._stride * self._height)
        pdfium.FPDFBitmap_Destroy(bitmap)

    def has_contrast(self, box: Box) -> bool:
        """Whether anything stands out in a box of the page."""
        first = max(0, int((box[0] - self._left) * self._scale))
        last = min(self._width, int((box[2] - self._left) * self._scale) + 2)
        above = max(0, int((self._top - box[3]) * self._scale))
        below = min(self._height, int((self._top - box[1]) * self._scale) + 1)
        lowest, highest = [255] * 3, [0] * 3
        for row in range(above, below):
            pixels = self._pixels[row * self._stride + first * 4 : row * self._stride + last * 4]
            for colour in range(3):
                shades = pixels[colour::4]
                if shades:
                    lowest[colour] = min(lowest[colour], min(shades))
                    highest[colour] = max(highest[colour], max(shades))
                    if highest[colour] - lowest[colour] >= _LEAST_CONTRAST:
                        return True
        return False
