"""Words of a PDF that no reader of its pages sees, or that are struck out, are no text."""

import pytest

from sources.extraction import WarningKind
from tests.sources.extraction.pdf_files import CARS, Drawn, read, text_of

HIDDEN = "It sank with 900 people."
#: A clip that hides nothing, and one whose corners are those of the page and which leaves its left and right side out.
WIDE = "0 0 595 842 re W n "
BOW_TIE = "0 -99999 m 595 99999 l 0 99999 l 595 -99999 l h"
# Chinese in a font that the PDF names and does not bring.
UNBROUGHT = (
    "/F2 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>"
)
FORTY_CARS = "BT /F2 11 Tf 60 780 Td <8F66003400308F86> Tj ET"


class TestWhatNobodySees:
    @pytest.mark.parametrize(
        "page",
        [
            Drawn().text(60, 780, CARS).draw("1 1 1 rg").text(60, 700, HIDDEN),
            Drawn().text(60, 780, CARS).draw(".98 g").text(60, 700, HIDDEN),
            Drawn().text(60, 780, CARS).text(60, 700, HIDDEN, before="3 Tr"),
            Drawn().text(60, 780, CARS).text(60, 700, HIDDEN, before="7 Tr"),
            Drawn().text(60, 780, CARS).text(60, 700, HIDDEN, size=0.3),
            Drawn().text(60, 780, CARS).text(-400, 700, HIDDEN),
            Drawn().text(60, 780, CARS).text(60, 1700, HIDDEN),
            Drawn().text(60, 780, CARS).draw("q 60 600 200 50 re W n").text(60, 700, HIDDEN).draw("Q"),
            Drawn().text(60, 780, CARS).draw("q 60 600 m 90 600 l 75 640 l h W n").text(60, 700, HIDDEN).draw("Q"),
            Drawn().text(60, 780, CARS).draw(f"q {WIDE * 16} 60 600 200 50 re W n").text(60, 700, HIDDEN).draw("Q"),
            Drawn().text(60, 780, CARS).draw(f"q {BOW_TIE} W n").text(60, 700, HIDDEN).draw("Q"),
            Drawn().text(60, 780, CARS).text(60, 700, HIDDEN).draw("1 1 1 rg 50 690 400 30 re f"),
            Drawn().text(60, 780, CARS).text(60, 700, HIDDEN).draw("0 g 50 690 400 30 re f"),
            Drawn().text(60, 780, CARS).draw("0 0 .5 rg 50 690 400 30 re f").text(60, 700, HIDDEN),
            Drawn(extra="/ExtGState << /G0 << /ca 0 >> >>").text(60, 780, CARS).draw("/G0 gs").text(60, 700, HIDDEN),
        ],
        ids=[
            "white",
            "nearly white",
            "no ink",
            "clip only",
            "no size",
            "left of it",
            "above it",
            "clipped by a box",
            "clipped by a triangle",
            "clipped by the last of many",
            "clipped by a bow tie around it",
            "covered",
            "blacked out",
            "blue on blue",
            "clear",
        ],
    )
    def test_words_that_no_reader_sees_are_left_out_and_said(self, page):
        found = read(page)
        assert found.text == CARS
        assert found.visible_text == CARS
        assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.HIDDEN_TEXT, 5, HIDDEN)]

    def test_a_word_that_is_blacked_out_leaves_the_rest_of_its_line(self):
        found = read(Drawn().text(60, 780, "The ferry carries 60 cars and 400 people.").draw("0 g 143 777 14 13 re f"))
        assert (found.text, found.warnings[0].sample) == ("The ferry carries cars and 400 people.", "60")

    def test_a_figure_that_a_clip_cuts_through_is_left_out_whole_and_said(self):
        """A reader sees 60 cars and 4 people there: no figure is better than 4, and than 400."""
        page = Drawn().draw("q 50 770 144 30 re W n").text(60, 780, "The ferry carries 60 cars, 400.").draw("Q")
        found = read(page)
        assert (found.text, found.warnings[0].sample) == ("The ferry carries 60 cars,", "400.")

    @pytest.mark.parametrize(
        ("clip", "text"),
        [
            ("0 0 595 842 re W n", "车40辆"),
            ("0 0 m 595 0 l 595 990 l 0 842 l h W n", "车40辆"),
            ("0 0 90 90 re W n", ""),
        ],
    )
    def test_a_clipped_word_whose_font_is_missing_is_kept_unless_nothing_of_it_is_inside(self, clip, text):
        page = Drawn().draw(f"q {clip} {FORTY_CARS} Q").text(60, 700, CARS)
        assert read(page, fonts=UNBROUGHT).text.replace(CARS, "").strip() == text

    def test_words_within_their_clip_are_read_without_a_warning(self):
        page = (
            Drawn()
            .draw("q 50 690 500 30 re W n")
            .text(60, 700, CARS)
            .draw("Q q 62 780 400 9 re W n")
            .text(60, 780, CARS)
        )
        found = read(page)
        assert (found.text.split("\n"), found.warnings) == ([f"{CARS} {CARS}"], ())

    @pytest.mark.parametrize(
        "page",
        [
            Drawn().draw("0 0 .5 rg 50 690 400 30 re f 1 1 1 rg").text(60, 700, CARS),
            Drawn().draw(".3 g").text(60, 700, CARS),
            Drawn().draw(".65 g").text(60, 700, CARS),
            Drawn().draw("1 1 .8 rg 50 690 400 30 re f 0 g").text(60, 700, CARS),
            Drawn().draw("1 0 0 rg").text(60, 700, CARS),
        ],
        ids=["white on blue", "grey", "light grey", "on yellow", "red"],
    )
    def test_words_in_any_colour_that_stands_out_are_text(self, page):
        assert text_of(page) == CARS

    def test_the_recognised_words_over_scanned_pages_are_their_text_and_are_said_to_be_recognised(self):
        image = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF80FF> EI Q"
        scanned = Drawn().draw(image).text(60, 780, CARS, before="3 Tr")
        found = read(scanned, Drawn().text(60, 780, "Printed on top.").draw(image), scanned)
        assert found.text.count(CARS) == 2
        assert [(w.kind, w.count) for w in found.warnings if w.kind is not WarningKind.HIDDEN_TEXT] == [
            (WarningKind.RECOGNISED_TEXT, 2)
        ]

    def test_printed_words_over_a_picture_are_not_said_to_be_recognised(self):
        image = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID FFFFFFFF> EI Q"
        found = read(Drawn().draw(image).text(60, 780, CARS))
        assert (found.text, found.warnings) == (CARS, ())

    def test_a_layer_that_is_switched_off_is_not_seen(self):
        layer = "<< /Type /OCG /Name (Draft) >>"
        switched_off = "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>"
        page = Drawn(extra="/Properties << /L1 3 0 R >>").text(60, 780, CARS)
        page.draw("/OC /L1 BDC").text(60, 700, HIDDEN).draw("EMC")
        found = read(page, objects=[layer], catalog=switched_off)
        assert (found.text, [w.kind for w in found.warnings]) == (CARS, [WarningKind.HIDDEN_TEXT])


class TestWhatIsStruckOut:
    def test_a_word_with_a_line_through_it_is_left_out(self):
        page = Drawn().text(60, 780, "It has").text(93, 780, "40").text(109, 780, "30 guns.")
        page.draw("0.7 w 93 783.3 m 105.2 783.3 l S")
        assert text_of(page) == "It has 30 guns."

    def test_a_word_with_a_line_under_it_or_over_a_whole_row_is_kept(self):
        page = Drawn().text(60, 780, "It has").text(93, 780, "40 guns.")
        page.draw("0.7 w 93 778.5 m 105.2 778.5 l S 50 783.3 m 500 783.3 l S")
        assert text_of(page) == "It has 40 guns."
