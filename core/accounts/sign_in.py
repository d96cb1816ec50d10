"""Signing in with a password: the form, and what happens to somebody who tries one after the other."""

from ipaddress import ip_address
from typing import cast

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

TOO_MANY_TRIES = _(
    "Too many wrong passwords were entered for this user name. Wait 15 minutes, then try again. If you have "
    "forgotten your password, ask an administrator to set a new one."
)


#: Under which name the library notes on a request that it was refused because of the tries before it.
LOCKED_OUT = "axes_locked_out"
#: Before the user name under which wrong codes are counted; no user name has a space.
CODES_OF = "codes of "


class SignIn(AuthenticationForm):
    """User name and password. Whoever is locked out is told so, and not that the password is wrong."""

    def get_invalid_login_error(self) -> ValidationError:
        if is_locked_out(self.request):
            return ValidationError(TOO_MANY_TRIES, code="too_many_tries")
        return super().get_invalid_login_error()


def is_locked_out(request: HttpRequest | None) -> bool:
    """Return whether this request was refused because of the tries before it."""
    return getattr(request, LOCKED_OUT, False)


def counted_by(tried: object, credentials: dict | None = None) -> list:
    """Return what tries are counted for: passwords for a name at an address, codes for the person wherever they are."""
    name = (credentials or {}).get("username") or getattr(tried, "username", None) or ""
    return ["username"] if name.startswith(CODES_OF) else [["username", "ip_address"]]


def client_address(request: HttpRequest) -> str | None:
    """Return the address that tries are counted for, or None where there is none: a socket file has no address.

    The API counts for the same one, so that both believe X-Forwarded-For only from as many proxies as are trusted.
    """
    found = BaseThrottle().get_ident(cast(Request, request))
    try:
        return str(ip_address(found))
    except ValueError:
        return None


def refuse(request: HttpRequest, response: HttpResponse, credentials: dict | None) -> HttpResponse:
    """Return the form as it is, with its sentence, under the status for too many requests."""
    response.status_code = 429
    return response
