"""Why a check came out as it did, in sentences for an analyst, where words and figures decided."""

from claims.language.quantities import Quantity, currency_of, dimension_of
from reviews.checking.alignment import Pairing
from reviews.checking.assessment import Assessment
from reviews.checking.explanations import describe_figure
from reviews.checking.features import deciding_pairing
from reviews.checking.relations import Relation

_UNITS = {
    "tonne": "metric tons",
    "ton": "short tons",
    "short_ton": "short tons",
    "long_ton": "long tons",
    "mile": "statute miles",
    "nautical_mile": "nautical miles",
    "metric_ton_force": "metric tons of force",
}
"""How to name the units that have namesakes."""


def readings(pairings: list[Pairing]) -> str:
    """Return which unit an ambiguous one, such as a ton, was taken for."""
    figures = [figure for pairing in pairings for figure in (pairing.claim, pairing.evidence)]
    notes = [
        f" “{figure.surface}” is read as {_UNITS.get(quantity.unit, quantity.unit.replace('_', ' '))}."
        for figure in figures
        if (quantity := figure.quantity) and quantity.unit and _is_ambiguous(quantity)
    ]
    return "".join(dict.fromkeys(notes))


def _is_ambiguous(quantity: Quantity) -> bool:
    """Another reading of the unit measures the same thing; currencies are told apart by their signs."""
    others = quantity.readings[1:]
    return currency_of(quantity.unit) is None and any(dimension_of(unit) == quantity.dimension for unit in others)


def why_supported(assessment: Assessment) -> str:
    if not assessment.pairings:
        return "The evidence says the same in nearly the same words."
    pairs = [(describe_figure(p.evidence), describe_figure(p.claim)) for p in assessment.pairings]
    same = ", ".join(found for found, claimed in pairs if found == claimed)
    other = ", and ".join(f"{found} where the claim says {claimed}" for found, claimed in pairs if found != claimed)
    if not other:
        return f"The evidence says the same: {same}."
    return f"The evidence says {other}." + (f" Both say {same}." if same else "")


def also(assessment: Assessment, told: Pairing) -> str:
    """Return what else of the claim fails, apart from the pairing that is told already."""
    others = [p for p in assessment.failures if p is not told]
    return "".join(
        f" It also says {describe_figure(p.evidence)} where the claim says {describe_figure(p.claim)}." for p in others
    )


def why_negated(assessment: Assessment) -> str:
    claim, evidence = assessment.claim, assessment.evidence
    for one, other, who, whom in ((claim, evidence, "claim", "evidence"), (evidence, claim, "evidence", "claim")):
        denied = [one.text[word.start : word.end] for word in one.words if word.stem in one.denied & other.stems]
        if denied:
            return f"The {who} denies what the {whom} says: see “{denied[0]}”."
    return "The evidence says the opposite of a word of the claim, in nearly the same words."


def why_not_enough(assessment: Assessment) -> str:
    if assessment.replaced_names:
        claimed_name, found_name = assessment.replaced_names[0]
        return f"The evidence speaks of {found_name.text} where the claim speaks of {claimed_name.text}."
    if assessment.other_period:
        claimed, found = assessment.other_period.claim, assessment.other_period.evidence
        return f"The evidence speaks of {found.surface} where the claim speaks of {claimed.surface}."
    if assessment.speaks_of_another:
        return "The evidence speaks of something else, under a name that the claim does not use."
    if assessment.negation_differs or assessment.opposed:
        return "One of the two denies or reverses a word of the other; please read both."
    if assessment.unpaired:
        return f"The evidence has no figure to compare with {assessment.unpaired[0].surface}."
    if assessment.failures:
        claimed, found = assessment.failures[0].claim, assessment.failures[0].evidence
        return f"Both deny it, but as of different days: {describe_figure(found)}, and in the claim {describe_figure(claimed)}."
    if assessment.pairings:
        left_open = next(
            p for p, r in zip(assessment.pairings, assessment.relations, strict=True) if r is Relation.OPEN
        )
        return f"The evidence ({describe_figure(left_open.evidence)}) does not settle the claim's {describe_figure(left_open.claim)}."
    return "The evidence has nothing that settles the claim."


def why_unsure(assessment: Assessment) -> str:
    pairing = deciding_pairing(assessment)
    if pairing is None:
        return "The evidence does not say the same clearly enough."
    if describe_figure(pairing.evidence) == describe_figure(pairing.claim):
        return f"The evidence says {describe_figure(pairing.claim)}, too, but it may speak of something other than the claim does."
    return f"The evidence says {describe_figure(pairing.evidence)}, but it may speak of something other than the claim's {describe_figure(pairing.claim)}."


def why_capacity_is_open(pairing: Pairing) -> str:
    """Say that a smaller figure does not tell how far up the limit lies."""
    return f"The evidence says {describe_figure(pairing.evidence)}; whether it can be up to {pairing.claim.surface} it does not say."
