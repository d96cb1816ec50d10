"""What a request may bring: fields that are known, and no others."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from rest_framework import serializers
from rest_framework.request import Request


class Body(serializers.Serializer):
    """The fields of a request; one that it doesn't know is refused, since it was meant to do something."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := sorted(set(data) - set(self.fields))):
            known = ", ".join(name for name, field in self.fields.items() if not field.read_only)
            told = f"There is no such field. Available fields: {known}." if known else "No fields are expected here."
            raise serializers.ValidationError({name: [told] for name in unknown})
        return super().to_internal_value(data)


class Words(serializers.CharField):
    """Words; a number or a truth value is not taken for them."""

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str) or isinstance(data, UploadedFile):
            self.fail("invalid")
        return super().to_internal_value(data)


class Number(serializers.IntegerField):
    """A whole number that is one in JSON too; `"12"`, `12.0` and `true` are not taken for it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"min_value": 0, "max_value": 2**31 - 1, **options})

    def to_internal_value(self, data: object) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return super().to_internal_value(data)


class RowId(Number):
    """The number of a row."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"min_value": 1, "max_value": 2**63 - 1, **options})


def read_body(kind: type[Body], request: Request, **options: Any) -> dict:
    """Return what a request brings, checked. Raises ValidationError, which names each field that is at fault."""
    given = kind(data=request.data, **options)
    given.is_valid(raise_exception=True)
    return given.validated_data
