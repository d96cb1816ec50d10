"""What is refused before any view of the API or the admin runs."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.views.defaults import bad_request

from core.web.problems import problem_response

#: Their lists hand words of the address to the database; the pages leave the character out of what they search for.
FILTERED_BY_ADDRESS = ("/api/", "/admin/")


class RefuseNulMiddleware:
    """PostgreSQL stores no U+0000, so an address that holds one can mean nothing here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FILTERED_BY_ADDRESS) and "\0" in request.path + "".join(_words(request)):
            return _refusal(request)
        return self.get_response(request)


def _refusal(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return problem_response(400, "The address contains the character %00. Remove it.")
    return bad_request(request, SuspiciousOperation("The address holds the character %00."))


def _words(request: HttpRequest) -> list[str]:
    return [word for name, values in request.GET.lists() for word in (name, *values)]
