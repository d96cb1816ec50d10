"""How a passage that a search found is shown."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.queries import HIT_END, HIT_START

register = template.Library()


@register.filter
def hits(passage: str) -> SafeString:
    """Show the words that a search hit as marked, everything else as plain text."""
    before, *marked = passage.split(HIT_START)
    return format_html(
        "{}{}", before, format_html_join("", "<mark>{}</mark>{}", (part.partition(HIT_END)[::2] for part in marked))
    )
