"""Doorbells: how a row is rung for, and the tasks that take a snapshot's id or ask which snapshots are due."""

import logging

from celery import Task, shared_task
from django.utils import timezone

from sources import services
from sources.fetching import Fetcher
from sources.models import Snapshot
from sources.work import WorkQuerySet

#: How many due rows one sweep rings for; the next sweep, seconds later, rings for the rest.
BATCH = 200

logger = logging.getLogger(__name__)


def ring(task: Task, **row: int) -> None:
    """Ring for one row now. Where the broker is away nothing is lost: the next sweep rings."""
    try:
        task.apply_async(kwargs=row, retry=False)
    except task.OperationalError:
        logger.warning("The broker is away; the next sweep will ring for %s %s.", task.name, row)


def ring_for_due(task: Task, rows: WorkQuerySet, *, name: str) -> int:
    """Ring for rows that are due, unless as many rings wait unheard already. Return how many were rung for."""
    if rings_waiting(task) >= BATCH:
        return 0
    due = rows.due().order_by("run_after").values_list("pk", flat=True)[:BATCH]
    for pk in due:
        ring(task, **{name: pk})
    return len(due)


def rings_waiting(task: Task) -> int:
    """Return how many messages wait in the queue of this task, by the list that Redis keeps of them."""
    queue = task.app.amqp.router.route({}, task.name)["queue"].name
    with task.app.connection_for_read() as connection:
        return connection.default_channel.client.llen(queue)


@shared_task
def capture_snapshot(*, snapshot_id: int, **_later: object) -> None:
    services.capture(snapshot_id=snapshot_id, fetch=Fetcher().fetch, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Ring for every snapshot that is due and that no living worker holds."""
    Snapshot.objects.bury()
    ring_for_due(capture_snapshot, Snapshot.objects.all(), name="snapshot_id")
