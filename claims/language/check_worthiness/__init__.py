"""Which claims are worth a check: the reasons a claim shows, and the score that they add up to."""

from claims.language.check_worthiness.candidate import ClaimCandidate
from claims.language.check_worthiness.reasons import VAGUE_OPENING
from claims.language.check_worthiness.scoring import (
    THRESHOLD,
    WEIGHTS,
    CheckWorthiness,
    check_worthiness_of,
    is_command,
    logistic_score,
)

__all__ = [
    "THRESHOLD",
    "VAGUE_OPENING",
    "WEIGHTS",
    "CheckWorthiness",
    "ClaimCandidate",
    "check_worthiness_of",
    "is_command",
    "logistic_score",
]
