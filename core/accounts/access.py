"""Pages are closed by default: signed in, with a second factor where one is asked for, and at work here."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from core.accounts import second_factor
from core.accounts.policies import Role, may_work, roles_of
from core.web.problems import problem_response
from core.web.requests import user_of

#: These have their own rules: the API answers programs, the admin its editors.
OWN_RULES = ("/api/", "/admin/")


def may_enter(user: User) -> bool:
    """Return whether this person uses the editors' pages."""
    return user.is_active and Role.EDITOR in roles_of(user)


def for_everybody(view: Callable) -> Callable:
    """Mark a page as open to whoever is signed in, with or without a desk or a second factor: their own account."""
    vars(view)["needs_no_desk"] = True
    return view


class PagesForStaffMiddleware(LoginRequiredMiddleware):
    """Send strangers to the sign-in page, and tell signed-in people without a role what to do.

    A view opts out with Django's own `login_not_required`.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: tuple, view_kwargs: dict
    ) -> HttpResponseBase | None:
        if request.path.startswith(OWN_RULES) or not view_func.__dict__.get("login_required", True):
            return None
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None and not _is_for_everybody(view_func) and not may_work(user_of(request)):
            return render(request, "403.html", status=403)
        return refused


class SecondFactorMiddleware:
    """Lead editors without a second factor to the page that sets it up, where the settings ask for one."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: list, view_kwargs: dict
    ) -> HttpResponse | None:
        of_the_api = request.path.startswith("/api/")  # whose views are all open as far as Django's own mark goes
        is_open = _is_for_everybody(view_func) or not (of_the_api or view_func.__dict__.get("login_required", True))
        if is_open or not second_factor.is_missing(request.user):
            return None
        if of_the_api:
            return problem_response(403, str(second_factor.SET_UP_FIRST))
        return redirect("mfa_activate_totp")


def _is_for_everybody(view: Callable) -> bool:
    return view.__dict__.get("needs_no_desk", False)
