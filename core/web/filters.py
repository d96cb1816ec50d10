"""Filters that every list of the API may have."""

from typing import Any

from django import forms
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field


@extend_schema_field({"type": "integer", "minimum": 0})
class IdFilter(filters.NumberFilter):
    """A filter by the number of a row; anything else than a number that a row can have is refused."""

    field_class = forms.IntegerField

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=2**63 - 1, **options)


@extend_schema_field({"type": "boolean"})
class TruthFilter(filters.TypedChoiceFilter):
    """A filter by `true` or `false`; any other word is refused, where the library's own would leave the list as it is."""

    def __init__(self, **options: Any) -> None:
        said = [("true", "true"), ("false", "false"), ("True", "true"), ("False", "false")]
        super().__init__(choices=said, coerce=lambda word: word.lower() == "true", **options)


class WordsFilter(filters.CharFilter):
    """A filter by words, of which there is at least one."""

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        described = {"type": "string", "minLength": 1, "maxLength": max_length, "pattern": r"\S"}
        extend_schema_field(described)(self)
