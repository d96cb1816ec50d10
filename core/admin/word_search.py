"""Rows of the admin found by their words, as everywhere else, beside the letters of their columns."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from core.text_search import text_search

# A mixin that comes before whatever admin a page is made of; for the types it is one.
if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as Admin
else:
    Admin = object


class WordSearch(Admin):
    """Search the words of `searched_words`, a column or an expression that has an index, and the letters of `search_fields`."""

    searched_words: Any

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[Any, bool]:
        by_letters, has_duplicates = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return by_letters, has_duplicates
        asked = text_search(search_term, self.searched_words)
        by_words = self.model.objects.annotate(words=asked.vector).filter(asked.condition("words"))
        either = Q(pk__in=by_letters.values("pk")) | Q(pk__in=by_words.values("pk"))
        return queryset.filter(either), has_duplicates
