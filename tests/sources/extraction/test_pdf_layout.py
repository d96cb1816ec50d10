"""Large initials, built fractions, boxes beside the text, words written obliquely, and figures over a line end."""

import math

import pytest

from sources.extraction.child import parse_file
from sources.extraction.kinds import FileKind
from tests.sources.extraction.pdf_files import Drawn, pdf_of


def text_of(*pages: Drawn) -> str:
    """The text of a clean file: it gives no warning."""
    found = parse_file(FileKind.PDF, pdf_of(*pages), None)
    assert found.warnings == ()
    return found.text


def initial(letter: str, *lines: str, base: float = 750, gap: float = 4, size: float = 45) -> Drawn:
    """A page whose first lines stand beside a large letter, and more under it."""
    start = 60 + size * (0.28 if letter == "I" else 0.72) + gap
    return (
        Drawn()
        .draw(f"BT /F1 {size} Tf 1 0 0 1 60 {base} Tm ({letter}) Tj ET")
        .text(start, 780, *lines[:3])
        .text(60, 735, *lines[3:])
    )


BESIDE = [
    "the autumn of 1987 the yard at Harrow laid down",
    "three frigates with 30 guns each. Two of them were",
    "sold in the spring of",
]
UNDER = ["that year to the island, which has lost one of them in a storm.", "The third one is a museum."]


class TestLargeInitials:
    @pytest.mark.parametrize(
        ("letter", "first", "text"),
        [
            ("I", "n the autumn of 1987 the yard laid down", "In the autumn"),
            ("I", "N THE AUTUMN of 1987 the yard laid down", "IN THE AUTUMN"),
            ("T", "he autumn of 1987 saw the yard lay down", "The autumn"),
            ("A", "t Harrow in 1987 the yard has laid down", "At Harrow"),
            ("A", "yard at Harrow in 1987 has laid down", "A yard"),
            ("I", "have seen at Harrow in 1987 how they laid", "I have seen"),
            ("A", "British yard in 1987 has laid down", "A British"),
            ("S", "orn, a town of 1987 souls, has laid down", "Sorn, a town"),
            ("O", "'Neill, the owner of the yard, has laid", "O'Neill, the owner"),
        ],
    )
    @pytest.mark.parametrize("base", [750, 746, 753])
    def test_a_large_initial_begins_the_first_word_beside_it(self, letter, first, text, base):
        read = text_of(initial(letter, first, *BESIDE[1:], *UNDER, base=base))
        assert read.split("\n")[0].startswith(f"{text}")
        assert read.replace("\n", " ").endswith(f"each. Two of them were {BESIDE[2]} {' '.join(UNDER)}")

    @pytest.mark.parametrize("letter", ["3", "§"])
    def test_a_large_figure_or_sign_begins_no_word(self, letter):
        page = initial(letter.replace("§", "\\247"), "ships of the yard at Harrow were laid down", *BESIDE[1:], *UNDER)
        assert f"{letter}ships" not in text_of(page)

    def test_a_headline_whose_first_letter_is_larger_is_a_headline(self):
        page = Drawn().text(60, 780, "T", size=30).text(80, 780, "he yard of Harrow", size=14).text(60, 740, *UNDER)
        assert text_of(page).split("\n")[0] == "The yard of Harrow"


def built(top: str, bottom: str, *, x: float, base: float = 780) -> str:
    """A fraction as it is set: two small figures, a line between them at the height of a minus."""
    bar = base + 2.75
    width = 4 * max(len(top), len(bottom))
    return (
        f"BT /F1 7 Tf 1 0 0 1 {x} {bar + 1.6} Tm ({top}) Tj ET BT /F1 7 Tf 1 0 0 1 {x} {bar - 6.4} Tm ({bottom}) Tj ET "
        f"0.4 w {x - 0.3} {bar} m {x + width + 0.3} {bar} l S"
    )


class TestBuiltFractions:
    @pytest.mark.parametrize(
        ("top", "bottom", "text"), [("3", "8", "⅜"), ("1", "2", "½"), ("5", "16", "5/16"), ("11", "12", "11/12")]
    )
    def test_a_figure_over_a_line_over_a_figure_is_a_fraction(self, top, bottom, text):
        page = Drawn().text(60, 780, "It bent by").draw(built(top, bottom, x=114)).text(128, 780, "of a degree.")
        assert text_of(page) == f"It bent by {text} of a degree."

    @pytest.mark.parametrize(("top", "bottom", "text"), [("3", "4", "2¾"), ("5", "16", "2 5/16")])
    def test_a_fraction_behind_a_figure_is_a_mixed_number(self, top, bottom, text):
        page = Drawn().text(60, 780, "It is 2").draw(built(top, bottom, x=87)).text(99, 780, "inches wide.")
        assert text_of(page) == f"It is {text} inches wide."

    def test_figures_over_and_under_the_line_of_a_table_are_no_fraction(self):
        page = Drawn().text(60, 780, "Guns").text(200, 780, "3").text(60, 765, "Boats").text(200, 765, "8")
        page.draw("0.5 w 195 776 m 212 776 l S")
        assert text_of(page) == "Guns\t3\nBoats\t8"

    def test_an_underlined_figure_over_a_figure_is_no_fraction(self):
        page = Drawn().text(
            60, 780, "It has 3 guns and was built by the yard", "It has 8 guns and was sold by the yard"
        )
        page.draw("0.5 w 91 778.5 m 98 778.5 l S")
        assert "⅜" not in text_of(page)


