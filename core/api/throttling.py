"""How much one key may ask: counted for itself, not for everybody behind the same address."""

import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from knox.models import AuthToken
from redis import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

if TYPE_CHECKING:  # it imports the settings that name this module
    from rest_framework.views import APIView

#: Seconds over which requests are counted.
WINDOW = 60


class PerKey(BaseThrottle):
    """Allows PLUMBLINE_API_PER_MINUTE requests a minute to each key, and to each person without one.

    Where nobody counts, nobody is held up: the count protects the many from one, and is no secret.
    """

    def allow_request(self, request: Request, view: "APIView") -> bool:
        asker = self._asker(request)
        if asker is None:  # strangers get nowhere, and tries of passwords have a count of their own
            return True
        minute = int(time.time()) // WINDOW
        try:
            return self._count(f"api:{asker}:{minute}") <= settings.PLUMBLINE_API_PER_MINUTE
        except (RedisError, OSError):
            return True

    def wait(self) -> int:
        return WINDOW - int(time.time()) % WINDOW

    @staticmethod
    def _asker(request: Request) -> str | None:
        if isinstance(request.auth, AuthToken):
            return f"key:{request.auth.pk[:32]}"
        return f"person:{request.user.pk}" if request.user.is_authenticated else None

    @staticmethod
    def _count(name: str) -> int:
        try:
            return cache.incr(name)
        except ValueError:  # the first of this minute
            cache.add(name, 0, timeout=2 * WINDOW)
            return cache.incr(name)
