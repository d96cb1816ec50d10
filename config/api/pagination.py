"""Pages of a list, by cursor: as fast at the end as at the start, and stable while rows are added."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.views import APIView


class CursorPages(CursorPagination):
    """A view says the order of its rows in `ordering`; without one they come newest first."""

    ordering = "-pk"
    page_size = 50
    max_page_size = 100
    page_size_query_param = "page_size"
    page_size_query_description = "Rows per page, from 1 to 100. Default: 50."
    cursor_query_description = "Where the page starts. Take it from `next` or `previous` of another page."
    invalid_cursor_message = "There is no such page. Start again without a cursor, or use one from `next`."

    def get_ordering(self, request: Request, queryset: QuerySet, view: object) -> tuple[str, ...]:
        ordering = getattr(view, "ordering", self.ordering)
        return (ordering,) if isinstance(ordering, str) else ordering

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except ValueError as error:  # a cursor that was made by hand
            raise NotFound(self.invalid_cursor_message) from error

    def get_paginated_response_schema(self, schema: dict) -> dict:
        """Describe a page in OpenAPI 3.1, where null is a type."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }
