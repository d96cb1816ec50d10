"""What the panel and the API say of claims that are like the one in hand."""

import re

import pytest
from django.urls import reverse

from claims import services as claim_services
from reviews import queries, services
from reviews.models import Review
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

OTHER = "The maximum vacuum thrust of the RD-180 rocket engine is 4,150 kN."


@pytest.fixture
def judged(analyst, editor, at):
    """A claim with a verdict, of another article."""
    other = factories.claim(by=analyst, at=at, text=OTHER, title="The sheet", containing="4,150 kN")
    return factories.verdict(analyst=analyst, editor=editor, at=at, claim=other)


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def panel_of(client, claim) -> str:
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("Similar claims")[2].partition("Your judgement")[0]).split())


def test_the_panel_offers_a_similar_claim_with_its_verdict_and_what_differs(client, analyst, claim, judged):
    client.force_login(analyst)
    assert panel_of(client, claim) == (
        f"{OTHER} ✕ Wrong 2 Nov 2026 Similar: 4150 N here, 4,150 kN there. In “The sheet”."
    )


def test_one_that_nobody_judged_says_so(client, analyst, at, claim):
    factories.article(by=analyst, at=at, text=OTHER, title="The sheet")
    client.force_login(analyst)
    assert "not judged" in panel_of(client, claim)


def test_without_a_similar_claim_the_panel_has_no_such_part(client, analyst, claim):
    client.force_login(analyst)
    assert "Similar claims" not in client.get(reverse("claim", args=[claim.pk])).content.decode()


def test_a_rating_that_another_reader_gave_blind_is_not_told(client, analyst, second_analyst, at, claim):
    other = factories.claim(by=analyst, at=at, text=OTHER, containing="4,150 kN", judgements_required=2)
    services.open_review(claim=other, at=at)
    cited = factories.citation(by=analyst, claim=other, at=at)
    factories.judge(other, by=analyst, at=at, cited=[cited], rating="wrong")
    client.force_login(second_analyst)
    assert "wrong" not in panel_of(client, claim).lower()


def test_a_program_gets_the_same_with_the_verdict_by_number(consumer, claim, judged):
    [found] = program_of(consumer).get(f"/api/v1/claims/{claim.pk}/similar/").json()["results"]
    assert 0.45 < found.pop("score") < 1
    assert found == {
        "claim": {
            "id": judged.claim_id,
            "text": OTHER,
            "article": {"id": judged.claim.article_id, "title": "The sheet", "url": "", "published_on": None},
        },
        "how": "alike",
        "explanation": "Similar: 4150 N here, 4,150 kN there.",
        "verdict": {"id": judged.pk, "rating": "wrong", "published_at": "2026-11-02T12:00:00Z"},
        "endangered": False,
    }


def test_a_verdict_whose_source_changed_is_told_as_endangered(consumer, at, claim, judged):
    services.open_review(claim=judged.claim, at=at, reason=Review.Reason.ENDANGERED, note="The figure changed.")
    [found] = program_of(consumer).get(f"/api/v1/claims/{claim.pk}/similar/").json()["results"]
    assert (found["verdict"]["rating"], found["endangered"]) == ("wrong", True)


def test_there_is_nothing_similar_to_a_claim_that_is_not_there(consumer):
    assert program_of(consumer).get("/api/v1/claims/999/similar/").status_code == 404


@pytest.mark.parametrize("how_many", [1, 3])
def test_similar_claims_take_the_same_number_of_queries_however_many(
    analyst, at, claim, how_many, django_assert_num_queries
):
    for place in ("Kourou", "Baikonur", "Plesetsk")[:how_many]:
        factories.article(by=analyst, at=at, text=f"{OTHER} It was tested in {place} in the rain.")
    with django_assert_num_queries(3):  # how common the words are, who has them, these claims
        found = queries.similar_claims(claim)
        assert [each.claim.article.snapshot.document.url for each in found] == [""] * how_many


def test_a_reworded_claim_is_compared_in_its_new_words(analyst, at, claim, judged):
    claim_services.edit_claim(by=analyst, claim=claim, text="The nozzle is cooled by kerosene.", at=at)
    claim.refresh_from_db()
    assert [each.claim.pk for each in queries.similar_claims(claim)] == []
