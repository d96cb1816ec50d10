"""Dirty article text to sentences."""

import pytest

from claims.language.reading import read_sentences
from claims.language.reading.cleaning import clean_for_parser
from claims.language.splitting import split_article


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read_sentences(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.Then it stopped.", ["It rained.", "Then it stopped."]),
        ("He left the G20.When he came back, it was over.", ["He left the G20.", "When he came back, it was over."]),
        (
            "They called it “unprecedented.”Following this, he left.",
            ['They called it "unprecedented."', "Following this, he left."],
        ),
        ("Lind said thatThe dam holds.", ["Lind said that The dam holds."]),
        ("In the north,ships wait.", ["In the north, ships wait."]),
        ("It flies in 2023,ESA says.", ["It flies in 2023, ESA says."]),
        ("There is no plan B. The rocket must fly.", ["There is no plan B.", "The rocket must fly."]),
        ("The dam holds.欢迎订阅。Kaldor agreed.", ["The dam holds.", "Kaldor agreed."]),
        ("They built a *** reactor there.", ["They built a *** reactor there."]),
        ("Dr. Lind met Gen. Vance at 5 p.m. on Jan. 5.", ["Dr. Lind met Gen. Vance at 5 p.m. on Jan. 5."]),
        ("Thrust is 7,107 N. Next came the test.", ["Thrust is 7,107 N.", "Next came the test."]),
        ("The U.S. Navy sailed. J. Smith stayed.", ["The U.S. Navy sailed.", "J. Smith stayed."]),
        (
            "It cost 3.5 million. See www.kaldor.org/News.Html for more.",
            ["It cost 3.5 million.", "See www.kaldor.org/News.Html for more."],
        ),
        ("First line of prose\nwhich goes on here.", ["First line of prose which goes on here."]),
        ("The tech-\nnology works.", ["The technology works."]),
        ("• One mine closed.\n• Two mines opened.", ["One mine closed.", "Two mines opened."]),
        ("Home » World » Asia\nKaldor fell.", ["Kaldor fell."]),
        ("KYIV, March 3 (Newswire) - Kaldor fell.", ["Kaldor fell."]),
    ],
)
def test_dirty_text_gives_clean_sentences(text: str, expected: list[str]):
    assert sentences(text) == expected


def test_a_scale_word_and_unit_behind_a_number_stay_where_other_foreign_words_go():
    text = "The works sold 12万 vehicles for 3.5亿元 and 1.5억 달러 in all, 据报道 as they say."
    clean = clean_for_parser(text, 0, len(text))
    assert clean.text == "The works sold 12万 vehicles for 3.5亿元 and 1.5억 달러 in all, as they say."
    assert "".join(text[origin] for origin in clean.origins) == clean.text


def test_a_dateline_gives_the_day_and_is_no_sentence():
    reading = read_sentences("date 2022-09-07 Kaldor is hosting a fair.")
    assert (str(reading.published_on), [sentence.text for sentence in reading.sentences]) == (
        "2022-09-07",
        ["Kaldor is hosting a fair."],
    )


def test_a_sentence_remembers_where_it_stands():
    text = "One. “Two is *** here.”Three."
    assert [text[s.start : s.end] for s in read_sentences(text).sentences] == ["One.", "“Two is *** here.”", "Three."]


def test_a_heading_is_known():
    assert [s.heading for s in read_sentences("Kaldor Falls\n\nThe city fell on Monday.").sentences] == [True, False]


def test_a_quotation_that_never_closes_ends_with_its_block():
    text = "He said: “It is late. We go.\n\nThe city fell."
    assert [s.quotation for s in read_sentences(text).sentences] == [0, 0, None]


def test_a_forgotten_closing_mark_around_a_few_words_ends_with_its_sentence():
    text = "He praised a “restless world. The city fell. The dam broke."
    assert [s.quotation for s in read_sentences(text).sentences] == [None, None, None]


def test_a_sentence_ends_after_capitals_without_a_space():
    text = "Velden left the CSTO.The two capitals kept quiet about the U.S.Navy."
    assert [s.text for s in read_sentences(text).sentences] == [
        "Velden left the CSTO.",
        "The two capitals kept quiet about the U.S.Navy.",
    ]


def test_what_has_no_width_between_digits_leaves_one_number():
    claims = split_article("The crew numbers 1\u200b74 sailors.").claims
    assert [claim.text for claim in claims] == ["The crew numbers 174 sailors."]
    assert [quantity.low for claim in claims for quantity in claim.quantities] == [174]


def test_a_control_character_between_digits_makes_no_new_number():
    assert [claim.text for claim in split_article("Kaldor sold 12\x0834 jets.").claims] == ["Kaldor sold 12 34 jets."]
