"""Pages are closed by default: signed in, and at work here as analyst or editor."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.policies import may_work

#: These have their own rules: the API answers programs, the admin its editors.
OWN_RULES = ("/api/", "/admin/")


class PagesForStaffMiddleware(LoginRequiredMiddleware):
    """Send strangers to the sign-in page, and tell signed-in people without a role what to do.

    A view opts out with Django's own `login_not_required`.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: list, view_kwargs: dict
    ) -> HttpResponse | None:
        if request.path.startswith(OWN_RULES) or not view_func.__dict__.get("login_required", True):
            return None
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None and not may_work(request.user):
            return render(request, "403.html", status=403)
        return refused
