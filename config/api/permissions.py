"""Who may use the API: every role reads, analysts and editors write."""

from django.contrib.auth.models import User
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from core.accounts.policies import NotAllowed, check_is_staff, roles_of


class ByRole(BasePermission):
    """Closed to strangers, and to people who have no role here."""

    def has_permission(self, request: Request, view: object) -> bool:
        """Return False for a stranger. Raises NotAllowed, with a sentence, for a known person."""
        return isinstance(request.user, User) and self.lets(request.user, request.method or "")

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
