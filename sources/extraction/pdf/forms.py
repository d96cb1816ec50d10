"""Filled forms and words typed over a page: they are annotations (ISO 32000-1, 12.5), drawn into the page before it is
read. Notes that somebody pinned to it are none of its text."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

_MOST_ANNOTATIONS = 5_000
_MOST_BYTES = 4_096
_WITH_WORDS = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
# What a reader opens to see, or sees beside the page (12.5.6.2).
_WITH_NOTES = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_POLYLINE,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_REDACT,
)
# What says something without a comment too: by its own words or strokes, or by what it strikes out or covers.
_SPEAKING = {
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_INK: "ink",
    pdfium.FPDF_ANNOT_STRIKEOUT: "strike-out",
    pdfium.FPDF_ANNOT_CARET: "caret",
    pdfium.FPDF_ANNOT_REDACT: "redaction",
}
_COVERING = (pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON)
_TEXT_FIELDS = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass
class Drawing:
    """What was drawn into a page: whether anything was, for which the page must be loaded again; the values of fields that
    say nothing of how they look, and the notes, which were not drawn."""

    drawn: bool = False
    unread_fields: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@contextmanager
def form_of(document: Any) -> Iterator[Any]:
    """Open the form of a document, None where it has none: it alone knows which values fields have from their parents."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    callbacks = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, callbacks)
    try:
        yield form
    finally:
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def draw_fields(page: Any, form: Any) -> Drawing:
    """Draw the fields and typed words of a page into it."""
    drawing = Drawing()
    others: list[int] = []
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        with _annotation(page, place) as annotation:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                others.append(place)
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind not in _WITH_WORDS:
                others.append(place)
            if kind in _WITH_NOTES:
                drawing.notes.extend(
                    filter(None, [_string(annotation, b"Contents") or _said_without_words(annotation, kind)])
                )
            elif kind in _WITH_WORDS and pdfium.FPDFAnnot_HasKey(annotation, b"AP"):
                drawing.drawn = True
            elif kind in _WITH_WORDS:
                drawing.unread_fields.extend(filter(None, [_value(annotation, form)]))
    if not drawing.drawn:
        return drawing
    # For display PDFium draws what is not to be viewed as well, but nothing hidden; and the marks of those who read the text,
    # whose line through a passage strikes out nothing.
    for place in reversed(others):
        pdfium.FPDFPage_RemoveAnnot(page, place)
    drawing.drawn = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    return drawing


@contextmanager
def _annotation(page: Any, place: int) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _value(annotation: Any, form: Any) -> str:
    """Return the value of a text field, its own or its parent's, or the words of an annotation. The state of a box to tick
    is no text."""
    if form and pdfium.FPDFAnnot_GetFormFieldType(form, annotation) in _TEXT_FIELDS:
        return _told(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
    return _string(annotation, b"V") or _string(annotation, b"Contents")


def _said_without_words(annotation: Any, kind: int) -> str:
    """Return what a note without a comment is, "" where it says nothing: a stamp by its name, as "Approved" (12.5.6.12)."""
    if kind in _COVERING and pdfium.FPDFAnnot_HasKey(annotation, b"IC"):
        return "filled shape"
    name = ""
    if (
        kind == pdfium.FPDF_ANNOT_STAMP
        and pdfium.FPDFAnnot_GetValueType(annotation, b"Name") == pdfium.FPDF_OBJECT_NAME
    ):
        name = _told(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Name", buffer, size))
    return name or _SPEAKING.get(kind, "")


def _string(annotation: Any, key: bytes) -> str:
    if pdfium.FPDFAnnot_GetValueType(annotation, key) != pdfium.FPDF_OBJECT_STRING:
        return ""
    return _told(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def _told(ask: Callable[[Any, int], int]) -> str:
    buffer = (ctypes.c_ushort * (_MOST_BYTES // 2))()
    used = ask(buffer, _MOST_BYTES)
    if used > _MOST_BYTES:
        return "…"
    return bytes(buffer)[: max(0, used - 2)].decode("utf-16-le", "replace").strip()
