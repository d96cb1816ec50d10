"""How a worker is told of a job. The row is the job: a message that is lost costs seconds, one that comes twice nothing."""

import logging
import time
from collections.abc import Iterable
from functools import partial
from typing import cast

from celery import Task, current_app
from django.db import transaction
from kombu.exceptions import OperationalError
from redis import Redis

from core.jobs.models import JobQuerySet

#: How many due rows one sweep tells of; the next sweep, seconds later, tells of the rest.
BATCH = 200
#: Seconds for which a broker that did not answer is left alone, so that a list of rows waits for it once.
LEFT_ALONE = 5

logger = logging.getLogger(__name__)

_away_since: float | None = None


def notify_worker(task: str, **row: int) -> None:
    """Tell a worker of one row as soon as the transaction that made it due is committed.

    `task` is the full name of the task, such as "sources.tasks.capture_snapshot", and `row` its one keyword. Where the
    broker is away nothing is lost: the next sweep tells of the row.
    """
    transaction.on_commit(partial(_send, task, row))


def notify_worker_of_each(task: str, pks: Iterable[int], *, name: str) -> None:
    """Tell workers of several rows, of a BATCH at most; the sweeps tell of the rest."""
    for pk in list(pks)[:BATCH]:
        notify_worker(task, **{name: pk})


def notify_of_due(task: Task, rows: JobQuerySet, *, name: str) -> int:
    """Tell of rows that are due, unless as many messages wait unread already. Return how many were told of."""
    if messages_waiting(task) >= BATCH:
        return 0
    due = rows.due().order_by("run_after").values_list("pk", flat=True)[:BATCH]
    for pk in due:
        _send(task.name, {name: pk})
    return len(due)


def messages_waiting(task: Task) -> int:
    """Return how many messages wait in the queue of this task, by the list that Redis keeps of them."""
    queue = task.app.amqp.router.route({}, task.name)["queue"].name
    with task.app.connection_for_read() as connection:
        redis: Redis = getattr(connection.default_channel, "client")  # noqa: B009 - what only kombu's channel to Redis has
        return cast(int, redis.llen(queue))


def _send(task: str, row: dict[str, int]) -> None:
    global _away_since  # noqa: PLW0603 - one broker, and what this process last saw of it
    if _away_since is not None and time.monotonic() - _away_since < LEFT_ALONE:
        return
    try:
        current_app.send_task(task, kwargs=row, retry=False)
        _away_since = None
    except OperationalError:
        _away_since = time.monotonic()
        logger.warning("The broker is away; the next sweep will tell a worker of %s %s.", task, row)
