"""The letters of a PDF page with their places, as PDFium finds them."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused

# What PDFium puts for a hyphen at the end of a line.
_LINE_END_HYPHEN = 0x02
_SPACES = frozenset([0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000])
_QUARTER = 90
# Shares of the size: a digit whose ink begins this high and is no taller is one that its font draws raised.
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


def read_glyphs(text_page: Any, seen: int) -> Iterator[Glyph]:
    """Yield the letters of a page as they were written. Raises ExtractionRefused "too_complex" where they are more than
    a page can have, "too_long" where these and those `seen` before are more than a text may have."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count > limits.PDF_PAGE_CHARS:
        raise ExtractionRefused("too_complex")
    if count + seen > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    runs: dict[int, Run] = {}
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    raised: dict[int, Run] = {}
    high = 0
    for place in range(count):
        handle = pdfium.FPDFText_GetTextObject(text_page, place)
        if not handle:
            # A space or a line end of PDFium's own: whether words end is decided here by their distance.
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        address = ctypes.addressof(handle.contents)
        run = runs.get(address)
        if run is None:
            run = runs[address] = _run(text_page, place, handle, len(runs))
        pdfium.FPDFText_GetCharOrigin(text_page, place, x_at, y_at)
        pdfium.FPDFText_GetLooseCharBox(text_page, place, box_at)
        if 0x30 <= code <= 0x39:
            run, base = _raised_by_shape(text_page, place, run, y.value, raised)
            y.value = base
        text = "-" if code == _LINE_END_HYPHEN else " " if code in _SPACES else chr(code)
        yield _glyph(text, run, x.value, y.value, (box.left, box.bottom, box.right, box.top))


def _glyph(text: str, run: Run, x: float, y: float, box: tuple[float, float, float, float]) -> Glyph:
    left, bottom, right, top = box
    if run.turn == 0:
        return Glyph(text, left, right, y, run, box)
    if run.turn == 90:
        return Glyph(text, bottom, top, -x, run, box)
    if run.turn == 180:
        return Glyph(text, -right, -left, -y, run, box)
    return Glyph(text, -top, -bottom, x, run, box)


def _raised_by_shape(text_page: Any, place: int, run: Run, base: float, raised: dict[int, Run]) -> tuple[Run, float]:
    """Return the run and the baseline of a digit as its ink has them: many fonts bring raised digits of their own, which
    stand on the line by their place and above it by their shape."""
    if run.turn != 0:
        return run, base
    sides = [ctypes.c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetCharBox(text_page, place, *map(ctypes.byref, sides)):
        return run, base
    bottom, top = sides[2].value, sides[3].value
    if bottom - base < run.size * _RAISED_FROM or top - bottom > run.size * _RAISED_HEIGHT or top <= bottom:
        return run, base
    if run.order not in raised:
        raised[run.order] = replace(run, size=run.size * _RAISED_SIZE)
    return raised[run.order], bottom


def _run(text_page: Any, place: int, handle: Any, order: int) -> Run:
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
