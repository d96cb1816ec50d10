"""Keys with which programs use the API: given to a person, shown once, taken back."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from knox.models import AuthToken
from knox.settings import knox_settings

from core.audit.log import record
from core.translation.messages import Message

REVOKED = gettext_noop("Revoked the API key %(key)s….")


class TooManyKeys(Exception):
    """The person has as many keys as one person may have; the message says what to do."""


def valid_keys(person: User) -> QuerySet[AuthToken]:
    """Return a person's keys that still work, newest first."""
    return AuthToken.objects.filter(user_id=person.pk, expiry__gt=timezone.now()).order_by("-created", "pk")


def create_key(person: User) -> tuple[AuthToken, str]:
    """Make a key and return its row and the key itself, which nobody can read again.

    Raises TooManyKeys where the person has the most that one person may have.
    """
    living = valid_keys(person).count()
    if living >= knox_settings.TOKEN_LIMIT_PER_USER:
        refusal = _("You already have %(count)s tokens. Revoke one of them with DELETE /api/v1/token/ first.")
        raise TooManyKeys(refusal % {"count": living})
    with transaction.atomic():
        record(by=person, what=person, did=gettext_noop("Created an API key."))
        return AuthToken.objects.create(user=person)


def revoke_key(person: User, beginning: str) -> bool:
    """End a person's own key, named by its first characters. Return whether there was one."""
    with transaction.atomic():
        revoked = bool(AuthToken.objects.filter(user_id=person.pk, token_key=beginning).delete()[0])
        record(by=person, what=person, did=Message(REVOKED, key=beginning) if revoked else "")
    return revoked
