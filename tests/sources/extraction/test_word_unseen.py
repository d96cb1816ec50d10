"""Words of a Word document that nobody sees are left out, and said; what is behind them decides, not their colour."""

import pytest

from sources.extraction import WarningKind
from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from sources.extraction.results import ExtractedText, ExtractionRefused
from tests.sources.extraction import files
from tests.sources.extraction.test_word import box, drawn_box, field, p, run

WHITE = '<w:color w:val="FFFFFF"/>'
STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Banner"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr>
<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Banner2"><w:basedOn w:val="Banner"/></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Speck"><w:rPr><w:sz w:val="2"/></w:rPr></w:style></w:styles>"""


def shade(fill: str, val: str = "clear") -> str:
    return f'<w:shd w:val="{val}" w:color="auto" w:fill="{fill}"/>'


def read(body: str, **parts: bytes | str) -> ExtractedText:
    return parse_file(FileKind.DOCX, files.docx(body, **(files.linked("styles", STYLES) | parts)), None)


UNSEEN = {
    "white on white": WHITE,
    "white in small letters": '<w:color w:val="ffffff"/>',
    "nearly white": '<w:color w:val="FDFDFD"/>',
    "white of the theme": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
    "white by a style": '<w:rStyle w:val="Ghost"/>',
    "the colour of its shading": f'<w:color w:val="1F3864"/>{shade("1F3864")}',
    "one point": '<w:sz w:val="2"/>',
    "half a point": '<w:sz w:val="1"/>',
    "one point by a style": '<w:rStyle w:val="Speck"/>',
}
SEEN = {
    "black": '<w:color w:val="000000"/>',
    "whatever contrasts": '<w:color w:val="auto"/>',
    "light grey": '<w:color w:val="BFBFBF"/>',
    "white on a shaded run": f"{WHITE}{shade('1F3864')}",
    "white on a pattern": f"{WHITE}{shade('auto', 'pct75')}",
    "white on a highlight": f'{WHITE}<w:highlight w:val="darkBlue"/>',
    "white with an outline": f"<w:outline/>{WHITE}",
    "four points": '<w:sz w:val="8"/>',
}


@pytest.mark.parametrize("name", UNSEEN)
def test_words_that_nobody_sees_are_left_out_and_said(name):
    found = read(p("It has ", run("40 guns and ", UNSEEN[name]), "30 guns."))
    assert found.text == "It has 30 guns."
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.HIDDEN_TEXT, 3, "40 guns and")]


@pytest.mark.parametrize("name", SEEN)
def test_words_that_stand_out_from_what_is_behind_them_are_read(name):
    found = read(p("It has ", run("30", SEEN[name]), " guns."))
    assert (found.text, found.warnings) == ("It has 30 guns.", ())


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*cells: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr>{''.join(cells)}</w:tr></w:tbl>"


GROUNDS = {
    "a shaded paragraph": p(run("30 guns", WHITE), properties=f"<w:pPr>{shade('1F3864')}</w:pPr>"),
    "a paragraph shaded by its style": p("30 guns", properties='<w:pPr><w:pStyle w:val="Banner"/></w:pPr>'),
    "a paragraph shaded by the style of its style": p(
        "30 guns", properties='<w:pPr><w:pStyle w:val="Banner2"/></w:pPr>'
    ),
    "a shaded cell": table(cell(p(run("30 guns", WHITE)), shade("1F3864"))),
    "a shaded table": table(cell(p(run("30 guns", WHITE))), properties=shade("1F3864")),
    "a table with a style": table(cell(p(run("30 guns", WHITE))), properties='<w:tblStyle w:val="GridTable5"/>'),
    "a drawn box": p("Ship", drawn_box(p(run("30 guns", WHITE)))),
    "a box": p("Ship", box(p(run("30 guns", WHITE)))),
    "a picture behind the text": p(
        run("30 guns", WHITE),
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'behindDoc="1"/></w:drawing></w:r>',
    ),
}


@pytest.mark.parametrize("name", GROUNDS)
def test_white_words_on_a_ground_that_is_not_the_white_page_are_read(name):
    found = read(GROUNDS[name])
    assert (found.text.split("\n")[-1], found.warnings) == ("30 guns", ())


def test_white_words_in_a_white_cell_are_left_out():
    found = read(table(cell(p("Orlan")), cell(p("17", run("4", WHITE)))))
    assert (found.text, [w.kind for w in found.warnings]) == ("Orlan\t17", [WarningKind.HIDDEN_TEXT])


def test_white_spaces_are_spaces_and_a_field_goes_on_behind_white_words():
    page = field("PAGE", run("30", WHITE))
    found = read(p("It has", run(" ", WHITE), "30 guns", page, " and 2 boats."))
    assert (found.text, [(w.kind, w.sample) for w in found.warnings]) == (
        "It has 30 guns and 2 boats.",
        [(WarningKind.HIDDEN_TEXT, "30")],
    )


def test_white_words_on_a_coloured_page_are_read():
    white = p(run("30 guns", WHITE))
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:background w:color="1F3864"/><w:body>{white}</w:body></w:document>'
    )
    found = parse_file(FileKind.DOCX, files.docx("", **{"word/document.xml": document}), None)
    assert (found.text, found.warnings) == ("30 guns", ())


def test_a_document_of_unseen_words_only_is_empty():
    with pytest.raises(ExtractionRefused) as refused:
        read(p(run("30 guns", WHITE)))
    assert refused.value.code == "empty"
