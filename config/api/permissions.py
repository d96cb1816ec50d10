"""Who may use the API: every role reads, analysts and editors write."""

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from core.accounts.policies import NotAllowed, check_is_staff, roles_of


class ByRole(BasePermission):
    """Closed to strangers, and to people who have no role here."""

    def has_permission(self, request: Request, view: object) -> bool:
        """Return False for a stranger. Raises NotAllowed, with a sentence, for a known person."""
        if not request.user.is_authenticated:
            return False
        if not roles_of(request.user):
            raise NotAllowed("Your account has no role here. Ask an editor to make you an analyst, editor or consumer.")
        if request.method not in SAFE_METHODS:
            check_is_staff(request.user)
        return True
