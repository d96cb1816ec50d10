"""The doorbell: it may be lost, doubled or full, and nothing depends on it."""

import pytest
import redis
from django.conf import settings

from sources import services, tasks
from sources.models import Snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def silent_bell():
    """A broker that nobody listens to, empty before and after."""
    server = redis.Redis.from_url(settings.CACHES["default"]["LOCATION"])
    server.flushall()
    yield
    server.flushall()


@pytest.fixture
def due(analyst, at):
    for number in range(3):
        document = services.add_address(by=analyst, url=f"https://example.com/{number}", at=at)
        services.request_capture(document=document, at=at)
    return Snapshot.objects.all()


def test_a_sweep_rings_once_for_every_row_that_is_due(due, silent_bell):
    assert tasks.ring_for_due(tasks.capture_snapshot, due, name="snapshot_id") == 3
    assert tasks.rings_waiting(tasks.capture_snapshot) == 3


def test_where_enough_rings_wait_unheard_a_sweep_adds_none(due, silent_bell, monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 3)
    rung = [tasks.ring_for_due(tasks.capture_snapshot, due, name="snapshot_id") for _ in range(5)]
    assert (rung, tasks.rings_waiting(tasks.capture_snapshot)) == ([3, 0, 0, 0, 0], 3)


def test_without_that_bound_the_rings_pile_up(due, silent_bell, monkeypatch):
    monkeypatch.setattr(tasks, "rings_waiting", lambda _task: 0)
    for _ in range(5):
        tasks.ring_for_due(tasks.capture_snapshot, due, name="snapshot_id")
    monkeypatch.undo()
    assert tasks.rings_waiting(tasks.capture_snapshot) == 15


def test_a_broker_that_is_away_costs_nothing_but_the_wait(due, monkeypatch):
    def away(*_args, **_kwargs):
        raise tasks.capture_snapshot.OperationalError("The broker is away.")

    monkeypatch.setattr(tasks.capture_snapshot, "apply_async", away)
    tasks.ring(tasks.capture_snapshot, snapshot_id=due.first().pk)
    assert due.due().count() == 3
