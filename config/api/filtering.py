"""Lists narrowed by what a client asks for, and by nothing that it only meant to ask for."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from config.api.pagination import CursorPages

if TYPE_CHECKING:  # it imports the settings that name this module
    from rest_framework.viewsets import GenericViewSet


class StrictFilters(DjangoFilterBackend):
    """Refuses a parameter that the list doesn't know: a misspelt filter would otherwise give every row."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: "GenericViewSet") -> QuerySet:
        if view.action == "retrieve":
            return queryset
        known = {
            *self._filters(view, queryset),
            CursorPages.cursor_query_param,
            CursorPages.page_size_query_param,
        }
        unknown = sorted(set(request.query_params) - known)
        if unknown:
            raise ValidationError(
                {name: [f"There is no such filter. Available filters: {', '.join(sorted(known))}."] for name in unknown}
            )
        return super().filter_queryset(request, queryset, view)

    def _filters(self, view: "GenericViewSet", queryset: QuerySet) -> set[str]:
        filterset = self.get_filterset_class(view, queryset)
        return set(filterset.base_filters) if filterset else set()
