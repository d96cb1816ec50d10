"""The description of the API as it is served: every status, the shape of every refusal, and rows in part."""

from typing import Any, Literal

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from core.api import sparse
from core.api.idempotency import IdempotentPosts
from core.web import problems
from core.web.preconditions import IF_MATCH, MAY_MATCH


class FaultSerializer(serializers.Serializer):
    """One value that is at fault."""

    detail = serializers.CharField()
    pointer = serializers.CharField(required=False, help_text="A JSON pointer into the body, as a fragment.")
    parameter = serializers.CharField(required=False, help_text="The name of a parameter in the address.")


class ProblemSerializer(serializers.Serializer):
    """Why a request was refused, and what to do (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="The kind of refusal, for programs.")
    detail = serializers.CharField(help_text="A sentence for people.")
    errors = FaultSerializer(many=True, required=False)  # type: ignore[assignment] # the field's name in RFC 9457


REASONS = {
    "400": "The request cannot be meant as it is; `errors` names the values that are at fault.",
    "401": "No key was given, or one that is wrong or has expired.",
    "403": "This user, or this key, may not do it.",
    "404": "There is nothing at this address.",
    "406": "Only JSON can be had.",
    "409": "It cannot be done in the state that things are in.",
    "412": "The resource has changed since it was read.",
    "413": "The body is too large.",
    "415": "Send the body as one of the described media types, in UTF-8.",
    "422": "The `Idempotency-Key` was used for another request.",
    "428": "`If-Match` is missing.",
    "429": "Too many requests in this minute; `Retry-After` says when to go on.",
    "503": "The database cannot be reached, or others are at it; `Retry-After` says when to try again.",
}


class AsServed(AutoSchema):
    """Adds to what views say of themselves what holds for all of them."""

    def get_override_parameters(self) -> list[Any]:
        given = list(super().get_override_parameters())
        if self._partial_row() is not None:
            described = "Names of fields, with commas between them, for rows that have only these."
            given.append(OpenApiParameter(sparse.PARAMETER, self._names(), description=described))
        return given

    def _get_paginator(self) -> Any:
        """Return what makes pages of a list; what a POST answers with is never a page."""
        return super()._get_paginator() if self.method == "GET" else None

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict:
        answers = super()._get_response_bodies(direction)
        if direction != "response":
            return answers
        if self._partial_row() is not None:
            answers["200"]["content"][sparse.MEDIA_TYPE] = {"schema": {"type": "object"}}
        for status in self._refusals():
            described = answers.get(status, {}).get("description") or REASONS[status]
            answers[status] = self._get_response_for_code(ProblemSerializer, status, [problems.MEDIA_TYPE], direction)
            answers[status]["description"] = described
        return dict(sorted(answers.items()))

    def _refusals(self) -> set[str]:
        """Return the statuses that an operation may refuse with, by what it takes."""
        given = self.get_override_parameters()
        refusals = {"400", "401", "403", "404", "406", "429", "503"}
        if self.method in ("POST", "PATCH", "PUT", "DELETE"):
            refusals |= {"409", "413", "415"}
        if any(each is IF_MATCH for each in given):
            refusals |= {"412", "428"}
        if any(each is MAY_MATCH for each in given):
            refusals |= {"412"}
        if isinstance(self.view, IdempotentPosts) and self.method == "POST":
            refusals |= {"422"}
        return refusals

    def _partial_row(self) -> type[serializers.Serializer] | None:
        rows_of = getattr(self.view, "rows_of", {})
        return rows_of.get(getattr(self.view, "action", "") or "") if self.method == "GET" else None

    def _names(self) -> dict:
        row = self._partial_row()
        names = "|".join(row().fields) if row else ""
        return {"type": "string", "pattern": rf"^({names})(,({names}))*$"}
