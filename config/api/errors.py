"""One answer for each refusal: {"detail": sentence}, or the fields that are at fault."""

import logging

from django.core.exceptions import SuspiciousOperation
from django.db import DataError
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from claims.services import ArticleTooLong, NothingToDo, NoTranslation, QuoteRefused
from core.accounts.policies import NotAllowed
from core.web.lock_timeouts import RETRY_AFTER, is_lock_timeout
from reviews.services import CitationMissing, RationaleMissing, SomeoneElseWasFirst
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
    CitationMissing: 400,
    RationaleMissing: 400,
    NothingNew: 409,
    NothingToDo: 409,
    NoTranslation: 409,
    SomeoneElseWasFirst: 409,
}


def handle(error: Exception, context: dict) -> Response | None:
    """Turn an exception into an answer, or return None for one that is a fault of ours."""
    for kind, status in REFUSALS.items():
        if isinstance(error, kind):
            return _refusal(str(error), status)
    if is_lock_timeout(error):
        answer = _refusal(
            "Someone else is changing this right now, so your change was not saved. Try again in a moment.", 503
        )
        answer.headers["Retry-After"] = RETRY_AFTER
        return answer
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
    return exception_handler(error, context)


def _refusal(sentence: str, status: int) -> Response:
    return Response({"detail": sentence}, status=status)
