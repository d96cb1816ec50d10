"""Pronouns and "the company": replaced where the text settles them, left and flagged where it does not."""

from claims.language.splitting import split_article
from tests.claims.language.claims_in import texts, voices, worthy_texts


def test_it_stands_for_the_subject_before():
    assert texts("The Aurelia rocket failed in May. It reached a height of 12 km.") == [
        "The Aurelia rocket failed in May.",
        "The Aurelia rocket reached a height of 12 km.",
    ]


def test_its_becomes_an_owner_with_an_apostrophe():
    article = "The HX-4 engine was shown in Velden. Its mass is 80 kg, its thrust is 40 kN."
    assert texts(article)[1:] == ["The HX-4 engine's mass is 80 kg.", "The HX-4 engine's thrust is 40 kN."]


def test_a_pronoun_explained_in_its_own_claim_stays():
    assert texts("Skyreach sold its plant in Velden.") == ["Skyreach sold its plant in Velden."]


def test_he_is_the_person_named_before():
    assert texts("Arvo Lind moved to Lisbon. He bought a hotel in 2012.") == [
        "Arvo Lind moved to Lisbon.",
        "Arvo Lind bought a hotel in 2012.",
    ]


def test_my_country_is_the_country_the_author_speaks_of():
    article = "China opened a port in 1990. Today my country has 34 large ports."
    assert texts(article)[1] == "Today China has 34 large ports."


def test_the_company_is_the_firm_described_before():
    article = "Skyreach, a launch company, hired 40 people. The company lost $3 million in 2020."
    assert texts(article)[-1] == "Skyreach lost $3 million in 2020."


def test_a_pronoun_without_anybody_before_it_stays_and_is_flagged():
    claim = split_article("He bought a hotel in Lisbon.").claims[0]
    assert (claim.text, claim.lint, claim.check_worthy) == ("He bought a hotel in Lisbon.", ("ambiguous",), False)


def test_it_before_an_adjective_stands_for_nothing():
    assert texts("Kaldor waited. It is difficult to repair the dam.")[-1] == "It is difficult to repair the dam."


def test_in_a_quotation_it_is_not_the_speaker():
    article = 'The Velden Ministry declared: "Our fleet grew. It has reached Lisbon."'
    assert "The Velden Ministry has reached Lisbon." not in texts(article)


def test_no_worthy_claim_opens_with_a_bare_this():
    article = "Kaldor bought 12 jets. This angered Velden. This purchase cost 2 billion euros."
    assert worthy_texts(article) == ["Kaldor bought 12 jets.", "The purchase cost 2 billion euros."]


def test_it_in_what_somebody_says_is_who_says_it():
    article = "Kaldor waited. Rostec, the arms company of Russia, said it had counted 500 copies."
    assert "Rostec had counted 500 copies." in texts(article)


def test_its_belongs_to_the_owner_of_the_ability():
    assert texts("More ships could enhance Kaldor's ability to defend its airspace.") == [
        "More ships could enhance Kaldor's ability to defend its airspace."
    ]


def test_its_before_a_name_looks_back():
    article = "Velden is short of money. Its navigation network ORLANET needs 24 satellites."
    assert texts(article)[-1] == "Velden's navigation network ORLANET needs 24 satellites."


def test_a_country_is_no_chess_game():
    assert texts("Generals flew to Velden. It is like a chess game.")[-1] == "It is like a chess game."


def test_the_same_verb_has_the_same_subject():
    article = "The study finds that the war goes on in Velden. It also finds that Kaldor lost 12 ships."
    assert voices(article)[-1] == ("Kaldor lost 12 ships.", "the study")


def test_the_company_is_what_was_called_a_company():
    article = "Halvard, the arms company of Velden, grew. CSIS published a study. The company sold 12 ships."
    assert texts(article)[-1] == "Halvard sold 12 ships."


def test_he_who_speaks_before_he_is_named_is_the_only_one_named_after():
    article = "He said that Kaldor is poor. Putin said that Velden is rich."
    assert voices(article) == [("Kaldor is poor.", "Putin"), ("Velden is rich.", "Putin")]


def test_it_is_no_secret_that_says_what_follows():
    article = "Halvard hired 40 welders. It is no secret that Velden wants to sell ships."
    assert texts(article)[-1] == "Velden wants to sell ships."
