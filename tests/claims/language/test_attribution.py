"""Who says it: speakers, chains of reports, and what nobody said."""

import pytest

from claims.language.splitting import split_article
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


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("In Arvo Lind's opinion, the engine will cost $4 billion.", "Arvo Lind"),
        ("In the view of the retired colonel, the engine will cost $4 billion.", "the retired colonel"),
        ("The engine, in the words of the ministry, will cost $4 billion.", "the ministry"),
    ],
)
def test_whose_opinion_it_is_names_the_speaker(sentence, speaker):
    assert voices(sentence) == [("The engine will cost $4 billion.", speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Arvo Lind's bank account, 3 million euros were found.",
        "In Edda Berg's view of the harbour, two ships burned.",
    ],
)
def test_what_belongs_to_somebody_is_no_opinion(sentence):
    assert voices(sentence) == [(sentence, None)]


def test_in_view_of_something_names_nobody():
    assert voices("In view of the rain, the match was moved to May.") == [
        ("In view of the rain, the match was moved to May.", None)
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


def test_where_a_speaker_is_from_is_no_share_of_those_asked():
    told = "Mara Lind of the yard in Dornau, who was not hurt, told the Herald the ferry had lost power in 2019."
    assert voices(told) == [
        ("Mara Lind of the yard in Dornau was not hurt.", None),
        ("The ferry had lost power in 2019.", "Mara Lind of the yard in Dornau"),
    ]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("The Herald quoted an engineer as saying that the ferry had lost power in 2019.", "an engineer"),
        ("An engineer was quoted as saying that the ferry had lost power in 2019.", "An engineer"),
        ("Arvo Lind pointed out that the ferry had lost power in 2019.", "Arvo Lind"),
        (
            "The ferry had lost power in 2019, a study in the journal Orbit Letters shows.",
            "a study in the journal Orbit Letters",
        ),
    ],
)
def test_who_is_quoted_speaks(said: str, speaker: str):
    assert ("The ferry had lost power in 2019.", speaker) in voices(said)


def test_whom_a_source_is_called_and_what_he_is():
    assert voices("The ferry sank in 2019, according to the regional commissioner, Arvo Lind.") == [
        ("The ferry sank in 2019.", "Arvo Lind"),
        ("Arvo Lind is the regional commissioner.", None),
    ]


def test_two_roles_of_a_speaker_are_two_claims_and_no_part_of_his_name():
    said = '"The ferry sank in 2019," said Mara Lind, the study\'s lead author and a geologist at the University of Velden.'
    assert voices(said) == [
        ("The ferry sank in 2019.", "Mara Lind"),
        ("Mara Lind is the study's lead author.", None),
        ("Mara Lind is a geologist at the University of Velden.", None),
    ]


def test_the_second_part_of_a_quotation_has_the_speaker_of_the_first():
    said = '"It was late," admits Arvo Lind, who runs the yard, "but nobody lost a boat."'
    assert ("Nobody lost a boat.", "Arvo Lind") in voices(said)


def test_a_quotation_that_does_not_close_goes_on_in_the_next_paragraph():
    article = '"Velden closed two mines," said Arvo Lind. "It sold one.\n\n"Kaldor opened three mines in 2019."'
    assert ("Kaldor opened three mines in 2019.", "Arvo Lind") in voices(article)


def test_a_quotation_right_behind_what_somebody_said_is_his():
    article = 'Mara Lind testified that the ferry had sunk in 2019. "It burned 400 pages."'
    assert voices(article)[-1] == ("It burned 400 pages.", "Mara Lind")


def test_what_somebody_asks_states_nothing():
    asked = [claim for claim in split_article('"How many more must die?" asked opposition leader Arvo Lind.').claims]
    assert [(claim.text, claim.check_worthy) for claim in asked] == [
        ('"How many more must die?" asked opposition leader Arvo Lind?', False),
        ("Arvo Lind is an opposition leader.", True),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "According to the museum's director, Arvo Lind, the ferry sank in 2019.",
        "The ferry sank in 2019, according to the museum's director, Arvo Lind.",
    ],
)
def test_a_name_between_commas_is_the_source_and_no_part_of_what_it_says(told: str):
    assert sorted(voices(told), key=str) == [
        ("Arvo Lind is the museum's director.", None),
        ("The ferry sank in 2019.", "Arvo Lind"),
    ]


