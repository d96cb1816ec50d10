"""Which letters of a page a reader sees: not those outside it, without size or ink, in the colour of what is behind them, clipped
or covered; but the invisible letters over a scanned picture, which are the text that somebody had recognised in it."""

import ctypes
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction.pdf.engine import Paintings, is_clipped_away, is_cut_by_clip, is_embedded, mark_name
from sources.extraction.pdf.glyph_runs import Box, GlyphRun, Page, TextObject

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
_WORD_OR_SPACES = re.compile(" +|[^ ]+")

# Parts of one text object: the letters of a word may have more than one baseline.
Word = list[GlyphRun]


def seen_and_hidden(page: Page, handle: Any, paintings: Paintings) -> tuple[list[GlyphRun], list[str]]:
    """Return the letters that a reader sees, and the words that none can."""
    doubtful = _doubtful_objects(page, paintings)
    judge = _Judge(page, handle, paintings, doubtful)
    seen: list[GlyphRun] = []
    hidden: list[str] = []
    for _, same in groupby(page.runs, key=lambda run: run.text_object.order):
        runs = list(same)
        if all(map(judge.is_surely_seen, runs)):
            seen.extend(runs)
            continue
        for word in _words(runs):
            if word[0].text[0] == " " or judge.is_seen(word):
                seen.extend(word)
            else:
                hidden.append(_text(word))
    return seen, hidden


class _Judge:
    """Tells which words of a page are seen; draws the page only where nothing else tells."""

    def __init__(self, page: Page, handle: Any, paintings: Paintings, doubtful: set[int]):
        self._page, self._handle, self._paintings, self._doubtful = page, handle, paintings, doubtful
        self._picture: _Picture | None = None
        self._clipped: dict[int, bool] = {}

    def is_surely_seen(self, run: GlyphRun) -> bool:
        """Whether all words of a run are seen, without a look at each."""
        text_object = run.text_object
        return (
            text_object.size >= _SMALLEST
            and text_object.mode not in _WITHOUT_INK
            and id(text_object) not in self._doubtful
            and run.is_within(self._page.box)
        )

    def is_seen(self, word: Word) -> bool:
        """Whether a word is seen."""
        text_object = word[0].text_object
        left, bottom, right, top = self._page.box
        box = _box(word)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if text_object.size < _SMALLEST or not (left <= x <= right and bottom <= y <= top):
            return False
        if text_object.mode in _WITHOUT_INK:
            return any(_covers(image, box) for image in self._paintings.pictures)
        if id(text_object) not in self._doubtful:
            return True
        self._picture = self._picture or _Picture(self._page, self._handle)
        if self._is_clipped(text_object):
            # A figure that a clip cuts through would be read as another one than is printed.
            whole = all(self._picture.has_contrast(letter) for letter in _letters_with_ink(word))
            return whole or (_cannot_be_drawn_here(word) and not is_clipped_away(text_object.handle))
        return self._picture.has_contrast(_heart(word, box)) or _cannot_be_drawn_here(word)

    def _is_clipped(self, text_object: TextObject) -> bool:
        if id(text_object) not in self._clipped:
            self._clipped[id(text_object)] = is_cut_by_clip(text_object.handle)
        return self._clipped[id(text_object)]


def without_struck(runs: list[GlyphRun], paintings: Paintings) -> list[GlyphRun]:
    """Return the letters with a space for each that a level line strikes out: one through the middle of the letters that
    begins and ends where words do. What stands counts."""
    by_base: dict[int, list[GlyphRun]] = defaultdict(list)
    for run in runs if paintings.bars else ():
        if run.text_object.turn == 0:
            by_base[math.floor(run.base)].append(run)
    struck: dict[int, set[int]] = {}
    for height, start, end in paintings.bars[:_MOST_BARS]:
        below = math.floor(height)
        crossed = [
            (run, n)
            for base in range(below - _HIGHEST_STRIKE, below + 1)
            for run in by_base.get(base, ())
            if _STRUCK_FROM < (height - run.base) / run.text_object.size < _STRUCK_TO
            for n, letter in enumerate(run.text)
            if letter != " " and start - 1 < (run.starts[n] + run.ends[n]) / 2 < end + 1
        ]
        if not crossed:
            continue
        slack = crossed[0][0].text_object.size * 0.35
        first = min(run.starts[n] for run, n in crossed)
        last = max(run.ends[n] for run, n in crossed)
        if abs(first - start) < slack and abs(last - end) < slack:
            for run, n in crossed:
                struck.setdefault(id(run), set()).add(n)
    return [_without(run, struck[id(run)]) if id(run) in struck else run for run in runs]


