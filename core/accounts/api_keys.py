"""Keys with which programs use the API: made for a purpose, shown once, taken back."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from knox.models import AuthToken
from knox.settings import knox_settings

from core.accounts.models import ApiKey
from core.accounts.policies import NotAllowed, Role, roles_of
from core.audit.log import record
from core.translation.messages import Message


class Scope(StrEnum):
    """What a key may be made for; its person's roles hold beside that."""

    READ = "read"
    WRITE = "write"
    SIGN_OFF = "sign-off"


SCOPES = {
    Scope.READ: gettext_lazy("Read articles, claims, sources and verdicts"),
    Scope.WRITE: gettext_lazy("Submit articles and sources, cite, judge and comment"),
    Scope.SIGN_OFF: gettext_lazy("Sign off verdicts and send reviews back"),
}
#: How long a key may last at most, and how long it lasts where nobody says.
LONGEST, USUAL = timedelta(days=730), knox_settings.TOKEN_TTL
#: A key that is used all the time has its last use written down this often.
NOTED_EVERY = timedelta(minutes=1)

CREATED = gettext_noop("Created an API key.")
CREATED_FOR = gettext_noop("Created an API key for this person.")
REVOKED = gettext_noop("Revoked the API key %(key)s….")
ALL_REVOKED = gettext_noop("Revoked all API keys: %(count)s.")


#: A key of `with_details`: types know a model's own columns only.
DetailedKey: TypeAlias = Any


class TooManyKeys(Exception):
    """The person has as many keys as one person may have; the message says what to do."""


def valid_keys(person: User) -> QuerySet[AuthToken]:
    """Return a person's keys that still work, newest first, as `with_details` has them."""
    still_works = Q(expiry=None) | Q(expiry__gt=timezone.now())
    keys = AuthToken.objects.filter(still_works, user_id=person.pk)
    return with_details(keys).order_by("-created", "pk")


def with_details(keys: QuerySet[AuthToken]) -> QuerySet[AuthToken]:
    """Add to each key its `purpose`, `scopes` and `last_used_at`; None where the library made it and nobody used it."""
    details = ApiKey.objects.filter(token=OuterRef("pk"))
    names = ("purpose", "scopes", "last_used_at")
    return keys.annotate(**{name: Subquery(details.values(name)[:1]) for name in names})


def check_scope(key: object, scope: Scope) -> None:
    """Raise NotAllowed where a request came with a key that was not made for this; a session, None, may do all."""
    scopes = getattr(key, "scopes", None)
    if scopes is not None and scope not in scopes:
        refusal = _("This API key was not created for this: it lacks the scope “%(scope)s”. Create one that has it.")
        raise NotAllowed(refusal % {"scope": scope})


def check_may_issue(by: User, person: User) -> None:
    """Raise NotAllowed unless this person may make keys for that one: superusers for all, editors for programs."""
    if by.is_superuser or by.pk == person.pk:
        return
    if Role.EDITOR in roles_of(by) and roles_of(person) == {Role.CONSUMER} and not person.is_superuser:
        return
    raise NotAllowed(
        _("Editors create API keys for consumers and for themselves. Ask %(person)s to create one.")
        % {"person": person.username}
    )


def may_revoke(by: User, person: User) -> bool:
    """Return whether this person may end keys of that one: superusers all, editors all but those of superusers."""
    return by.is_superuser or by.pk == person.pk or (Role.EDITOR in roles_of(by) and not person.is_superuser)


def create_key(
    person: User,
    *,
    purpose: str,
    scopes: Collection[Scope] = tuple(Scope),
    lasts: timedelta = USUAL,
    by: User | None = None,
) -> tuple[AuthToken, str]:
    """Make a key and return its row and the key itself, which nobody can read again.

    Raises NotAllowed where `by` may not make it for that person, and TooManyKeys where the person has the most that one
    person may have.
    """
    by = by or person
    check_may_issue(by, person)
    living = valid_keys(person).count()
    if living >= knox_settings.TOKEN_LIMIT_PER_USER:
        refusal = _("You already have %(count)s tokens. Revoke one of them with DELETE /api/v1/token/ first.")
        raise TooManyKeys(refusal % {"count": living})
    with transaction.atomic():
        row, key = AuthToken.objects.create(user=person, expiry=min(lasts, LONGEST))
        ApiKey.objects.create(token=row, purpose=purpose, scopes=sorted(scopes), created_by=by)
        record(by=by, what=person, did=CREATED if by.pk == person.pk else CREATED_FOR)
    return row, key


def note_use(key: DetailedKey, *, at: datetime) -> None:
    """Write down that a key was used, at most once in NOTED_EVERY; one that the library made gets its row by that."""
    if key.scopes is None:
        details = ApiKey(token_id=key.pk, scopes=sorted(Scope), last_used_at=at)
        ApiKey.objects.bulk_create([details], ignore_conflicts=True)
    elif key.last_used_at is None or at - key.last_used_at >= NOTED_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=at)


def revoke_key(person: User, beginning: str) -> bool:
    """End a person's own key, named by its first characters. Return whether there was one."""
    with transaction.atomic():
        revoked = bool(AuthToken.objects.filter(user_id=person.pk, token_key=beginning).delete()[0])
        record(by=person, what=person, did=Message(REVOKED, key=beginning) if revoked else "")
    return revoked


def revoke_all(person: User) -> int:
    """End every key of a person, who asked for it. Return how many still worked."""
    with transaction.atomic():
        count = valid_keys(person).count()
        AuthToken.objects.filter(user_id=person.pk).delete()
        record(by=person, what=person, did=Message(ALL_REVOKED, count=count) if count else "")
    return count
