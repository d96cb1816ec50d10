"""Where a page has not changed, one look settles every re-check that waits for it."""

from datetime import timedelta

import pytest

from claims.models import Citation
from reviews import services
from reviews.models import Recheck, RecheckResult
from reviews.services import rechecks
from tests import factories
from tests.reviews.cited_pages import DAY, PAGE, verdict_on_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def web():
    return factories.Web(**{PAGE: factories.DATA_SHEET})


@pytest.fixture
def verdict(analyst, editor, at, web):
    quotes = [factories.THRUST_QUOTE, factories.MASS_QUOTE, "It burns kerosene and liquid oxygen."]
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at, quotes=quotes)


def asked_for(verdict, at) -> list[Recheck]:
    return services.request_rechecks(citations=verdict.citations.order_by("pk"), at=at)


def test_one_look_at_an_unchanged_page_settles_all_that_wait_for_it(verdict, web, at):
    rows = asked_for(verdict, at + DAY)
    services.run_recheck(recheck_id=rows[0].pk, fetch=web, at=at + DAY)
    found = RecheckResult.objects.order_by("recheck").values_list("recheck", "outcome", "change", "start", "end", "at")
    citations = verdict.citations.order_by("pk")
    assert list(found) == [
        (row.pk, "ok", "identical", cited.start, cited.end, at + DAY)
        for row, cited in zip(rows, citations, strict=True)
    ]
    assert set(Recheck.objects.values_list("state", "attempt")) == {("DONE", 1)}
    assert set(Citation.objects.values_list("next_check_at", flat=True)) == {at + 2 * DAY}


def test_what_was_settled_with_another_is_not_done_again(verdict, web, at):
    first, second, _ = asked_for(verdict, at + DAY)
    services.run_recheck(recheck_id=first.pk, fetch=web, at=at + DAY)
    assert services.run_recheck(recheck_id=second.pk, fetch=web, at=at + DAY) is None
    assert RecheckResult.objects.count() == 3


def test_a_look_settles_nothing_that_came_due_after_it(verdict, web, at):
    first = asked_for(verdict, at + DAY)[0]
    asked_for(verdict, at + 2 * DAY)
    services.run_recheck(recheck_id=first.pk, fetch=web, at=at + DAY)
    assert sorted(Recheck.objects.values_list("state", flat=True)) == ["DONE"] * 3 + ["PENDING"] * 3


def test_what_a_worker_holds_is_left_to_it(verdict, web, at):
    first, held, _ = asked_for(verdict, at + DAY)
    token = Recheck.objects.lease(held.pk)
    services.run_recheck(recheck_id=first.pk, fetch=web, at=at + DAY)
    assert Recheck.objects.complete(held.pk, token)
    assert RecheckResult.objects.count() == 2


def test_a_changed_page_is_compared_with_each_quote_of_its_own(verdict, web, at):
    web.pages[PAGE] = factories.DATA_SHEET.replace("5480", "5840")
    rows = asked_for(verdict, at + DAY)
    found = [
        services.run_recheck(recheck_id=row.pk, fetch=web, at=at + DAY + timedelta(seconds=number))
        for number, row in enumerate(rows)
    ]
    assert [result.change for result in found] == ["identical", "number_changed", "identical"]


def test_a_citation_that_did_not_stand_is_weighed_by_itself_when_its_words_are_back(verdict, web, at):
    web.pages[PAGE] = factories.DATA_SHEET.replace("5480", "5840")
    mass = asked_for(verdict, at + DAY)[1]
    services.run_recheck(recheck_id=mass.pk, fetch=web, at=at + DAY)
    Recheck.objects.filter(state="PENDING").update(state="DEAD")
    web.pages[PAGE] = factories.DATA_SHEET
    first, mass, _ = asked_for(verdict, at + 2 * DAY)
    services.run_recheck(recheck_id=first.pk, fetch=web, at=at + 2 * DAY)
    assert Recheck.objects.get(pk=mass.pk).state == "PENDING"
    assert services.run_recheck(recheck_id=mass.pk, fetch=web, at=at + 2 * DAY).is_flip


@pytest.mark.parametrize("companions", [1, 2])
def test_so_many_are_settled_at_most(verdict, web, at, monkeypatch, companions):
    monkeypatch.setattr(rechecks, "COMPANIONS", companions)
    services.run_recheck(recheck_id=asked_for(verdict, at + DAY)[0].pk, fetch=web, at=at + DAY)
    assert RecheckResult.objects.count() == 1 + companions
