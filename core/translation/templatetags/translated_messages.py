"""Messages and stored words in the reader's language."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext

from core.translation.rendering import SEMICOLON
from core.translation.rendering import translated as in_readers_language

register = template.Library()


@register.filter
def translated(sentence: str) -> str:
    """Show a sentence in the reader's language, also one that was stored in English and has no values in it."""
    return in_readers_language(sentence)


@register.filter
def listed(sentences: Iterable[str]) -> str:
    """Show several sentences as the parts of one."""
    return gettext(SEMICOLON).join(map(in_readers_language, sentences))
