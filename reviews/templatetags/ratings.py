"""The ratings on a page, and how parts of a published verdict read where there is no claim with its round beside it."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from reviews.labels import rules_in_words
from reviews.ratings import Rating
from reviews.templatetags.claim_state import RATED

register = template.Library()
register.filter("rules", rules_in_words)


@register.simple_tag
def rating_tag(rating: str) -> SafeString:
    """Show a rating as its sign and its word."""
    tag = RATED[Rating(rating)]
    return format_html('<span class="tag {}"><span aria-hidden="true">{}</span> {}</span>', tag.css, tag.sign, tag.word)


@register.simple_tag
def ratings() -> list[Rating]:
    """List the ratings, in the order in which they are offered."""
    return list(Rating)


@register.simple_tag
def rating_choice() -> str:
    """Name all ratings in a row of words: verified, disputed or wrong."""
    *words, last = [str(rating.label).lower() for rating in Rating]
    first = pgettext("between the items of a list", ", ").join(words)
    return gettext("%(first)s or %(last)s") % {"first": first, "last": last}
