"""JSON-LD inside of a page."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: As Django's json_script has them: nothing in the data may end the element, or begin a comment.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(data: dict) -> SafeString:
    """Return the element that carries JSON-LD. It is data: no browser runs it, and no policy has to let it."""
    spelt = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(spelt))  # noqa: S308 - escaped above
