"""One request per site at a time with a pause after it, over all workers, and one request for many citations."""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.utils import timezone

from sources import services
from sources.fetching import FetchOutcome
from sources.models import HostTurn, Snapshot
from sources.services import host_limits
from sources.services.host_limits import HostBusy, host_slot
from tests import factories
from tests.sources.refetching import PAGE, address, captured, failed
from tests.waiting import LONGEST

pytestmark = pytest.mark.django_db
OTHER_PAGE = "https://example.com/pump"
OTHER_SITE = "https://example.org/engine"


def let_the_pause_pass():
    HostTurn.objects.update(not_before=timezone.now() - timedelta(seconds=1))


def busy_until(url: str = PAGE) -> datetime | None:
    """Return when this site may be asked, or None where it may be asked now."""
    try:
        with host_slot(url):
            return None
    except HostBusy as busy:
        return busy.until


def test_a_site_is_asked_once_at_a_time_and_another_one_meanwhile():
    with host_slot(PAGE):
        assert (busy_until(OTHER_PAGE) is None, busy_until(OTHER_SITE)) == (False, None)
    assert busy_until(OTHER_PAGE) is None


def test_after_a_page_its_site_is_left_alone_for_the_pause(settings):
    settings.PLUMBLINE_HOST_PAUSE = 30
    before = timezone.now()
    with host_slot(PAGE):
        pass
    after = timezone.now()
    # The rest of this pause, and its own.
    assert before <= busy_until(OTHER_PAGE) - timedelta(seconds=60) <= after
    let_the_pause_pass()
    assert busy_until(OTHER_PAGE) is None


def test_those_who_wait_are_given_a_moment_each(settings):
    settings.PLUMBLINE_HOST_PAUSE = 30
    with host_slot(PAGE):
        moments = [busy_until() for _ in range(5)]
    assert [later - sooner for sooner, later in pairwise(moments)] == [timedelta(seconds=30)] * 4


@pytest.mark.parametrize(("asked", "rest"), [(None, 0), (90, 90), (10**7, 24 * 3600)])
def test_a_site_that_asks_to_wait_is_left_alone_for_so_long_and_no_longer_than_a_day(asked, rest):
    before = timezone.now()
    with host_slot(PAGE) as slot:
        slot.asked_to_wait(asked)
    assert before <= HostTurn.objects.get().not_before - timedelta(seconds=rest) <= timezone.now()


def test_a_worker_that_died_in_its_turn_blocks_the_site_for_no_longer_than_its_lease():
    holding = host_slot(PAGE)
    holding.__enter__()
    assert busy_until() is not None
    HostTurn.objects.update(busy_until=timezone.now() - timedelta(seconds=1))
    with host_slot(PAGE):
        holding.__exit__(None, None, None)
        assert busy_until() is not None  # the late end of the first turn does not end the second one


def test_a_capture_that_has_to_wait_goes_back_and_no_attempt_is_counted(analyst, at):
    web, before = factories.Web(**{PAGE: "Thrust 4.15 MN."}), timezone.now()
    with host_slot(OTHER_PAGE):
        row = captured(address(analyst, at), web, at)
    assert (row.state, row.attempt, row.run_after > before, web.asked) == ("PENDING", 0, True, [])
    assert row.last_error == "Other pages of this site are being fetched first. This one is in the queue."
    Snapshot.objects.update(run_after=timezone.now())
    assert services.capture(snapshot_id=row.pk, fetch=web, at=at) is True


def test_a_look_at_a_site_that_is_busy_is_put_off(analyst, at):
    document, web = address(analyst, at), factories.Web(**{PAGE: "Thrust 4.15 MN."})
    with host_slot(OTHER_PAGE), pytest.raises(HostBusy):
        services.refetch(document=document, fetch=web, at=at)
    assert (web.asked, document.attempts.count()) == ([], 0)


def test_what_a_page_asks_for_holds_for_every_page_of_its_site(analyst, at):
    before = timezone.now()
    captured(address(analyst, at), factories.Web(**{PAGE: failed(FetchOutcome.RATE_LIMITED, retry_after=600)}), at)
    row = captured(address(analyst, at, OTHER_PAGE), factories.Web(**{OTHER_PAGE: "Pump."}), at)
    assert (row.state, row.attempt, row.run_after >= before + timedelta(minutes=10)) == ("PENDING", 0, True)


def look_ten_times(document, web, at, **how):
    return [
        services.refetch(document=document, fetch=web, at=at + timedelta(seconds=second), **how)
        for second in range(1, 11)
    ]


@pytest.mark.parametrize("page", ["Thrust 3.83 MN.", failed(FetchOutcome.SERVER_ERROR)], ids=["changed", "failed"])
def test_ten_citations_of_a_page_make_one_request_and_have_one_answer(analyst, at, page):
    document, web = address(analyst, at), factories.Web(**{PAGE: "Thrust 4.15 MN."})
    captured(document, web, at)
    web.pages[PAGE] = page
    looks = look_ten_times(document, web, at, since=at)
    assert (len(web.asked), document.attempts.count()) == (2, 2)
    assert len({(look.outcome, look.explanation, look.snapshot) for look in looks}) == 1


def test_without_sharing_ten_citations_make_ten_requests(analyst, at):
    document, web = address(analyst, at), factories.Web(**{PAGE: "Thrust 4.15 MN."})
    look_ten_times(document, web, at)
    assert len(web.asked) == 10


def test_a_look_that_a_person_asks_for_later_is_a_look_of_its_own(analyst, at):
    document, web = address(analyst, at), factories.Web(**{PAGE: "Thrust 4.15 MN."})
    captured(document, web, at)
    asked = at + timedelta(seconds=30)
    services.refetch(document=document, fetch=web, at=asked, since=asked)
    assert len(web.asked) == 2


def test_a_page_that_could_not_be_read_is_shared_as_such(analyst, at):
    document, web = address(analyst, at), factories.Web(**{PAGE: "Thrust 4.15 MN."})
    captured(document, web, at)
    web.pages[PAGE] = factories.Web.answer(
        PAGE, FetchOutcome.OK, "The page was fetched.", body=b"PK\x03\x04 broken", media_type="text/plain"
    )
    looks = look_ten_times(document, web, at, since=at)
    assert {(look.outcome, look.changed) for look in looks} == {(FetchOutcome.WRONG_TYPE, False)}


WORKERS = 8


def most_at_once(url: str, ask: Callable[[], object]) -> int:
    """Return how many workers ask the site at the same time, each trying until it had its turn."""
    inside, most = 0, 0
    counting = threading.Lock()

    def work():
        nonlocal inside, most
        had_it = False
        while not had_it:
            try:
                with host_limits.host_slot(url):
                    with counting:
                        inside += 1
                        most = max(most, inside)
                    ask()
                    with counting:
                        inside -= 1
                    had_it = True
            except HostBusy:
                time.sleep(0.005)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return most


@pytest.mark.django_db(transaction=True)
def test_eight_workers_ask_a_site_one_after_the_other():
    assert most_at_once(PAGE, lambda: time.sleep(0.02)) == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_turn_they_ask_all_at_once(monkeypatch):
    # Everybody takes a turn of his own: the site of each token is another.
    monkeypatch.setattr(host_limits, "TAKE", host_limits.TAKE.replace("VALUES (%(host)s", "VALUES (%(token)s::text"))
    assert most_at_once(PAGE, threading.Barrier(WORKERS, timeout=LONGEST).wait) == WORKERS
