"""The article page by state, and the print view."""

import re

import pytest
from django.urls import reverse

from claims import services as claim_services
from claims.models import Claim, Finding
from reviews import queries, services
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def article(analyst, editor, at):
    """Five claims: one with a verdict, one with a finding, one ambiguous, one off the desk, one as it came."""
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(5))
    article = factories.article(by=analyst, at=at, text=text)
    Finding.objects.all().delete()
    judged, found, ambiguous, off, _ = article.claims.in_reading_order()
    factories.review_at(Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=judged)
    Finding.objects.filter(claim__article=article).exclude(claim=found).delete()
    Finding.objects.create(claim=found, kind="lint", key="x", explanation="Look here.", created_at=at)
    Claim.objects.filter(pk=ambiguous.pk).update(lint=["ambiguous"])
    services.dismiss_claim(by=analyst, claim=off, reason="Known.", at=at)
    return article


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("", [0, 1, 2, 4]),
        ("open", [1, 2, 4]),
        ("judged", [0]),
        ("endangered", []),
        ("findings", [1]),
        ("ambiguous", [2]),
        ("unworthy", [3]),
    ],
)
def test_each_state_shows_its_claims_in_the_text_and_in_the_list(desk, article, state, shown):
    page = desk.get(reverse("article", args=[article.pk]), {"state": state}).content.decode()
    claims = list(article.claims.in_reading_order())
    in_text = [int(pk) for pk in re.findall(r'id="claim-(\d+)"', page)]
    assert in_text == [claims[number].pk for number in shown]
    listed = page.rpartition("as a list</summary>")[2].partition("</ol>")[0]
    assert listed.count("<li") == len(shown)


def test_a_source_that_changed_is_found_by_its_state(desk, article, analyst, editor, at):
    verdict = queries.newest_verdict(article.claims.in_reading_order().first())
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    [row] = services.request_rechecks(citations=verdict.citations.all(), at=at)
    services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)
    page = desk.get(reverse("article", args=[article.pk]), {"state": "endangered"}).content.decode()
    assert re.findall(r'id="claim-(\d+)"', page) == [str(verdict.claim_id)]


def test_a_state_that_is_none_shows_the_desk_and_says_so(desk, article):
    page = desk.get(reverse("article", args=[article.pk]), {"state": "<b>"}).content.decode()
    assert ("There is no such state" in page, len(re.findall(r'id="claim-\d+"', page))) == (True, 4)


def test_the_chosen_claim_stays_open_whatever_is_shown(desk, article):
    claim = article.claims.in_reading_order().first()
    answer = desk.get(reverse("article", args=[article.pk]), {"state": "ambiguous", "claim": claim.pk})
    assert answer.context["claim"] == claim


def test_the_print_view_has_every_claim_with_its_verdict_and_what_it_rests_on(desk, article):
    page = desk.get(reverse("print_article", args=[article.pk])).content.decode()
    words = " ".join(re.sub(r"<[^>]+>", " ", page.partition("Claims and verdicts")[2]).split())
    first = article.claims.in_reading_order().first()
    assert words.startswith(
        f"{first.text} ✕ Wrong The sheet gives meganewtons. “{factories.THRUST_QUOTE}” Data sheet · contradicts · stands"
    )
    assert "Signed off by edith on 2 Nov 2026 · ledger entry 1" in words
    assert re.findall(r"<sup>(\d)</sup>", page) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("judged", [1, 3])
def test_the_print_view_asks_the_same_number_of_queries_however_much_is_judged(
    desk, analyst, editor, at, judged, django_assert_num_queries
):
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(3))
    article = factories.article(by=analyst, at=at, text=text)
    for claim in article.claims.active()[:judged]:
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    with django_assert_num_queries(
        9
    ):  # session, user, groups, article, claims, findings, verdicts, citations, coverage
        desk.get(reverse("print_article", args=[article.pk]))


def test_an_article_that_is_not_split_yet_has_nothing_to_print(desk, analyst, at):
    article = claim_services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at).article
    assert desk.get(reverse("print_article", args=[article.pk])).url == reverse("article", args=[article.pk])


def test_the_page_that_waited_loads_the_article_whole_with_its_keys(client, analyst, at):
    article = factories.article(by=analyst, at=at)
    client.force_login(analyst)
    answer = client.get(f"/articles/{article.pk}/", headers={"HX-Request": "true", "HX-Target": "waiting"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (200, "true")
