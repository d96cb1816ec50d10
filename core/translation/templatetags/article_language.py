"""The language of what an article or a source says, whichever one the page around it is in."""

from django import template

from core.article_language import language_of

register = template.Library()


@register.filter
def language_code(written: object) -> str:
    """Return what the `lang` attribute says around the words of an article, a source, a claim or a quote."""
    return language_of(written).code
