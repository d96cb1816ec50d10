"""The second factor: who needs one, which code is right, and how often a code may be wrong."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    validate_totp_code,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from core.accounts.policies import Role, roles_of
from core.accounts.sign_in import CODES_OF, LOCKED_OUT

WRONG_CODE = _("This code is wrong or has already been used. Enter the code your phone shows now, or a recovery code.")
TOO_MANY_CODES = _(
    "Too many wrong codes were entered for this account. Wait 15 minutes, then try again. If you have lost "
    "your phone and your recovery codes, ask an administrator to reset your two-factor authentication."
)
SET_UP_FIRST = _("Editors have to use two-factor authentication here. Set it up, then continue.")


def is_on(person: User) -> bool:
    """Return whether a person signs in with a code beside the password."""
    return Authenticator.objects.filter(user_id=person.pk, type=Authenticator.Type.TOTP).exists()


def is_missing(person: User | AnonymousUser) -> bool:
    """Return whether a person must set up a second factor before anything else."""
    if not settings.PLUMBLINE_REQUIRE_MFA or not isinstance(person, User):
        return False
    return Role.EDITOR in roles_of(person) and not is_on(person)


def check_code(request: HttpRequest, person: User, code: str) -> Authenticator:
    """Return what the code belongs to: the telephone, or a recovery code, which is used up by it.

    Raises ValidationError on a wrong code, and after ten of them on every code, for a quarter of an hour. Guesses that
    come at once take turns, so that none of them is looked at before those ahead of it are counted.
    """
    counted = {"username": f"{CODES_OF}{person.get_username()}"}
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        if not AxesProxyHandler.is_allowed(request, counted):
            setattr(request, LOCKED_OUT, True)
            raise ValidationError(TOO_MANY_CODES, code="too_many_tries")
        found = _owner_of(code, person)
        if found:
            AxesProxyHandler.reset_attempts(username=counted["username"])
            return found
        AxesProxyHandler.user_login_failed(sender=__name__, credentials=counted, request=request)
    raise ValidationError(WRONG_CODE, code="wrong_code")


def disable(person: User) -> bool:
    """Take a person's second factor away. Return whether there was one."""
    return bool(Authenticator.objects.filter(user_id=person.pk).delete()[0])


def _owner_of(code: str, person: User) -> Authenticator | None:
    digits = "".join(code.split())
    for authenticator in Authenticator.objects.filter(user_id=person.pk).order_by("pk"):
        is_telephone = authenticator.type == Authenticator.Type.TOTP
        if _is_shown_now(authenticator, digits) if is_telephone else authenticator.wrap().validate_code(digits):
            return authenticator
    return None


def _is_shown_now(authenticator: Authenticator, code: str) -> bool:
    """Return whether the telephone shows this code, for the first time: it remembers in the row which moment was used.

    The library remembers it in the cache, for a shorter time than a code is good for.
    """
    secret = decrypt(authenticator.data["secret"])
    for moment in yield_hotp_counters_from_time():
        is_it = constant_time_compare(code, format_hotp_value(hotp_value(secret, moment)))
        if is_it and moment > authenticator.data.get("last_moment", -1):
            authenticator.data["last_moment"] = moment
            authenticator.save(update_fields=["data"])
            return True
    return False


class _CountedCode(Form):
    """The part that the pages asking for a code share: the counted check in place of the library's."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("Code")
        code.max_length = 20  # type: ignore[attr-defined] # the library made it a CharField
        code.widget.attrs = {
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "autofocus": True,
            "maxlength": 20,
        }

    def clean_code(self) -> str:
        self.authenticator = check_code(context.request, self.user, self.cleaned_data["code"])
        self.authenticator.user = self.user
        return self.cleaned_data["code"]


class SignInCode(_CountedCode, AuthenticateForm):
    """The code that follows the password."""


class ConfirmingCode(_CountedCode, ReauthenticateForm):
    """The code of somebody signed in, before their account is changed."""


class FirstCode(_CountedCode, ActivateTOTPForm):
    """The code that shows that the telephone has the secret now; a wrong one guesses nobody's."""

    def clean_code(self) -> str:
        if not validate_totp_code(self.secret, self.cleaned_data["code"]):
            raise ValidationError(
                _(
                    "This code does not match the QR code above. Scan it again, and check that your phone's "
                    "clock is right."
                )
            )
        return self.cleaned_data["code"]
