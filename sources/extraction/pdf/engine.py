"""PDFium, opened within the limits: the pages of a PDF with their letters and with what is painted on them."""

import ctypes
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.pdf.glyph_runs import Box, Page
from sources.extraction.pdf.text_page import read_glyph_runs
from sources.extraction.results import ExtractionRefused

_THIN = 2.0
_LONG = 4.0
_FEW_SEGMENTS = 6
_CORNERS = 4
_ENDS = 2
_MOST_ASKEW = 2_000
# In points: what a rectangle may be off its right angles.
_STRAIGHT = 0.1
_MOST_NESTED = 4
_MOST_CLIPS = 16
_LABEL_BYTES = 128
# (is level, is upright) of the sides of a rectangle, one after the other.
_LEVEL_FIRST = [(True, False), (False, True)] * 2


@dataclass(slots=True)
class Paintings:
    """What is painted on a page beside its letters: the boxes of pictures, those of filled areas, the upright ruled
    lines as (place, lowest, highest), the level ones as (height, from, to), and those that lie askew as (x, y, x, y)."""

    pictures: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    bars: list[tuple[float, float, float]] = field(default_factory=list)
    askew: list[Box] = field(default_factory=list)
    left: int = limits.PDF_PAINTED_OBJECTS


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF. Raises ExtractionRefused "encrypted", "corrupt", "too_many_pages"."""
    pdfium.FPDF_InitLibrary()
    # An empty password opens files that only forbid printing or copying.
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        protected = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise ExtractionRefused("encrypted" if protected else "corrupt")
    try:
        count = page_count(document)
        if count > limits.PDF_PAGES:
            raise ExtractionRefused("too_many_pages")
        if count < 1:
            raise ExtractionRefused("corrupt")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def page_count(document: Any) -> int:
    """Return how many pages a PDF has."""
    return int(pdfium.FPDF_GetPageCount(document))


@contextmanager
def page_at(document: Any, number: int) -> Iterator[Any]:
    """Load a page. Raises ExtractionRefused "corrupt" where it cannot be, "too_complex" where it has more on it than can be
    looked at."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise ExtractionRefused("corrupt")
    try:
        if _count_objects(page) > limits.PDF_PAGE_OBJECTS:
            raise ExtractionRefused("too_complex")
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def read_page(document: Any, page: Any, number: int, seen: int) -> Page:
    """Return a page with its letters. Raises ExtractionRefused "too_long", "corrupt"."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise ExtractionRefused("corrupt")
    try:
        found = Page(_visible_box(page), _label(document, number))
        found.runs.extend(read_glyph_runs(text_page, seen))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return found


def read_paintings(page: Any) -> Paintings:
    """Return what is painted on a page beside its letters."""
    found = Paintings()
    objects = (pdfium.FPDFPage_GetObject(page, place) for place in range(pdfium.FPDFPage_CountObjects(page)))
    _add(found, objects, (1, 0, 0, 1, 0, 0), 0)
    return found


def stated_title(document: Any) -> str:
    """Return the title that the PDF states, "" where there is none."""
    return _text_of(lambda buffer, size: pdfium.FPDF_GetMetaText(document, b"Title", buffer, size), 4096)


def font_name(handle: Any) -> str:
    """Return the name of the font that a text object is set in."""
    font = pdfium.FPDFTextObj_GetFont(handle)
    buffer = ctypes.create_string_buffer(_LABEL_BYTES)
    used = pdfium.FPDFFont_GetBaseFontName(font, buffer, _LABEL_BYTES) if font else 0
    return buffer.raw[: max(0, min(used, _LABEL_BYTES) - 1)].decode("utf-8", "replace")


def is_embedded(handle: Any) -> bool:
    """Whether the PDF brings the font with it that a text object is set in."""
    font = pdfium.FPDFTextObj_GetFont(handle)
    return bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1


def is_cut_by_clip(handle: Any) -> bool:
    """Whether a clipping path may hide a part of a text object (ISO 32000-1, 8.5.4): one that does not hold all of its box,
    or one of more than are looked at."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    paths = int(pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0
    if paths < 1:
        return False
    box = _box_of(handle, (1, 0, 0, 1, 0, 0))
    return box is None or paths > _MOST_CLIPS or not all(_holds(clip, path, box) for path in range(paths))


def is_clipped_away(handle: Any) -> bool:
    """Whether a clipping path leaves nothing of a text object: one whose points all lie on one side of it."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    box = _box_of(handle, (1, 0, 0, 1, 0, 0))
    if paths < 1 or box is None:
        return False
    left, bottom, right, top = box
    for path in range(min(paths, _MOST_CLIPS)):
        points = _points(clip, path)
        if not points:
            continue
        xs, ys = zip(*points, strict=True)
        if max(xs) <= left or right <= min(xs) or max(ys) <= bottom or top <= min(ys):
            return True
    return False


def _holds(clip: Any, path: int, box: Box) -> bool:
    """Whether one path of a clip is a rectangle around a box; both are in the space of the object."""
    points = _points(clip, path)
    if not points:
        return False
    corners = [point for n, point in enumerate(points) if n == 0 or not _is_near(point, points[n - 1])]
    if len(corners) > 1 and _is_near(corners[-1], corners[0]):
        corners.pop()
    if len(corners) != _CORNERS:
        return False
    sides = [
        (abs(y - v) <= _STRAIGHT, abs(x - u) <= _STRAIGHT)
        for (x, y), (u, v) in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    # Level and upright sides take turns.
    if sides not in (_LEVEL_FIRST, _LEVEL_FIRST[::-1]):
        return False
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, bottom, right, top = box
    return min(xs) <= left + _THIN and right - _THIN <= max(xs) and min(ys) <= bottom + _THIN and top - _THIN <= max(ys)


def _points(clip: Any, path: int) -> list[tuple[float, float]]:
    """Return the corners of one path of a clip, none where it is curved, in parts or has more than a rectangle."""
    count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
    if not _CORNERS <= count <= _FEW_SEGMENTS:
        return []
    return _line_points(lambda place: pdfium.FPDFClipPath_GetPathSegment(clip, path, place), count)


def _line_points(segment_at: Callable[[int], Any], count: int) -> list[tuple[float, float]]:
    """Return the points of a path of straight lines, none where it is curved or in parts."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for place in range(count):
        segment = segment_at(place)
        kind = pdfium.FPDF_SEGMENT_MOVETO if place == 0 else pdfium.FPDF_SEGMENT_LINETO
        if pdfium.FPDFPathSegment_GetType(segment) != kind:
            return []
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            return []
        points.append((x.value, y.value))
    return points


