"""Files with hundreds of thousands of rows, runs or objects are read in seconds or refused with a sentence, early."""

import os
from collections.abc import Callable

import pypdfium2.raw as pdfium
import pytest

from sources.extraction import REFUSALS, ExtractionRefused, limits
from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from sources.extraction.pdf import extract_pdf
from sources.extraction.raised import Level, compose
from sources.extraction.word import extract_docx
from tests.growth import computing_seconds, grows_at_most
from tests.sources.extraction import files
from tests.sources.extraction.pdf_files import CARS, Drawn, pdf_of

#: PLUMBLINE_MANY asks for more.
MANY = int(os.environ.get("PLUMBLINE_MANY", "2000"))
MOST_SECONDS = 10

RUN = "<w:r><w:t>row</w:t></w:r>"
CELL = f"<w:tc><w:p>{RUN}</w:p></w:tc>"
FORM = (
    f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {60 * 9} >>\nstream\n"
    + "0 0 m 9 9 l S\n" * 60
    + "endstream"
)


def of_objects(count: int) -> bytes:
    return pdf_of(Drawn().text(50, 800, CARS).draw("0 0 m 9 9 l S\n" * (count - 1)))


def of_text_objects(count: int) -> bytes:
    return pdf_of(
        Drawn().draw("".join(f"BT /F1 6 Tf 1 0 0 1 {n % 580} {n % 83 * 10} Tm (a) Tj ET\n" for n in range(count)))
    )


def of_a_long_stream(count: int) -> bytes:
    return pdf_of(Drawn().text(50, 800, CARS).draw("q 1 0 0 1 0 0 cm Q\n" * (5 * count)))


SHAPES: dict[str, tuple[FileKind, Callable[[int], bytes]]] = {
    "rows of a Word table": (
        FileKind.DOCX,
        lambda count: files.docx(f"<w:tbl>{f'<w:tr>{CELL}</w:tr>' * count}</w:tbl>"),
    ),
    "cells of a Word row": (FileKind.DOCX, lambda count: files.docx(f"<w:tbl><w:tr>{CELL * count}</w:tr></w:tbl>")),
    "runs of a Word paragraph": (FileKind.DOCX, lambda count: files.docx(f"<w:p>{RUN * count}</w:p>")),
    "rows of a page": (FileKind.HTML, lambda count: b"<table>" + b"<tr><td>row</td></tr>" * count + b"</table>"),
    "raised figures of a page": (FileKind.HTML, lambda count: b"<p>" + b"10<sup>5</sup> t, " * count),
    "line breaks of a page": (FileKind.HTML, lambda count: b"<p>" + b"row<br>" * count),
    "paths of a PDF page": (FileKind.PDF, of_objects),
    "text objects of a PDF page": (FileKind.PDF, of_text_objects),
    "a long stream of a PDF page": (FileKind.PDF, of_a_long_stream),
}


def outcome(kind: FileKind, data: bytes) -> str:
    try:
        return "read" if parse_file(kind, data, None).text else "empty"
    except ExtractionRefused as refused:
        return REFUSALS[refused.code]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_many_parts_is_read_or_refused_in_seconds(shape):
    kind, make = SHAPES[shape]
    data = make(MANY)
    came = []
    seconds = computing_seconds(lambda: came.append(outcome(kind, data)))
    assert (came[0] in ("read", *REFUSALS.values()), seconds < MOST_SECONDS) == (True, True)


@pytest.mark.parametrize(
    "page",
    [
        Drawn().text(50, 800, CARS).draw("0 0 m 9 9 l S\n" * 100),
        Drawn(extra="/XObject << /X0 3 0 R >>").text(50, 800, CARS).draw("/X0 Do /X0 Do"),
    ],
    ids=["on the page", "in a form that it draws twice"],
)
def test_a_page_of_too_many_objects_is_refused_before_its_letters_are_asked_for(page, monkeypatch):
    data = pdf_of(page, objects=[FORM])
    assert extract_pdf(data).text == CARS
    monkeypatch.setattr(limits, "PDF_PAGE_OBJECTS", 100)
    monkeypatch.setattr(pdfium, "FPDFText_LoadPage", lambda page: pytest.fail("its letters were asked for"))
    with pytest.raises(ExtractionRefused) as refused:
        extract_pdf(data)
    assert refused.value.code == "too_complex"


@pytest.mark.parametrize(
    ("limit", "code"), [("DOCX_ELEMENTS", "too_complex"), ("MAX_TEXT_CHARS", "too_long"), (None, "corrupt")]
)
def test_a_document_is_refused_where_it_passes_a_limit_and_what_stands_behind_is_not_looked_at(
    limit, code, monkeypatch
):
    if limit:
        monkeypatch.setattr(limits, limit, 100)
    with pytest.raises(ExtractionRefused) as refused:
        extract_docx(files.docx(f"<w:tbl>{f'<w:tr>{CELL}</w:tr>' * 1_000}</w:tbl><w:p><w:broken"))
    assert refused.value.code == code


def test_the_pieces_of_a_line_are_joined_in_time_that_grows_with_them():
    assert grows_at_most(lambda count: compose([("row ", Level.ON_LINE)] * count), 100_000, times=3)
