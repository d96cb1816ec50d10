"""Who may use the API: every role reads, analysts and editors write, and a key does no more than it was made for."""

from django.contrib.auth.models import User
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from core.accounts.api_keys import Scope, check_scope
from core.accounts.policies import NotAllowed, check_is_staff, roles_of


class ByRole(BasePermission):
    """Closed to strangers, and to people who have no role here.

    A view, or one of its actions, says in `scope` what its unsafe methods need beyond reading; without a word that is
    Scope.WRITE. Scope.READ is for a question that is asked by POST. A view whose `open_to_every_role` is true writes
    nothing but what belongs to whoever asks: consumers may, with a key that may write.
    """

    def has_permission(self, request: Request, view: object) -> bool:
        """Return False for a stranger. Raises NotAllowed, with a sentence, for a known person."""
        if not isinstance(request.user, User):
            return False
        scope = Scope.READ if request.method in SAFE_METHODS else getattr(view, "scope", None) or Scope.WRITE
        check_scope(request.auth, scope)
        as_reader = scope == Scope.READ or getattr(view, "open_to_every_role", False)
        return self.lets(request.user, "GET" if as_reader else request.method or "")

    @staticmethod
    def lets(person: User, method: str) -> bool:
        """Return True where a person may use this method. Raises NotAllowed, with a sentence, where they may not."""
        if not roles_of(person):
            raise NotAllowed(
                "Your account has no role. Ask an administrator to make you an analyst, editor or consumer."
            )
        if method not in SAFE_METHODS:
            check_is_staff(person)
        return True


class ForStaff(ByRole):
    """Closed to consumers too: what is said and done before a verdict is published stays among those who work here."""

    def has_permission(self, request: Request, view: object) -> bool:
        allowed = super().has_permission(request, view)
        if isinstance(request.user, User):
            check_is_staff(request.user)
        return allowed
