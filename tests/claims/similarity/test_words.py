"""What is left of a claim or a post once links, tags and inflection are gone."""

import pytest

from claims.similarity.words import has_negation, index_terms, stem_term


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Look at this https://example.org/a?b=c pic.twitter.com/xyz shark", ["look", "shark"]),
        ("#OilShale and #FEMA2020Camp", ["oil", "shale", "fema", "2020", "camp"]),
        ("@StateHouseZM said", ["state", "house", "zm", "said"]),
        ("a thrust of 4,150 kN", ["thrust", "4150", "kn"]),
        ("the RD-180's nozzle", ["rd180", "nozzle"]),
        ("It isn't edible; they can't eat it 🍯", ["edible", "eat"]),
        ("łódź and ŁódźFabryczna", ["łódź", "łódźfabryczna"]),
        ("🙂 — …", []),
    ],
)
def test_words_are_those_that_say_what_a_text_is_about(text, words):
    assert index_terms(text) == words


@pytest.mark.parametrize(
    "forms", ["bans banned banning ban", "cities city", "taxes taxed tax", "company companies", "flight flights"]
)
def test_the_forms_of_a_word_have_one_key(forms):
    assert len({stem_term(form) for form in forms.split()}) == 1


def test_figures_and_names_with_figures_keep_every_sign():
    assert [stem_term(word) for word in ("1990", "1991", "rd180")] == ["1990", "1991", "rd180"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Iceland has no mosquitoes.", True),
        ("It can’t fly.", True),
        ("He noted nothing", True),
        ("A notable case", False),
    ],
)
def test_a_denial_is_a_word_of_its_own(text, denied):
    assert has_negation(text) is denied
