"""Claims of one article that cannot hold together, each with the arithmetic in one sentence; they advise, no more."""

from datetime import date

from claims.language.findings.arithmetic import arithmetic_errors
from claims.language.findings.durations import duration_errors
from claims.language.findings.event_lengths import event_length_errors
from claims.language.findings.life_steps import order_errors
from claims.language.findings.tolls import toll_errors
from claims.language.findings.values import rival_property_values
from claims.language.results import Contradiction, ExtractedClaim

__all__ = ["contradictions"]


def contradictions(claims: list[ExtractedClaim], text: str, published_on: date | None) -> list[Contradiction]:
    """Find values, sums, shares and spans of years in an article that cannot be right together.

    `text` is the article that the claims' offsets count in; without `published_on` nothing is said about "since".
    """
    found = [
        *rival_property_values(claims, text),
        *arithmetic_errors(claims, text),
        *duration_errors(claims, published_on),
        *order_errors(claims, text),
        *event_length_errors(claims, text),
        *toll_errors(claims, text),
    ]
    by_words = {one.explanation: one for one in reversed(found)}
    by_pair = {_pair(one): one for one in by_words.values()}
    return [one for one in by_pair.values() if not any(_says_more(other, one) for other in by_pair.values())][::-1]


def _says_more(other: Contradiction, one: Contradiction) -> bool:
    """Return whether another finding tells of the same wrong value with the second claim that it is wrong by."""
    wrong = one.explanation.rpartition(", not ")[2]
    return set(_pair(one)) < set(_pair(other)) and other.explanation.rpartition(", not ")[2] == wrong


def _pair(one: Contradiction) -> tuple[int, ...]:
    """One pair of claims is told of once."""
    return tuple(sorted({one.first, one.second}))
