"""What waits for the workers: rows that are due in the database, and the messages about them in Redis or Valkey."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

import redis
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Article
from config.dashboard.counting import count, figure, list_of
from config.servers.addresses import redis_database
from reviews.models import Recheck
from sources.models import Snapshot

#: Seconds for which the page waits for Redis.
PATIENCE = 2
#: What workers took and have not finished, among the names of queues.
HELD = "unacked"
AWAY = gettext_lazy(
    "Redis cannot be reached, so no work is being handed to the workers. Nothing is lost, and work resumes "
    "when Redis is back. Check that it is running and that REDIS_URL points to it."
)


@dataclass(frozen=True)
class Queue:
    """What waits of one kind, and the list of it where it is a list of rows."""

    name: str
    figure: str
    url: str = ""


@dataclass(frozen=True)
class Queues:
    """The rows that are due, the messages that wait, and a sentence instead of these where Redis is away."""

    due: list[Queue]
    messages: list[Queue]
    trouble: str = ""


def waiting() -> Queues:
    """Return what waits for the workers now."""
    try:
        messages = [Queue(_title(name), figure(depth)) for name, depth in message_counts()]
    except (redis.RedisError, OSError):
        return Queues(_due(), [], str(AWAY))
    return Queues(_due(), messages)


def _due() -> list[Queue]:
    return [
        _row(_("Pages to capture"), count(Snapshot.objects.due()), "sources_snapshot", state__exact="PENDING"),
        _row(_("Articles to split"), count(Article.objects.due()), "claims_article", state__exact="PENDING"),
        _row(_("Re-checks to run"), count(Recheck.objects.due()), "reviews_recheck", state__exact="PENDING"),
    ]


def _row(name: str, found: int, model: str, **conditions: object) -> Queue:
    return Queue(name, figure(found), list_of(model, **conditions))


def message_counts() -> Iterator[tuple[str, int]]:
    """Return how many messages wait in each queue, and as HELD how many the workers hold, by the lists of Redis.

    Raises RedisError or OSError.
    """
    prefix = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]
    names = sorted({route["queue"] for route in settings.CELERY_TASK_ROUTES.values()})
    address = redis_database(settings.REDIS_URL, 0)
    client = redis.Redis.from_url(address, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
    with contextlib.closing(client), client.pipeline(transaction=False) as pipeline:
        for name in names:
            pipeline.llen(f"{prefix}{name}")
        pipeline.hlen(f"{prefix}{HELD}")
        *waiting, held = pipeline.execute()
    return zip([*names, HELD], [*waiting, held], strict=True)


def _title(name: str) -> str:
    return _("Messages held by workers") if name is HELD else _("Messages in the queue “%(name)s”") % {"name": name}
