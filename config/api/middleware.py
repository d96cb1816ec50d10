"""What is refused before any view of the API runs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse


class RefuseNulMiddleware:
    """PostgreSQL stores no U+0000, so an address that holds one can mean nothing here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/api/") and "\0" in request.path + "".join(_words(request)):
            return JsonResponse({"detail": "The address holds the character %00. Leave it out."}, status=400)
        return self.get_response(request)


def _words(request: HttpRequest) -> list[str]:
    return [word for name, values in request.GET.lists() for word in (name, *values)]
