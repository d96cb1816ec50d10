"""A first sentence for the reason of a judgement, taken from the evidence: offered, never filled in unasked."""

import re

from claims.models import Citation
from reviews.checking import CheckOutcome, CheckResult
from reviews.ratings import Rating

LONGEST_QUOTE = 400
#: A question to the analyst at the end of an explanation, with the mark that ties it to the sentence before.
_QUESTION = re.compile(r"(?:(?<=[.!?])\s+|\s*[:;–]\s+|^)[^:;.!?–]*(?:\d\.\d[^:;.!?–]*)*\?")


def suggestions(evidence: list[tuple[Citation, CheckResult]]) -> list[dict]:
    """Return at most one sentence for each outcome that fits a rating, such as for what supports the claim, with those ratings.

    The rules' own finding goes first, then the words that an analyst cited with that stance.
    """
    standing = [(cited, check) for cited, check in evidence if cited.health != Citation.Health.CHANGED]
    outcomes = dict.fromkeys(outcome for rating in Rating for outcome in rating.row.fits)
    sentences = {outcome: _sentence(standing, outcome) for outcome in outcomes}
    return [
        {"text": text, "ratings": " ".join(rating.value for rating in Rating if outcome in rating.row.fits)}
        for outcome, text in sentences.items()
        if text
    ]


def _sentence(evidence: list[tuple[Citation, CheckResult]], outcome: CheckOutcome) -> str:
    found = next((check.explanation for _, check in evidence if check.outcome == outcome), "")
    return as_statement(found) or next((_quoted(cited) for cited, _ in evidence if cited.stance == outcome), "")


def _quoted(citation: Citation) -> str:
    quote = " ".join(citation.quote.split())
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f"{citation.snapshot.document.title} says: “{quote}”"


def as_statement(explanation: str) -> str:
    """Return an explanation without what it asks the analyst: a published reason asserts, and asks nobody."""
    stated = _QUESTION.sub("", explanation).strip()
    return f"{stated}." if stated and stated[-1] not in ".!?”" else stated
