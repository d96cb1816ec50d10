"""What people do to their own second factor, written down in their history as soon as the library has stored it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.models import User
from django.utils.translation import gettext_noop

from core.audit.log import record

SWITCHED_ON = gettext_noop("Turned on two-factor authentication.")
SWITCHED_OFF = gettext_noop("Turned off two-factor authentication.")
NEW_CODES = gettext_noop("Generated new recovery codes.")


def connect_signals() -> None:
    """Write down from now on what the library says was done."""
    authenticator_added.connect(_added)
    authenticator_removed.connect(_removed)
    authenticator_reset.connect(_reset)


def _added(*, user: User, authenticator: Authenticator, **_sent: object) -> None:
    record(by=user, what=user, did=_of(authenticator, SWITCHED_ON))


def _removed(*, user: User, authenticator: Authenticator, **_sent: object) -> None:
    record(by=user, what=user, did=_of(authenticator, SWITCHED_OFF))


def _reset(*, user: User, **_sent: object) -> None:
    record(by=user, what=user, did=NEW_CODES)


def _of(authenticator: Authenticator, did: str) -> str:
    """Return what the device is called. The telephone is the second factor; its recovery codes come and go with it."""
    return did if authenticator.type == Authenticator.Type.TOTP else ""
