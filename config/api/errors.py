"""One shape for each refusal: problem details (RFC 9457), with the values that are at fault."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import DataError
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler

from claims.services import ArticleTooLong, NothingToDo, NoTranslation, QuoteRefused, WordingRefused
from core.accounts.policies import NotAllowed
from core.api.parameters import BadParameters
from core.web import problems, unreachable
from core.web.lock_timeouts import RETRY_AFTER, is_lock_timeout
from reviews.services import (
    CitationMissing,
    NothingSaid,
    RationaleMissing,
    SomeoneElseWasFirst,
    TooManyWebhooks,
    Unconfirmed,
)
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused
from sources.services import NothingNew

logger = logging.getLogger(__name__)

#: What a service refuses, in its own sentence, and the status that goes with it.
REFUSALS: dict[type[Exception], int] = {
    NotAllowed: 403,
    ExtractionRefused: 400,
    ArticleTooLong: 400,
    AddressRefused: 400,
    QuoteRefused: 400,
    WordingRefused: 400,
    CitationMissing: 400,
    RationaleMissing: 400,
    NothingSaid: 400,
    NothingNew: 409,
    NothingToDo: 409,
    NoTranslation: 409,
    TooManyWebhooks: 409,
    SomeoneElseWasFirst: 409,
}


def handle(error: Exception, context: dict) -> Response | None:
    """Turn an exception into an answer, or return None for one that is a fault of ours."""
    for kind, status in REFUSALS.items():
        if isinstance(error, kind):
            return _refusal(str(error), status, code=_code(kind))
    if isinstance(error, Unconfirmed):
        faults: list[problems.Fault] = [{"detail": error.sentence, "pointer": "#/confirmed"}]
        return _refusal(f"{error} {error.sentence}", 409, faults=faults, code=_code(Unconfirmed))
    if is_lock_timeout(error):
        return _refusal(
            "Someone else is changing this right now, so your change was not saved. Try again in a moment.",
            503,
            retry_after=RETRY_AFTER,
        )
    if unreachable.is_unreachable(error):
        logger.error("The database cannot be reached: %s", error)
        return _refusal(unreachable.SENTENCE, 503, retry_after=unreachable.RETRY_AFTER)
    if isinstance(error, DataError):
        # A value got past the checks of its field and PostgreSQL refused it: the client is told, and so are we.
        logger.exception("A value reached the database that it cannot store.")
        return _refusal("One of the values in this request cannot be stored. Check dates, numbers and characters.", 400)
    if isinstance(error, SuspiciousOperation):
        return _refusal(
            "This request has too many parts, or parts that are too large. Send one file of at most 20 MB.", 400
        )
    if isinstance(error, exceptions.NotAuthenticated):
        error.detail = exceptions.ErrorDetail(
            "Authentication required. Sign in, or send a token: `Authorization: Token …`.",
            error.default_code,
        )
    answer = exception_handler(error, context)
    return answer and _as_problem(answer, error)


def _as_problem(answer: Response, error: Exception) -> Response:
    """Give what the library refuses, in its own shapes, the shape of all refusals."""
    if isinstance(error, exceptions.ValidationError):
        faults = list(_faults(error.detail, "parameter" if isinstance(error, BadParameters) else "pointer"))
        detail = " ".join(_told(fault) for fault in faults)
        answer.data = problems.problem(
            answer.status_code, detail, [each for each in faults if len(each) > 1], code="invalid"
        )
    else:
        # What the library refuses has its word for it, and what is refused here the name of its exception.
        own = getattr(error, "default_code", "") == exceptions.APIException.default_code
        code = _code(type(error)) if own else getattr(error, "default_code", "")
        answer.data = problems.problem(answer.status_code, str(answer.data["detail"]), code=code)
    answer.content_type = problems.MEDIA_TYPE
    return answer


def _faults(detail: Any, where: str, path: tuple[str, ...] = ()) -> Iterator[problems.Fault]:
    """Yield each sentence of a refused body or address with the place of the value that it is about."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            deeper = path if name == api_settings.NON_FIELD_ERRORS_KEY else (*path, str(name))
            yield from _faults(inner, where, deeper)
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            # A list holds sentences, or one entry for each value of a list, which is empty where the value is right.
            deeper = path if isinstance(inner, str) else (*path, str(number))
            yield from _faults(inner, where, deeper)
    elif not path:
        yield {"detail": str(detail)}
    elif where == "parameter":
        yield {"detail": str(detail), "parameter": path[0]}
    else:
        yield {"detail": str(detail), "pointer": "#/" + "/".join(map(_escaped, path))}


def _escaped(name: str) -> str:
    """Return a name as a JSON pointer has it (RFC 6901, 3)."""
    return name.replace("~", "~0").replace("/", "~1")


def _told(fault: problems.Fault) -> str:
    place = fault.get("parameter") or fault.get("pointer", "").removeprefix("#/")
    return f"{place}: {fault['detail']}" if place else fault["detail"]


def _code(kind: type[Exception]) -> str:
    """Return the name of a refusal as programs read it: QuoteRefused is quote_refused."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _refusal(
    sentence: str, status: int, *, faults: list[problems.Fault] | None = None, retry_after: str = "", code: str = ""
) -> Response:
    headers = {"Retry-After": retry_after} if retry_after else None
    told = problems.problem(status, sentence, faults or [], code=code)
    return Response(told, status=status, headers=headers, content_type=problems.MEDIA_TYPE)
