"""Who has which role, and superusers putting people in and taking them out."""

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop

from core.accounts.access import may_enter
from core.accounts.labels import ROLES
from core.accounts.policies import Role
from core.audit.log import record
from core.translation.messages import Message
from core.translation.rendering import in_source_words

#: Why nobody was put into a role, or taken out of it.
HAS_IT = {
    Role.ANALYST: gettext_noop("%(person)s is already an analyst. Nothing was changed."),
    Role.EDITOR: gettext_noop("%(person)s is already an editor. Nothing was changed."),
    Role.CONSUMER: gettext_noop("%(person)s is already a consumer. Nothing was changed."),
}
HAS_IT_NOT = {
    Role.ANALYST: gettext_noop("%(person)s is not an analyst. Nothing was changed."),
    Role.EDITOR: gettext_noop("%(person)s is not an editor. Nothing was changed."),
    Role.CONSUMER: gettext_noop("%(person)s is not a consumer. Nothing was changed."),
}
#: How the history tells of it.
PUT_INTO, TAKEN_OUT = gettext_noop("Given the role “%(role)s”."), gettext_noop("Removed from the role “%(role)s”.")


class RoleRefused(Exception):
    """Nobody was put into a role or taken out of it; the message says why and what to do."""


def people_in(role: Role) -> QuerySet[User]:
    """Return the people who have a role and can sign in, by name."""
    return User.objects.filter(groups__name=role, is_active=True).order_by("username")


def add_to_role(*, by: User, username: str, role: Role) -> User:
    """Put a person into a role. Raises RoleRefused."""
    with transaction.atomic():
        person = _held(by, username)
        if person.groups.filter(name=role).exists():
            raise RoleRefused(gettext(HAS_IT[role]) % {"person": person.username})
        person.groups.add(Group.objects.get_or_create(name=role)[0])
        return _settled(person, by=by, did=Message(PUT_INTO, role=in_source_words(ROLES[role])))


def remove_from_role(*, by: User, username: str, role: Role) -> User:
    """Take a person out of a role. Raises RoleRefused."""
    with transaction.atomic():
        person = _held(by, username)
        if not person.groups.filter(name=role).exists():
            raise RoleRefused(gettext(HAS_IT_NOT[role]) % {"person": person.username})
        person.groups.remove(Group.objects.get(name=role))
        return _settled(person, by=by, did=Message(TAKEN_OUT, role=in_source_words(ROLES[role])))


def sync_staff_flag(person: User) -> User:
    """Bring Django's own staff flag in line with the roles, and return the person as stored."""
    stored = User.objects.get(pk=person.pk)
    stored.is_staff = may_enter(stored)
    stored.save(update_fields=["is_staff"])
    return stored


def _held(by: User, username: str) -> User:
    if not by.is_superuser:
        raise RoleRefused(gettext("Only superusers can assign and remove roles. Ask one of them."))
    person = User.objects.select_for_update().filter(username=username).first()
    if person is None:
        refusal = gettext("There is no user named “%(username)s”. Choose one from the list of users.")
        raise RoleRefused(refusal % {"username": username})
    return person


def _settled(person: User, *, by: User, did: str) -> User:
    record(by=by, what=person, did=did)
    return sync_staff_flag(person)
