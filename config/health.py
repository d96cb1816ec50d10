"""What a supervisor or a load balancer asks: is the process there, and can it work."""

import shutil
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from redis import RedisError

from reviews import queries as review_queries

#: Room for the largest upload while it is read, and for what is written of it.
LEAST_FREE_BYTES = 128 * 1024 * 1024


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process does."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where the database answers and there is room to write.

    A cache that is away only degrades: sweeps find what is due without it.
    """
    try:
        oldest_due_seconds = _seconds_overdue(timezone.now())
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    if is_disk_full():
        return JsonResponse({"database": "ok", "disk": "full"}, status=503)
    return JsonResponse({"database": "ok", "doorbell": _cache_state(), "oldest_due_seconds": oldest_due_seconds})


def is_disk_full() -> bool:
    """Return whether the disk with the data of this machine has no room for another upload and its captures.

    A database elsewhere tells of its own disk by refusing to write.
    """
    return settings.VAR.exists() and shutil.disk_usage(settings.VAR).free < LEAST_FREE_BYTES


def _seconds_overdue(at: datetime) -> int:
    oldest = review_queries.oldest_due(at=at)
    return max(0, int((at - oldest).total_seconds())) if oldest else 0


def _cache_state() -> str:
    try:
        cache.get("readyz")
    except (RedisError, OSError):
        return "down"
    return "ok"
