"""Refusals as problem details (RFC 9457): one shape for every failure of the API, whoever answers it."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import TypedDict

from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"


class Fault(TypedDict, total=False):
    """One value that is at fault: what is wrong with it, and where it stands.

    `pointer` is a JSON pointer into the body, as a fragment (`#/citations/0`); `parameter` a name in the address.
    """

    detail: str
    pointer: str
    parameter: str


def problem(status: int, detail: str, faults: Sequence[Fault] = (), *, code: str = "") -> dict:
    """Return problem details; `about:blank` says that the status tells the kind, and `code` tells it more exactly."""
    title = HTTPStatus(status).phrase
    code = code or title.lower().replace(" ", "_")
    told = {"type": "about:blank", "title": title, "status": status, "code": code, "detail": detail}
    return {**told, "errors": list(faults)} if faults else told


def problem_response(status: int, detail: str, **headers: str) -> JsonResponse:
    """Return an answer with problem details, for what is refused before a view of the API runs."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return JsonResponse(problem(status, detail), status=status, content_type=MEDIA_TYPE, headers=names)
