"""Which outcome a claim's evidence allows, and how likely that outcome is right."""

from dataclasses import dataclass
from math import exp

from reviews.checking.assessment import Assessment
from reviews.checking.features import Features, deciding_pairing
from reviews.checking.outcomes import CheckOutcome, Ground
from reviews.checking.relations import HOLDS
from reviews.checking.slips import has_same_digits, is_in_other_unit
from reviews.checking.weights import CONFIDENCE_THRESHOLD, WEIGHTS
from reviews.checking.words import OPPOSITE_STEMS

_HALF = 0.5
_SHARED = 0.6
_SAME_SENTENCE = 0.8


@dataclass(frozen=True, slots=True)
class CandidateOutcome:
    """The one outcome that the figures allow, and the ground it stands on."""

    outcome: CheckOutcome
    ground: Ground


def candidate_outcome(assessment: Assessment) -> CandidateOutcome | None:
    """Return the only outcome that the evidence could justify, None where it justifies neither."""
    if assessment.speaks_of_another or assessment.replaced_names or assessment.other_period:
        return None
    if assessment.negation_differs or assessment.opposed:
        if not _says_the_same_otherwise(assessment):
            return None
        return CandidateOutcome(CheckOutcome.CONTRADICTS, Ground.NEGATED)
    if assessment.failures:
        if _is_a_denial_of_another_day(assessment):
            return None
        return CandidateOutcome(CheckOutcome.CONTRADICTS, Ground.A_FIGURE_FAILS)
    needed = [figure for figure in assessment.unpaired if figure.kind not in ("date", "ordinal")]
    if assessment.pairings and not needed and all(r in HOLDS for r in assessment.relations):
        return CandidateOutcome(CheckOutcome.SUPPORTS, Ground.FIGURES_HOLD)
    if not assessment.claim.figures and assessment.claim.words:
        return CandidateOutcome(CheckOutcome.SUPPORTS, Ground.WORDS_AGREE)
    return None


def _is_a_denial_of_another_day(assessment: Assessment) -> bool:
    """Both deny, as of different days: "no cases as of 3 April" does not speak against none before 1 April."""
    both_deny = bool(assessment.claim.denied and assessment.evidence.denied)
    return both_deny and all(pairing.claim.is_date for pairing in assessment.failures)


def _says_the_same_otherwise(assessment: Assessment) -> bool:
    """Apart from what is denied or opposite, most content words are shared, no figure tells against it, and only one text denies anything."""
    if assessment.claim.denied and assessment.evidence.denied:
        return False
    apart = assessment.claim.denied | assessment.evidence.denied | OPPOSITE_STEMS
    claimed, found = assessment.claim.stems, assessment.evidence.stems
    shared = claimed & found
    figures_hold = all(r in HOLDS for r in assessment.relations) and not assessment.unpaired
    return figures_hold and bool(shared) and len(shared) >= _SHARED * len((claimed | found) - (apart - shared))


def confidence(ground: Ground, features: Features) -> float:
    """Estimate how likely the candidate outcome on this ground is right, from 0 to 1."""
    weights = WEIGHTS[ground]
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def is_confident(found: CandidateOutcome, assessment: Assessment, features: Features) -> bool:
    """Return whether the candidate outcome is likely enough to be told; otherwise: not enough.

    Three things decide without an estimate: a denial in the same words, the same sentence but for its figure, and
    a figure copied with the right digits and a wrong unit, prefix or scale word.
    """
    if found.ground is Ground.NEGATED or features["same_words"] >= _SAME_SENTENCE:
        return True
    if features["all_words_found"] and not features.get("bounded") and features["same_words"] >= _SHARED:
        return True
    if found.ground is Ground.A_FIGURE_FAILS and _is_copied_wrongly(assessment, features):
        return True
    return confidence(found.ground, features) >= CONFIDENCE_THRESHOLD


def _is_copied_wrongly(assessment: Assessment, features: Features) -> bool:
    pairing = deciding_pairing(assessment)
    shares_words = bool(assessment.claim.stems & assessment.evidence.stems) and not features["subject_differs"]
    if pairing is None or pairing.claim.is_date or not shares_words:
        return False
    if features["same_words"] >= _HALF and is_in_other_unit(pairing.claim, pairing.evidence):
        return True
    return has_same_digits(pairing.claim, pairing.evidence)
