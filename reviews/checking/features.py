"""The features that tell whether a claim and its evidence speak of the same thing."""

import re

from reviews.checking.alignment import Pairing, distance
from reviews.checking.assessment import AnnotatedText, Assessment
from reviews.checking.figures import Figure
from reviews.checking.relations import FAILS, HOLDS, Relation, relation

Features = dict[str, float]

_FAMILY = 5
_CAPITALISED_AFTER = re.compile(r" [A-Z][\w'-]+")
_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][\w'-]+ $")


def features_of(assessment: Assessment) -> Features:
    """Measure how far claim and evidence speak of the same thing, feature by feature; every value lies between -1 and 1."""
    return {
        **_of_words(assessment),
        **_of_deciding_figure(assessment),
        **_of_dates(assessment),
        **_of_figures(assessment),
    }


def _of_words(assessment: Assessment) -> Features:
    known, claimed = assessment.evidence.stems, assessment.claim.stems
    names = [word.stem for word in assessment.claim.words if word.is_name]
    others = [word.stem for word in assessment.claim.words if not word.is_name]
    return {
        "words_found": _share(others, known),
        "names_found": _share(names, known),
        "words_alike": _share([_opening(w.stem) for w in assessment.claim.words], frozenset(map(_opening, known))),
        "words_missing": min(1.0, sum(w.stem not in known for w in assessment.claim.words) / 5),
        "all_words_found": float(bool(claimed) and claimed <= known),
        "same_words": len(claimed & known) / max(1, len(claimed | known)),
        "has_names": float(bool(names)),
        "evidence_covered": _share([w.stem for w in assessment.evidence.words], claimed),
        "subject_differs": float(assessment.subject_differs),
        "claim_long": min(1.0, len(assessment.claim.words) / 20),
        "evidence_long": min(1.0, len(assessment.evidence.words) / 60),
    }


def _opening(stem: str) -> str:
    """Enough of a stem for words of one family to meet: five-storey and fifth-storey, Poland and Polish."""
    return stem[:_FAMILY]


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / len(words) if words else 0.5


def deciding_pairing(assessment: Assessment) -> Pairing | None:
    """Return the pairing an outcome hangs on: the best fitting failure, else the worst fitting of the others."""
    failures = assessment.failures
    if failures:
        return max(failures, key=lambda p: (not p.claim.is_date, p.fit))
    others = [p for p in assessment.pairings if not p.claim.is_date] or assessment.pairings
    return min(others, key=lambda p: p.fit, default=None)


def _of_deciding_figure(assessment: Assessment) -> Features:
    pairing = deciding_pairing(assessment)
    if pairing is None:
        return {}
    claim, evidence = pairing.claim, pairing.evidence
    held = relation(claim, evidence)
    rivals = [relation(claim, rival) for rival in pairing.rivals if rival.kind == claim.kind]
    return {
        "fit": pairing.fit,
        "lead": min(1.0, pairing.lead),
        "alone": float(not rivals),
        "a_rival_holds": float(any(r in HOLDS for r in rivals)),
        "a_rival_fails": float(any(r in FAILS for r in rivals)),
        "distance": distance(claim, evidence),
        "same_kind": float(claim.kind == evidence.kind),
        "bounded": float(claim.comparator in ("<", "<=", ">", ">=")),
        "upper_bound": float(claim.comparator in ("<", "<=")),
        "at_bound": float(held is Relation.AT_BOUND),
        "equal": float(held is Relation.EQUAL),
        "is_date": float(claim.is_date),
        "is_ordinal": float(claim.kind == "ordinal"),
        "is_count": float(claim.kind == "count"),
        "apart": float(distance(claim, evidence) > 0.3),
        "near": float(distance(claim, evidence) < 0.02),
        "is_qualifying_date": float(claim.is_date and any(not p.claim.is_date for p in assessment.pairings)),
        "bounds_opposed": float(f"{claim.comparator[0]}{evidence.comparator[0]}" in ("<>", "><")),
        "small": float(abs(claim.point_low) <= 3 and claim.kind == "count"),
        "evidence_bounded": float(evidence.comparator != "="),
        "counted_same": float(bool(claim.counted) and claim.counted == evidence.counted),
        "in_name": float(_is_part_of_name(assessment.claim, claim) and _is_part_of_name(assessment.evidence, evidence)),
    }


def _is_part_of_name(statement: AnnotatedText, figure: Figure) -> bool:
    """Return whether a capitalised word stands directly beside it: 10 Downing Street, Apollo 13, the 7 Day Theory."""
    before, after = statement.text[: figure.start], statement.text[figure.end :]
    inside = any(part[:1].isupper() for part in figure.surface.split()[1:])
    return not figure.is_date and (
        inside or bool(_CAPITALISED_AFTER.match(after) or _CAPITALISED_BEFORE.search(before))
    )


def _of_dates(assessment: Assessment) -> Features:
    """Return how the dates bear that only say as of when another figure holds."""
    if all(p.claim.is_date for p in assessment.pairings):
        return {}
    pairs = zip(assessment.pairings, assessment.relations, strict=True)
    bearing = [r for p, r in pairs if p.claim.is_date]
    return {
        "date_holds": float(bool(bearing) and all(r in HOLDS for r in bearing)),
        "date_fails": float(any(r in FAILS for r in bearing)),
        "date_open": float(Relation.OPEN in bearing),
        "date_differs": float(any(p.are_apart for p in assessment.pairings if p.claim.is_date)),
    }


def _of_figures(assessment: Assessment) -> Features:
    unpaired = assessment.unpaired
    return {
        "figures": min(1.0, (len(assessment.claim.figures) - 1) / 4),
        "evidence_figures": min(1.0, len(assessment.evidence.figures) / 10),
        "date_unpaired": float(any(f.is_date for f in unpaired)),
        "ordinal_unpaired": float(any(f.kind == "ordinal" for f in unpaired)),
        "figure_unpaired": float(any(f.kind not in ("date", "ordinal") for f in unpaired)),
        "some_hold": float(any(r in HOLDS for r in assessment.relations)),
    }
