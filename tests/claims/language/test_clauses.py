"""Clause extraction: one rule a test, each on a sentence in which the rule decides."""

import pytest

from tests.claims.language.claims_in import texts, voices

CASES = {
    "joined verbs share their subject": (
        "The frigate Orla left Brest on Monday and reached Cadiz on Thursday.",
        ["The frigate Orla left Brest on Monday.", "The frigate Orla reached Cadiz on Thursday."],
    ),
    "joined verbs share an auxiliary": (
        "The yard will refit the ship and paint the mast.",
        ["The yard will refit the ship.", "The yard will paint the mast."],
    ),
    "joined passives share theirs": (
        "The treaty was signed in Kaldor by Arvo Lind and ratified by parliament in 2004.",
        ["The treaty was signed in Kaldor by Arvo Lind.", "The treaty was ratified by parliament in 2004."],
    ),
    "a time in front holds for both verbs": (
        "In 2021, Kaldor exported 40 tractors and imported 12 cranes.",
        ["In 2021, Kaldor exported 40 tractors.", "In 2021, Kaldor imported 12 cranes."],
    ),
    "joined infinitives are taken apart": (
        "Lisbon wants to buy 12 helicopters and sell six tankers.",
        ["Lisbon wants to buy 12 helicopters.", "Lisbon wants to sell six tankers."],
    ),
    "joined measures are taken apart": (
        "The engine has a thrust of 4,150 kN and a mass of 5.5 t.",
        ["The engine has a thrust of 4,150 kN.", "The engine has a mass of 5.5 t."],
    ),
    "both ends of a range stay together": (
        "Veikko expects a profit of between 5 and 7 million euros.",
        ["Veikko expects a profit of between 5 and 7 million euros."],
    ),
    "a relative clause after a comma is a claim about its noun": (
        "The plant, which employs 900 people, closed in 2019.",
        ["The plant closed in 2019.", "The plant employs 900 people."],
    ),
    "a restrictive relative clause stays": (
        "The engineers who built the dam left Velden.",
        ["The engineers who built the dam left Velden."],
    ),
    "whose becomes an owner": (
        "Halvard, whose sales fell by 5% last year, will hire 40 welders.",
        ["Halvard will hire 40 welders.", "Halvard's sales fell by 5% last year."],
    ),
    "which after a measure says more of the same property": (
        "The pump's flow rate reaches 40 litres per second, which is 2,400 litres per minute.",
        ["The pump's flow rate reaches 40 litres per second.", "The pump's flow rate is 2,400 litres per minute."],
    ),
    "an apposition is a claim": (
        "Arvo Lind, a retired colonel, runs the museum.",
        ["Arvo Lind is a retired colonel.", "Arvo Lind runs the museum."],
    ),
    "a name after its description takes its place": (
        "The museum's director, Arvo Lind, opened the archive.",
        ["Arvo Lind is the museum's director.", "Arvo Lind opened the archive."],
    ),
    "a title before a name is a claim": (
        "Finland's state-owned operator Veikko raised prices.",
        ["Veikko is Finland's state-owned operator.", "Finland's state-owned operator Veikko raised prices."],
    ),
    "a bare age is a claim": (
        "Tomas Reyes, 44, won the seat.",
        ["Tomas Reyes is 44 years old.", "Tomas Reyes won the seat."],
    ),
    "a bracketed conversion is a claim": (
        "The bridge cost 3 million euros (3.3 million dollars).",
        ["The bridge cost 3 million euros.", "The bridge cost 3.3 million dollars."],
    ),
    "although opens a claim": (
        "Although Velden signed the treaty, Kaldor did not ratify the text.",
        ["Velden signed the treaty.", "Kaldor did not ratify the text."],
    ),
    "if opens none": (
        "If Velden signs the treaty, Kaldor will withdraw 300 troops.",
        ["If Velden signs the treaty, Kaldor will withdraw 300 troops."],
    ),
    "a habit keeps its condition": (
        "When prices rise, farmers plant more wheat.",
        ["When prices rise, farmers plant more wheat."],
    ),
    "there are X becomes X exist": ("There are 14 reactors in Velden.", ["14 reactors exist in Velden."]),
    "what X did was Y becomes Y was what X did": (
        "What Velden lacked most was uranium.",
        ["Uranium was what Velden lacked most."],
    ),
    "a participle takes the tense of its sentence": (
        "The exercise, involving 15 countries and 9,000 troops, began on Monday.",
        ["The exercise involved 15 countries.", "The exercise began on Monday.", "The exercise involved 9,000 troops."],
    ),
    "the reason why X is that Y states Y": (
        "The reason why the ferry is famous is that its hull has a crack of 3 metres.",
        ["The ferry's hull has a crack of 3 metres."],
    ),
    "negation stays": ("Kaldor has not sold any of the 14 jets.", ["Kaldor has not sold any of the 14 jets."]),
    "a hedge stays": ("The dam may hold about 3 cubic kilometres.", ["The dam may hold about 3 cubic kilometres."]),
}


@pytest.mark.parametrize(("article", "expected"), CASES.values(), ids=CASES.keys())
def test_a_sentence_gives_these_claims(article: str, expected: list[str]):
    assert texts(article) == expected


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
