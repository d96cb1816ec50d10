"""Who says it: speakers, chains of reports, and what nobody said."""

import pytest

from tests.claims.language.claims_in import voices


def test_the_speaker_is_kept_apart_from_what_he_says():
    assert voices("Nora Vance said Kaldor had bought 12 jets and sold four.") == [
        ("Kaldor had bought 12 jets.", "Nora Vance"),
        ("Kaldor sold four.", "Nora Vance"),
    ]


def test_a_speaker_may_come_last():
    assert voices("Kaldor plans to build two dams by 2030, said Nora Vance.") == [
        ("Kaldor plans to build two dams by 2030.", "Nora Vance")
    ]


def test_according_to_names_the_source():
    assert voices("According to the ministry, Velden lost two reactors.") == [
        ("Velden lost two reactors.", "the ministry")
    ]


def test_made_known_names_who_made_it_known():
    assert voices("After the talks Serbia made known that Kaldor will buy 20 drones.") == [
        ("Kaldor will buy 20 drones.", "Serbia")
    ]


def test_an_agency_that_announces_at_the_end_of_a_list_is_no_part_of_it():
    assert voices("Kaldor lost 14 tanks, nine trucks and three boats, Velden's General Staff reported.") == [
        ("Kaldor lost 14 tanks.", "Velden's General Staff"),
        ("Kaldor lost nine trucks.", "Velden's General Staff"),
        ("Kaldor lost three boats.", "Velden's General Staff"),
    ]


def test_a_speaker_in_the_middle_speaks_on_both_sides():
    assert voices("The two capitals, Nora Vance added, could defend Kaldor in the UN.") == [
        ("The two capitals could defend Kaldor in the UN.", "Nora Vance")
    ]


def test_nobody_is_said_to_say_what_stands_before_a_colon():
    assert voices("Not everyone is happy: Greece has complained that the border is open.") == [
        ("Not everyone is happy.", None),
        ("The border is open.", "Greece"),
    ]


def test_what_everyone_knows_is_said_by_the_author():
    assert voices("We find that most of the projects in Velden have ended in failure.") == [
        ("Most of the projects in Velden have ended in failure.", None)
    ]


def test_who_admits_one_thing_and_denies_another_denies_it_himself():
    assert voices("The general admitted that 30 soldiers had died but denied that the base had been lost.") == [
        ("30 soldiers had died.", "The general"),
        ("The general denied that the base had been lost.", None),
    ]


def test_what_is_denied_is_not_stated():
    assert voices("The minister denied that Kaldor had bought the missiles.") == [
        ("The minister denied that Kaldor had bought the missiles.", None)
    ]


def test_what_a_third_party_believes_stays_in_the_words_of_the_speaker():
    assert voices("Nora Vance said the army believes that it needs 40 tanks.") == [
        ("The army believes that it needs 40 tanks.", "Nora Vance")
    ]


def test_a_quotation_of_two_sentences_has_one_speaker():
    article = '"Velden closed two mines. Kaldor opened three," Arvo Lind told reporters.'
    assert voices(article) == [("Velden closed two mines.", "Arvo Lind"), ("Kaldor opened three.", "Arvo Lind")]


def test_a_report_of_a_report_keeps_the_chain():
    assert voices("Reuters reported that officials said Kaldor had lost 12 jets.") == [
        ("Kaldor had lost 12 jets.", "officials, according to Reuters")
    ]


def test_a_speaker_is_not_said_to_follow_himself():
    assert voices("The deal is worth 10 million euros, said Arvo Lind, who called the jets cheap, he added.")[0] == (
        "The deal is worth 10 million euros.",
        "Arvo Lind",
    )


def test_whom_a_report_cites_did_not_do_what_it_reports():
    assert voices("The ministry reported, citing pilots, that Kaldor lost 12 jets.")[-1] == (
        "Kaldor lost 12 jets.",
        "The ministry",
    )


def test_a_speaker_between_subject_and_verb_is_no_part_of_the_subject():
    assert voices("Kaldor, Velden said, lost 12 jets.") == [("Kaldor lost 12 jets.", "Velden")]


def test_what_nobody_believed_is_not_stated():
    assert voices("Nobody believed that Kaldor would catch up.") == [
        ("Nobody believed that Kaldor would catch up.", None)
    ]


def test_a_speaker_has_no_piece_of_his_title():
    assert voices("The centre published the report, and co-author Nora Vance said Kaldor had lost 12 jets.")[-1] == (
        "Kaldor had lost 12 jets.",
        "Nora Vance",
    )


def test_a_second_quotation_in_the_paragraph_has_the_same_speaker():
    article = '"Velden closed two mines," said Arvo Lind, who heads the firm. "Kaldor opened three."'
    assert voices(article)[-1] == ("Kaldor opened three.", "Arvo Lind")


def test_a_quotation_in_the_next_paragraph_may_be_somebody_elses():
    article = '"Velden closed two mines," said Arvo Lind.\n"Kaldor opened three."'
    assert voices(article)[-1] == ("Kaldor opened three.", None)


@pytest.mark.parametrize(
    "said",
    [
        "65 percent of 200 soldiers surveyed said the boots were poor.",
        "Of the 1,200 people polled, 30 percent said that prices were too high.",
        "Nine in ten doctors surveyed believe that the law is wrong.",
    ],
)
def test_a_share_of_those_who_were_asked_is_the_fact_and_says_nothing(said: str):
    assert voices(said) == [(said, None)]


def test_points_that_somebody_adds_are_no_speech():
    assert voices("Arvo Lind added 16 points against Velden.") == [("Arvo Lind added 16 points against Velden.", None)]


def test_the_firm_that_speaks_is_the_one_that_was_told_of_last():
    told = "Kestrel Motors, founded in 1974, makes the K21 at a plant in Changwon. The company said the ferry carries 900 people."
    assert voices(told)[-1] == ("The ferry carries 900 people.", "Kestrel Motors (the company)")
