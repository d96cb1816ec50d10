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
    "one of several is an apposition too": (
        "Halvard, one of Velden's largest shipyards, hired 40 welders.",
        ["Halvard is one of Velden's largest shipyards.", "Halvard hired 40 welders."],
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
    "whereas opens a claim": (
        "Whereas Kaldor bought 64 tractors, Velden ordered only 52.",
        ["Kaldor bought 64 tractors.", "Velden ordered only 52."],
    ),
    "before opens a claim where both things happened": (
        "The ferry waited for two days before Kaldor closed the port.",
        ["The ferry waited for two days.", "Kaldor closed the port."],
    ),
    "before opens none where the second thing may never happen": (
        "The ferry must leave before Kaldor closes the port.",
        ["The ferry must leave before Kaldor closes the port."],
    ),
    "a dated when becomes a claim without its when": (
        "The Orla sank in July 2017 when a valve broke after 346 seconds.",
        ["The Orla sank in July 2017.", "A valve broke after 346 seconds."],
    ),
    "equal to gives the same value in another unit": (
        "The pump's output drops to 900 kW, equal to 1,200 horsepower.",
        ["The pump's output drops to 900 kW.", "The pump's output drops to 1,200 horsepower."],
    ),
    "the equivalent of does so too": (
        "The frigate cost 90 million euros, the equivalent of 100 million dollars.",
        ["The frigate cost 90 million euros.", "The frigate cost 100 million dollars."],
    ),
    "or with another unit does so too": (
        "The barge carries 380 tons of grain, or about 423 short tons.",
        ["The barge carries 380 tons of grain.", "The barge carries about 423 short tons."],
    ),
    "or between two things stays": (
        "The barge carries 20 cars or 12 trucks.",
        ["The barge carries 20 cars or 12 trucks."],
    ),
    "which brings X down to Y says that X is Y": (
        "The KV-90 engine has a light gearbox, which brings its dry weight down to only 3.2 tons.",
        ["The KV-90 engine has a light gearbox.", "The KV-90 engine's dry weight is only 3.2 tons."],
    ),
    "a verb that looks like a plural noun is found before its measure": (
        "The KV-90 engine is loud, while the engine's peak thrust in vacuum climbs to 2100 N.",
        ["The KV-90 engine is loud.", "The KV-90 engine's peak thrust in vacuum climbs to 2100 N."],
    ),
    "a third infinitive shares the auxiliary": (
        "The radar can see targets at a distance of 600 km, follow 300 of them and guide 72 missiles.",
        [
            "The radar can see targets at a distance of 600 km.",
            "The radar can follow 300 of them.",
            "The radar can guide 72 missiles.",
        ],
    ),
    "participles in front are claims about the subject": (
        "Built in 1987 and modernised in 2011, the cruiser carries 16 missiles.",
        [
            "The cruiser was built in 1987.",
            "The cruiser was modernised in 2011.",
            "The cruiser carries 16 missiles.",
        ],
    ),
    "who built is not who designed": (
        "The bridge was designed by Arvo Lind, built by a Velden firm and opened by the king in 2018.",
        [
            "The bridge was designed by Arvo Lind.",
            "The bridge was built by a Velden firm.",
            "The bridge was opened by the king in 2018.",
        ],
    ),
    "the only verb after an apposition is the main verb": (
        "India, the world's largest importer, bought 30 howitzers.",
        ["India is the world's largest importer.", "India bought 30 howitzers."],
    ),
    "a place in front does not swallow the subject": (
        "In the Kremlin Vladimir Putin received Zhang Youxia.",
        ["In the Kremlin Vladimir Putin received Zhang Youxia."],
    ),
    "a rank after a comma is a claim about the subject": (
        "China signed for the S-400 in 2014, the first foreign customer to do so.",
        ["China signed for the S-400 in 2014.", "China is the first foreign customer to do so."],
    ),
    "most of which agrees with its verb in number": (
        "Velden received 50 drones before the war, most of which were shot down in May.",
        ["Velden received 50 drones before the war.", "Most of 50 drones were shot down in May."],
    ),
    "neither is never lost": (
        "Each army has its plans, and neither will wait.",
        ["Each army has its plans.", "Neither will wait."],
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
