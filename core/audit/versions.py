"""Which version of a row a person had on the screen, so that nobody's change is put out of sight unseen."""

import hashlib
import json
from collections.abc import Iterable

from django.db.models import Field, Model


class ChangedMeanwhile(Exception):
    """Somebody else changed what this person was about to change; nothing of theirs was applied."""


def version_of(row: Model, names: Iterable[str]) -> str:
    """Name the values of some fields, so that a form can say which ones it was filled in over."""
    values = {}
    for name in sorted(names):
        field = column_of(row, name)
        many = field.many_to_many and sorted(getattr(row, name).values_list("pk", flat=True))
        values[name] = many if field.many_to_many else field.value_to_string(row)
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def column_of(row: Model, name: str) -> Field:
    """Return a column of a row by its name. Raises TypeError where the name is that of a relation from elsewhere."""
    field = row._meta.get_field(name)
    if isinstance(field, Field):
        return field
    raise TypeError(f"{name} is no column of {row._meta.label}.")
