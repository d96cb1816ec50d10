"""What the frames of a text can say about a claim."""

from dataclasses import dataclass
from enum import StrEnum

from reviews.checking.outcomes import Mismatch


class Entailment(StrEnum):
    """What the frames say about the claim."""

    ASSERTED = "asserted"
    EXCLUDED = "excluded"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FrameVerdict:
    """A verdict with the sentence that gives its reason, and the kind of mismatch where the evidence excludes the claim."""

    verdict: Entailment
    explanation: str = ""
    mismatch: Mismatch | None = None


UNKNOWN = FrameVerdict(Entailment.UNKNOWN)
