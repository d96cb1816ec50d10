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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank in 1971.[3] The gun lies at 80 m.[4][5]:12 Divers left.", "It sank in 1971.|The gun lies at 80 m.|Divers left."),
        ("It was built in 1971.2 The mast broke in May 1974.3,4", "It was built in 1971.|The mast broke in May 1974."),
        ("The fleet has 40 tugs.7 “We sail,” he said.8 Kaldor fell.", 'The fleet has 40 tugs.|"We sail," he said.|Kaldor fell.'),
        ("It has 30 tugs.³ It has 5 m² of sail, 9 metres² of deck.⁴", "It has 30 tugs.|It has 5 m² of sail, 9 metres² of deck."),
        ("It rose 4 % (Table 3, see also p. 7) (see Fig. 2).[a] The dam[note 2] broke.[citation needed] He left† it.", "It rose 4 %.|The dam broke.|He left it."),
        ("He said “[a] new dam” rose. It weighs 9.2 t. It cost 1971.2 crowns.", 'He said "[a] new dam" rose.|It weighs 9.2 t.|It cost 1971.2 crowns.'),
        ("Version 2.3 The dam holds 4.5 million tons. At 5.30 Kaldor fell.", "Version 2.3 The dam holds 4.5 million tons.|At 5.30 Kaldor fell."),
    ],
)  # fmt: skip
def test_marks_of_notes_are_no_words_and_no_decimals(text: str, expected: str):
    assert sentences(text) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hull is max. 40 m long. See Sec. 4, para. 2 and Art. 7.", "The hull is max. 40 m long.|See Sec. 4, para. 2 and Art. 7."),
        ("It took 30 sec. 12 tugs left. The mast is 20 ft. The hull broke.", "It took 30 sec.|12 tugs left.|The mast is 20 ft.|The hull broke."),
        ("It left at 5 p.m. Police watched. At 5 p.m. Monday it sank.", "It left at 5 p.m.|Police watched.|At 5 p.m. Monday it sank."),
        ("At 9 a.m. Kaldor time it rose. J.R.R. Vance saw the U.S.S.R. Navy.", "At 9 a.m. Kaldor time it rose.|J.R.R. Vance saw the U.S.S.R. Navy."),
        ("In 2019 Gen. Vance met Brig. Orr in Salem, Ore. on Wed. night.", "In 2019 Gen. Vance met Brig. Orr in Salem, Ore. on Wed. night."),
        ("Yahoo! Inc. sued. Orr v. Vance ended. Kestrel Corp. (NYSE: KST.A) fell.", "Yahoo! Inc. sued.|Orr v. Vance ended.|Kestrel Corp. fell."),
        ("Lt. Cdr. Orr left no. 7 in 9 hrs. 20 min. It rained ,she said.", "Lt. Cdr. Orr left No. 7 in 9 hrs. 20 min.|It rained, she said."),
        ("Gulls: Visit Velden on Monday. Pilots: Host Orla.", "Gulls visit Velden on Monday.|Pilots host Orla."),
        ("It has two parts: 1. Kaldor sells tugs. 2. Velden buys them.", "It has two parts:|Kaldor sells tugs.|Velden buys them."),
    ],
)  # fmt: skip
def test_a_shortened_word_ends_no_sentence_and_a_unit_may(text: str, expected: str):
    assert sentences(text) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has ten long-\nrange guns, six air-\nto-sea ones.", "It has ten long-range guns, six air-to-sea ones."),
        ("The Tu-\n95 needs 12–\n15 kW; twenty-\nsix construc-\ntion men left.", "The Tu-95 needs 12–15 kW; twenty-six construction men left."),
        ("The construc-\r\n  tion in 4-, 5- and\n6-inch guns", "The construction in 4-, 5- and 6-inch guns"),
        ("The cruiser has a range of\n300 km.", "The cruiser has a range of 300 km."),
        ("Lind said that the dam in the\nNorth holds and the weir near\nVelden leaks in each\nwinter.", "Lind said that the dam in the North holds and the weir near Velden leaks in each winter."),
        ("Kaldor sells its last tug to the navy\nThe dam holds.\nIt rains.", "Kaldor sells its last tug to the navy|The dam holds.|It rains."),
    ],
)  # fmt: skip
def test_a_line_end_divides_neither_words_nor_sentences(text: str, expected: str):
    assert sentences(text) == expected.split("|")


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("Updated 4 May 2021\nPublished 2 May 2021\n", "2021-05-02"),
        ("Received: 1 May 2020 / Accepted: 2 June 2020 / Published: 3 July 2020\n", "2020-07-03"),
        ("Last updated: Wed, 5 May 2021, 14:05 GMT | First published: May 3, 2021 at 5:00 pm\n", "2021-05-03"),
        ("Published online: 2021-03-10T12:00:00Z\n", "2021-03-10"),
        ("Last modified on 4 May 2021\n", "None"),
        ("Published 2 hours ago\n", "None"),
        ("Date: 10/13/2021\n", "2021-10-13"),
        ("MOSCOW, September 7. /TASS/. ", "None"),
        ("Kaldor City, Kaldor (CNN) — ", "None"),
        ("VELDEN, May 3, 2021 /PRNewswire/ -- ", "2021-05-03"),
        ("(Reuters) - ", "None"),
        ("UPDATE 2-", "None"),
        ("USS Harrow - ", "None"),
        ("3.2 ", "None"),
        ("[4] ", "None"),
        ("→ ", "None"),
    ],
)
def test_what_stands_before_the_words_is_none_of_them_and_only_publication_gives_a_day(start: str, day: str):
    reading = read_sentences(f"{start}The tugs left Velden.")
    assert (str(reading.published_on), [s.text for s in reading.sentences]) == (day, ["The tugs left Velden."])


@pytest.mark.parametrize("text", ["3.5 million people left.", "Kaldor - the oldest port - fell.", "NATO: Kaldor fell."])
def test_a_number_a_name_or_a_topic_at_the_start_is_kept(text: str):
    assert sentences(text) == [text]


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
