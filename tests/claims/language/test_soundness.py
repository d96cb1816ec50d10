"""The grammar gate: a claim is a sentence, or its sentence is shown whole."""

import pytest

from claims.language.clauses import Clause, ClauseForm, clauses_of
from claims.language.clauses.soundness import is_sound
from claims.language.parsing import parse
from claims.language.splitting import split_article


def claims_of(article: str) -> list[tuple[str, bool]]:
    """Return each claim with whether it is its whole sentence."""
    return [(claim.text, "whole_sentence" in claim.lint) for claim in split_article(article).claims]


@pytest.mark.parametrize(
    ("sentence", "left_out", "said"),
    [
        ("The yard had a dock with two cranes.", (3, 4, 5, 6, 7), "The yard had"),
        ("The tug was lost in the storm of 1982.", (5, 6, 7, 8), "The tug was lost in"),
        ("Kaldor knows the figures of which nobody speaks.", (0, 1, 6), "the figures of which speaks"),
    ],
)
def test_a_clause_whose_words_were_cut_off_is_unsound(sentence: str, left_out: tuple[int, ...], said: str):
    doc = next(iter(parse([sentence])))
    pieces = [token for token in doc if token.i not in left_out and not token.is_punct]
    head = next(token for token in pieces if token.pos_ == "VERB")
    assert " ".join(token.text for token in pieces) == said
    assert not is_sound(Clause(pieces, head, 0, len(sentence)))
    assert is_sound(Clause(list(doc), next(token for token in doc if token.dep_ == "ROOT"), 0, len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "words", "is_right"),
    [
        ("Velden sat for Harrow until 1880.", ["he", "was", 1, 2, 3], False),
        ("Velden made its last voyage in 1982.", ["she", "was", 1, 2, 3, 4], False),
        ("Velden gave two medals in 1982.", ["he", "was", 1, 2, 3], True),
        ("Velden lost in 1982.", ["it", "was", 1, 2, 3], True),
    ],
)
def test_a_verb_that_borrows_a_passive_takes_no_object_and_is_no_intransitive(
    sentence: str, words: list[str | int], is_right: bool
):
    doc = next(iter(parse([sentence])))
    pieces = [word if isinstance(word, str) else doc[word] for word in words]
    assert is_sound(Clause(pieces, doc[1], 0, len(sentence))) is is_right


def test_an_apposition_does_not_call_many_one():
    doc = next(iter(parse(["Whittle and Mills left, a coachman said."])))
    coachman = doc[6]
    wrong = Clause([*doc[:3], "are", doc[5], coachman], coachman, 0, 10, form=ClauseForm.MODIFIER)
    right = Clause([doc[0], "is", doc[5], coachman], coachman, 0, 10, form=ClauseForm.MODIFIER)
    assert (is_sound(wrong), is_sound(right)) == (False, True)


def test_a_sentence_that_was_misread_is_one_claim_and_flagged(monkeypatch: pytest.MonkeyPatch):
    sentence = "The gun fires 6 rounds a minute to 24 km."
    assert claims_of(sentence) == [(sentence, False)]
    monkeypatch.setattr("claims.language.clauses.extraction.repair_tree", lambda doc: None)
    assert claims_of(sentence) == [(sentence, True)]
    assert split_article(sentence).claims[0].check_worthy


def test_every_claim_of_plain_sentences_is_sound():
    sentences = [
        "The yard, which employs 900 people, was sold to Velden in 1982 and closed in 1990.",
        "There were 12 people killed in the strike, and the ferry has been missing since.",
        "She was given two medals and made captain.",
        "He allowed them to race in the state it came from.",
        "A tug is what the port needs.",
    ]
    assert [clause for doc in parse(sentences) for clause in clauses_of(doc) if not is_sound(clause)] == []


def test_a_time_that_opens_a_sentence_has_its_comma():
    assert claims_of(
        "In 1932 rebels captured the fort. The following year the crew sold a 55 percent stake to Orr."
    ) == [
        ("In 1932, rebels captured the fort.", False),
        ("The following year, the crew sold a 55 percent stake to Orr.", False),
    ]


def test_a_label_before_a_sentence_is_its_subject():
    article = (
        "1. HMS Orrin - The frigate, launched in 1944, carries 12 guns.\n\n"
        "2. USS Calder (DD-903) – The warship's bell weighs 90 kg.\n\n3. ORP Zubr - It was built in 1962.\n\n"
        "4. Almira - The gunboats of this type were meant for the river Orla."
    )
    assert [claim.text for claim in split_article(article).claims] == [
        "HMS Orrin is the frigate launched in 1944.",
        "HMS Orrin carries 12 guns.",
        "USS Calder (DD-903)'s bell weighs 90 kg.",
        "ORP Zubr was built in 1962.",
        "The gunboats of this type were meant for the river Orla.",
    ]
    first = split_article(article).claims[1]
    assert article[first.start : first.end] == "HMS Orrin - The frigate, launched in 1944, carries 12 guns"


def test_a_list_of_facts_in_lines_or_in_one_line_gives_one_claim_a_fact():
    article = "USS Farrow – Status: museum ship – Class: Belau – Patrols: 9\n• Location: Salem, Norden\n• Photo: Orr"
    assert [claim.text for claim in split_article(article).claims if claim.check_worthy] == [
        "The status is museum ship.",
        "The class is Belau.",
        "The patrols are 9.",
        "The location is Salem, Norden.",
    ]


def test_a_title_before_a_name_and_a_share_of_which_are_read_whole():
    article = "Her third mate, Lt. Cdr. Eugene Orr, won. Orr sold the Orlan, the engines of which were built in Velden."
    assert [text for text, _ in claims_of(article)] == [
        "Lt. Cdr. Eugene Orr is her third mate.",
        "Lt. Cdr. Eugene Orr won.",
        "Orr sold the Orlan.",
        "The engines of the Orlan were built in Velden.",
    ]


def test_what_somebody_did_and_what_a_rule_demands_in_figures_is_worth_a_check():
    article = (
        "She closed the mine. If no cabinet is formed within 30 days, the king must call a vote. The king must listen."
    )
    assert [claim.check_worthy for claim in split_article(article).claims] == [True, True, False]