def test_a_quotation_behind_a_sentence_that_names_one_person_is_hers():
    article = 'Mara Lind was blunt. "The yard burned 40 chairs in one week."'
    assert voices(article)[-1] == ("The yard burned 40 chairs in one week.", "Mara Lind")


@pytest.mark.parametrize("done", ["Police arrested Mara Lind on Monday.", "The mayor thanked Mara Lind for her work."])
def test_a_quotation_behind_what_was_done_to_somebody_is_nobodys(done: str):
    assert voices(f'{done} "The yard sold 40 ships in 2019."')[-1] == ("The yard sold 40 ships in 2019.", None)


@pytest.mark.parametrize(
    "before",
    [
        "Finance minister Mara Lind rejected the criticism.",
        "In a letter to members, chairwoman Mara Lind appealed for calm.",
        "The plan was criticised by the economist Mara Lind.",
        "Not so, according to the analyst Mara Lind.",
        "Mara Lind is convinced of the result.",
        "Mara Lind was elected in 2020.",
        "Villager Mara Lind, 71, lost her house.",
        "Mara Lind praised Peter Adler.",
        "Mara Lind put it this way:",
    ],
)
def test_a_quotation_is_hers_whom_the_sentence_before_it_leads_up_to(before: str):
    text, speaker = voices(f'{before} "The yard sold 40 ships in 2019."')[-1]
    assert (text.strip('".'), speaker) == ("The yard sold 40 ships in 2019", "Mara Lind")


@pytest.mark.parametrize(
    "before",
    [
        "Mara Lind was injured in the attack.",
        "The court convicted Mara Lind of fraud.",
        "The painter Mara Lind died on Sunday.",
        "Mara Lind met Peter Adler in Bonn.",
    ],
)
def test_a_quotation_behind_what_befell_her_or_what_two_did_is_nobodys(before: str):
    assert voices(f'{before} "The yard sold 40 ships in 2019."')[-1] == ("The yard sold 40 ships in 2019.", None)


def test_a_family_name_is_known_from_the_full_name_before_it():
    article = 'Mara Lind is the mayor of Dornau.\n\nLind has the last word. "The yard sold 40 ships in 2019."'
    assert voices(article)[-1] == ("The yard sold 40 ships in 2019.", "Lind")


def test_who_speaks_on_at_length_in_the_next_paragraph_is_the_same():
    speech = '"The yard has 900 staff," said the founder, Rita Sol.\n\n"It opened in 1998. It sold 12 ships.\n\n"It has two docks."'
    assert [speaker for _, speaker in voices(speech) if speaker] == ["Rita Sol"] * 4


def test_what_is_ruled_out_is_not_stated():
    assert voices("Lind ruled out that the pipe had leaked.") == [("Lind ruled out that the pipe had leaked.", None)]


def test_a_quotation_whose_halves_stand_apart_keeps_no_stray_mark():
    said = '"The quota," Lind said, "is 300,000 tonnes, and the fleet has 45 ships."'
    assert voices(said) == [("The quota is 300,000 tonnes.", "Lind"), ("The fleet has 45 ships.", "Lind")]


def test_what_a_court_heard_was_said_there():
    assert voices("The court heard that Lind had received 14 payments.") == [("Lind had received 14 payments.", None)]


@pytest.mark.parametrize(
    ("line", "worthy"),
    [
        ("Former port director jailed for six years over crane bribes", True),
        ("Norden to cut 400 jobs", True),
        ("Kaldor Foods lifts outlook after strong first half", True),
        ("History of the port of Velden", False),
        ("The long road to Velden", False),
        ("Dangers in the deep sea", False),
    ],
)
def test_a_headline_without_a_verb_that_tells_what_happened_is_a_claim(line: str, worthy: bool):
    article = f"{line}\n\nThe ferry sank in 2019, and nobody was hurt."
    assert [claim.check_worthy for claim in split_article(article).claims if claim.text == f"{line}."] == [worthy]
