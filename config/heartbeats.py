"""Heartbeats of the worker and of beat, kept in the cache: where they are lost, the next ones come within seconds."""

import logging
import time
from datetime import datetime

from celery import Task
from celery.signals import after_task_publish, beat_init, heartbeat_sent, task_success
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from redis import RedisError

WORKER, BEAT = "worker", "beat"
#: A heartbeat is kept for longer than anybody waits for the next one of the rarest task.
KEPT = 7 * 24 * 3600
#: Seconds between two heartbeats of one process; it gives more reasons for one than anybody reads.
BETWEEN = 5

logger = logging.getLogger(__name__)
_last: dict[str, float] = {}


def connect_signals() -> None:
    """Note heartbeats from now on, in whatever process works on tasks or sends them."""
    heartbeat_sent.connect(_worker_lives)
    task_success.connect(_task_done)
    beat_init.connect(_watch_beat)


def last_seen() -> dict[str, datetime]:
    """Return when each was last seen: WORKER, BEAT, and scheduled tasks by their names.

    Raises RedisError or OSError where the cache is away.
    """
    keys = {_key(name): name for name in (WORKER, BEAT, *scheduled())}
    return {keys[key]: datetime.fromisoformat(at) for key, at in cache.get_many(keys).items()}


def scheduled() -> set[str]:
    """Return the names of the tasks that beat sends."""
    return {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}


def beat(name: str) -> None:
    """Note a heartbeat now, unless this process noted the same one a moment ago."""
    now = time.monotonic()
    if now - _last.get(name, -BETWEEN) < BETWEEN:
        return
    _last[name] = now
    try:
        cache.set(_key(name), timezone.now().isoformat(), KEPT)
    except (RedisError, OSError) as error:
        logger.warning("No heartbeat could be noted for %s: %s", name, error)


def _worker_lives(**_sent: object) -> None:
    beat(WORKER)


def _task_done(sender: Task, **_sent: object) -> None:
    if sender.name in scheduled():
        beat(sender.name)


def _watch_beat(**_sent: object) -> None:
    after_task_publish.connect(_beat_sent)


def _beat_sent(**_sent: object) -> None:
    beat(BEAT)


def _key(name: str) -> str:
    return f"pulse:{name}"
