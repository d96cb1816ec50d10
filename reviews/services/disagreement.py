"""Where a rating, what the citations are said to do, and the check do not agree: in words that are published with it."""

from collections.abc import Iterable

from claims.models import Citation, Claim
from core.translation.rendering import in_source_words
from reviews.checking import CheckOutcome, check_claim
from reviews.ratings import Rating

_CHECKED = (
    "The check reads the quote from “{source}” as “{outcome}”; it is cited as “{stance}”, and the rating is “{rating}”."
)
_CITED = "The quote from “{source}” is cited as “{stance}”, and the rating is “{rating}”."
#: A disputed claim has something for and something against it, and so agrees with both.
_OF_RATING = {Rating.VERIFIED: CheckOutcome.SUPPORTS, Rating.WRONG: CheckOutcome.CONTRADICTS}
_OUTCOMES = {CheckOutcome.SUPPORTS: "supports", CheckOutcome.CONTRADICTS: "contradicts"}


def disagreement(*, claim: Claim, rating: str, citations: Iterable[Citation]) -> str:
    """Return in English what does not agree in a judgement, a sentence for each citation; empty where all does.

    What is cited as context says nothing, nor does a check that abstains.
    """
    told = (_of_citation(claim, Rating(rating), citation) for citation in citations)
    return " ".join(sentence for sentence in told if sentence)


def _of_citation(claim: Claim, rating: Rating, citation: Citation) -> str:
    outcome = check_claim(claim.text, citation.quote).outcome
    read, cited, rated = _OUTCOMES.get(outcome), citation.stance, _OF_RATING.get(rating)
    words = {
        "source": citation.snapshot.document.title,
        "outcome": read,
        "stance": cited,
        "rating": in_source_words(rating.label),
    }
    meant = {cited, rated} - {Citation.Stance.CONTEXT, None}
    if read and meant - {read}:
        return _CHECKED.format(**words)
    return _CITED.format(**words) if len(meant) > 1 else ""
