"""How PostgreSQL looks for words, by the letters that a person searches with.

Chinese has no spaces, and PostgreSQL's parser takes a whole clause for one word. Each character is therefore indexed as a
word of its own, and what stands together in a search has to stand together in the text. The indexes hold only rows with
such letters, so that texts in other letters cost nothing.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Func, Q, TextField

from core.article_language import CHINESE, ENGLISH, RUSSIAN, ArticleLanguage

_HAN, _CYRILLIC = "[\u3400-\u9fff]", "[\u0400-\u04ff]"
_LETTERS = {CHINESE: _HAN, RUSSIAN: _CYRILLIC}
_RUN = re.compile(f"{_HAN}+")


class SpacedHan(Func):
    """A text in which every Chinese character stands alone between spaces."""

    template = f"REGEXP_REPLACE(%(expressions)s, '({_HAN})', ' \\1 ', 'g')"
    output_field = TextField()


@dataclass(frozen=True)
class TextSearch:
    """What a search looks for: its vector and query, and the condition under which its index holds a row."""

    vector: SearchVector
    query: SearchQuery
    holds: Q
    config: str

    def condition(self, name: str) -> Q:
        """Return the condition on rows whose vector is there under a name."""
        return self.holds & Q(**{name: self.query})


def vector_of(field: str, language: ArticleLanguage) -> SearchVector:
    """Return the words of a column as they are indexed for a language."""
    words: Any = SpacedHan(field) if language == CHINESE else field
    return SearchVector(words, config=language.search_config)


def rows_of(field: str, language: ArticleLanguage) -> Q:
    """Return the condition of the rows that the index of a language holds: those with its letters."""
    return Q(**{f"{field}__regex": _LETTERS[language]}) if language in _LETTERS else Q()


def text_search(search: str, field: str = "text") -> TextSearch:
    """Return how a column is searched for what a person typed."""
    language = next((each for each, letters in _LETTERS.items() if re.search(letters, search)), ENGLISH)
    typed = _RUN.sub(lambda run: f' "{" ".join(run.group())}" ', search) if language == CHINESE else search
    config = language.search_config
    query = SearchQuery(typed, config=config, search_type="websearch")
    return TextSearch(vector_of(field, language), query, rows_of(field, language), config)
