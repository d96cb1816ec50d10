"""Check a claim against one piece of evidence: supports, contradicts, or not enough to tell."""

from dataclasses import dataclass

from claims.language.quantities import Quantity, dimension_of
from reviews.checking.alignment import Pairing
from reviews.checking.assessing import Assessment, assess
from reviews.checking.decision import Outcome, candidate, is_sure
from reviews.checking.explaining import described, explain
from reviews.checking.measures import deciding, measures

RULES_VERSION = "1"
"""Changes with every rule, weight or word list, so that a stored outcome can be told from one that today's rules give."""


@dataclass(frozen=True, slots=True)
class Check:
    """What the evidence says about the claim; kind names the mismatch and is None unless it contradicts."""

    outcome: Outcome
    kind: str | None
    explanation: str


def check_claim(claim: str, evidence: str) -> Check:
    """This function will hold a claim against a passage of evidence and say what follows, in a sentence for the analyst.

    It never raises for any strings. Without aligned evidence, or with doubts about the alignment, it abstains.
    """
    assessment = assess(claim, evidence)
    if assessment is None:
        return Check("not_enough", None, "The claim holds too many figures to be checked as one; split it first.")
    found = candidate(assessment)
    if found is None:
        return Check("not_enough", None, _why_not_enough(assessment))
    if not is_sure(found, assessment, measures(assessment)):
        return Check("not_enough", None, _why_unsure(assessment))
    if found.ground == "negated":
        return Check("contradicts", "negated", "One of the two denies what the other says, in nearly the same words.")
    if found.outcome == "contradicts":
        pairing = deciding(assessment)
        kind, sentence = explain(pairing.claim, pairing.evidence, pairing.rivals)
        return Check("contradicts", kind, sentence + _readings([pairing]))
    return Check("supports", None, _why_supported(assessment) + _readings(assessment.pairings))


def _readings(pairings: list[Pairing]) -> str:
    """Which unit an ambiguous one, such as a ton, was taken for."""
    figures = [figure for pairing in pairings for figure in (pairing.claim, pairing.evidence)]
    notes = [
        f" “{figure.surface}” is read as {figure.value.unit.replace('_', ' ')}."
        for figure in figures
        if isinstance(figure.value, Quantity) and _is_ambiguous(figure.value)
    ]
    return "".join(dict.fromkeys(notes))


def _is_ambiguous(quantity: Quantity) -> bool:
    """Another reading of the unit measures the same thing; currencies are told apart by their signs."""
    others = quantity.readings[1:]
    return quantity.dimension != "money" and any(dimension_of(unit) == quantity.dimension for unit in others)


def _why_supported(assessment: Assessment) -> str:
    if not assessment.pairings:
        return "The evidence says the same in nearly the same words."
    return f"The evidence says {', '.join(_support(p) for p in assessment.pairings)}."


def _support(pairing: Pairing) -> str:
    printed, claimed = pairing.evidence.surface, described(pairing.claim)
    return f"{printed}, too" if printed == claimed else f"{printed} where the claim says {claimed}"


def _why_not_enough(assessment: Assessment) -> str:
    if assessment.speaks_of_another:
        return "The evidence speaks of something else, under a name that the claim does not use."
    if assessment.negation_differs or assessment.opposed:
        return "One of the two denies or reverses a word of the other; please read both."
    if assessment.unpaired:
        return f"The evidence has no figure to compare with {assessment.unpaired[0].surface}."
    if assessment.pairings:
        return f"The evidence ({assessment.pairings[0].evidence.surface}) is too coarse to settle the claim's figure."
    return "The evidence has nothing that settles the claim."


def _why_unsure(assessment: Assessment) -> str:
    pairing = deciding(assessment)
    if pairing is None:
        return "The evidence does not say the same clearly enough."
    return f"The evidence says {pairing.evidence.surface}, but it may speak of something other than the claim's {pairing.claim.surface}."
