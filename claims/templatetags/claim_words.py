"""What is stored with a claim or an article in English, shown in the reader's language."""

from django import template

from claims.labels import (
    dimension_in_words,
    dismissal_in_words,
    language_sentence,
    split_notice_in_words,
    warning_in_words,
)
from core.article_language import language_of

register = template.Library()

register.filter("dimension", dimension_in_words)
register.filter("warning", warning_in_words)
register.filter("dismissal", dismissal_in_words)
register.filter("split_notice", split_notice_in_words)


@register.filter("language_sentence")
def language_sentence_of(article: object) -> str:
    """Return the sentence that says which language an article is in."""
    return language_sentence(language_of(article))