def _is_near(point: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(point[0] - other[0]) <= _STRAIGHT and abs(point[1] - other[1]) <= _STRAIGHT


def mark_name(mark: Any) -> str:
    """Return the tag of marked content, "OC" for that of an optional layer."""
    buffer = (ctypes.c_ushort * _LABEL_BYTES)()
    used = ctypes.c_ulong()
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), ctypes.byref(used)):
        return ""
    return bytes(buffer)[: max(0, min(used.value, ctypes.sizeof(buffer)) - 2)].decode("utf-16-le", "replace")


def _count_objects(page: Any) -> int:
    """Return how many objects a page has, those in its forms counted as often as they are drawn; no more than needed."""
    count = inside = int(pdfium.FPDFPage_CountObjects(page))
    level = (pdfium.FPDFPage_GetObject(page, place) for place in range(inside))
    while inside and count <= limits.PDF_PAGE_OBJECTS:
        forms = [item for item in level if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM]
        inside = sum(map(pdfium.FPDFFormObj_CountObjects, forms))
        count += inside
        level = (
            pdfium.FPDFFormObj_GetObject(form, place)
            for form in forms
            for place in range(pdfium.FPDFFormObj_CountObjects(form))
        )
    return count


def _label(document: Any, number: int) -> str:
    return _text_of(lambda buffer, size: pdfium.FPDF_GetPageLabel(document, number, buffer, size), _LABEL_BYTES)


def _text_of(ask: Any, size: int) -> str:
    buffer = ctypes.create_string_buffer(size)
    used = ask(buffer, size)
    return "" if used > size else buffer.raw[: max(0, used - 2)].decode("utf-16-le", "replace")


def _visible_box(page: Any) -> Box:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        raise ExtractionRefused("corrupt")
    return (box.left, box.bottom, box.right, box.top)


def _add(found: Paintings, objects: Iterator[Any], matrix: tuple[float, ...], deep: int) -> None:
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        found.left -= 1
        if found.left < 0:
            return
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if deep < _MOST_NESTED:
                inner = (pdfium.FPDFFormObj_GetObject(item, n) for n in range(pdfium.FPDFFormObj_CountObjects(item)))
                _add(found, inner, _times(_matrix_of(item), matrix), deep + 1)
            continue
        box = _box_of(item, matrix)
        if box is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(found, item, box, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(box)
        else:
            found.areas.append(box)


def _add_path(found: Paintings, path: Any, box: Box, matrix: tuple[float, ...]) -> None:
    left, bottom, right, top = box
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    if right - left < _THIN and top - bottom > _LONG:
        found.rules.append(((left + right) / 2, bottom, top))
    elif top - bottom < _THIN and right - left > _LONG:
        found.bars.append(((bottom + top) / 2, left, right))
    if len(found.askew) < _MOST_ASKEW and min(right - left, top - bottom) > _STRAIGHT:
        found.askew.extend(_thin_line(path, _times(_matrix_of(path), matrix)))
    if right - left < _THIN or top - bottom < _THIN:
        return
    if fill.value:
        found.areas.append(box)
    is_frame = stroke.value and top - bottom > _LONG
    if is_frame and pdfium.FPDFPath_CountSegments(path) <= _FEW_SEGMENTS:
        found.rules.extend(((left, bottom, top), (right, bottom, top)))


def _thin_line(path: Any, matrix: tuple[float, ...]) -> Iterator[Box]:
    """Yield the ends of a path that is a straight line, or a long and thin rectangle."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not _ENDS <= count <= _FEW_SEGMENTS:
        return
    a, b, c, d, e, f = matrix
    points = [
        (x * a + y * c + e, x * b + y * d + f)
        for x, y in _line_points(lambda place: pdfium.FPDFPath_GetPathSegment(path, place), count)
    ]
    if len(points) == _ENDS:
        yield (*points[0], *points[1])
    elif len(points) >= _CORNERS:
        first, second, third, fourth = points[:_CORNERS]
        if math.dist(first, second) > math.dist(second, third):
            first, second, third, fourth = second, third, fourth, first
        if math.dist(first, second) < _THIN:
            yield (*_between(first, second), *_between(third, fourth))


def _between(point: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (point[0] + other[0]) / 2, (point[1] + other[1]) / 2


def _matrix_of(item: Any) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return (1, 0, 0, 1, 0, 0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: tuple[float, ...], then: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _box_of(item: Any, matrix: tuple[float, ...]) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
        return None
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
