"""What is filled into a form and typed over a page is read where it stands, or is said not to be."""

import pytest

from sources.extraction import WarningKind
from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from sources.extraction.results import ExtractedText
from tests.sources.extraction.pdf_files import Drawn, pdf_of

QUESTIONS = (
    Drawn()
    .text(60, 780, "Guns:")
    .text(60, 750, "Built in:")
    .text(60, 720, "The yard answers for what it has filled in.")
)
FONT = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def read(*annotations: str, catalog: str = "") -> ExtractedText:
    """A page of questions with these annotations; each may name an appearance of its words as %LOOK(words)%."""
    objects: list[str] = []
    listed = []
    for annotation in annotations:
        before, _, rest = annotation.partition("%LOOK(")
        words, _, after = rest.partition(")%")
        if words:
            stream = f"BT /F1 11 Tf 2 4 Td ({words}) Tj ET"
            objects.append(
                f"<< /Type /XObject /Subtype /Form /BBox [0 0 120 20] /Resources << /Font {FONT} >> /Length {len(stream)} >>\n"
                f"stream\n{stream}\nendstream"
            )
            annotation = f"{before}/AP << /N {2 + len(objects)} 0 R >>{after}"
        objects.append(f"<< /Type /Annot {annotation} >>")
        listed.append(f"{2 + len(objects)} 0 R")
    page = Drawn(extra=f">> /Annots [{' '.join(listed)}] /Dummy <<", operators=QUESTIONS.operators)
    return parse_file(FileKind.PDF, pdf_of(page, objects=objects, catalog=catalog), None)


def field(y: float, value: str, more: str = "") -> str:
    return f"/Subtype /Widget /FT /Tx /T (a{y}) /V ({value}) /Rect [130 {y - 4} 250 {y + 16}] {more}"


def test_filled_fields_are_read_where_they_stand():
    found = read(field(780, "40 pieces", "%LOOK(40 pieces)%"), field(750, "1987", "%LOOK(1987)%"))
    assert (found.text, found.warnings) == (
        "Guns:\t40 pieces\nBuilt in:\t1987\nThe yard answers for what it has filled in.",
        (),
    )


def test_words_typed_over_a_page_are_read_where_they_stand():
    found = read("/Subtype /FreeText /Contents (40 pieces) /Rect [130 776 250 796] %LOOK(40 pieces)%")
    assert (found.text.split("\n")[0], found.warnings) == ("Guns:\t40 pieces", ())


@pytest.mark.parametrize("flags", [2, 32], ids=["hidden", "not to be viewed"])
@pytest.mark.parametrize("look", ["%LOOK(40 pieces)%", ""], ids=["with a look", "without one"])
def test_a_field_that_is_not_shown_is_not_read(flags, look):
    found = read(field(780, "40 pieces", f"/F {flags} {look}"), field(750, "1987", "%LOOK(1987)%"))
    assert ("40 pieces" in found.text, "1987" in found.text, found.warnings) == (False, True, ())


def test_that_a_field_without_a_look_was_not_read_is_said():
    found = read(field(780, "40 pieces"), field(750, ""))
    assert "40" not in found.text
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_FIELD, 1, "40 pieces")]


def test_a_box_to_tick_and_a_link_are_nothing_to_read():
    found = read(
        "/Subtype /Widget /FT /Btn /T (sold) /V /Yes /Rect [130 776 140 786]",
        "/Subtype /Link /Rect [130 776 140 786] /Contents (Harrow)",
    )
    assert (found.text.split("\n")[-1], found.warnings) == ("The yard answers for what it has filled in.", ())


def test_that_a_field_whose_value_only_its_parent_has_was_not_read_is_said():
    child = "/Subtype /Widget /Parent 4 0 R /Rect [130 776 250 796]"
    parent = "/FT /Tx /T (guns) /V (40 pieces) /Kids [3 0 R]"
    found = read(child, parent, catalog="/AcroForm << /Fields [4 0 R] >>")
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_FIELD, 1, "40 pieces")]


def test_that_notes_pinned_to_a_page_were_not_read_is_said():
    found = read(
        "/Subtype /Text /Contents (Were there not 50?) /Rect [300 776 320 796]",
        "/Subtype /Highlight /Contents (See the log) /Rect [60 776 100 796]",
        "/Subtype /Highlight /Rect [60 746 100 766]",
        "/Subtype /Text /F 2 /Contents (Hidden) /Rect [300 776 320 796]",
        "/Subtype /Popup /Parent 3 0 R /Rect [300 700 400 796]",
    )
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_NOTE, 2, "Were there not 50?")]
    assert found.text == "Guns:\nBuilt in:\nThe yard answers for what it has filled in."


def test_that_a_stamp_and_marks_without_a_comment_were_not_read_is_said():
    found = read(
        "/Subtype /Stamp /Name /NotApproved /Rect [300 776 320 796]",
        "/Subtype /Stamp /Rect [300 776 320 796]",
        "/Subtype /StrikeOut /Rect [60 746 100 766]",
        "/Subtype /Square /IC [0 0 0] /Rect [60 746 100 766]",
        "/Subtype /Square /Rect [60 746 100 766]",
        "/Subtype /Underline /Rect [60 746 100 766]",
        "/Subtype /Stamp /F 2 /Rect [300 776 320 796]",
    )
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_NOTE, 4, "NotApproved")]


def test_a_stamp_and_a_line_through_a_passage_take_nothing_from_a_page_with_fields():
    words = "The yard answers for what it has filled in."
    struck = "/Subtype /StrikeOut /Contents (Really?) /Rect [60 716 280 732] %LOOK(________________________________)%"
    found = read(
        field(780, "40 pieces", "%LOOK(40 pieces)%"), struck, "/Subtype /Stamp /Rect [60 716 280 732] %LOOK(VOID)%"
    )
    assert (found.text.split("\n")[0], found.text.split("\n")[-1]) == ("Guns:\t40 pieces", words)
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_NOTE, 2, "Really?")]
