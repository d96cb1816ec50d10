"""What Word shows is what is read: raised and struck letters, symbols, equations, boxes, fields, notes, changes."""

import io

import docx
import pytest
from docx.shared import Pt

from sources.extraction import WarningKind, extract
from tests.growth import grows_at_most
from tests.sources.extraction import files

_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_BOXES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*pieces: str, properties: str = "") -> str:
    """A paragraph of runs; a piece that is no markup is a run of plain text."""
    return f"<w:p>{properties}{''.join(piece if piece.startswith('<') else run(piece) for piece in pieces)}</w:p>"


def sup(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def sub(text: str) -> str:
    return run(text, '<w:vertAlign w:val="subscript"/>')


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def math(inside: str) -> str:
    return f"<m:oMath {_M}>{inside}</m:oMath>"


def mr(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def box(*paragraphs: str) -> str:
    return (
        f"<w:r><w:pict {_BOXES}><v:shape><v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )


def drawn_box(*paragraphs: str) -> str:
    """A text box as Word writes it: a drawing, and a copy of its text for old programs."""
    text = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {_BOXES}><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{text}</wps:txbx>"
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str | None) -> str:
    middle = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def fraction(top: str, bottom: str) -> str:
    return f"<m:f><m:num>{top}</m:num><m:den>{bottom}</m:den></m:f>"


def power(base: str, exponent: str) -> str:
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{exponent}</m:sup></m:sSup>"


_INITIAL = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/></w:pPr>'

READ = {
    "a power of ten": (p("It gives 3 × 10", sup("5"), " units."), "It gives 3 × 10⁵ units."),
    "a power in pieces": (p("It is 3 × 1", "0", sup("-"), sup("4"), " m wide."), "It is 3 × 10⁻⁴ m wide."),
    "a square": (p("It covers 90 m", sup("2"), " of land."), "It covers 90 m² of land."),
    "a formula": (p("5 t of CO", sub("2"), " a day"), "5 t of CO₂ a day"),
    "a note mark after a year": (p("Built in 1987", sup("3"), " at sea."), "Built in 1987 at sea."),
    "an ordinal": (p("On the 5", sup("th"), " of May"), "On the 5th of May"),
    "a mixed number": (p("It is 2", sup("3"), "/", sub("4"), " inches."), "It is 2¾ inches."),
    "no raising by zero": (p("Built in 198", run("7", '<w:vertAlign w:val="baseline"/>')), "Built in 1987"),
    "raised by position": (
        p("3 × 10", run("5", '<w:position w:val="8"/><w:sz w:val="14"/>'), " units"),
        "3 × 10⁵ units",
    ),
    "struck": (p("It has ", run("40", "<w:strike/>"), " 30 guns."), "It has 30 guns."),
    "struck twice": (p("It has ", run("40 ", "<w:dstrike/>"), "30 guns."), "It has 30 guns."),
    "struck before a full stop": (p("It has 30 guns ", run("and a pool", "<w:strike/>"), "."), "It has 30 guns."),
    "not struck": (p("It has ", run("30", '<w:strike w:val="false"/>'), " guns."), "It has 30 guns."),
    "changed": (
        p("It has ", "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>", f"<w:ins>{run('30')}</w:ins>", " guns."),
        "It has 30 guns.",
    ),
    "moved": (
        p(f"<w:moveFrom>{run('Old place. ')}</w:moveFrom>", "It has 30 guns.")
        + p(f"<w:moveTo>{run('Old place.')}</w:moveTo>"),
        "It has 30 guns.\nOld place.",
    ),
    "a deleted paragraph end": (
        p("It has 30 ", properties="<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + p("guns."),
        "It has 30 guns.",
    ),
    "a large initial": (
        p(run("I", '<w:position w:val="-10"/><w:sz w:val="116"/>'), properties=_INITIAL) + p("n 1987 it had 30 guns."),
        "In 1987 it had 30 guns.",
    ),
    "a large initial in the margin": (
        p("T", properties=_INITIAL.replace('"drop"', '"margin"')) + p("en guns stood here."),
        "Ten guns stood here.",
    ),
    "a large figure": (p("3", properties=_INITIAL) + p("0 guns stood here."), "30 guns stood here."),
    "a large word": (p("In", properties=_INITIAL) + p(" 1987 it had 30 guns."), "In 1987 it had 30 guns."),
    "a large initial in a cell": (
        f"<w:tbl><w:tr><w:tc>{p('I', properties=_INITIAL)}{p('n 1987')}</w:tc><w:tc>{p('30')}</w:tc></w:tr></w:tbl>",
        "In 1987\t30",
    ),
    "a frame that is no initial": (
        p("Note", properties='<w:pPr><w:framePr w:wrap="around"/></w:pPr>') + p("It had 30 guns."),
        "Note\nIt had 30 guns.",
    ),
    "a deleted row": (
        f"<w:tbl><w:tr><w:tc>{p('Orlan')}</w:tc><w:tc>{p('174')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Vega')}</w:tc><w:tc>{p('480')}</w:tc></w:tr></w:tbl>",
        "Orlan\t174",
    ),
    "hidden": (p("It has ", run("40 or ", "<w:vanish/>"), "30 guns."), "It has 30 guns."),
    "hidden on the web only": (p("It has ", run("30", "<w:webHidden/>"), " guns."), "It has 30 guns."),
    "a minus of the Symbol font": (p("At ", sym("Symbol", "F02D"), "40 °C"), "At −40 °C"),
    "at most, of the Symbol font": (p("It is ", sym("Symbol", "F0A3"), " 3 bar"), "It is ≤ 3 bar"),
    "micro, of the Symbol font": (p("It is 4 ", sym("Symbol", "F06D"), "m"), "It is 4 μm"),
    "a symbol without its private place": (p("It is 4 ", sym("Symbol", "00B1"), " 1 m"), "It is 4 ± 1 m"),
    "an arrow of Wingdings": (p("Orlan ", sym("Wingdings", "F0E0"), " 174"), "Orlan → 174"),
    "a symbol of a plain font": (p("It is ", sym("Arial", "2265"), " 3 bar"), "It is ≥ 3 bar"),
    "letters set in the Symbol font": (
        p("It is 4 ", run("\uf06d", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "m and 40 °C"),
        "It is 4 μm and 40 °C",
    ),
    "latin letters set in the Symbol font": (
        p("It is 4 ", run("m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "m wide"),
        "It is 4 μm wide",
    ),
    "an equation in a sentence": (p("It gives ", math(mr("4150")), " N."), "It gives 4150 N."),
    "a power in an equation": (p("It gives ", math(mr("4×") + power(mr("10"), mr("6"))), " N."), "It gives 4×10⁶ N."),
    "a negative power in an equation": (p(math(power(mr("10"), mr("−3"))), " of it"), "10⁻³ of it"),
    "a fraction": (p("About ", math(fraction(mr("2"), mr("3"))), " of all"), "About ⅔ of all"),
    "a mixed number in an equation": (p(math(mr("3") + fraction(mr("1"), mr("2"))), " inches"), "3½ inches"),
    "a fraction of sums": (
        p("x = ", math(fraction(mr("a+b"), mr("2")))),
        "x = (a+b)/2",
    ),
    "a root": (
        p(math(f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{mr("16")}</m:e></m:rad>{mr("=4")}')),
        "√16=4",
    ),
    "a cube root": (p(math(f"<m:rad><m:deg>{mr('3')}</m:deg><m:e>{mr('a+b')}</m:e></m:rad>")), "∛(a+b)"),
    "an index": (p(math(f"<m:sSub><m:e>{mr('CO')}</m:e><m:sub>{mr('2')}</m:sub></m:sSub>")), "CO₂"),
    "a power that is a word": (p(math(power(mr("x"), mr("ab")))), "x^(ab)"),
    "brackets": (p(math(f"<m:d><m:e>{mr('a')}</m:e><m:e>{mr('b')}</m:e></m:d>")), "(a|b)"),
    "a sum": (
        p(
            math(
                '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                f"<m:sub>{mr('i=1')}</m:sub><m:sup>{mr('3')}</m:sup><m:e>{mr('i')}</m:e></m:nary>{mr('=6')}"
            )
        ),
        "∑_(i=1)^(3) i=6",
    ),
    "a box inside a sentence": (
        p("It carries 60 cars", box(p("Built in 1991.")), " and 400 people."),
        "It carries 60 cars and 400 people.\nBuilt in 1991.",
    ),
    "a drawn box, once": (
        p("It carries 60 cars.", drawn_box(p("Built in 1991."), p("Sold in 2001."))) + p("It is red."),
        "It carries 60 cars.\nBuilt in 1991.\nSold in 2001.\nIt is red.",
    ),
    "a box in a cell": (
        f"<w:tbl><w:tr><w:tc>{p('Orlan', box(p('A note.')))}</w:tc><w:tc>{p('174')}</w:tc></w:tr></w:tbl>",
        "Orlan\t174\nA note.",
    ),
    "a picture for old programs only": (
        p(
            f"<w:r><mc:AlternateContent {_BOXES}><mc:Choice Requires='wps'><w:drawing/></mc:Choice>"
            "<mc:Fallback><w:t>12 guns</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "12 guns",
    ),
    "ruby": (
        p(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('とうきょう')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>",
            "は大きい。",
        ),
        "東京(とうきょう)は大きい。",
    ),
    "tabs and hyphens": (
        p(
            "<w:r><w:t>Crew</w:t><w:ptab/><w:t>174</w:t><w:tab/><w:t>RD</w:t><w:noBreakHyphen/><w:t>180</w:t>"
            "<w:softHyphen/><w:t>s</w:t></w:r>"
        ),
        "Crew 174 RD-180s",
    ),
    "a field": (p("It has ", field("REF guns", run("30")), " guns."), "It has 30 guns."),
    "a simple field": (
        p("It has ", f'<w:fldSimple w:instr="REF guns">{run("30")}</w:fldSimple>', " guns."),
        "It has 30 guns.",
    ),
    "a field in a field": (
        p("It has ", field("IF", None).replace("IF</w:instrText></w:r>", f"IF</w:instrText></w:r>{run('99')}"), "30."),
        "It has 30.",
    ),
    "a symbol by field": (p("It is ", field('SYMBOL 179 \\f "Symbol" \\s 11', None), " 3 bar"), "It is ≥ 3 bar"),
    "a content control": (control(p("It has ", control(run("30")), " guns.")), "It has 30 guns."),
    "cells": (
        f"<w:tbl><w:tr><w:tc>{p('Orlan')}{p('frigate')}</w:tc><w:tc>{p('174')}</w:tc><w:tc>{p('12')}</w:tc></w:tr></w:tbl>",
        "Orlan frigate\t174\t12",
    ),
    "a table in a cell": (
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{p('174')}</w:tc><w:tc>{p('12')}</w:tc></w:tr></w:tbl>{p('')}</w:tc>"
        f"<w:tc>{p('Orlan')}</w:tc></w:tr></w:tbl>",
        "174 12\tOrlan",
    ),
    "a hyperlink and a smart tag": (
        p(f"<w:hyperlink>{run('It has ')}</w:hyperlink>", f"<w:smartTag>{run('30')}</w:smartTag>", " guns."),
        "It has 30 guns.",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_a_document_is_read_as_word_shows_it_and_without_a_warning(name):
    body, text = READ[name]
    found = extract(files.docx(body), filename="a.docx")
    assert (found.text, found.warnings) == (text, ())


STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="NoteMark"><w:basedOn w:val="Mark"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Dropped"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Built in 1987", run("3", '<w:rStyle w:val="NoteMark"/>'), " at sea."), "Built in 1987 at sea."),
        (p("It has ", run("40 ", '<w:rStyle w:val="Gone"/>'), "30 guns."), "It has 30 guns."),
        (p("It has 40.", properties='<w:pPr><w:pStyle w:val="Dropped"/></w:pPr>') + p("It has 30."), "It has 30."),
        (p("Secret.", properties='<w:pPr><w:pStyle w:val="Secret"/></w:pPr>') + p("It has 30."), "It has 30."),
        (
            p("It has ", run("30.", "<w:strike w:val='0'/>"), properties='<w:pPr><w:pStyle w:val="Dropped"/></w:pPr>'),
            "30.",
        ),
    ],
    ids=["raised", "struck", "struck paragraph", "hidden paragraph", "struck paragraph, run not"],
)
def test_what_a_style_raises_strikes_or_hides_is_raised_struck_or_hidden(body, text):
    found = extract(files.docx(body, **files.linked("styles", STYLES)), filename="a.docx")
    assert (found.text, found.warnings) == (text, ())


def test_notes_stand_apart_after_the_text():
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " The navy says so.")}</w:footnote></w:footnotes>'
    )
    body = p("Built in 1987", '<w:r><w:footnoteReference w:id="1"/></w:r>', " at sea.") + p("It has 30 guns.")
    found = extract(files.docx(body, **files.linked("footnotes", notes)), filename="a.docx")
    assert found.text == "Built in 1987 at sea.\nIt has 30 guns.\nThe navy says so."


def test_a_symbol_of_an_unknown_font_is_said():
    found = extract(files.docx(p("It is ", sym("Bookshelf Symbol 7", "F0A3"), " 300 bar.")), filename="a.docx")
    assert found.text == "It is \ufffd 300 bar."
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [
        (WarningKind.UNKNOWN_SYMBOL, 1, "Bookshelf Symbol 7 F0A3")
    ]


def test_a_document_in_the_strict_form_is_read():
    strict = files.docx(p("It gives 3 × 10", sup("5"), " units."), strict=True)
    assert extract(strict, filename="a.docx").text == "It gives 3 × 10⁵ units."


def test_a_document_whose_main_part_has_another_name_is_read():
    assert extract(files.docx(p("It has 30 guns."), main="word/document2.xml"), filename="a.docx").text == (
        "It has 30 guns."
    )


def test_the_days_on_which_a_document_was_made_or_saved_are_no_day_of_publication():
    made = docx.Document()
    made.add_paragraph("It has 30 guns.")
    assert extract(written(made), filename="a.docx").published_on is None


def written(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document_of_python_docx_is_read():
    made = docx.Document()
    paragraph = made.add_paragraph("It gives 3 × 10")
    paragraph.add_run("5").font.superscript = True
    paragraph.add_run(" units, not ")
    paragraph.add_run("7").font.strike = True
    small = paragraph.add_run("8.")
    small.font.size = Pt(6)
    table = made.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ("Orlan", "174", "12"), strict=True):
        cell.text = text
    found = extract(written(made), filename="a.docx")
    assert (found.text, found.warnings) == ("It gives 3 × 10⁵ units, not 8.\nOrlan\t174\t12", ())


def table_of(rows: int) -> bytes:
    cells = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{number * 7919 % 1_000_003}</w:t></w:r></w:p></w:tc></w:tr>"
        for number in range(rows)
    )
    return files.docx(f"<w:tbl>{cells}</w:tbl>")


def test_a_table_of_twenty_thousand_rows_is_read_at_a_steady_pace():
    tables = {rows: table_of(rows) for rows in (10_000, 20_000)}
    texts = {}

    def read_rows(rows: int) -> None:
        texts[rows] = extract(tables[rows], filename="a.docx").text

    assert grows_at_most(read_rows, 10_000, times=3)
    assert texts[20_000] == "\n".join(str(number * 7919 % 1_000_003) for number in range(20_000))
