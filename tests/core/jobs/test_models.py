"""Leases: who may take a row, who may finish it, and what becomes of one that nobody finishes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.jobs.models import BACKOFF, MAX_ATTEMPTS
from sources import services
from sources.models import Snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(analyst, at):
    document = services.add_address(by=analyst, url="https://example.com/page", at=at)
    return services.request_capture(document=document, at=at)


def let_the_lease_run_out(row):
    Snapshot.objects.filter(pk=row.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_row_is_taken_once(row):
    assert Snapshot.objects.lease(row.pk) is not None
    assert Snapshot.objects.lease(row.pk) is None


def test_a_row_that_is_due_later_is_not_taken(row):
    Snapshot.objects.filter(pk=row.pk).update(run_after=timezone.now() + timedelta(minutes=1))
    assert Snapshot.objects.lease(row.pk) is None


def test_a_row_whose_worker_died_is_taken_again_when_its_lease_has_run_out(row):
    Snapshot.objects.lease(row.pk)
    let_the_lease_run_out(row)
    assert Snapshot.objects.lease(row.pk) is not None
    row.refresh_from_db()
    assert (row.state, row.attempt) == ("RUNNING", 2)


def test_a_worker_that_wakes_up_after_its_lease_cannot_finish(row):
    late = Snapshot.objects.lease(row.pk)
    let_the_lease_run_out(row)
    Snapshot.objects.lease(row.pk)
    assert Snapshot.objects.complete(row.pk, late, state=Snapshot.State.DEAD) is False
    row.refresh_from_db()
    assert row.state == "RUNNING"


def test_a_failed_attempt_waits_longer_each_time_and_is_laid_down_after_the_last(row):
    dead, on_time = [], []
    for wait in [*BACKOFF, None]:
        token, before = Snapshot.objects.lease(row.pk), timezone.now()
        dead.append(Snapshot.objects.retry_later(row.pk, token, error="The address could not be reached."))
        row.refresh_from_db()
        on_time.append(wait is None or before <= row.run_after - wait <= timezone.now())
        Snapshot.objects.filter(pk=row.pk).update(run_after=timezone.now())
    assert (dead, on_time) == ([False] * (MAX_ATTEMPTS - 1) + [True], [True] * MAX_ATTEMPTS)
    assert (row.state, row.attempt, row.last_error) == ("DEAD", MAX_ATTEMPTS, "The address could not be reached.")


def test_a_row_on_which_every_worker_dies_is_buried_and_can_be_run_again(row, at):
    for _ in range(MAX_ATTEMPTS):
        assert Snapshot.objects.lease(row.pk) is not None
        let_the_lease_run_out(row)
    assert Snapshot.objects.lease(row.pk) is None
    assert Snapshot.objects.mark_dead() == 1
    assert Snapshot.objects.run_again(at=at) == 1
    assert Snapshot.objects.lease(row.pk) is not None


def test_a_row_that_could_not_be_begun_goes_back_and_no_attempt_is_counted(row):
    later = timezone.now() + timedelta(minutes=2)
    for _ in range(2 * MAX_ATTEMPTS):
        token = Snapshot.objects.lease(row.pk)
        assert Snapshot.objects.release(row.pk, token, until=later, reason="Not yet.") is True
        row.refresh_from_db()
        assert (row.state, row.attempt, row.run_after, row.last_error) == ("PENDING", 0, later, "Not yet.")
        Snapshot.objects.filter(pk=row.pk).update(run_after=timezone.now())


def test_a_worker_whose_lease_has_gone_cannot_give_the_row_back(row):
    late = Snapshot.objects.lease(row.pk)
    let_the_lease_run_out(row)
    Snapshot.objects.lease(row.pk)
    assert Snapshot.objects.release(row.pk, late, until=timezone.now(), reason="Not yet.") is False
    row.refresh_from_db()
    assert (row.state, row.attempt) == ("RUNNING", 2)
