"""A PDF is read as its pages show it: words, lines, columns, tables, notes, and only what a reader sees."""

import pytest

from sources.extraction import ExtractionRefused, WarningKind
from sources.extraction.pdf.direction import logical
from tests.sources.extraction.pdf_files import CARS, Drawn, read, text_of


def column(x: float, *lines: str, y: float = 780) -> str:
    return "".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y - 14 * n} Tm ({line}) Tj ET " for n, line in enumerate(lines))


ORLAN = [
    "The frigate Orlan has a crew of 174",
    "and carries 16 missiles. It was built",
    "at Dornhaven in 1991 and has cost",
    "300 million.",
]
VEGA = [
    "The cruiser Vega has a crew of 480",
    "and carries 64 missiles. It was built",
    "at Harrow in 1986 and has cost about",
    "900 million.",
]


class TestLineEnds:
    @pytest.mark.parametrize(
        ("before", "after", "joined"),
        [
            ("it has a long-", "range radar", "a long-range radar"),
            ("it has an air-", "to-air missile", "an air-to-air missile"),
            ("it has a surface-", "to-air missile", "a surface-to-air missile"),
            ("it has a surface-to-", "air missile", "a surface-to-air missile"),
            ("it lost twenty-", "five men", "lost twenty-five men"),
            ("in the forty-", "first year", "the forty-first year"),
            ("by the RD-", "180 engine", "the RD-180 engine"),
            ("by the Su-", "35 fighter", "the Su-35 fighter"),
            ("by the F-", "16s of Harrow", "the F-16s of Harrow"),
            ("in the mid-", "2020s it sank", "the mid-2020s it sank"),
            ("by the 737-", "9 of Harrow", "the 737-9 of Harrow"),
            ("by the 737–", "9 of Harrow", "the 737–9 of Harrow"),
            ("it makes 12-", "15 kW of heat", "makes 12-15 kW of heat"),
            ("in 2010–", "2012 it sank", "in 2010–2012 it sank"),
            ("it cost 1,500", "million euros", "cost 1,500 million euros"),
            ("by the govern-", "ment of Harrow", "the government of Harrow"),
            ("by the construc-", "tion of it", "the construction of it"),
            ("in the sum-", "mer it sank", "the summer it sank"),
            ("by the co-", "operation of both", "the cooperation of both"),
            ("in a three-", "year delay", "a three-year delay"),
            ("by a state-", "owned yard", "a state-owned yard"),
            ("by a well-", "known yard", "a well-known yard"),
            ("by the Anglo-", "French yard", "the Anglo-French yard"),
            ("by the CONSTRUC-", "TION of it", "the CONSTRUCTION of it"),
            ("for short-", "and long-range use", "for short- and long-range use"),
            ("by its anti-", "tank weapon", "its anti-tank weapon"),
            ("of a fast –", "very fast ship", "a fast – very fast ship"),
            ("by a non-", "smoker in Harrow", "a non-smoker in Harrow"),
            ("of it and/", "or of Harrow", "it and/or of Harrow"),
            ("by a so-", "called yard", "a so-called yard"),
            ("by a jet-", "powered boat", "a jet-powered boat"),
            ("in a part-", "time job", "a part-time job"),
            ("by a rock-", "et of Harrow", "a rocket of Harrow"),
            ("it has a thous-", "and men", "a thousand men"),
            ("by an isl-", "and of it", "an island of it"),
            ("it was over-", "powered by it", "was overpowered by it"),
            ("they re-", "called it", "they recalled it"),
        ],
    )
    def test_a_hyphen_at_a_line_end_stays_where_it_belongs_to_the_word(self, before, after, joined):
        page = Drawn().text(
            60, 780, f"The yard has said on Tuesday {before}", f"{after}, as its owner has seen it there."
        )
        assert joined in text_of(page)

    def test_a_document_that_writes_a_word_with_its_hyphen_keeps_it_at_a_line_end(self):
        page = Drawn().text(
            60, 780, "The tur-bo pump runs. Now the yard says of the same old tur-", "bo pump that it runs well."
        )
        assert text_of(page).count("tur-bo pump") == 2


