"""Which claims of the database are offered as similar, in what order, and that no claim is read without the index."""

import sys

import pytest
from django.db import connection

from claims import queries, services
from claims.models import Claim
from claims.queries.similar_texts import CLAIMS_ON_DESK, SIMILAR_SHOWN
from claims.similarity import ALIKE_FROM, ClaimRelation, IdfWeights, rank
from tests import factories

pytestmark = pytest.mark.django_db

THRUST = "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N."


def offered(text, **left_out) -> list[str]:
    texts = dict(Claim.objects.values_list("pk", "text"))
    return [texts[each.id] for each in queries.similar_claims(text, **left_out)]


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def test_a_claim_of_another_article_that_says_the_same_is_offered_with_what_differs(analyst, at, claim):
    other = "The maximum vacuum thrust of the RD-180 rocket engine is 4,150 kN."
    factories.article(by=analyst, at=at, text=f"{other} Whales sing at night in the cold sea.")
    [found] = queries.similar_claims(claim.text, outside=claim.article_id)
    assert (Claim.objects.get(pk=found.id).text, found.comparison.numbers) == (other, ("4150 N", "4,150 kN"))
    assert found.score > ALIKE_FROM


def test_a_post_finds_the_claim_that_it_repeats(claim):
    post = "wow, 4150 N of vacuum thrust?? #RocketEngine #RD180 @roscosmos https://t.co/x 🚀 RD-180 maximum"
    assert offered(post) == [claim.text]


def test_the_claims_of_one_article_can_be_left_out(claim):
    assert (offered(claim.text, outside=claim.article_id), offered(claim.text)) == ([], [claim.text])


def test_a_claim_that_left_the_desk_is_not_offered(analyst, at, claim):
    services.dismiss_claim(by=analyst, claim=claim, reason="Said twice.", at=at)
    assert offered(claim.text) == []


@pytest.mark.parametrize("text", ["", "the of and", "🙂", "o'neill \\ ' \" & | ! :* (", "Bananas ripen."])
def test_a_text_that_no_claim_is_like_gets_nothing_offered(claim, text):
    assert offered(text) == []


def test_the_order_is_that_of_claims_in_memory(analyst, at, monkeypatch):
    monkeypatch.setitem(vars(sys.modules["claims.queries.similar_texts"]), "ALIKE_FROM", 0.05)
    text = (
        "The ferry to Gozo was cancelled on Monday because of strong wind. "
        "The ferry to Gozo carried 4 million passengers in 2019. "
        "The company that runs the ferry to Gozo bought a new ship in Greece. "
        "The airport of Malta was closed on Monday because of strong wind."
    )
    factories.article(by=analyst, at=at, text=text)
    claims = list(Claim.objects.active().order_by("-pk").values_list("pk", "text"))
    wanted = "On Monday strong wind stopped the ferry to Gozo."
    in_memory = rank(wanted, claims, IdfWeights.of_texts(text for _, text in claims))
    found = [(each.id, each.score) for each in queries.similar_claims(wanted)]
    assert found == [(each.id, each.score) for each in in_memory if each.score >= 0.05]
    assert len(found) >= 2


def test_before_the_words_are_counted_what_is_found_tells_which_are_common(analyst, at):
    """Without it, the subject that all the claims share would make any two of them alike."""
    text = "The RD-180 rocket engine burns kerosene. The RD-180 rocket engine needs oxygen. The RD-180 rocket engine is loud."
    factories.article(by=analyst, at=at, text=text)
    assert offered("The RD-180 rocket engine burns fuel and kerosene.") == ["The RD-180 rocket engine burns kerosene."]


def test_at_most_a_handful_is_offered(analyst, at):
    text = " ".join(f"The RD-18{number} rocket engine was flown in the year 200{number}." for number in range(9))
    factories.article(by=analyst, at=at, text=text)
    assert len(queries.similar_claims("The rocket engine was flown.")) <= SIMILAR_SHOWN


def many_claims(claim):
    """Copies of one claim with words of their own, as many as make a plan matter, and the statistics of them."""
    fields = [field for field in Claim._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(
        "'Word' || n || ' of the engine was seen.'" if field.column == "text" else f'"{field.column}"'
        for field in fields
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO claims_claim ({columns}) SELECT {values} FROM claims_claim, generate_series(1, 20000) n"  # noqa: S608 - names of our own columns
            " WHERE id = %s",
            [claim.pk],
        )
        cursor.execute("ANALYZE claims_claim")


def plan_of(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            f"EXPLAIN {statement}",
            {
                "search": "('thrust' & 'vacuum')",
                "outside": None,
                "most": 1000,
                "beginnings": ["thrust"],
                "weights": [1.0],
                "limit": 100,
            },
        )
        return "\n".join(line for (line,) in cursor.fetchall())


def test_claims_are_found_through_the_index_and_by_another_spelling_every_one_would_be_read(claim):
    many_claims(claim)
    other = CLAIMS_ON_DESK.candidates.replace("plumbline_words(text)", "plumbline_words(LOWER(text))")
    assert ["claims_claim_words" in plan_of(each) for each in (CLAIMS_ON_DESK.candidates, other)] == [True, False]


def test_among_many_claims_with_a_common_word_the_right_one_is_found(claim):
    many_claims(claim)
    assert offered("What was seen of Word17123 of the engine") == ["Word17123 of the engine was seen."]


@pytest.mark.parametrize("how_many", [1, 3])
def test_looking_up_similar_claims_takes_two_queries(analyst, at, claim, how_many, django_assert_num_queries):
    places = ("Kourou", "Baikonur", "Plesetsk")
    for place in places[:how_many]:
        factories.article(by=analyst, at=at, text=f"{THRUST} It was tested in {place} in the rain.")
    with django_assert_num_queries(2):  # how common the words are, the claims that have them
        found = queries.similar_claims(claim.text, outside=claim.article_id)
    assert [each.comparison.how for each in found][:how_many] == [ClaimRelation.SAME] * how_many
