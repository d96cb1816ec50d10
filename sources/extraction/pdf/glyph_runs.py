"""The letters of a PDF page with their places, as PDFium finds them.

A page can have hundreds of thousands of letters. So what is asked of PDFium for every letter is asked in columns for the
whole page, and letters that stand side by side are kept together as one glyph run: a line, or a word, in most files.
"""

import ctypes
import math
import re
import sys
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, repeat
from operator import sub
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused

Box = tuple[float, float, float, float]
# Of a letter: the place of its run among those of the page, and its own in the text of the run.
Place = tuple[int, int]

# What PDFium puts for a hyphen at the end of a line.
_LINE_END_HYPHEN = 0x02
_UNKNOWN = 0xFFFD
_SIGNS = {_LINE_END_HYPHEN: "-"} | dict.fromkeys(
    [0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000], " "
)
_DIGIT = re.compile("[0-9]")
_QUARTER = 90
# Shares of the size. Baselines this close are one: more is no error of rounding, but a line that rises.
_STRAIGHT = 0.001
# A digit whose ink begins this high and is no taller is one that its font draws raised.
_RAISED_FROM = 0.2
_RAISED_HEIGHT = 0.6
_RAISED_SIZE = 0.6


@dataclass(slots=True, eq=False)
class TextObject:
    """What one show-text operator painted (ISO 32000-1, 9.4.3), as PDFium keeps it: what its letters have in common. `turn`
    is its writing direction in degrees, to the nearest quarter; `order` counts the objects as they were written."""

    order: int
    handle: Any
    size: float
    turn: int
    font: int
    fill: tuple[int, int, int, int]
    mode: int


@dataclass(slots=True, eq=False)
class GlyphRun:
    """Letters of one text object that were written one after the other on one baseline: letter n is `text[n]`, and stands
    from `starts[n]` to `ends[n]` along the line. `base` is the baseline across it; all are in the direction of writing.
    `boxes` has four sides for each letter as PDFium orders them, left, top, right, bottom, on the page in points."""

    text_object: TextObject
    text: str
    base: float
    boxes: "array[float]"
    starts: "array[float]"
    ends: "array[float]"

    def part(self, first: int, end: int) -> "GlyphRun":
        """Return the letters from one place to before another."""
        if first == 0 and end == len(self.text):
            return self
        return GlyphRun(
            self.text_object,
            self.text[first:end],
            self.base,
            self.boxes[first * 4 : end * 4],
            self.starts[first:end],
            self.ends[first:end],
        )

    def with_text(self, text: str, start: float, end: float) -> "GlyphRun":
        """Return other letters on this baseline, in equal steps from one place to another; for writing to the right."""
        _, top, _, bottom = self.boxes[:4]
        width = (end - start) / len(text)
        places = [start + width * n for n in range(len(text) + 1)]
        boxes = array("f", [side for left, right in pairwise(places) for side in (left, top, right, bottom)])
        return GlyphRun(self.text_object, text, self.base, boxes, boxes[0::4], boxes[2::4])

    def is_within(self, area: Box) -> bool:
        """Whether every letter stands inside an area of the page."""
        boxes = self.boxes
        return (
            area[0] <= min(boxes[0::4])
            and area[1] <= min(boxes[3::4])
            and max(boxes[2::4]) <= area[2]
            and max(boxes[1::4]) <= area[3]
        )


def glyph_run(text_object: TextObject, text: str, base: float, boxes: "array[float]") -> GlyphRun:
    """Return letters by their boxes, of which the direction of writing tells where each starts and ends."""
    if text_object.turn == 0:
        starts, ends = boxes[0::4], boxes[2::4]
    elif text_object.turn == 90:
        starts, ends = boxes[3::4], boxes[1::4]
    elif text_object.turn == 180:
        starts, ends = _negative(boxes[2::4]), _negative(boxes[0::4])
    else:
        starts, ends = _negative(boxes[1::4]), _negative(boxes[3::4])
    return GlyphRun(text_object, text, base, boxes, starts, ends)


@dataclass(slots=True)
class Page:
    """A page: its visible part (left, bottom, right, top), its letters as they were written, and its label."""

    box: Box
    label: str
    runs: list[GlyphRun] = field(default_factory=list)


def with_letters_replaced(runs: Iterable[GlyphRun], replaced: Mapping[Place, Sequence[GlyphRun]]) -> Iterator[GlyphRun]:
    """Yield the runs of a page with others, or none, in place of some of their letters."""
    touched: dict[int, list[int]] = defaultdict(list)
    for place, n in sorted(replaced):
        touched[place].append(n)
    for place, run in enumerate(runs):
        first = 0
        for n in touched.get(place, ()):
            if first < n:
                yield run.part(first, n)
            yield from replaced[place, n]
            first = n + 1
        if first < len(run.text):
            yield run.part(first, len(run.text))


def gaps_between(starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Return how far each letter but the first begins behind the end of the one before it."""
    return list(map(sub, starts[1:], ends))


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _prototype(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes and gives plain numbers: half the cost of a call goes into the pointer
    classes of the binding, and some of it into giving way to other threads, of which there are none."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


_object_of_letter = _prototype(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
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
    objects = list(map(_object_of_letter, repeat(page), range(count)))
    # What belongs to no object is a space or a line end of PDFium's own: whether words end is decided by their distance.
    places = [place for place, address in enumerate(objects) if address]
    places, codes = _with_pairs_joined(places, list(map(_unicode, repeat(page), places)))
    text = "".join(map(chr, codes)).translate(_SIGNS)
    boxes = _boxes(page, places)
    text_objects: dict[int, TextObject] = {}
    baselines = _Baselines(text_page)
    first = 0
    for address, same in groupby(places, objects.__getitem__):
        own = list(same)
        if address not in text_objects:
            text_objects[address] = _text_object_of(text_page, own[0], address, len(text_objects))
        end = first + len(own)
        run = glyph_run(text_objects[address], text[first:end], 0.0, boxes[first * 4 : end * 4])
        yield from baselines.parts(run, own)
        first = end


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


def _negative(numbers: "array[float]") -> "array[float]":
    return array("f", [-number for number in numbers])


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
    return TextObject(
        order,
        handle,
        abs(size),
        round(angle / _QUARTER) * _QUARTER % 360,
        ctypes.cast(pdfium.FPDFTextObj_GetFont(handle), ctypes.c_void_p).value or 0,
        (red, green, blue, alpha),
        pdfium.FPDFTextObj_GetTextRenderMode(handle),
    )
