"""Whether something can be shared with readers who have no account."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def links_can_be_opened() -> bool:
    """Return whether read-only links open anything on this site."""
    return settings.PLUMBLINE_PUBLIC
