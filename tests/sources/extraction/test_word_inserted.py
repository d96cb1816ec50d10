"""Web pages and plain texts that a DOCX inserts are read where they stand; that another part was not is said."""

import pytest

from sources.extraction import WarningKind, limits
from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from sources.extraction.results import ExtractedText
from tests.sources.extraction import files
from tests.sources.extraction.test_word import p

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PAGE = "<html><body><p>It has 30&nbsp;guns.</p><p style='display:none'>It has 40 guns.</p></body></html>"


def chunk(identifier: str = "rId7") -> str:
    return f'<w:altChunk {_R} r:id="{identifier}"/>'


def read(body: str, *, name: str = "afchunk.htm", media_type: str, content: bytes, mode: str = "") -> ExtractedText:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/{name}" ContentType="{media_type}"/></Types>'
    )
    relations = f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId7" Type="{_TYPE}" Target="{name}"{mode}/></Relationships>'
    parts = {"[Content_Types].xml": types, "word/_rels/document.xml.rels": relations, f"word/{name}": content}
    return parse_file(FileKind.DOCX, files.docx(body, **parts), None)


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("text/html", PAGE.encode()),
        ("application/xhtml+xml", PAGE.encode()),
        ("text/html", b"\xef\xbb\xbf" + PAGE.encode()),
        ("text/plain", b"It has 30 guns.\r\n"),
    ],
    ids=["page", "XHTML", "page with a mark", "plain text"],
)
def test_an_inserted_part_is_read_where_it_stands(media_type, content):
    found = read(p("Built in 1987.") + chunk() + p("Sunk in 1999."), media_type=media_type, content=content)
    assert (found.text.replace("\xa0", " "), found.warnings) == ("Built in 1987.\nIt has 30 guns.\nSunk in 1999.", ())


def test_an_inserted_part_in_a_cell_stands_in_its_row():
    body = f"<w:tbl><w:tr><w:tc>{p('Guns')}</w:tc><w:tc>{chunk()}{p()}</w:tc></w:tr></w:tbl>"
    found = read(body, media_type="text/plain", content=b"30 of them")
    assert (found.text, found.warnings) == ("Guns\t30 of them", ())


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/rtf", rb"{\rtf1 It has 30 guns.}"),
        ("message/rfc822", b"MIME-Version: 1.0\r\n\r\nIt has 30 guns."),
        ("text/plain", b"\x00\x01\x02" * 50),
    ],
    ids=["RTF", "a web archive", "no text after all"],
)
def test_that_a_part_was_not_read_is_said(media_type, content):
    found = read(p("Built in 1987.") + chunk(), media_type=media_type, content=content)
    assert found.text == "Built in 1987."
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.UNREAD_PART, 1, media_type)]


def test_a_part_outside_the_document_is_not_read():
    mode = ' TargetMode="External"'
    found = read(p("Built in 1987.") + chunk(), media_type="text/plain", content=b"It has 30 guns.", mode=mode)
    assert (found.text, [(w.kind, w.sample) for w in found.warnings]) == (
        "Built in 1987.",
        [(WarningKind.UNREAD_PART, "?")],
    )


def test_what_an_inserted_page_is_unsure_of_is_said_too():
    found = read(chunk(), media_type="text/html", content=b"<p>It has <s>40</s> 30 guns.</p>")
    assert (found.text, [w.kind for w in found.warnings]) == ("It has 30 guns.", [WarningKind.STRUCK_OUT])


def test_a_part_inserted_again_and_again_is_read_a_limited_number_of_times():
    found = read(chunk() * (limits.DOCX_INSERTED_PARTS + 5), media_type="text/plain", content=b"It has 30 guns.")
    assert found.text == "\n".join(["It has 30 guns."] * limits.DOCX_INSERTED_PARTS)
    assert [(w.kind, w.count) for w in found.warnings] == [(WarningKind.UNREAD_PART, 5)]
