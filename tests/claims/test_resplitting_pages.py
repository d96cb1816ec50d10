"""Splitting again as people see it: on the article page, in the admin, over the API; and what was done before it."""

from importlib import import_module

import pytest
from django.db import connection
from django.urls import reverse

from claims import queries, services
from claims.models import Article, Claim, Finding
from claims.services import splitters
from reviews import services as review_services
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(analyst, at):
    return factories.article(by=analyst, at=at)


@pytest.fixture
def newer(monkeypatch):
    for module in (splitters, queries):
        monkeypatch.setattr(module, "SPLITTER_VERSION", "rules-newer")


def withdrawn(article: Article, at) -> Claim:
    claim = article.claims.active().get(text__contains="4150 N")
    Claim.objects.filter(pk=claim.pk).update(withdrawn_at=at)
    return claim


def test_an_article_is_read_and_worked_on_while_it_waits_for_newer_rules(client, analyst, article, newer):
    services.request_resplit(Article.objects.all())
    client.force_login(analyst)
    address = reverse("article", args=[article.pk])
    assert "4150 N" in client.get(address).content.decode()
    answer = client.post(reverse("add_claim", args=[article.pk]), {"quote": "first flown in 2000", "text": ""})
    assert (answer.status_code, article.claims.filter(origin="HAND").count()) == (302, 1)
    assert program_of(analyst).get(f"/api/v1/articles/{article.pk}/").json()["state"] == "DONE"


def test_a_withdrawn_claim_says_so_and_is_put_back(client, analyst, article, at):
    claim = withdrawn(article, at)
    client.force_login(analyst)
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    assert ("Withdrawn on 2 Nov 2026" in page, "Your judgement" in page) == (True, False)
    client.post(reverse("restore", args=[claim.pk]))
    assert claim in Claim.objects.active()


def test_nothing_is_cited_for_a_withdrawn_claim_until_it_is_put_back(client, analyst, article, at):
    claim, source = withdrawn(article, at), factories.upload(by=analyst, at=at)
    client.force_login(analyst)
    address = f"{reverse('snapshot', args=[source.pk])}?claim={claim.pk}"
    answer = client.post(address, {"quote": factories.THRUST_QUOTE, "stance": "supports"})
    assert (answer.status_code, "Move it to the desk first" in answer.content.decode()) == (422, True)
    assert claim.citations.count() == 0


def test_a_reading_that_a_person_kept_out_is_shown_with_the_claim_in_its_place(client, analyst, article, newer, at):
    claim = article.claims.active().get(text__contains="4150 N")
    review_services.edit_claim(by=analyst, claim=claim, text="It has 4150 N of thrust.", at=at)
    services.request_resplit(Article.objects.all())
    services.split(article_id=article.pk, at=at)
    client.force_login(analyst)
    page = client.get(reverse("article", args=[article.pk])).content.decode()
    words = '<span lang="en">The RD-180 rocket engine has a maximum vacuum thrust of 4150 N.</span>'
    kept_out = f'<li>{words} · <a href="?claim={claim.pk}#'
    assert ("1 new claim not added" in page, kept_out in page) == (True, True)


def test_a_withdrawn_claim_asks_for_no_round(article, at):
    claim = withdrawn(article, at)
    review_services.open_missing_reviews(at=at)
    rounds = set(Claim.objects.filter(pk__in=_with_rounds()).values_list("pk", flat=True))
    assert rounds == set(article.claims.active().values_list("pk", flat=True))
    assert claim.pk not in rounds


def _with_rounds() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT claim_id FROM reviews_review")
        return [pk for (pk,) in cursor.fetchall()]


def test_an_editor_has_articles_split_again(client, editor, article, newer, at):
    client.force_login(editor)
    chosen = {"action": "split_again", "_selected_action": [article.pk]}
    page = client.post(reverse("admin:claims_article_changelist"), chosen, follow=True).content.decode()
    assert "1 article is being split again" in page
    services.split(article_id=article.pk, at=at)
    page = client.get(reverse("admin:claims_article_change", args=[article.pk])).content.decode()
    assert f"to rules-newer: {article.claims.count()} kept" in page
    page = client.post(reverse("admin:claims_article_changelist"), chosen, follow=True).content.decode()
    assert "Nothing to do" in page


class TestBeforeItWasNoted:
    """What people did before the database noted it is read off what they left."""

    @pytest.fixture
    def note(self):
        def note():
            """Forget who touched what, and let the migrations find out."""
            Claim.objects.update(worked_on_at=None)
            Finding.objects.update(other_claim=None)
            with connection.cursor() as cursor:
                claims_step = import_module("claims.migrations.0004_resplitting_and_values")
                cursor.execute(claims_step.NOTE_TOUCHED)
                cursor.execute(claims_step.NAME_OTHER_CLAIM)
                cursor.execute(import_module("reviews.migrations.0006_withdrawn_claims").NOTE_TOUCHED)
            return set(Claim.objects.exclude(worked_on_at=None).values_list("pk", flat=True))

        return note

    def test_nobody_did_anything(self, article, note, at):
        review_services.open_missing_reviews(at=at)
        assert note() == set()

    def test_every_deed_that_left_a_trace_is_found(self, article, analyst, editor, note, at):
        claims = list(article.claims.active())
        factories.citation(by=analyst, claim=claims[0], at=at)
        services.dismiss_claim(by=analyst, claim=claims[1], reason="Known.", at=at)
        review_services.abandon_review(
            by=editor, review=review_services.open_review(claim=claims[2], at=at), note="No.", at=at
        )
        added = services.add_claim(by=analyst, article=article, quote="first flown in 2000", at=at)
        assert note() == {claims[0].pk, claims[1].pk, claims[2].pk, added.pk}

    def test_a_finding_learns_which_claim_it_speaks_of(self, analyst, note, at):
        text = "The tower of Vik has a height of 120 metres. The tower of Vik has a height of 150 metres."
        factories.article(by=analyst, at=at, text=text)
        pairs = set(Finding.objects.values_list("claim", "other_claim"))
        note()
        assert (set(Finding.objects.values_list("claim", "other_claim")), len(pairs)) == (pairs, 2)
