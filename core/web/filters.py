"""Filters that every list of the API may have."""

from typing import Any

from django import forms
from django_filters import rest_framework as filters


class IdFilter(filters.NumberFilter):
    """A filter by the number of a row; anything else than a number that a row can have is refused."""

    field_class = forms.IntegerField

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=2**63 - 1, **options)