class TestColumnsAndTables:
    def test_columns_are_read_one_after_the_other_however_they_were_written(self):
        by_line = "".join(
            column(60, left, y=780 - 14 * n) + column(320, right, y=780 - 14 * n)
            for n, (left, right) in enumerate(zip(ORLAN, VEGA, strict=True))
        )
        by_column = column(60, *ORLAN) + column(320, *VEGA)
        told = f"{' '.join(ORLAN)}\n{' '.join(VEGA)}"
        assert [text_of(Drawn().draw(operators)) for operators in (by_line, by_column)] == [told, told]

    def test_columns_whose_lines_stand_at_different_heights_are_read_one_after_the_other(self):
        assert text_of(Drawn().draw(column(60, *ORLAN) + column(320, *VEGA, y=775))) == (
            f"{' '.join(ORLAN)}\n{' '.join(VEGA)}"
        )

    def test_a_headline_over_columns_is_read_first_and_a_line_below_last(self):
        page = Drawn().text(60, 810, "Two ships of the northern squadron, and what they have cost the town", size=14)
        page.draw(column(60, *ORLAN) + column(320, *VEGA)).text(
            60, 690, "Both of them were sold in the spring of that year to the island."
        )
        assert text_of(page).split("\n") == [
            "Two ships of the northern squadron, and what they have cost the town",
            " ".join(ORLAN),
            " ".join(VEGA),
            "Both of them were sold in the spring of that year to the island.",
        ]

    def test_the_cells_of_a_table_stay_apart_and_its_rows_too(self):
        rows = [("Ship", "Crew", "Guns"), ("Orlan", "174", "12"), ("Vega", "480", "14")]
        page = Drawn().text(60, 790, "The ships of the fleet are these, the navy said in its list of spring.")
        for n, row in enumerate(rows):
            for x, cell in zip((60, 160, 260), row, strict=True):
                page.text(x, 760 - 16 * n, cell)
        assert text_of(page).split("\n")[1:] == ["Ship\tCrew\tGuns", "Orlan\t174\t12", "Vega\t480\t14"]

    def test_cells_that_only_a_ruled_line_parts_stay_apart(self):
        page = Drawn()
        for n, row in enumerate((("0", "102,248", "101,135"), ("0", "103,532", "101,252"))):
            for x, cell in zip((115.5, 121.1, 151.1), row, strict=True):
                page.text(x, 740 - 12 * n, cell, size=8)
        page.draw("120.6 750 m 120.6 712 l S 150.6 750 m 150.6 712 l S")
        assert text_of(page) == "0\t102,248\t101,135\n0\t103,532\t101,252"

    def test_tight_cells_without_a_line_between_them_are_no_one_number(self):
        page = Drawn().text(100, 700, "174", size=8).text(114.8, 700, "12", size=8)
        assert text_of(page) == "174 12"


