"""What Prometheus asks at /metrics: request times and export rows as they were counted, and what waits at this moment."""

import os
from collections.abc import Iterator
from contextlib import suppress
from hmac import compare_digest

import redis
from django.conf import settings
from django.db import Error as DatabaseAway
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from claims.models import Article
from config.dashboard.counting import count
from config.dashboard.queues import HELD, message_counts
from core.jobs.models import Job
from reviews import queries
from reviews.models import Recheck, Webhook
from sources.models import Snapshot

#: Kinds of jobs by the name that a series has. Of those that are done there is no count: it only grows.
JOBS: dict[str, type[Job]] = {"capture": Snapshot, "article": Article, "recheck": Recheck, "webhook": Webhook}
STATES = (Job.State.PENDING, Job.State.RUNNING, Job.State.DEAD)


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with every series where the request has the token. Without PLUMBLINE_METRICS_TOKEN there is no such page."""
    token = settings.PLUMBLINE_METRICS_TOKEN
    if not token:
        raise Http404
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not compare_digest(given.strip().encode(), token.encode()):
        refused = "Ask with the header `Authorization: Bearer` and the value of PLUMBLINE_METRICS_TOKEN."
        return HttpResponse(refused, status=401, content_type="text/plain", headers={"WWW-Authenticate": "Bearer"})
    said = generate_latest(_counted()) + generate_latest(_waiting())
    return HttpResponse(said, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


class Waiting(Collector):
    """What waits now, asked of the database and of Redis at each scrape."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the series. Those of a server that is away are missing, so that an alarm on absence sees it."""
        with suppress(DatabaseAway):  # InterfaceError, of a connection that was closed, is no DatabaseError
            yield from _rows()
        yield from _queues()


def _rows() -> Iterator[GaugeMetricFamily]:
    at = timezone.now()
    oldest = queries.oldest_due(at=at)
    seconds = max(0.0, (at - oldest).total_seconds()) if oldest else 0.0
    yield GaugeMetricFamily("plumbline_oldest_due_seconds", "Age of the re-check that waits longest.", value=seconds)
    jobs = GaugeMetricFamily("plumbline_jobs", "Rows by kind and state, 10,001 at most.", labels=("kind", "state"))
    for kind, model in JOBS.items():
        for state in STATES:
            jobs.add_metric((kind, state.lower()), count(model.objects.filter(state=state)))
    yield jobs


def _queues() -> Iterator[GaugeMetricFamily]:
    depth = GaugeMetricFamily("plumbline_queue_depth", "Messages that wait in Redis, by queue.", labels=("queue",))
    try:
        for name, waiting in message_counts():
            depth.add_metric(("held by workers" if name is HELD else name,), waiting)
    except (redis.RedisError, OSError):
        return
    yield depth


def _counted() -> CollectorRegistry:
    """Return what was counted: by every process of the web server where it has more than one, else by this one."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry


def _waiting() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(Waiting())
    return registry
