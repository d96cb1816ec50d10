"""Lists narrowed by what a client asks for, and by nothing that it only meant to ask for."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework.request import Request

from config.api.pagination import CursorPages
from core.api import sparse
from core.api.parameters import CURSOR, PAGE_SIZE, BadParameters, check_known

if TYPE_CHECKING:  # it imports the settings that name this module
    from rest_framework.viewsets import GenericViewSet


class StrictFilters(DjangoFilterBackend):
    """Refuses a parameter that the list doesn't know, or that is there twice: a misspelt filter would give every row."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: "GenericViewSet") -> QuerySet:
        if view.action == "retrieve":
            return queryset
        filterset_class = self.get_filterset_class(view, queryset)
        filterset = filterset_class and filterset_class(**self.get_filterset_kwargs(request, queryset, view))
        known = {
            *(_parameters(filterset) if filterset else ()),
            CURSOR,
            PAGE_SIZE,
            *([sparse.PARAMETER] if view.action in getattr(view, "rows_of", ()) else ()),
        }
        check_known(request, known)
        CursorPages().check_page_size(request)
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise BadParameters(filterset.errors)
        return filterset.qs


def _parameters(filterset: FilterSet) -> set[str]:
    """Return the names under which an address gives the filters; one of a range has two."""
    form: Any = filterset.form
    return {name for field in form for name in getattr(field.field.widget, "names", lambda name: [name])(field.name)}
