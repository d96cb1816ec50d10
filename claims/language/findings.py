"""Claims of one article that cannot both hold."""

from claims.language.results import Contradiction, ExtractedClaim


def contradictions(claims: list[ExtractedClaim]) -> list[Contradiction]:
    """This function will find pairs of claims that give one property of one thing two values."""
    return []
