"""The history of a row on its own page."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

# A mixin that comes before whatever admin a page is made of; for the types it is one.
if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as Admin
else:
    Admin = object


class HistoryPage(Admin):
    """Rows with the history that the site puts together from everything that was written down about them."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined] # Django's own
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        site: Any = self.admin_site  # the editors' site, which stands above this floor
        return site.history_page(request, self, row)
