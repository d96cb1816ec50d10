"""How parts of a published verdict read, where there is no claim with its round beside it."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reviews.labels import rules_in_words
from reviews.models import Rating
from reviews.templatetags.claim_state import RATED

register = template.Library()
register.filter("rules", rules_in_words)


@register.simple_tag
def rating_tag(rating: str) -> SafeString:
    """Show a rating as its sign and its word."""
    tag = RATED[Rating(rating)]
    return format_html('<span class="tag {}"><span aria-hidden="true">{}</span> {}</span>', tag.css, tag.sign, tag.word)
