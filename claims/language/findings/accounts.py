"""Two claims that cannot both hold, as one voice that contradicts itself or two that differ."""

from claims.language.kinds import FindingKind
from claims.language.results import Contradiction, ExtractedClaim


def between(first: int, second: int, words: str, claims: list[ExtractedClaim]) -> Contradiction:
    """Return the contradiction between two claims, given by their places in the list."""
    same_voice = claims[first].attributed_to == claims[second].attributed_to
    kind = FindingKind.SELF_CONTRADICTION if same_voice else FindingKind.CONFLICTING_ACCOUNTS
    return Contradiction(kind, first, second, words)
