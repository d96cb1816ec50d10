"""Pages that are open to everybody, or not there at all."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET


def public(view: Callable) -> Callable:
    """Open a page to everybody where PLUMBLINE_PUBLIC is on. Elsewhere it is not there, for nobody."""

    @wraps(view)
    def answer(request: HttpRequest, **place: int | str) -> HttpResponseBase:
        if not settings.PLUMBLINE_PUBLIC:
            raise Http404
        return view(request, **place)

    return login_not_required(require_GET(answer))
