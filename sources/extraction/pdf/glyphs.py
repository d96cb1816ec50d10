"""The letters of a PDF page with their places, as PDFium finds them."""

import ctypes
import math
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, repeat
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused

# What PDFium puts for a hyphen at the end of a line.
_LINE_END_HYPHEN = 0x02
_UNKNOWN = 0xFFFD
_SIGNS = {_LINE_END_HYPHEN: "-"} | dict.fromkeys(
    [0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000], " "
)
_QUARTER = 90
# Shares of the size. Baselines this close are one: more is no error of rounding, but a line that rises.
_STRAIGHT = 0.001
# A digit whose ink begins this high and is no taller is one that its font draws raised.
_RAISED_FROM = 0.2
_RAISED_HEIGHT = 0.6
_RAISED_SIZE = 0.6


@dataclass(slots=True, eq=False)
class Run:
    """One text object of a page: what its letters have in common. `turn` is its writing direction in degrees, to the
    nearest quarter; `order` counts the objects as they were written."""

    order: int
    handle: Any
    size: float
    turn: int
    font: int
    fill: tuple[int, int, int, int]
    mode: int


@dataclass(slots=True)
class Glyph:
    """A letter: `start` and `end` along the line, `base` its baseline across it, both in the direction of writing;
    `box` is (left, bottom, right, top) on the page, in points."""

    text: str
    start: float
    end: float
    base: float
    run: Run
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Page:
    """A page: its visible part (left, bottom, right, top), its letters as they were written, and its label."""

    box: tuple[float, float, float, float]
    label: str
    glyphs: list[Glyph] = field(default_factory=list)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _prototype(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes and gives plain numbers: half the cost of a call goes into the pointer
    classes of the binding, and some of it into giving way to other threads, of which there are none."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


_text_object = _prototype(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_unicode = _prototype(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_loose_box = _prototype(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_origin = _prototype(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 2)
_char_box = _prototype(pdfium.FPDFText_GetCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)


def read_glyphs(text_page: Any, seen: int) -> Iterator[Glyph]:
    """Yield the letters of a page as they were written. Raises ExtractionRefused "too_complex" where they are more than
    a page can have, "too_long" where these and those `seen` before are more than a text may have."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count > limits.PDF_PAGE_CHARS:
        raise ExtractionRefused("too_complex")
    if count + seen > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    # What is asked of every letter is asked in columns for the whole page.
    page = _address(text_page)
    objects = list(map(_text_object, repeat(page), range(count)))
    # What belongs to no object is a space or a line end of PDFium's own: whether words end is decided by their distance.
    places = [place for place, address in enumerate(objects) if address]
    places, codes = _with_pairs_joined(places, list(map(_unicode, repeat(page), places)))
    text = "".join(map(chr, codes)).translate(_SIGNS)
    # As PDFium orders the sides of a box: left, top, right, bottom.
    sides = iter(_boxes(page, places))
    letters = zip(text, sides, sides, sides, sides, strict=True)
    baselines = _Baselines(page)
    runs: dict[int, Run] = {}
    raised: dict[int, Run] = {}
    for address, same in groupby(places, objects.__getitem__):
        own = list(same)
        if address not in runs:
            runs[address] = _run(text_page, own[0], address, len(runs))
        run = runs[address]
        bases = baselines.of(own, run)
        for place, base, (letter, left, top, right, bottom) in zip(own, bases, letters, strict=False):
            box = (left, bottom, right, top)
            ink = baselines.raised_bottom(place, run, base) if "0" <= letter <= "9" and run.turn == 0 else None
            if ink is None:
                yield _glyph(letter, run, base, box)
            else:
                if run.order not in raised:
                    raised[run.order] = replace(run, size=run.size * _RAISED_SIZE)
                yield _glyph(letter, raised[run.order], ink, box)


def _addresses(numbers: "array[float]") -> range:
    """Return where each of these numbers lies, which must stay as many as they are while PDFium writes there."""
    address, count = numbers.buffer_info()
    return range(address, address + count * numbers.itemsize, numbers.itemsize)


def _with_pairs_joined(places: list[int], codes: list[int]) -> tuple[list[int], list[int]]:
    """Return the letters with the two halves of a letter beyond the first 65,536 as one, at the place of the second, and
    those that are none in Unicode as unknown."""
    if max(codes, default=0) < 0xD800:
        return places, codes
    kept: list[tuple[int, int]] = []
    high = 0
    for place, code in zip(places, codes, strict=True):
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        is_second = 0xDC00 <= code < 0xE000 and high
        if is_second:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        kept.append((place, code if code <= sys.maxunicode else _UNKNOWN))
        high = 0
    return [place for place, _ in kept], [code for _, code in kept]


def _boxes(page: int, places: list[int]) -> "array[float]":
    boxes = array("f", bytes(16 * len(places)))
    # Nothing is kept of what the calls return; a deque without room is how to run through them.
    deque(map(_loose_box, repeat(page), places, _addresses(boxes)[::4]), maxlen=0)
    return boxes


def _glyph(text: str, run: Run, base: float, box: tuple[float, float, float, float]) -> Glyph:
    left, bottom, right, top = box
    if run.turn == 0:
        return Glyph(text, left, right, base, run, box)
    if run.turn == 90:
        return Glyph(text, bottom, top, base, run, box)
    if run.turn == 180:
        return Glyph(text, -right, -left, base, run, box)
    return Glyph(text, -top, -bottom, base, run, box)


class _Baselines:
    """The baselines of a page's letters: those that PDFium says, and those of digits that their font draws raised."""

    def __init__(self, page: int):
        self._page = page
        self._origin = array("d", [0.0] * 2)
        self._ink = array("d", [0.0] * 4)
        self._origin_at = _addresses(self._origin)
        self._ink_at = _addresses(self._ink)

    def of(self, places: list[int], run: Run) -> list[float]:
        """Return the baselines of letters of one run: nearly always they share one. The letters of a line that rises, and
        of one written downwards, have each their own."""
        first, last = self._at(places[0], run.turn), self._at(places[-1], run.turn)
        if abs(last - first) <= run.size * _STRAIGHT:
            return [first] * len(places)
        return [self._at(place, run.turn) for place in places]

    def raised_bottom(self, place: int, run: Run, base: float) -> float | None:
        """Return where the ink of a digit begins that is drawn raised, None for any other: many fonts bring raised digits
        of their own, which stand on the line by their place and above it by their shape."""
        if not _char_box(self._page, place, *self._ink_at):
            return None
        _, _, bottom, top = self._ink
        is_raised = bottom - base >= run.size * _RAISED_FROM and 0 < top - bottom <= run.size * _RAISED_HEIGHT
        return bottom if is_raised else None

    def _at(self, place: int, turn: int) -> float:
        _origin(self._page, place, *self._origin_at)
        x, y = self._origin
        return {0: y, 90: -x, 180: -y}.get(turn, x)


def _run(text_page: Any, place: int, address: int, order: int) -> Run:
    handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, place, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d)
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text_page, place, *map(ctypes.byref, colour)):
        colour = [ctypes.c_uint(part) for part in (0, 0, 0, 255)]
    red, green, blue, alpha = (part.value for part in colour)
    size = pdfium.FPDFText_GetFontSize(text_page, place) * scale
    if size < 0:
        # Letters of a negative size stand on their heads and are written backwards.
        angle += 180
    return Run(
        order,
        handle,
        abs(size),
        round(angle / _QUARTER) * _QUARTER % 360,
        ctypes.cast(pdfium.FPDFTextObj_GetFont(handle), ctypes.c_void_p).value or 0,
        (red, green, blue, alpha),
        pdfium.FPDFTextObj_GetTextRenderMode(handle),
    )
