"""Which claims are worth a check, and why."""

from pathlib import Path

import pytest

from claims.language.check_worthiness import WEIGHTS
from claims.language.splitting import split_article


def judged(article: str) -> tuple[bool, str]:
    claim = split_article(article).claims[0]
    return claim.check_worthy, claim.kind


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The reactor weighs 62 tons.", (True, "quantity")),
        ("Kaldor invaded Velden.", (True, "event")),
        ("Lake Sorel is the deepest lake in Omaria.", (True, "comparison")),
        ("Will Kaldor leave the union?", (False, "question")),
        ("Please visit our website for more.", (False, "advice")),
        ("You can see the difference in Velden.", (False, "advice")),
        ("We believe that our cause is just.", (False, "opinion")),
        ("This is undoubtedly a great day.", (False, "opinion")),
        ("There will never be peace.", (False, "prediction")),
        ("The path was not smooth.", (False, "event")),
        ("The Kaldor window looks more inviting every week.", (False, "state")),
        ("Even the desert could get crowded.", (False, "prediction")),
        ("It is just about power in Kaldor.", (False, "state")),
        ("One door closes after the other.", (False, "state")),
        ("Arvo Lind called the treaty important.", (True, "opinion")),
        ("No other state keeps so many ferries.", (True, "state")),
        ("Kaldor's parliament has never ratified the text.", (True, "event")),
        ("The Orla will be scrapped in 2031.", (True, "prediction")),
    ],
)
def test_a_claim_is_judged_by_what_it_says_and_how(sentence: str, expected: tuple[bool, str]):
    assert judged(sentence) == expected


def test_reasons_are_words_for_the_screen():
    claim = split_article("The Volta dam holds 40 cubic kilometres of water.").claims[0]
    assert claim.reasons == ("has a quantity", "names someone or something", "has a definite subject")


def test_nothing_is_thrown_away():
    article = "Kaldor has 12 jets. Why so few? You should ask. What a shame it is."
    assert [claim.check_worthy for claim in split_article(article).claims] == [True, False, False, False]


@pytest.mark.parametrize(
    ("sentence", "worthy"),
    [
        ("The first corvette was launched in May.", True),
        ("World War I ended in 1918.", True),
        ("Kaldor shut down its last mine.", True),
        ("Kaldor plays chess while Velden plays checkers.", False),
        ("Kaldor bought two sets of chess for 12 euros.", True),
        ("The two are two sides of the same coin.", False),
        ("It was first shown in Velden in 2019.", True),
        ("Kaldor's excuse is absurd.", False),
    ],
)
def test_words_are_taken_as_they_are_meant(sentence: str, worthy: bool):
    assert judged(sentence)[0] == worthy


def test_every_reason_has_its_weight():
    article = Path(__file__).parent / "data" / "talks.txt"
    reasons = {
        reason for claim in split_article(article.read_text(encoding="utf-8")).claims for reason in claim.reasons
    }
    assert reasons - set(WEIGHTS) <= {
        "question",
        "in the second person",
        "in the first person",
        "addresses the reader",
        "not a full sentence",
        "page notice",
    }


@pytest.mark.parametrize(
    ("bold", "plain"),
    [
        ("Kaldor is the shield of the North.", "Kaldor is the capital of the North."),
        ("Poland sleeps.", "Poland exports coal."),
        ("Kaldor knows how to sell ships.", "Kaldor knew of the sale in May."),
        ("Kaldor should sell the yard to Velden.", "Kaldor will sell the yard to Velden in May."),
        ("Kaldor must stop the sale to Velden.", "The sale to Velden must be approved by Kaldor."),
        ("Kaldor respects only strength.", "Kaldor respected the border with Velden."),
        ("Kaldor's rise is unstoppable.", "Kaldor's army is larger than that of Velden."),
        ("Nobody listened.", "Nobody in Kaldor listened to Velden."),
        ("Today the joke writes itself.", "The yard closed today."),
        ("The bear needs honey from Velden.", "Kaldor needs 40 tons of honey from Velden."),
        ("Shame burns in the halls of Velden.", "Oil burnt in the harbour of Velden."),
        ("All rights reserved.", "All rights were sold to Velden."),
        ("Photo: A Kaldorian jet takes off from Velden.", "A Kaldorian jet took off from Velden."),
        ("Type | Delivered | Price", "The type was delivered in May."),
        ("The problems cannot be solved overnight.", "The problems were solved by Kaldor."),
    ],
)
def test_pictures_calls_and_musings_are_told_from_what_can_be_looked_up(bold: str, plain: str):
    assert (judged(bold)[0], judged(plain)[0]) == (False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "There is a gap between the exports of Kaldor and those of Velden.",
        "There were great differences between Kaldor and Velden.",
        "The contract includes training and a stock of spare parts.",
        "The frigate lacks a towed sonar.",
        "The treaty, which obliges both sides to help, was signed in Velden.",
        "Engines account for the bulk of purchases.",
        "The author praised the army of my country in Velden.",
    ],
)
def test_what_can_be_looked_up_is_worth_it_in_plain_words_too(sentence: str):
    assert [claim.check_worthy for claim in split_article(sentence).claims][:1] == [True]


@pytest.mark.parametrize("title", ["The bridge that grew", "A town that nobody sees", "What the river carries"])
def test_a_title_that_says_nothing_of_its_topic_is_not_worth_a_check(title: str):
    assert judged(f"{title}\n\nThe Orla bridge is 40 metres long.")[0] is False


def test_a_headline_that_states_something_is_worth_a_check():
    assert judged("Kaldor sells 12 jets to Velden\n\nThe sale was agreed in May.")[0] is True
