"""What comes nearest to a search that found nothing."""

from claims.models import Claim
from core.text_search import text_search

NEAREST_SHOWN = 5
#: How many of the newest claims with any of the words are looked at.
_LOOKED_AT = 200


def nearest_claims(search: str) -> list[Claim]:
    """Return the claims on the desk with most of the words of a search, NEAREST_SHOWN at most, the newest first of equals."""
    asked = text_search(search, any_word=True)
    if len(asked.terms) < 2:
        return []
    having_any = Claim.objects.active().annotate(words=asked.vector).filter(asked.condition("words"))
    newest = list(having_any.select_related("article").order_by("-pk")[:_LOOKED_AT])
    found = [claim for claim in newest if asked.places(claim.text)]
    return sorted(found, key=lambda claim: (-asked.places(claim.text), -claim.pk))[:NEAREST_SHOWN]
