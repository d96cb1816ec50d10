"""What fetching a source came to, in words."""

from django import template

from sources.labels import OUTCOMES

register = template.Library()


@register.filter
def outcome(name: str | None) -> str:
    """Show what came of fetching an address; nothing where nobody fetched it."""
    return str(OUTCOMES.get(name, name)) if name else ""
