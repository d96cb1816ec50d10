"""PDF files as three writers make them: each draws words, spaces, raised letters and tables in its own way."""

import io
from collections.abc import Callable

import fpdf
import pytest
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table, TableStyle

from sources.extraction import extract

STORY = (
    "The frigate Orlan has a crew of 174 and carries 16 missiles. It was built at the Dornhaven yard in 1991 and cost 300 "
    "million dollars, as the navy said. The cruiser Vega has a crew of 480 and carries 64 missiles. It was built at the "
    "Harrow yard in 1986 and cost 900 million dollars in all."
)
SHIPS = [["Ship", "Crew", "Guns", "Built"], ["Orlan", "174", "12", "1991"], ["Vega", "480", "14", "1986"]]
NORMAL = getSampleStyleSheet()["Normal"]


def text_of(data: bytes) -> str:
    """The text of a clean file: it gives no warning."""
    found = extract(data, filename="a.pdf")
    assert found.warnings == ()
    return found.text


def flowed(*flowables: object) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out).build(list(flowables))
    return out.getvalue()


def in_columns(columns: int, alignment: int, *paragraphs: str) -> bytes:
    out = io.BytesIO()
    document = BaseDocTemplate(out)
    width = (495 - 18 * (columns - 1)) / columns
    frames = [Frame(50 + n * (width + 18), 60, width, 700, leftPadding=0, rightPadding=0) for n in range(columns)]
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build([Paragraph(text, ParagraphStyle("x", parent=NORMAL, alignment=alignment)) for text in paragraphs])
    return out.getvalue()


def written(draw: Callable[[fpdf.FPDF], object]) -> bytes:
    page = fpdf.FPDF()
    page.add_page()
    page.set_font("Times", size=11)
    draw(page)
    return bytes(page.output())


@pytest.mark.parametrize("alignment", [TA_LEFT, TA_JUSTIFY])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_columns_of_many_paragraphs_are_read_in_their_order(columns, alignment):
    told = [f"Part {n}: {STORY}" for n in range(1, 16)]
    # A sentence that ends where its column ends may end its paragraph too.
    assert text_of(in_columns(columns, alignment, *told)).split() == " ".join(told).split()


def test_the_raised_and_lowered_letters_of_reportlab_keep_their_meaning():
    marked = (
        "The lake covers 90 km<super>2</super>, holds 4 × 10<super>9</super> m<super>3</super> and a mass of CO<sub>2</sub> "
        "of 3 × 10<super>-4</super> kg, as the yard<super>4</super> wrote in 1987<super>5</super> in its list."
    )
    assert text_of(flowed(Paragraph(marked, NORMAL))) == (
        "The lake covers 90 km², holds 4 × 10⁹ m³ and a mass of CO₂ of 3 × 10⁻⁴ kg, as the yard wrote in 1987 in its "
        "list."
    )


@pytest.mark.parametrize(
    "style",
    [
        [],
        [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))],
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 1),
            ("RIGHTPADDING", (0, 0), (-1, -1), 1),
            ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ],
        [("BACKGROUND", (0, 0), (-1, 0), (0, 0, 0.4)), ("TEXTCOLOR", (0, 0), (-1, 0), (1, 1, 1))],
    ],
    ids=["plain", "ruled", "tight", "white on blue head"],
)
def test_the_cells_of_reportlabs_tables_stay_apart(style):
    told = text_of(flowed(Paragraph("The ships are these.", NORMAL), Table(SHIPS, style=TableStyle(style))))
    assert told.split("\n") == ["The ships are these.", *("\t".join(row) for row in SHIPS)]


def test_the_raised_and_lowered_letters_of_fpdf_keep_their_meaning():
    def draw(page: fpdf.FPDF) -> None:
        for text, level in (
            ("It gives 3.2 × 10", "LINE"),
            ("5", "SUP"),
            (" units and H", "LINE"),
            ("2", "SUB"),
            ("O.", "LINE"),
        ):
            page.char_vpos = level
            page.write(6, text)

    assert text_of(written(draw)) == "It gives 3.2 × 10⁵ units and H₂O."


def test_the_cells_of_fpdfs_tables_stay_apart():
    def draw(page: fpdf.FPDF) -> None:
        with page.table() as table:
            for cells in SHIPS:
                row = table.row()
                for cell in cells:
                    row.cell(cell)

    assert text_of(written(draw)).split("\n") == ["\t".join(row) for row in SHIPS]


def test_a_paragraph_of_fpdf_is_one():
    assert text_of(written(lambda page: page.multi_cell(0, 6, f"{STORY} {STORY}"))) == f"{STORY} {STORY}"
