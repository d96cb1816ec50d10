"""One kind of rows that tell of events, and how its sentences are put together."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from reviews.ratings import Rating


@dataclass(frozen=True)
class EventSource:
    """One kind of rows that tell of events: the columns with the moment, the person and up to three texts, and the words.

    `by` is empty where a machine did it. `says` is the sentence, or makes it from the texts.
    """

    rows: QuerySet
    at: str
    says: str | Callable[[str, str, str], str]
    by: str = ""
    texts: tuple[str, ...] = ()


def only(row: Model) -> QuerySet:
    return type(row)._default_manager.filter(pk=row.pk)


def sentence(translated: str, **values: str) -> SafeString:
    """Return a sentence of ours, with values that may be anybody's."""
    escaped = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(translated % escaped)  # noqa: S308 - every value is escaped


def rating_in_words(rating: str) -> str:
    return str(Rating(rating).label).lower()


def beginning(name: str) -> SafeString:
    """Return the beginning of a hash, which no translator of the browser is to touch."""
    return format_html('<span translate="no">{}</span>', name[:12])
