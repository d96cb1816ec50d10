"""What people say of themselves: "We sold 12 jets" stands alone only together with who said it."""

from dataclasses import replace
from datetime import date

from claims.language.check_worthiness import THRESHOLD, VAGUE_OPENING, logistic_score
from claims.language.dates import read_dates
from claims.language.quantities import read_quantities
from claims.language.results import ExtractedClaim
from claims.language.vocabulary import word_set

_OWN = word_set("we our us i my")
_UNKNOWN = word_set("he she they it we i who")
_OF_ONESELF = "about the author"


def quote_first_person(claim: ExtractedClaim, published_on: date | None) -> ExtractedClaim:
    """Quote a claim in the first person: "We sold 12 jets" becomes "The minister said: “We sold 12 jets”.".

    Nobody else's claims change, nor those of speakers whom the text does not name.
    """
    speaker = claim.attributed_to or ""
    own = claim.text.split(" ", 1)[0].lower() in _OWN
    if not own or VAGUE_OPENING not in claim.reasons or not speaker or speaker.lower() in _UNKNOWN:
        return claim
    words = claim.text.replace('"', "'").removesuffix(".")
    text = f'{speaker[0].upper()}{speaker[1:]} said: "{words}".'
    reasons = (*(reason for reason in claim.reasons if reason != VAGUE_OPENING), _OF_ONESELF)
    score = logistic_score(reasons)
    return replace(
        claim,
        text=text,
        reasons=reasons,
        score=score,
        check_worthy=score >= THRESHOLD,
        quantities=tuple(read_quantities(text)),
        dates=tuple(read_dates(text, anchor=published_on)),
    )