class TestEdgesOfPages:
    def told(self, *numbers: str, y: float = 30) -> list[Drawn]:
        said = ["ships", "yards", "men", "boats"]
        return [
            Drawn()
            .text(
                60,
                780,
                f"The {what} of the fleet were counted again in the spring of the year,",
                f"and the {what} were fewer.",
            )
            .text(290, y, number)
            for what, number in zip(said, numbers, strict=False)
        ]

    def test_page_numbers_that_count_up_are_no_text(self):
        for numbers in (
            ["1", "2", "3"],
            ["17", "18", "19"],
            ["- 4 -", "- 5 -", "- 6 -"],
            ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
            ["iv", "v", "vi"],
        ):
            lines = text_of(*self.told(*numbers)).split("\n")
            assert lines == [
                f"The {what} of the fleet were counted again in the spring of the year, and the {what} were fewer."
                for what in ("ships", "yards", "men")
            ]

    def test_numbers_at_the_edge_that_do_not_count_up_are_text(self):
        found = text_of(*self.told("413", "97", "1205"))
        assert all(number in found.split("\n") for number in ("413", "97", "1205"))

    def test_a_number_that_is_the_label_of_its_page_is_no_text(self):
        labels = "/PageLabels << /Nums [0 << /S /D /St 41 >>] >>"
        assert "41" not in text_of(*self.told("41"), labels=labels)

    def test_the_last_rows_of_a_table_at_the_foot_of_a_page_stay(self):
        page = Drawn().text(60, 90, "Year")
        for n, (year, count) in enumerate((("2020", "37"), ("2021", "39"), ("2022", "41"))):
            page.text(60, 75 - 15 * n, year).text(160, 75 - 15 * n, count)
        assert text_of(page).split("\n") == ["Year", "2020\t37", "2021\t39", "2022\t41"]

    def test_a_sentence_that_ends_in_a_number_on_a_line_of_its_own_keeps_it(self):
        page = Drawn().text(
            60, 780, "When the divers of the navy came back to the harbour of Harrow the shells were", "413"
        )
        assert text_of(page).endswith("the shells were 413")

    def test_a_header_on_both_of_two_pages_is_no_text_where_it_stands_away_from_it(self):
        pages = self.told("1", "2")
        for page in pages:
            page.text(60, 815, "Harbour news of Harrow")
        assert text_of(*pages).split("\n") == [
            f"The {what} of the fleet were counted again in the spring of the year, and the {what} were fewer."
            for what in ("ships", "yards")
        ]

    def test_figures_that_stand_at_the_same_place_of_each_page_are_text(self):
        pages = [
            Drawn().text(60, 780, f"Crew: {crew}", f"The ship {name} was built in the yard of Dornhaven and is grey.")
            for name, crew in (("Orlan", 174), ("Vega", 480), ("Sirius", 95), ("Altair", 210))
        ]
        found = text_of(*pages)
        assert all(f"Crew: {crew}" in found for crew in (174, 480, 95, 210))

    def test_notes_at_the_foot_do_not_stand_inside_a_sentence_that_goes_on_over_the_page(self):
        first = Drawn().text(
            60,
            780,
            "The navy counts its ships every spring, and the office wrote that it had seen",
            "all of them again, as well as the men whose names are on the list of the king and",
        )
        first.text(
            60, 60, "1 See the report of 1991, which names all of them.", "2 It was printed in Harrow.", size=8, lead=10
        )
        second = Drawn().text(60, 780, "the queen, and 48 of them were found to be too old.")
        assert text_of(first, second).split("\n") == [
            "The navy counts its ships every spring, and the office wrote that it had seen all of them again, as well as "
            "the men whose names are on the list of the king and the queen, and 48 of them were found to be too old.",
            "1 See the report of 1991, which names all of them.",
            "2 It was printed in Harrow.",
        ]


class TestRaisedAndLowered:
    @pytest.mark.parametrize(
        ("operators", "told"),
        [
            ("(It gives 3.2 \327 10) Tj 5 Ts /F1 8 Tf (5) Tj 0 Ts /F1 11 Tf ( units in all) Tj", "3.2 × 10⁵ units"),
            ("(It gives 3.2 \327 10) Tj 4 Ts /F1 7 Tf (-5) Tj 0 Ts /F1 11 Tf ( units in all) Tj", "3.2 × 10-5 units"),
            ("(Built in 1991) Tj 4 Ts /F1 7 Tf (2) Tj 0 Ts /F1 11 Tf ( at the yard) Tj", "in 1991 at the yard"),
            ("(It covers 90 km) Tj 4 Ts /F1 7 Tf (2) Tj 0 Ts /F1 11 Tf ( of land) Tj", "90 km² of land"),
            ("(Of CO) Tj -2 Ts /F1 7 Tf (2) Tj 0 Ts /F1 11 Tf ( it makes 5 t) Tj", "Of CO₂ it makes"),
        ],
    )
    def test_a_raised_or_lowered_figure_is_no_digit_of_its_line(self, operators, told):
        page = Drawn().draw(f"BT /F1 11 Tf 1 0 0 1 60 780 Tm {operators} ET")
        assert told.replace("10-5", "10⁻⁵") in text_of(page)

    def test_a_power_set_by_its_own_place_is_a_power(self):
        page = Drawn().text(60, 780, "It gives 4 \327 10").text(131.6, 784, "6", size=7).text(138.6, 780, "units.")
        assert text_of(page) == "It gives 4 × 10⁶ units."


