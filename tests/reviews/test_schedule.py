"""When a source is looked at: by how long it has stood, by how the last look failed, and never an upload by itself."""

from datetime import timedelta

import pytest

from claims import services as claim_services
from claims.models import Citation
from reviews import queries, services
from reviews.models import Recheck, RecheckResult
from sources.fetching import FetchOutcome
from tests import factories
from tests.reviews.cited_pages import DAY, HOUR, PAGE, look, verdict_on_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def web():
    return factories.Web(**{PAGE: factories.DATA_SHEET})


@pytest.fixture
def cited(analyst, editor, at, web) -> Citation:
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at).citations.get()


def wait_after_look(cited, web, at) -> timedelta:
    look(cited, web, at=at)
    cited.refresh_from_db()
    return cited.next_check_at - at


def answer(outcome: FetchOutcome):
    return factories.Web.answer(PAGE, outcome, "The look failed.", status=None)


def test_what_stands_still_is_looked_at_ever_more_seldom(cited, web, at):
    waits = [wait_after_look(cited, web, at + days * DAY) for days in (1, 20, 100, 400)]
    assert waits == [DAY, 5 * DAY, 25 * DAY, 30 * DAY]


def test_a_page_that_has_just_changed_elsewhere_is_looked_at_daily_again(cited, web, at):
    wait_after_look(cited, web, at + 100 * DAY)
    web.pages[PAGE] = factories.DATA_SHEET + " A new paragraph was added at the end of the sheet."
    waits = [wait_after_look(cited, web, at + days * DAY) for days in (125, 126, 145)]
    assert waits == [DAY, DAY, 5 * DAY]


def test_a_page_that_returns_to_its_old_words_has_stood_since_then_only(cited, web, at):
    for days, page in ((100, "A short notice."), (101, factories.DATA_SHEET)):
        web.pages[PAGE] = page
        look(cited, web, at=at + days * DAY)
    assert wait_after_look(cited, web, at + 121 * DAY) == 5 * DAY


def test_trouble_that_passes_is_asked_again_soon_then_ever_later(cited, web, at):
    web.pages[PAGE] = answer(FetchOutcome.SERVER_ERROR)
    waits, now = [], at + DAY
    for _ in range(6):
        waits.append(wait_after_look(cited, web, now))
        now += waits[-1]
    assert waits == [timedelta(seconds=30), timedelta(minutes=5), HOUR, 6 * HOUR, DAY, DAY]


def test_a_page_that_was_read_in_between_begins_its_trouble_anew(cited, web, at):
    waits = []
    for hours, page in enumerate(
        [answer(FetchOutcome.UNREACHABLE), factories.DATA_SHEET, answer(FetchOutcome.UNREACHABLE)]
    ):
        web.pages[PAGE] = page
        waits.append(wait_after_look(cited, web, at + DAY + hours * HOUR))
    assert waits == [timedelta(seconds=30), DAY, timedelta(seconds=30)]


@pytest.mark.parametrize(
    "outcome", [FetchOutcome.BLOCKED, FetchOutcome.LOGIN_WALL, FetchOutcome.SOFT_404, FetchOutcome.WRONG_TYPE]
)
def test_a_refusal_is_asked_again_the_next_day(cited, web, at, outcome):
    web.pages[PAGE] = answer(outcome)
    assert wait_after_look(cited, web, at + DAY) == DAY


def test_a_source_that_is_proven_to_be_gone_is_shown_as_such_and_endangers_nothing(cited, web, at):
    web.pages[PAGE] = answer(FetchOutcome.SOFT_404)
    health = []
    for days in (1, 4, 7):
        wait = wait_after_look(cited, web, at + days * DAY)
        health.append(cited.health)
    assert (health, wait) == (["stands", "stands", "unavailable"], 7 * DAY)
    assert RecheckResult.objects.latest("pk").explanation == (
        "Source unavailable: the copy of 2 November 2026 is kept. The look failed."
    )
    assert cited.health_in_words == "source unavailable; a copy from 2 November 2026 is kept"
    assert queries.open_round(cited.claim) is None


def test_two_failures_or_three_in_a_row_within_days_prove_nothing(cited, web, at):
    web.pages[PAGE] = answer(FetchOutcome.SOFT_404)
    for days in (1, 2, 3):
        wait_after_look(cited, web, at + days * DAY)
    assert cited.health == "stands"


@pytest.mark.parametrize(
    ("page", "health"),
    [
        (factories.DATA_SHEET, "stands"),
        (factories.DATA_SHEET.replace("4.15", "4.35"), "changed"),
        (FetchOutcome.BLOCKED, "stands"),
    ],
    ids=["as it was", "with another number", "with a refusal"],
)
def test_a_source_that_answers_again_is_no_longer_unavailable(cited, web, at, page, health):
    web.pages[PAGE] = answer(FetchOutcome.UNREACHABLE)
    for days in (1, 4, 7):
        wait_after_look(cited, web, at + days * DAY)
    web.pages[PAGE] = answer(page) if isinstance(page, FetchOutcome) else page
    look(cited, web, at=at + 14 * DAY)
    cited.refresh_from_db()
    assert cited.health == health


def test_an_upload_is_looked_at_once_and_then_not_before_a_new_version_comes(analyst, editor, at):
    cited = factories.verdict(analyst=analyst, editor=editor, at=at).citations.get()
    assert services.schedule_rechecks(at=at + DAY) == 1
    services.run_recheck(recheck_id=Recheck.objects.get().pk, fetch=factories.Web(), at=at + DAY)
    assert services.schedule_rechecks(at=at + 1000 * DAY) == 0
    document = cited.snapshot.document
    later = factories.DATA_SHEET.replace("4.15", "4.35").encode()
    claim_services.add_version(document=document, data=later, filename="sheet.txt", at=at + 1001 * DAY)
    assert services.schedule_rechecks(at=at + 1001 * DAY) == 1
    waiting = Recheck.objects.get(state="PENDING")
    result = services.run_recheck(recheck_id=waiting.pk, fetch=factories.Web(), at=at + 1001 * DAY)
    cited.refresh_from_db()
    assert (result.change, result.opened.round, cited.next_check_at) == ("number_changed", 2, None)
