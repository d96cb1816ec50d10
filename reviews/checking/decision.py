"""Which outcome a claim's evidence allows, and how likely that outcome is right."""

from dataclasses import dataclass
from math import exp
from typing import Literal

from reviews.checking.assessing import Assessment
from reviews.checking.measures import Measures
from reviews.checking.relations import HOLDS
from reviews.checking.weights import THRESHOLDS, WEIGHTS

Outcome = Literal["supports", "contradicts", "not_enough"]
Ground = Literal["figures_hold", "a_figure_fails", "words_agree"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """The one outcome that the figures allow, and the ground it stands on."""

    outcome: Outcome
    ground: Ground


def candidate(assessment: Assessment) -> Candidate | None:
    """This function will give the only outcome that the evidence could justify, None where it justifies neither."""
    if assessment.failures:
        return Candidate("contradicts", "a_figure_fails")
    figures_unpaired = any(figure.kind not in ("date", "ordinal") for figure in assessment.unpaired)
    if assessment.pairings and not figures_unpaired and all(r in HOLDS for r in assessment.relations):
        return Candidate("supports", "figures_hold")
    if not assessment.claim.figures and assessment.claim.words:
        return Candidate("supports", "words_agree")
    return None


def confidence(ground: Ground, measured: Measures) -> float:
    """This function will estimate how likely the candidate outcome on this ground is right, from 0 to 1."""
    weights = WEIGHTS[ground]
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in measured.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def is_sure(ground: Ground, measured: Measures) -> bool:
    """This function will say whether the candidate outcome is likely enough to be told; otherwise: not enough."""
    return confidence(ground, measured) >= THRESHOLDS[ground]