class TestLetters:
    def test_a_font_without_a_map_of_its_letters_is_said(self):
        ciphered = CARS.translate({code: code - 29 for code in range(0x20 + 29, 0x7F)}).replace(" ", "\x03")
        page = Drawn().text(
            60, 780, *["7KH IHUU\\\\ FDUULHV FDUV DQG SHRSOH WKH RIILFH VDLG RQ 0RQGD\\\\ LQ +DUURZ"] * 3
        )
        found = read(page)
        assert ciphered != CARS
        assert [w.kind for w in found.warnings] == [WarningKind.UNREADABLE_FONT]

    @pytest.mark.parametrize(
        "line",
        [
            "EGLL LFPG EDDF LEMD LIRF UUEE OMDB WSSS RJTT ZBAA",
            "RD-180, RD-191, Su-35S, F-16C, MiG-29, Tu-95MS, A320neo, 737-9, 12x99mm, H2O",
            "Die Regierung hat den Vertrag mit der Werft in Kiel im Mai wieder aufgehoben, sagte der Sprecher am Abend.",
            "Le gouvernement a fait savoir lundi que les travaux du port avaient repris avec quinze jours de retard.",
            "Rz\u0105d".encode("ascii", "ignore").decode()
            + " powiedzial we wtorek, ze statek zostal sprzedany stoczni w Gdyni za trzy miliony.",
            "A B C D of the list, 1 2 3 4 5 6 7 8",
        ],
    )
    def test_names_codes_and_other_languages_are_no_cipher(self, line):
        assert text_of(Drawn().text(30, 780, line, size=9)) == line

    def test_letters_that_are_set_one_by_one_are_words_where_gaps_show_their_ends(self):
        page, x = Drawn(), 60.0
        for word in ("The", "ferry", "carries", "sixty", "cars"):
            for letter in word:
                page.text(x, 780, letter)
                x += 9
            x += 8
        assert text_of(page).split() == ["The", "ferry", "carries", "sixty", "cars"]

    def test_letters_that_are_set_one_by_one_without_a_wider_gap_are_said(self):
        found = read(Drawn().text(60, 780, " ".join("theferrycarriessixtycars")))
        assert [w.kind for w in found.warnings] == [WarningKind.UNCERTAIN_SPACES]


def test_a_page_with_more_letters_than_a_page_can_have_is_refused_and_one_with_many_is_read():
    def rows(count: int) -> Drawn:
        return Drawn().draw(
            "".join(
                f"BT /F1 4 Tf 1 0 0 1 {60 + n % 9 * 50} {800 - n // 9 * 5} Tm (row {n}) Tj ET " for n in range(count)
            )
        )

    assert text_of(rows(1_200)).split()[-1] == "1199"
    letters = "(The ferry carries sixty cars and four hundred people over the water every day.) Tj T* " * 8_000
    with pytest.raises(ExtractionRefused) as refused:
        read(Drawn().draw(f"BT /F1 1 Tf 1.1 TL 1 0 0 1 10 800 Tm {letters} ET"))
    assert refused.value.code == "too_complex"


def test_a_line_of_hebrew_is_read_from_the_right_and_its_figures_from_the_left():
    assert logical(".םישנא 400-ו תוינוכמ 60 תאשונ הריסה") == "הסירה נושאת 60 מכוניות ו-400 אנשים."
    assert logical("The ferry carries 60 cars.") == "The ferry carries 60 cars."


def test_letters_of_a_negative_size_are_read():
    page = Drawn().draw(f"BT /F1 -11 Tf -1 0 0 -1 60 780 Tm ({CARS}) Tj ET")
    assert text_of(page) == CARS


def test_a_page_that_is_turned_is_read_along_its_lines():
    second = "It makes the crossing in about an hour."
    page = Drawn().draw(
        f"BT /F1 11 Tf 0 1 -1 0 100 60 Tm ({CARS}) Tj ET BT /F1 11 Tf 0 1 -1 0 115 60 Tm ({second}) Tj ET"
    )
    assert text_of(page).replace("\n", " ") == f"{CARS} {second}"
