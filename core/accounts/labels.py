"""How the roles are called on a page."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.accounts.policies import Role

ROLES: dict[str, Promise] = {
    Role.ANALYST: gettext_lazy("analyst"),
    Role.EDITOR: gettext_lazy("editor"),
    Role.CONSUMER: gettext_lazy("consumer"),
}


def role_in_words(name: str) -> str:
    """Return what a role is called in the reader's language; a group that is no role of the program, by its own name."""
    return str(ROLES.get(name, name))


def roles_in_words(names: Iterable[str]) -> str:
    """Return roles as they are listed in a sentence."""
    # Translators: between the roles that somebody has: analyst and editor.
    return _(" and ").join(role_in_words(name) for name in sorted(names))