def oblique(text: str, degrees: float, *, x: float = 300, y: float = 450, size: float = 40) -> str:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return f"BT /F1 {size} Tf {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x} {y} Tm ({text}) Tj ET"


class TestObliqueWords:
    @pytest.mark.parametrize("degrees", [45, 30, -30, 60, 120, -45, 10])
    @pytest.mark.parametrize("size", [40, 11])
    def test_words_written_obliquely_stay_together_and_apart_from_the_text(self, degrees, size):
        page = Drawn().draw(oblique("DRAFT COPY", degrees, size=size)).text(60, 780, *BESIDE, *UNDER)
        told = [line for line in text_of(page).split("\n") if line != "DRAFT COPY"]
        assert ("DRAFT COPY" in text_of(page).split("\n"), " ".join(told)) == (True, " ".join([*BESIDE, *UNDER]))

    @pytest.mark.parametrize("degrees", [0, 1, -2])
    def test_a_page_that_was_scanned_askew_is_read_as_a_straight_one(self, degrees):
        lines = "".join(
            oblique(line, degrees, x=60, y=780 - 16 * n, size=11) for n, line in enumerate([*BESIDE, *UNDER])
        )
        assert " ".join(text_of(Drawn().draw(lines)).split()) == " ".join([*BESIDE, *UNDER])


class TestBoxesBesideTheText:
    NARROW = ["The oldest mill, built in 1687,", "belongs to the guild. It earned", "48,000 francs, half of it from"]
    WIDE = ["visitors, and it paid 1,150 francs for a new belt of leather.", "The miller is 71."]
    BOX = ["Rye in figures: 22 farms", "have 1,700 hectares of it."]

    @pytest.mark.parametrize("box_first", [True, False])
    def test_a_box_beside_a_sentence_does_not_break_it(self, box_first):
        text = Drawn().text(60, 780, *self.NARROW).text(60, 735, *self.WIDE).operators
        box = Drawn().text(260, 778, *self.BOX, size=9, lead=12).operators
        page = Drawn(operators=[*box, *text] if box_first else [*text, *box])
        read = text_of(page).replace("\n", " ")
        assert " ".join([*self.NARROW, *self.WIDE]) in read or f"{' '.join(self.NARROW)} {self.WIDE[0]}" in read
        assert " ".join(self.BOX) in read

    def test_columns_over_a_line_are_columns_still(self):
        left = [
            "The frigate Orlan has a crew of",
            "174 and carries 16 missiles. Its",
            "sister, the cruiser Vega, has a",
        ]
        right = ["crew of 480 and carries 64 of", "them. Both were built at Harrow", "before the war of that summer."]
        page = (
            Drawn()
            .text(60, 780, *left)
            .text(260, 780, *right)
            .text(60, 700, "Both of them were sold to the island in the summer of that year.")
        )
        assert f"{' '.join(left)} {' '.join(right)}" in text_of(page)


class TestFiguresOverALineEnd:
    @pytest.mark.parametrize(
        ("before", "after", "joined"),
        [
            ("has ordered 8", "000 rounds for the aircraft.", "8 000 rounds"),
            ("has ordered 12", "500 rounds for the aircraft.", "12 500 rounds"),
            ("has ordered 1 250", "000 rounds for the aircraft.", "1 250 000 rounds"),
        ],
    )
    def test_a_figure_divided_at_its_thousands_is_one_in_a_line_that_is_not_full(self, before, after, joined):
        page = Drawn().text(
            60, 780, "The navy of the island, which has lost a ship in the summer of 1987,", f"now {before}", after
        )
        assert joined in text_of(page)

    def test_a_numbered_heading_and_a_figure_below_it_are_two(self):
        page = Drawn().text(60, 780, "Chapter 8", "250 ships were sold in the summer by the navy of the island.")
        assert text_of(page).split("\n")[0] == "Chapter 8"


class TestRunningHeads:
    STORY = [*BESIDE, *UNDER, "It was paid for by the island."]

    @pytest.mark.parametrize(
        "heads",
        [
            ["119 | Chapter 7", "Guns | 120", "121 | Chapter 7", "Boats | 122", "123 | Chapter 8", "Sails | 124"],
            ["118 · The yard", "Guns · 119", "120 · The yard", "Boats · 121"],
            ["12 | Guns", "Boats | 13"],
        ],
    )
    @pytest.mark.parametrize("y", [820, 40])
    def test_a_number_divided_from_a_running_head_that_counts_up_with_the_pages_is_left_out(self, heads, y):
        pages = [Drawn().text(60, y, head, size=9).text(60, 780, *self.STORY) for head in heads]
        assert text_of(*pages).split() == " ".join(self.STORY * len(heads)).split()

    def test_a_number_that_does_not_count_up_with_the_pages_is_kept(self):
        heads = ["119 | Guns", "87 | Boats", "240 | Sails"]
        pages = [Drawn().text(60, 820, head, size=9).text(60, 780, *self.STORY) for head in heads]
        assert [head in text_of(*pages) for head in heads] == [True] * 3
