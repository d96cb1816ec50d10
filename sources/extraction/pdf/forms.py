"""Filled forms and words typed over a page: they are annotations (ISO 32000-1, 12.5), drawn into the page before it is read."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

_MOST_ANNOTATIONS = 5_000
_MOST_BYTES = 4_096
_WITH_WORDS = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


def draw_fields(page: Any) -> tuple[bool, list[str]]:
    """Draw the fields and typed words of a page into it, and return whether there were any, for which it must be loaded
    again, and the values of the fields that say nothing of how they look."""
    drawn, unread = False, []
    unseen: list[int] = []
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        with _annotation(page, place) as annotation:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                unseen.append(place)
            elif pdfium.FPDFAnnot_GetSubtype(annotation) not in _WITH_WORDS:
                continue
            elif pdfium.FPDFAnnot_HasKey(annotation, b"AP"):
                drawn = True
            elif value := _value(annotation):
                unread.append(value)
    if not drawn:
        return False, unread
    # PDFium draws what is not to be viewed as well.
    for place in reversed(unseen):
        pdfium.FPDFPage_RemoveAnnot(page, place)
    return pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS, unread


@contextmanager
def _annotation(page: Any, place: int) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _value(annotation: Any) -> str:
    """Return the value of a field, or the words of an annotation, that is a text: the state of a box to tick is a name."""
    for key in (b"V", b"Contents"):
        if pdfium.FPDFAnnot_GetValueType(annotation, key) != pdfium.FPDF_OBJECT_STRING:
            continue
        buffer = (ctypes.c_ushort * (_MOST_BYTES // 2))()
        used = pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, _MOST_BYTES)
        if 2 < used <= _MOST_BYTES:
            return bytes(buffer)[: used - 2].decode("utf-16-le", "replace").strip()
        if used > _MOST_BYTES:
            return "…"
    return ""
