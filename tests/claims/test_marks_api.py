"""The marks of an article as programs read them, and claims and findings that rules have taken back."""

import pytest

from claims import services
from claims.models import Claim, Mark
from reviews import queries
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

ARTICLE = "The observatory at Lund has a mirror of 8 metres. What a night of 3 May 2019 that was!"


@pytest.fixture
def article(analyst, at):
    return factories.article(by=analyst, at=at, text=ARTICLE)


@pytest.fixture
def marks(consumer, article):
    def marks(**filters: str) -> list[dict]:
        answer = program_of(consumer).get(f"/api/v1/articles/{article.pk}/marks/", filters)
        assert answer.status_code == 200, answer.json()
        return answer.json()["results"]

    return marks


def test_a_covered_mark_names_its_claim(article, marks):
    claim = article.claims.active().get(text__contains="8 metres")
    mark = article.marks.get(kind=Mark.Kind.NUMBER, start=ARTICLE.index("8 metres"))
    assert [row for row in marks(kind="number") if row["claim"] == claim.pk] == [
        {
            "id": mark.pk,
            "kind": "number",
            "start": mark.start,
            "end": mark.end,
            "surface": ARTICLE[mark.start : mark.end],
            "state": "covered",
            "reason": "",
            "claim": claim.pk,
        }
    ]


def test_a_dismissed_mark_gives_the_reason_and_the_others_are_open(article, analyst, marks):
    for claim in article.claims.active():
        Claim.objects.filter(pk=claim.pk).update(check_worthy=False)
        services.promote_claim(by=analyst, claim=claim, at=article.submitted_at)
        services.dismiss_claim(by=analyst, claim=claim, reason="Not ours.", at=article.submitted_at)
    first, *others = queries.open_marks(article)
    services.dismiss_mark(by=analyst, mark=first, reason="Everybody knows it.")
    assert [(row["id"], row["reason"]) for row in marks(state="dismissed")] == [(first.pk, "Everybody knows it.")]
    assert [row["id"] for row in marks(state="open")] == [mark.pk for mark in others]
    assert marks(state="covered") == []


def test_the_marks_come_in_reading_order_and_count_as_the_article_says(consumer, article, marks):
    rows = marks()
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    coverage = program_of(consumer).get(f"/api/v1/articles/{article.pk}/").json()["coverage"]
    assert (coverage["total"], coverage["open"]) == (len(rows), sum(row["state"] == "open" for row in rows))


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_marks_asks_the_same_number_of_queries_however_long(
    analyst, consumer, at, count, django_assert_num_queries
):
    article = factories.article(by=analyst, at=at, text=" ".join([ARTICLE, "It snowed on 4 June 2020."][:count]))
    program = program_of(consumer)
    # the token with its owner, their groups twice, the article with its text, the marks
    with django_assert_num_queries(5):
        program.get(f"/api/v1/articles/{article.pk}/marks/")


def test_a_withdrawn_claim_is_listed_with_the_moment(article, consumer, at):
    claim = article.claims.active().first()
    Claim.objects.filter(pk=claim.pk).update(withdrawn_at=at)
    row = program_of(consumer).get(f"/api/v1/claims/{claim.pk}/").json()
    assert (row["withdrawn_at"], row["splitter_version"]) == ("2026-11-02T12:00:00Z", article.splitter_version)
