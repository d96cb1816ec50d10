"""How workers are told: a message may be lost, doubled or one too many, and nothing depends on it."""

import pytest
import redis
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from claims.services.intake import SPLIT_ARTICLE
from config.celery import app
from core.jobs import notifying
from core.jobs.notifying import messages_waiting, notify_of_due, notify_worker, notify_worker_of_each
from reviews.services.rechecks import RUN_RECHECK
from sources import services, tasks
from sources.models import Snapshot

pytestmark = pytest.mark.django_db

CAPTURE = services.CAPTURE_SNAPSHOT


@pytest.fixture
def unread_queue():
    """A broker that nobody reads from, empty before and after."""
    server = redis.Redis.from_url(settings.CACHES["default"]["LOCATION"])
    server.flushall()
    yield
    server.flushall()


@pytest.fixture
def broker_is_away(monkeypatch) -> list[str]:
    """The tasks that a broker was asked for which never answered."""
    asked = []

    def away(task, **_options):
        asked.append(task)
        raise OperationalError("The broker is away.")

    monkeypatch.setattr(notifying, "_away_since", None)
    monkeypatch.setattr(notifying.current_app, "send_task", away)
    return asked


@pytest.fixture
def due(analyst, at):
    for number in range(3):
        document = services.add_address(by=analyst, url=f"https://example.com/{number}", at=at)
        services.request_capture(document=document, at=at)
    return Snapshot.objects.all()


def test_a_sweep_tells_once_of_every_row_that_is_due(due, unread_queue):
    assert notify_of_due(tasks.capture_snapshot, due, name="snapshot_id") == 3
    assert messages_waiting(tasks.capture_snapshot) == 3


def test_where_enough_messages_wait_unread_a_sweep_adds_none(due, unread_queue, monkeypatch):
    monkeypatch.setattr(notifying, "BATCH", 3)
    told = [notify_of_due(tasks.capture_snapshot, due, name="snapshot_id") for _ in range(5)]
    assert (told, messages_waiting(tasks.capture_snapshot)) == ([3, 0, 0, 0, 0], 3)


def test_without_that_bound_the_messages_pile_up(due, unread_queue, monkeypatch):
    monkeypatch.setattr(notifying, "messages_waiting", lambda _task: 0)
    for _ in range(5):
        notify_of_due(tasks.capture_snapshot, due, name="snapshot_id")
    monkeypatch.undo()
    assert messages_waiting(tasks.capture_snapshot) == 15


def test_a_worker_is_told_once_what_made_the_row_due_is_committed(unread_queue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        notify_worker(CAPTURE, snapshot_id=1)
        assert messages_waiting(tasks.capture_snapshot) == 0
    assert messages_waiting(tasks.capture_snapshot) == 1


def test_nobody_is_told_of_what_was_taken_back(unread_queue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        notify_worker(CAPTURE, snapshot_id=1)
        transaction.set_rollback(True)
    assert messages_waiting(tasks.capture_snapshot) == 0


def test_of_many_rows_a_batch_is_told_and_the_sweeps_do_the_rest(
    unread_queue, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(notifying, "BATCH", 2)
    with django_capture_on_commit_callbacks(execute=True):
        notify_worker_of_each(CAPTURE, [1, 2, 3], name="snapshot_id")
    assert messages_waiting(tasks.capture_snapshot) == 2


def test_a_broker_that_is_away_costs_nothing_but_the_wait(due, broker_is_away, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        notify_worker(CAPTURE, snapshot_id=due.first().pk)
    assert (broker_is_away, due.due().count()) == ([CAPTURE], 3)


def test_a_list_of_rows_waits_once_for_a_broker_that_is_away(broker_is_away, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        notify_worker_of_each(CAPTURE, range(1, 51), name="snapshot_id")
    assert broker_is_away == [CAPTURE]


def test_a_broker_is_asked_again_after_it_was_left_alone(
    broker_is_away, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(notifying, "LEFT_ALONE", 0)
    with django_capture_on_commit_callbacks(execute=True):
        notify_worker_of_each(CAPTURE, [1, 2], name="snapshot_id")
    assert broker_is_away == [CAPTURE, CAPTURE]


@pytest.mark.parametrize("name", [CAPTURE, SPLIT_ARTICLE, RUN_RECHECK])
def test_every_name_that_services_tell_workers_is_a_task(name):
    app.loader.import_default_modules()
    assert name in app.tasks
