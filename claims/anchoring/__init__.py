"""Find a stored quote again in a changed text, without ever re-attaching it to a look-alike."""

from claims.anchoring.normalising import Normalised, normalise
from claims.anchoring.searching import Anchor, Anchoring, context_around, find_quote

__all__ = ["Anchor", "Anchoring", "Normalised", "context_around", "find_quote", "normalise"]
