"""What is said where many change the same thing at once and one of them has waited too long for their turn."""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from psycopg.errors import DeadlockDetected, LockNotAvailable

#: Seconds after which it is worth another try.
RETRY_AFTER = "2"


def is_lock_timeout(error: BaseException) -> bool:
    """Whether PostgreSQL gave up a statement because others held what it wanted to change; nothing of it was done."""
    return isinstance(error, OperationalError) and isinstance(error.__cause__, LockNotAvailable | DeadlockDetected)


class LockTimeoutMiddleware:
    """Answers on pages, where the database gave up waiting, that nothing was saved and that it may be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not is_lock_timeout(error):
            return None
        answer = render(request, "503.html", status=503)
        answer.headers["Retry-After"] = RETRY_AFTER
        return answer
