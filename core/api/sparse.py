"""Rows with the fields that were asked for: `?fields=id,rating`."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from core.api.parameters import BadParameters

PARAMETER = "fields"
#: A row without some of its fields is another kind of thing, and says so: a client that checks rows knows which it has.
MEDIA_TYPE = "application/vnd.plumbline.partial+json"


class SparseFields:
    """A view whose rows may be asked for in part. `rows_of` names, by action, what they are made of."""

    rows_of: dict[str, type[Serializer]] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc] # of the view that this is mixed into
        self.wanted = self._wanted(request)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        wanted = getattr(self, "wanted", None)
        if wanted and response.status_code == 200:
            rows = response.data.get("results")
            if rows is None:
                response.data = _part(response.data, wanted)
            else:
                response.data["results"] = [_part(row, wanted) for row in rows]
            response.content_type = MEDIA_TYPE
        return super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc] # as above

    def _wanted(self, request: Request) -> list[str]:
        row = self.rows_of.get(getattr(self, "action", "") or "")
        given = request.query_params.getlist(PARAMETER)
        if row is None or not given or request.method != "GET":
            return []
        names, known = given[0].split(","), list(row().fields)
        if len(given) > 1 or any(name not in known for name in names):
            told = f"Give names of fields once, with commas between them. Available fields: {', '.join(known)}."
            raise BadParameters({PARAMETER: [told]})
        return names


def _part(row: dict, names: list[str]) -> dict:
    return {name: value for name, value in row.items() if name in names}
