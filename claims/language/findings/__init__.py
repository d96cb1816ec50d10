"""Claims of one article that cannot hold together, each with the arithmetic in one sentence; they advise, no more."""

from datetime import date

from claims.language.findings.sums import false_sums
from claims.language.findings.times import false_spans
from claims.language.findings.values import rival_values
from claims.language.results import Contradiction, ExtractedClaim

__all__ = ["contradictions"]


def contradictions(claims: list[ExtractedClaim], text: str, published_on: date | None) -> list[Contradiction]:
    """Find values, sums, shares and spans of years in an article that cannot be right together.

    `text` is the article that the claims' offsets count in; without `published_on` nothing is said about "since".
    """
    found = [*rival_values(claims), *false_sums(claims, text), *false_spans(claims, published_on)]
    return list({one.explanation: one for one in reversed(found)}.values())[::-1]
