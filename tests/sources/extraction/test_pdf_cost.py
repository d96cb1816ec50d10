"""Reading a PDF costs a few questions to PDFium for each letter, however many letters it has: a report of a thousand pages
is read within the limits of the child process. Nor is a line taken to pieces: all that comes after goes over its runs of
letters. What is counted is work, for time depends on what else a machine does."""

from collections.abc import Callable

import pypdfium2.raw as pdfium
import pytest

from sources.extraction.pdf import extract_pdf, text_page
from sources.extraction.pdf.engine import opened, page_at, read_page
from tests.sources.extraction.pdf_files import Drawn, pdf_of

# The box of each letter; all else is asked for once a line or a page, and of spaces their object, of digits their height.
MOST_CALLS_A_LETTER = 1.6
LINE = "The ferry carries 60 cars and 400 people over the water, said the office of the harbour on Monday. "


@pytest.fixture
def calls(monkeypatch) -> Callable[[bytes], float]:
    """Count how many functions of PDFium are called for each letter of a file."""
    counted = 0

    def counting(function: Callable) -> Callable:
        def count_and_call(*arguments: object) -> object:
            nonlocal counted
            counted += 1
            return function(*arguments)

        return count_and_call

    for name in ("_object_of_letter", "_text", "_unicode", "_loose_box", "_origin", "_char_box"):
        monkeypatch.setattr(text_page, name, counting(getattr(text_page, name)))
    for name in dir(pdfium):
        if name.startswith(("FPDFText_", "FPDFTextObj_", "FPDFPageObj_", "FPDFFont_")) and callable(
            getattr(pdfium, name)
        ):
            monkeypatch.setattr(pdfium, name, counting(getattr(pdfium, name)))

    def calls_a_letter(data: bytes) -> float:
        nonlocal counted
        counted = 0
        letters = len(extract_pdf(data).text)
        return counted / letters

    return calls_a_letter


def of_lines(pages: int) -> bytes:
    return pdf_of(*(Drawn().text(20, 800, *[LINE] * 50, size=9) for _ in range(pages)))


def letter_by_letter() -> bytes:
    return pdf_of(
        Drawn().draw("".join(f"BT /F1 9 Tf 1 0 0 1 {20 + 6 * n} 800 Tm ({LINE[n]}) Tj ET " for n in range(90)))
    )


def test_a_letter_costs_few_calls_however_many_pages_there_are(calls):
    assert [calls(of_lines(pages)) <= MOST_CALLS_A_LETTER for pages in (1, 10)] == [True, True]


def test_the_count_sees_each_call_and_the_dearer_reading_of_letters_that_stand_one_by_one(calls):
    assert calls(of_lines(1)) >= 1
    assert calls(letter_by_letter()) > MOST_CALLS_A_LETTER


def letters_a_run(data: bytes) -> float:
    with opened(data) as document, page_at(document, 0) as handle:
        runs = read_page(document, handle, 0, 0).runs
    return sum(len(run.text) for run in runs) / len(runs)


def test_a_line_that_was_written_at_once_is_one_run_and_a_letter_that_was_written_alone_one_too():
    assert (letters_a_run(of_lines(1)), letters_a_run(letter_by_letter())) == (len(LINE), 1)
