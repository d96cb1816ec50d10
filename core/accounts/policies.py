"""Which roles there are, and who may work here."""

from enum import StrEnum

from django.contrib.auth.models import User
from django.utils.translation import gettext as _


class Role(StrEnum):
    """The groups that grant rights; their rows come with the first migration."""

    ANALYST = "analyst"
    EDITOR = "editor"
    CONSUMER = "consumer"


#: Under which name a person keeps the roles that were read of them, so that one request asks once.
ROLES_READ = "plumbline_roles"


class NotAllowed(Exception):
    """The person may not do this; the message says who may."""


def roles_of(user: User) -> set[Role]:
    """Return the roles of a signed-in person; a superuser has every role but consumer."""
    if user.is_superuser:
        return {Role.ANALYST, Role.EDITOR}
    if not hasattr(user, ROLES_READ):
        names = set(user.groups.values_list("name", flat=True))
        setattr(user, ROLES_READ, {role for role in Role if role.value in names})
    return getattr(user, ROLES_READ)


def check_is_staff(user: User) -> None:
    """Raise NotAllowed unless the person works here as analyst or editor."""
    if not roles_of(user) & {Role.ANALYST, Role.EDITOR}:
        raise NotAllowed(
            _("Only analysts and editors can do this. Ask an administrator to give you one of these roles.")
        )


def may_work(user: User) -> bool:
    """Return whether check_is_staff would let this person pass."""
    return bool(roles_of(user) & {Role.ANALYST, Role.EDITOR})
