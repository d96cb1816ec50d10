"""Where a page of the desk goes on, as the address carries it: signed, so that nobody gets there by trying."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.core import signing

from reviews.queries import SORTS

_READ: dict[str, Callable[[str], object]] = {"due_on": date.fromisoformat, "score": Decimal}


def written(key: tuple, *, sort: str) -> str:
    """Write down the key of the last claim of a page for the address of the next one."""
    return signing.dumps([value if value is None else str(value) for value in key], salt=_salt(sort))


def read(text: str, *, sort: str) -> tuple:
    """Read such a key. Raises BadSignature where it isn't one of this order."""
    values = signing.loads(text, salt=_salt(sort))
    fields = SORTS[sort].fields
    return tuple(
        value if value is None else _READ.get(name, int)(value) for name, value in zip(fields, values, strict=True)
    )


def _salt(sort: str) -> str:
    return f"desk by {sort}"
