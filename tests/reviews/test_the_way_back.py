"""Where a decision on the article page leads: to the claim, among the claims that were shown."""

import pytest
from django.urls import reverse

from reviews import queries
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


@pytest.fixture
def judged(client, analyst, claim, at):
    """Judge the claim on a page with this address, and return where that leads."""
    client.force_login(analyst)
    cited = factories.citation(by=analyst, claim=claim, at=at)

    def judge(page: str, **more: str) -> str:
        given = {"rating": "wrong", "rationale": "The sheet gives meganewtons.", "citations": [cited.pk], **more}
        return client.post(reverse("judge", args=[claim.pk]), given, headers={"Referer": page}).url

    return judge


def test_the_state_that_was_shown_is_shown_on(judged, claim):
    article = reverse("article", args=[claim.article_id])
    back = judged(f"https://testserver{article}?state=open&claim={claim.pk}")
    assert back == f"{article}?state=open&claim={claim.pk}#claim-{claim.pk}"


def test_it_is_shown_on_around_the_next_claim_too(judged, claim, analyst):
    article, following = reverse("article", args=[claim.article_id]), queries.next_unjudged(claim, by=analyst)
    back = judged(f"https://testserver{article}?state=ambiguous", goes_on="on")
    assert back == f"{article}?state=ambiguous&claim={following.pk}#claim-{following.pk}"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "https://testserver{article}?claim=1",
        "https://testserver{article}?state=%3Cb%3E",
        "https://testserver{article}?state=%00",
        "https://testserver/findings/?state=open",
        "http://[?state=open",
    ],
)
def test_a_page_that_shows_no_state_of_the_article_leaves_none(judged, claim, page):
    article = reverse("article", args=[claim.article_id])
    assert judged(page.format(article=article)) == f"{article}?claim={claim.pk}#claim-{claim.pk}"
