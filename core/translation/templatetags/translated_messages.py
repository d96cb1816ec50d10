"""Messages and stored words in the reader's language."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext

from core.translation.rendering import SEMICOLON
from core.translation.rendering import translated as translate

register = template.Library()


@register.filter
def translated(message: str) -> str:
    """Show a message in the reader's language, also one that was stored in English and has no values in it."""
    return translate(message)


@register.filter
def listed(messages: Iterable[str]) -> str:
    """Show several messages as the parts of one."""
    return gettext(SEMICOLON).join(map(translate, messages))
