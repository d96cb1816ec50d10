"""What is said where the database cannot be asked at all: nothing was done, and it is worth another try."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponseBase
from django.views.defaults import server_error

from core.web.problems import problem_response

#: Seconds after which a restarted database answers again.
RETRY_AFTER = "10"
SENTENCE = "The database cannot be reached at the moment, so nothing was read or changed. Try again in a moment."
#: Classes of SQLSTATE in which the server takes no work: connection lost, resources used up, shutting down.
_TAKES_NO_WORK = ("08", "53", "57P")


def is_unreachable(error: BaseException | None) -> bool:
    """Whether the database took no work: the connection failed or was cut, and what it was asked for was not done."""
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_TAKES_NO_WORK)


def failed(request: HttpRequest) -> HttpResponseBase:
    """Answer a request that ended in an exception: in JSON to programs, and as one to be sent again where it may be."""
    if not request.path.startswith("/api/"):
        return server_error(request)
    if is_unreachable(sys.exc_info()[1]):
        return problem_response(503, SENTENCE, Retry_After=RETRY_AFTER)
    return problem_response(500, "Something went wrong here. It has been noted; your request was not carried out.")
