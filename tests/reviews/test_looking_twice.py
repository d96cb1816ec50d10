"""A quote that is not found counts after a second look; a source that goes back and forth is one matter."""

from datetime import timedelta

import pytest

from claims.models import Citation, Finding
from reviews import queries, services
from reviews.models import Notice, Review
from reviews.services import recheck_evaluation
from sources.fetching import FetchOutcome
from tests import factories
from tests.reviews.cited_pages import DAY, HOUR, PAGE, look, verdict_on_page

pytestmark = pytest.mark.django_db
WITHOUT = factories.DATA_SHEET.replace(factories.THRUST_QUOTE, "")


def with_thrust(figure: str) -> str:
    return factories.DATA_SHEET.replace("4.15 MN", figure)


@pytest.fixture
def web():
    return factories.Web(**{PAGE: factories.DATA_SHEET})


@pytest.fixture
def verdict(analyst, editor, at, web):
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at)


@pytest.fixture
def cited(verdict) -> Citation:
    return verdict.citations.get()


def test_a_quote_that_one_look_does_not_find_waits_for_a_second_one(cited, web, at):
    web.pages[PAGE] = WITHOUT
    result = look(cited, web, at=at + DAY)
    cited.refresh_from_db()
    decides_at = at + DAY + 6 * HOUR
    assert (result.change, result.opened, result.decides_at) == ("gone", None, decides_at)
    assert (cited.health, cited.next_check_at) == ("uncertain", decides_at)
    assert (queries.open_round(cited.claim), Finding.objects.filter(citation=cited).count()) == (None, 0)


def test_a_quote_that_two_looks_hours_apart_do_not_find_endangers_the_verdict(cited, web, at):
    web.pages[PAGE] = WITHOUT
    look(cited, web, at=at + DAY)
    result = look(cited, web, at=at + DAY + 6 * HOUR)
    cited.refresh_from_db()
    assert (result.change, result.opened.round, result.decides_at, cited.health) == ("gone", 2, None, "changed")


@pytest.mark.parametrize("minutes", [1, 359])
def test_a_second_look_that_comes_early_does_not_count(cited, web, at, minutes):
    web.pages[PAGE] = WITHOUT
    look(cited, web, at=at + DAY)
    assert look(cited, web, at=at + DAY + timedelta(minutes=minutes)).opened is None
    cited.refresh_from_db()
    assert cited.next_check_at == at + DAY + 6 * HOUR


def test_a_look_that_failed_is_no_second_look(cited, web, at):
    web.pages[PAGE] = WITHOUT
    look(cited, web, at=at + DAY)
    web.pages[PAGE] = factories.Web.answer(PAGE, FetchOutcome.SERVER_ERROR, "The site has a problem.", status=503)
    assert look(cited, web, at=at + DAY + 6 * HOUR).opened is None
    web.pages[PAGE] = WITHOUT
    assert look(cited, web, at=at + DAY + 7 * HOUR).opened.round == 2


def test_a_quote_that_comes_back_before_the_second_look_was_never_gone(cited, web, at):
    for hours, page in enumerate([WITHOUT, factories.DATA_SHEET, WITHOUT, factories.DATA_SHEET]):
        web.pages[PAGE] = page
        result = look(cited, web, at=at + DAY + 5 * hours * HOUR)
        assert (result.opened, result.is_flip) == (None, False)
    cited.refresh_from_db()
    assert (cited.health, Finding.objects.filter(citation=cited).count()) == ("stands", 0)


def test_without_the_second_look_a_page_that_is_empty_for_a_moment_disturbs_the_verdict(cited, web, at, monkeypatch):
    monkeypatch.setattr(recheck_evaluation, "CONFIRMED_AFTER", timedelta(0))
    web.pages[PAGE] = WITHOUT
    assert look(cited, web, at=at + DAY).opened.round == 2


def test_a_changed_number_waits_for_nothing(cited, web, at):
    web.pages[PAGE] = with_thrust("4.35 MN")
    result = look(cited, web, at=at + DAY)
    assert (result.change, result.opened.round, result.is_flip) == ("number_changed", 2, True)


def test_a_source_that_takes_a_change_back_is_written_into_the_round_that_weighs_it(cited, web, at):
    web.pages[PAGE] = with_thrust("4.35 MN")
    opened = look(cited, web, at=at + DAY).opened
    web.pages[PAGE] = factories.DATA_SHEET
    result = look(cited, web, at=at + 2 * DAY)
    taken_back = "Since 4 November 2026 the source has contained the cited words again."
    finding, note = Finding.objects.get(citation=cited), Review.objects.get(pk=opened.pk).note
    cited.refresh_from_db()
    assert (result.change, result.is_flip, result.explanation.endswith(taken_back)) == ("identical", True, True)
    assert (finding.state, finding.lapsed_reason, note.endswith(taken_back)) == ("lapsed", taken_back, True)
    assert (cited.health, queries.open_round(cited.claim).version) == ("stands", opened.version + 1)


def test_a_change_that_comes_again_is_open_again(cited, web, at):
    for day, figure in enumerate(["4.35 MN", "4.15 MN", "4.35 MN"], start=1):
        web.pages[PAGE] = with_thrust(figure)
        look(cited, web, at=at + day * DAY)
    web.pages[PAGE] = with_thrust("4.15 MN")
    states = Finding.objects.filter(citation=cited).values_list("kind", "state")
    assert sorted(states) == [("keeps_changing", "open"), ("number_changed", "lapsed")]


def publish_again(verdict, *, analyst, editor, at):
    factories.judge(verdict.claim, by=analyst, at=at, cited=list(verdict.citations.all()))
    return services.sign_off(by=editor, review=queries.open_round(verdict.claim), at=at)


def a_month_of_new_figures(verdict, web, *, analyst, editor, at) -> int:
    """Every day another figure, and every round that this opens is judged and published. Return how many it opened."""
    opened, cited = 0, verdict.citations.get()
    for day in range(1, 31):
        web.pages[PAGE] = with_thrust(f"{4 + day / 100:.2f} MN")
        cited.refresh_from_db()
        if look(cited, web, at=at + day * DAY).opened:
            opened += 1
            publish_again(verdict, analyst=analyst, editor=editor, at=at + day * DAY)
    return opened


def test_a_figure_that_is_another_one_every_day_is_weighed_three_times_in_a_month(verdict, web, analyst, editor, at):
    assert a_month_of_new_figures(verdict, web, analyst=analyst, editor=editor, at=at) == 3
    finding = Finding.objects.get(kind="keeps_changing")
    assert finding.explanation.startswith(
        "The source keeps changing these words: 3 times within 90 days. The source now"
    )
    assert Notice.objects.filter(kind="endangered", recipient=editor).count() == 3


def test_without_a_limit_it_is_weighed_every_day(verdict, web, analyst, editor, at, monkeypatch):
    monkeypatch.setattr(recheck_evaluation, "FLAPPING_FLIPS", 1000)
    assert a_month_of_new_figures(verdict, web, analyst=analyst, editor=editor, at=at) >= 28
