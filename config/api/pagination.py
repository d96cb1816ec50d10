"""Pages of a list, by cursor: as fast at the end as at the start, and stable while rows are added."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, cast
from urllib.parse import parse_qs, urlencode

from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from core.api import sparse
from core.api.parameters import CURSOR, PAGE_SIZE, BadParameters


class CursorPages(CursorPagination):
    """A view says the order of its rows in `ordering`; without one they come newest first.

    A cursor names the list that it is of, and how that was narrowed: in another one it would skip rows unseen.
    """

    ordering = "-pk"
    page_size = 50
    max_page_size = 100
    cursor_query_param = CURSOR
    page_size_query_param = PAGE_SIZE
    page_size_query_description = "Rows per page, from 1 to 100. Default: 50."
    cursor_query_description = "Where the page starts. Take it from `next` or `previous` of another page."
    invalid_cursor_message = "There is no such page. Start again without a cursor, or use one from `next`."

    def get_ordering(self, request: Request, queryset: QuerySet, view: object) -> tuple[str, ...]:
        ordering = getattr(view, "ordering", self.ordering)
        return (ordering,) if isinstance(ordering, str) else ordering

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list | None:
        self.of = _name_of_list(request, {self.cursor_query_param, self.page_size_query_param, sparse.PARAMETER})
        try:
            return super().paginate_queryset(queryset, request, view)
        except ValueError as error:  # a cursor that was made by hand
            raise NotFound(self.invalid_cursor_message) from error

    def check_page_size(self, request: Request) -> None:
        """Raise BadParameters where a page is asked for that is larger than there are, or none."""
        given = request.query_params.get(self.page_size_query_param)
        if given is None or (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= self.max_page_size):
            return
        raise BadParameters({self.page_size_query_param: [f"Enter a number from 1 to {self.max_page_size}."]})

    def encode_cursor(self, cursor: Cursor) -> str:
        """Return the address of the page that starts there."""
        place = {"l": self.of, "o": cursor.offset, "r": int(cursor.reverse)}
        if cursor.position is not None:
            place["p"] = cursor.position
        encoded = urlsafe_b64encode(urlencode(place).encode()).decode()
        return replace_query_param(cast(str, self.base_url), self.cursor_query_param, encoded)  # set before any page

    def decode_cursor(self, request: Request) -> Cursor | None:
        """Return where a page starts. Raises NotFound for a cursor that is none, BadParameters for another list's."""
        encoded = request.query_params.get(self.cursor_query_param)
        if encoded is None:
            return None
        try:
            place = parse_qs(urlsafe_b64decode(encoded.encode("ascii")).decode("ascii"), keep_blank_values=True)
            [of], [offset], [reverse] = place["l"], place["o"], place["r"]
            position: Any = place.get("p", [None])[0]  # a value of the ordering, as text
            cursor = Cursor(offset=int(offset), reverse=reverse == "1", position=position)
        except (KeyError, ValueError) as error:
            raise NotFound(self.invalid_cursor_message) from error
        if of != self.of:
            told = "This cursor is of another list, or of one with other filters. Start again without a cursor."
            raise BadParameters({self.cursor_query_param: [told]})
        if not 0 <= cursor.offset <= self.offset_cutoff:
            raise NotFound(self.invalid_cursor_message)
        return cursor

    def get_schema_operation_parameters(self, view: APIView) -> list[dict]:
        """Describe the parameters as they are checked."""
        described = super().get_schema_operation_parameters(view)
        for parameter in described:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] = {"type": "integer", "minimum": 1, "maximum": self.max_page_size, "default": 50}
        return described

    def get_paginated_response_schema(self, schema: dict) -> dict:
        """Describe a page in OpenAPI 3.1, where null is a type."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }


def _name_of_list(request: Request, besides: set[str]) -> str:
    """Return a short name of the list at an address: its path and what narrows it."""
    narrowed = sorted((name, value) for name, value in request.query_params.items() if name not in besides)
    return hashlib.sha256(repr((request.path, narrowed)).encode()).hexdigest()[:12]
