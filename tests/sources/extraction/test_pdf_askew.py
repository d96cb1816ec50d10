"""Pages that lie askew, as scans do, are read line by line."""

import math

import pytest

from tests.sources.extraction.pdf_files import Drawn, text_of

WORDS = "ferry {} carries 60 cars and 400 people over the water on each of its journeys"
LINES = [WORDS.format(number) for number in ("one", "two", "three", "four", "five", "six")]
COURIER = "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
SIZE, STEP = 9, 5.4


def askew(degrees: float, pieces_of, *, wavering: float = 0.0) -> Drawn:
    """A page of lines that were written in pieces and turned; each piece lies a little otherwise where they waver."""
    page = Drawn()
    for number, line in enumerate(LINES):
        along = 0.0
        for piece in pieces_of(line):
            angle = math.radians(degrees + wavering * (len(piece) % 3 - 1))
            cosine, sine = math.cos(angle), math.sin(angle)
            turn = math.radians(degrees)
            x = 60 + along * math.cos(turn) + number * 12 * math.sin(turn)
            y = 700 + along * math.sin(turn) - number * 12 * math.cos(turn)
            page.draw(
                f"BT /F2 {SIZE} Tf {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.3f} {y:.3f} Tm ({piece}) Tj ET"
            )
            along += (len(piece) + (pieces_of is str.split)) * STEP
    return page


@pytest.mark.parametrize("degrees", [-5.5, -4, -0.4, 0.0, 0.1, 0.4, 1, 2.5, 4, 5.5])
@pytest.mark.parametrize("pieces_of", [lambda line: [line], str.split, list], ids=["lines", "words", "letters"])
def test_the_lines_of_a_page_that_lies_askew_do_not_run_into_each_other(degrees, pieces_of):
    assert text_of(askew(degrees, pieces_of), fonts=COURIER) == " ".join(LINES)


def test_words_that_waver_as_recognised_ones_do_stand_on_the_line_that_most_letters_have():
    assert text_of(askew(3, str.split, wavering=0.3), fonts=COURIER) == " ".join(LINES)


@pytest.mark.parametrize(
    "turn", ["0 1 -1 0 500 80", "-1 0 0 -1 580 780", "0 -1 1 0 100 760"], ids=["up", "over", "down"]
)
def test_a_page_that_was_turned_and_lies_askew_is_read_as_well(turn):
    page = askew(3, str.split)
    page.operators = [f"q {turn} cm 1 0 0 1 -20 -40 cm", *page.operators, "Q"]
    page.box = (-1000, -1000, 2000, 2000)
    assert text_of(page, fonts=COURIER) == " ".join(LINES)


@pytest.mark.parametrize("degrees", [-5, -2, 1, 2, 4, 5])
def test_a_note_that_lies_askew_on_a_straight_page_is_read_line_by_line_and_leaves_the_page_its_lines(degrees):
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    note = "".join(
        f"BT /F1 12 Tf {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} 60 {500 - 20 * line} Tm (Received, page {line}) Tj ET "
        for line in (1, 2, 3)
    )
    found = text_of(askew(0, str.split).draw(note), fonts=COURIER)
    assert found.split() == " ".join([*LINES, "Received, page 1 Received, page 2 Received, page 3"]).split()


def ruled_page(degrees: float, words: list[tuple[float, float, str]], line: tuple[float, float, float, float]) -> str:
    """The text of a page that lies askew, with words at their places and a line of (x, y, x, y) drawn on it."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    page = Drawn()

    def place(x: float, y: float) -> str:
        return f"{60 + x * cosine - y * sine:.3f} {700 + x * sine + y * cosine:.3f}"

    for x, y, word in words:
        page.draw(f"BT /F2 9 Tf {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {place(x, y)} Tm ({word}) Tj ET")
    return text_of(page.draw(f"0.5 w {place(*line[:2])} m {place(*line[2:])} l S"), fonts=COURIER)


@pytest.mark.parametrize("degrees", [-12, -5, -0.5, 0, 0.7, 3, 12])
def test_the_lines_drawn_on_a_page_that_lies_askew_strike_out_and_divide_as_on_a_straight_one(degrees):
    replaced = [(0, 0, "It has"), (38, 0, "12"), (54, 0, "40 guns and a crew of 200."), (0, -14, "It lies there.")]
    assert ruled_page(degrees, replaced, (38, 2.6, 48.8, 2.6)) == "It has 40 guns and a crew of 200. It lies there."
    cells = [(25 * column, -14 * row, f"{column}20{row}") for row in range(3) for column in (1, 2)]
    assert ruled_page(degrees, cells, (48, -30, 48, 10)) == "1200\t2200\n1201\t2201\n1202\t2202"
