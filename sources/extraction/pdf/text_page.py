"""The letters of a PDF page as PDFium finds them. What it is asked for every letter is asked in columns for the whole page,
and what the letters of a text object share only once."""

import ctypes
import math
import re
import sys
import unicodedata
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby, repeat
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.pdf.glyph_runs import GlyphRun, TextObject, glyph_run
from sources.extraction.results import ExtractionRefused

# What PDFium puts for a hyphen at the end of a line.
_LINE_END_HYPHEN = 0x02
_UNKNOWN = 0xFFFD
_SIGNS = {_LINE_END_HYPHEN: "-"} | dict.fromkeys(
    [0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000], " "
)
# A space or a line end may be PDFium's own, which belongs to no text object.
_MAY_BE_ITS_OWN = frozenset([0x0A, 0x0D, 0x20])
# Before the codes of Hebrew are those of Latin, Greek, Cyrillic and Armenian.
_HEBREW = 0x590
# Classes of Unicode Standard Annex 9, with that of letters which it does not know.
_FROM_RIGHT = frozenset(["R", "AL", "AN", "RLE", "RLO", "RLI", ""])
_DIGIT = re.compile("[0-9]")
_QUARTER = 90
# Shares of the size. Baselines this close are one: more is no error of rounding, but a line that rises.
_STRAIGHT = 0.001
# A digit whose ink begins this high and is no taller is one that its font draws raised.
_RAISED_FROM = 0.2
_RAISED_HEIGHT = 0.6
_RAISED_SIZE = 0.6


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _prototype(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes and gives plain numbers: half the cost of a call goes into the pointer
    classes of the binding, and some of it into giving way to other threads, of which there are none."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


_object_of_letter = _prototype(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_text = _prototype(pdfium.FPDFText_GetText, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_int] * 2, ctypes.c_void_p)
_unicode = _prototype(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_loose_box = _prototype(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_origin = _prototype(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 2)
_char_box = _prototype(pdfium.FPDFText_GetCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)


def read_glyph_runs(text_page: Any, seen: int) -> Iterator[GlyphRun]:
    """Yield the letters of a page as they were written. Raises ExtractionRefused "too_complex" where they are more than
    a page can have, "too_long" where these and those `seen` before are more than a text may have."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count > limits.PDF_PAGE_CHARS:
        raise ExtractionRefused("too_complex")
    if count + seen > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    page = _address(text_page)
    codes = _codes(page, count)
    # Whether words end is decided by their distance.
    places = [n for n, code in enumerate(codes) if code not in _MAY_BE_ITS_OWN or _object_of_letter(page, n)]
    places, codes = _with_pairs_joined(places, [codes[n] for n in places])
    text = "".join(map(chr, codes)).translate(_SIGNS)
    boxes = _boxes(page, places)
    text_objects: dict[int, TextObject] = {}
    baselines = _Baselines(text_page)
    for address, first, end in _objects(page, places, is_left_to_right=_is_left_to_right(text)):
        if address not in text_objects:
            text_objects[address] = _text_object_of(text_page, places[first], address, len(text_objects))
        run = glyph_run(text_objects[address], text[first:end], 0.0, boxes[first * 4 : end * 4])
        yield from baselines.parts(run, places[first:end])


def _codes(page: int, count: int) -> list[int]:
    """Return the code of each letter of a page. All are told at once, but with only 16 bits of each, and with another one for
    a hyphen at a line end: those that these may be are asked for."""
    told = array("H", bytes(2 * (count + 1)))
    if _text(page, 0, count, told.buffer_info()[0]) != count + 1:
        return list(map(_unicode, repeat(page), range(count)))
    return [code if 0 < code < _HEBREW else _unicode(page, n) for n, code in enumerate(told[:count])]


def _objects(page: int, places: list[int], *, is_left_to_right: bool) -> Iterator[tuple[int, int, int]]:
    """Yield the text objects of letters, each as its address and the first and the end of its letters. They follow each
    other, but where PDFium puts letters from right to left in order it may divide those of an object."""
    if not is_left_to_right:
        yield from _objects_divided(page, places)
        return
    first, count = 0, len(places)
    while first < count:
        address = _object_of_letter(page, places[first])
        last, step = first, 1
        while last + step < count and _object_of_letter(page, places[last + step]) == address:
            last, step = last + step, step * 2
        is_of_another = partial(_is_of_another, page, address)
        end = bisect_left(places, True, last + 1, min(last + step, count), key=is_of_another)
        if address:
            yield address, first, end
        first = end


def _is_of_another(page: int, address: int, place: int) -> bool:
    return bool(_object_of_letter(page, place) != address)


def _objects_divided(page: int, places: list[int]) -> Iterator[tuple[int, int, int]]:
    first = 0
    for address, same in groupby(map(_object_of_letter, repeat(page), places)):
        end = first + sum(1 for _ in same)
        if address:
            yield address, first, end
        first = end


def _is_left_to_right(text: str) -> bool:
    return not any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in set(text))


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


class _Baselines:
    """The baselines of a page's letters: those that PDFium says, and those of digits that their font draws raised."""

    def __init__(self, text_page: Any):
        self._page = _address(text_page)
        self._origin = array("d", [0.0] * 2)
        self._ink = array("d", [0.0] * 4)
        self._origin_at = _addresses(self._origin)
        self._ink_at = _addresses(self._ink)

    def parts(self, run: GlyphRun, places: list[int]) -> Iterator[GlyphRun]:
        """Yield the parts of a text object that have one baseline each: nearly always it is all of it. The letters of a
        line that rises, and of one written downwards, have each their own."""
        turn = run.text_object.turn
        run.base = self._baseline(places[0], turn)
        last = self._baseline(places[-1], turn) if len(places) > 1 else run.base
        if abs(last - run.base) <= run.text_object.size * _STRAIGHT:
            yield from self._parts_by_shape(run, places)
            return
        for n, place in enumerate(places):
            letter = run.part(n, n + 1)
            letter.base = self._baseline(place, turn)
            yield from self._parts_by_shape(letter, [place])

    def _baseline(self, place: int, turn: int) -> float:
        _origin(self._page, place, *self._origin_at)
        x, y = self._origin
        return {0: y, 90: -x, 180: -y}.get(turn, x)

    def _parts_by_shape(self, run: GlyphRun, places: list[int]) -> Iterator[GlyphRun]:
        """Yield a run with each digit apart that its font draws raised: many fonts bring such digits of their own,
        which stand on the line by their place and above it by their shape."""
        written, first = run.text_object, 0
        raised: TextObject | None = None
        for found in _DIGIT.finditer(run.text) if written.turn == 0 else ():
            n = found.start()
            # One font may have two shapes of a digit, so that each is asked for.
            bottom = self._raised_bottom(places[n], run)
            if bottom is None:
                continue
            if n > first:
                yield run.part(first, n)
            raised = raised or replace(written, size=written.size * _RAISED_SIZE)
            yield glyph_run(raised, found[0], bottom, run.boxes[n * 4 : n * 4 + 4])
            first = n + 1
        if first < len(run.text):
            yield run.part(first, len(run.text))

    def _raised_bottom(self, place: int, run: GlyphRun) -> float | None:
        """Return where the ink of a digit begins that is drawn raised, None for any other."""
        if not _char_box(self._page, place, *self._ink_at):
            return None
        _, _, bottom, top = self._ink
        size = run.text_object.size
        is_raised = bottom - run.base >= size * _RAISED_FROM and 0 < top - bottom <= size * _RAISED_HEIGHT
        return bottom if is_raised else None


def _text_object_of(text_page: Any, place: int, address: int, order: int) -> TextObject:
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
    quarters = round(angle / _QUARTER)
    return TextObject(
        order,
        handle,
        abs(size),
        quarters * _QUARTER % 360,
        angle - quarters * _QUARTER,
        ctypes.cast(pdfium.FPDFTextObj_GetFont(handle), ctypes.c_void_p).value or 0,
        (red, green, blue, alpha),
        pdfium.FPDFTextObj_GetTextRenderMode(handle),
    )
