"""That what a Word document shows beside its text was not read (comments, charts, diagrams, embedded objects) is said."""

import pytest

from sources.extraction import WarningKind
from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from tests.sources.extraction import files
from tests.sources.extraction.test_word import p

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_O = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TEXT = "The tunnel opened in March 2011."


def unread(body: str, **parts: bytes | str) -> tuple[str, list[tuple[WarningKind, int, str]]]:
    found = parse_file(FileKind.DOCX, files.docx(body, **parts), None)
    return found.text, [(warning.kind, warning.count, warning.sample) for warning in found.warnings]


def drawing(uri: str, inside: str = f"<c:chart {_C}/>") -> str:
    return f'<w:drawing><a:graphic {_A}><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic></w:drawing>'


@pytest.mark.parametrize(
    "drawn",
    [
        drawing(CHART),
        drawing("http://schemas.openxmlformats.org/drawingml/2006/diagram"),
        f'<mc:AlternateContent {_MC}><mc:Choice Requires="cx1">'
        + drawing("http://schemas.microsoft.com/office/drawing/2014/chartex")
        + "</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
        f'<w:object><o:OLEObject {_O} ProgID="Excel.Sheet.12"/></w:object>',
    ],
    ids=["chart", "diagram", "newer chart", "embedded sheet"],
)
def test_that_a_drawing_with_words_of_its_own_was_not_read_is_said(drawn):
    assert unread(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r>{drawn}</w:r></w:p>") == (
        TEXT,
        [(WarningKind.UNREAD_DRAWING, 1, "")],
    )


def test_a_chart_that_was_deleted_and_a_picture_are_nothing_to_read():
    picture = drawing("http://schemas.openxmlformats.org/drawingml/2006/picture", "<pic/>")
    deleted = f"<w:del><w:r>{drawing(CHART)}</w:r></w:del>"
    assert unread(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r>{picture}</w:r>{deleted}</w:p>") == (TEXT, [])


def test_that_comments_were_not_read_is_said():
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:comment><w:p><w:r><w:t>Was it not May?</w:t></w:r></w:p></w:comment><w:comment><w:p/></w:comment>"
        "<w:comment><w:p><w:r><w:t>See the log.</w:t></w:r></w:p></w:comment></w:comments>"
    )
    assert unread(p(TEXT), **files.linked("comments", comments)) == (
        TEXT,
        [(WarningKind.UNREAD_NOTE, 2, "Was it not May?")],
    )
