"""What is said where the database cannot be asked at all: nothing was done, and it is worth another try."""

import sys

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.views.defaults import server_error

from core.web.problems import problem_response

#: Seconds after which a restarted database answers again.
RETRY_AFTER = "10"
SENTENCE = "The database cannot be reached at the moment, so nothing was read or changed. Try again in a moment."
#: Classes of SQLSTATE in which the server takes no work: connection lost, resources used up, shutting down.
_TAKES_NO_WORK = ("08", "53", "57P")
#: Where passwords and codes are typed, nothing of a form is shown again.
_SECRET_FORMS = ("/sign-in/", "/account/", "/admin/")
#: Characters of the longest value that is a number or a choice; some languages have no spaces between words.
_LONGEST_CHOICE = 20


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
    is_for_programs, is_outage = request.path.startswith("/api/"), is_unreachable(sys.exc_info()[1])
    if is_for_programs and is_outage:
        return problem_response(503, SENTENCE, Retry_After=RETRY_AFTER)
    if is_for_programs:
        return problem_response(500, "Something went wrong here. It has been noted; your request was not carried out.")
    return _outage_page(request) if is_outage else server_error(request)


def _outage_page(request: HttpRequest) -> HttpResponse:
    """Show that nothing was saved, with the words that were sent, for whoever typed them."""
    # Rendered without the request: who asks, and their messages, are in the database.
    page = render_to_string("outage.html", {"typed": _typed_words(request)})
    return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})


def _typed_words(request: HttpRequest) -> list[str]:
    """Return every value of a form that somebody may have written."""
    if request.method != "POST" or request.path.startswith(_SECRET_FORMS):
        return []
    try:
        fields = request.POST
    except (UnreadablePostError, MultiPartParserError, SuspiciousOperation):
        return []
    values = [value for name in fields if name != "csrfmiddlewaretoken" for value in fields.getlist(name)]
    return [value for value in values if len(value.split()) > 1 or len(value.strip()) > _LONGEST_CHOICE]