def _without(run: GlyphRun, struck: set[int]) -> GlyphRun:
    text = "".join(" " if n in struck else letter for n, letter in enumerate(run.text))
    return replace(run, text=text)


def _words(runs: list[GlyphRun]) -> list[Word]:
    """Return the words of one text object, and what spaces stand between them as words of their own."""
    words: list[Word] = []
    for run in runs:
        for found in _WORD_OR_SPACES.finditer(run.text):
            part = run.part(*found.span())
            if words and (words[-1][-1].text[-1] == " ") == (part.text[0] == " "):
                words[-1].append(part)
            else:
                words.append([part])
    return words


def _letters_with_ink(word: Word) -> Iterator[Box]:
    """Yield the box of every letter and figure of a word, or of the whole word where it has none."""
    boxes = [
        (left, bottom, right, top)
        for part in word
        for letter, left, top, right, bottom in zip(
            part.text, part.boxes[0::4], part.boxes[1::4], part.boxes[2::4], part.boxes[3::4], strict=True
        )
        if letter.isalnum() and right > left
    ]
    yield from boxes or [_box(word)]


def _text(word: Word) -> str:
    return "".join(part.text for part in word)


def _doubtful_objects(page: Page, paintings: Paintings) -> set[int]:
    by_object: dict[int, list[GlyphRun]] = {}
    for run in page.runs:
        by_object.setdefault(id(run.text_object), []).append(run)
    painted = paintings.areas + paintings.pictures
    if len(painted) * len(by_object) > _MOST_COMPARISONS or paintings.left < 0:
        return set(by_object)
    return {
        key
        for key, runs in by_object.items()
        if _is_light(text_object := runs[0].text_object)
        or _is_optional(text_object)
        or is_cut_by_clip(text_object.handle)
        or _is_painted(_box(runs), painted)
    }


def _is_painted(box: Box, painted: list[Box]) -> bool:
    left, bottom, right, top = box
    return any(area[0] < right and left < area[2] and area[1] < top and bottom < area[3] for area in painted)


def _is_light(text_object: TextObject) -> bool:
    red, green, blue, alpha = text_object.fill
    return min(red, green, blue) > _LIGHT or alpha < _FAINT or text_object.mode == 1


def _cannot_be_drawn_here(word: Word) -> bool:
    """Whether these letters need a font that neither the PDF nor this machine has, so that only their colour tells."""
    text_object = word[0].text_object
    return (
        not _is_light(text_object)
        and any(ord(letter) > _LAST_LATIN for letter in _text(word))
        and not is_embedded(text_object.handle)
    )


def _is_optional(text_object: TextObject) -> bool:
    """Whether it belongs to a layer that readers may be shown or not (ISO 32000-1, 8.11)."""
    marks = (
        pdfium.FPDFPageObj_GetMark(text_object.handle, n)
        for n in range(pdfium.FPDFPageObj_CountMarks(text_object.handle))
    )
    return any(mark_name(mark) == _OPTIONAL for mark in marks)


def _box(runs: list[GlyphRun]) -> Box:
    """Return the box of letters of one text object, which stand on a straight line."""
    first, last = runs[0].boxes[:4], runs[-1].boxes[-4:]
    return (min(first[0], last[0]), min(first[3], last[3]), max(first[2], last[2]), max(first[1], last[1]))


def _heart(word: Word, box: Box) -> Box:
    """Return the part of a word's box that its letters fill: ruled lines above and below are no letters."""
    base, size = word[0].base, word[0].text_object.size
    if word[0].text_object.turn == 0 and any(map(str.isalnum, _text(word))):
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
