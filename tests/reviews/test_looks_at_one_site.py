"""Re-checks wait for their turn at a site, share one request for a page, and take no new reader for a change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from reviews import services
from reviews.models import Recheck, RecheckResult
from sources import services as source_services
from sources.extraction import extract
from sources.services import alternate_texts, refetching
from sources.services.host_limits import host_slot
from tests import factories
from tests.reviews.cited_pages import PAGE, verdict_on_page

pytestmark = pytest.mark.django_db
SHEET = factories.DATA_SHEET.replace("in vacuum", "in vacuum[1]") + "\n"
QUOTE = factories.THRUST_QUOTE.replace("in vacuum", "in vacuum[1]")


@pytest.fixture
def web():
    return factories.Web(**{PAGE: SHEET})


@pytest.fixture
def verdict(analyst, editor, at, web):
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at, quotes=[QUOTE, factories.MASS_QUOTE])


def asked_for(verdict, at):
    return services.request_rechecks(citations=verdict.citations.order_by("pk"), at=at)


def looks(verdict, web, at) -> list[RecheckResult | None]:
    due = asked_for(verdict, at)
    return [
        services.run_recheck(recheck_id=row.pk, fetch=web, at=at + timedelta(seconds=number))
        for number, row in enumerate(due, start=1)
    ]


def test_two_citations_of_a_page_make_one_request_and_each_has_its_result(verdict, web, at):
    web.pages[PAGE] = SHEET.replace("4.15", "4.35")
    first, second = looks(verdict, web, at + timedelta(days=1))
    assert (len(web.asked), first.change, second.change) == (2, "number_changed", "identical")
    assert first.snapshot == second.snapshot


def test_a_re_check_whose_site_is_busy_waits_and_no_attempt_is_counted(verdict, web, at):
    row, before = asked_for(verdict, at)[0], timezone.now()
    with host_slot("https://example.com/another"):
        assert services.run_recheck(recheck_id=row.pk, fetch=web, at=at) is None
    row.refresh_from_db()
    assert (row.state, row.attempt, row.run_after > before, len(web.asked)) == ("PENDING", 0, True, 1)
    Recheck.objects.filter(pk=row.pk).update(run_after=timezone.now())
    assert services.run_recheck(recheck_id=row.pk, fetch=web, at=at).change == "identical"


@pytest.fixture
def new_reader(monkeypatch):
    """A next version of the reader, which leaves out the marks of footnotes and spells out a unit."""

    def read(data, **how):
        found = extract(data, **how)
        text = found.text.replace("[1]", "").replace("4.15 MN", "4,150 kN or so")
        return replace(found, text=text, visible_text=text, extractor_version=f"{found.extractor_version}, the next")

    for module in (refetching, alternate_texts):
        monkeypatch.setattr(module, "extract", read)


@pytest.mark.parametrize("elsewhere", ["It burns kerosene", "Data sheet of the"])
def test_a_new_reader_disturbs_no_verdict_when_the_page_changes_elsewhere(verdict, web, at, new_reader, elsewhere):
    web.pages[PAGE] = SHEET.replace(elsewhere, f"{elsewhere} well-known")
    found = looks(verdict, web, at + timedelta(days=1))
    assert [(result.change in ("identical", "moved", "cosmetic"), result.opened) for result in found] == [
        (True, None)
    ] * 2


def test_without_the_second_reading_the_new_reader_disturbs_it(verdict, web, at, new_reader, monkeypatch):
    monkeypatch.setattr(source_services, "text_as_extracted_like", lambda snapshot, _other: snapshot.text)
    web.pages[PAGE] = SHEET.replace("It burns", "It well burns")
    assert looks(verdict, web, at + timedelta(days=1))[0].change not in ("identical", "moved", "cosmetic")


def test_a_number_that_changes_under_a_new_reader_is_a_change(verdict, web, at, new_reader):
    web.pages[PAGE] = SHEET.replace("3.83", "3.93")
    assert looks(verdict, web, at + timedelta(days=1))[0].change == "number_changed"
