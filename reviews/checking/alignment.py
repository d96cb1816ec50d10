"""Which figure of the evidence speaks of the same thing as a figure of the claim."""

import re
from dataclasses import dataclass
from math import exp, log10

from reviews.checking.figures import Figure, as_comparable
from reviews.checking.slips import is_slip
from reviews.checking.words import Word, stem

_BREAK = re.compile(r"[,;:()]|\b(?:and|but|with|while|whereas|from|against|for|of which)\b", re.I)
_REACH = 3.0
_BREAK_COST = 1.0
_FIGURE_COST = 1.5
_CLOSENESS = 0.6
_SLIP = 0.1
_SAME_KIND = 0.3
_AFTER_WEIGHT = 3.0
_DECADE = 3653


@dataclass(frozen=True, slots=True)
class Pairing:
    """A claim figure, the evidence figure that fits it best, how well (0 to 1), and by how much it leads the next one."""

    claim: Figure
    evidence: Figure
    fit: float
    lead: float
    rivals: tuple[Figure, ...]


def surroundings(text: str, figures: list[Figure], words: list[Word]) -> list[dict[str, float]]:
    """This function will weigh, for each figure, the words around it: near 1 beside it, less with distance.

    Distance counts characters in units of about three words; a comma, a conjunction or another figure in between adds to it.
    """
    breaks = [match.start() for match in _BREAK.finditer(text)]
    weights = []
    for figure in figures:
        near: dict[str, float] = {}
        for word in words:
            inside = figure.start <= word.start < figure.end
            if inside:
                continue
            left, right = sorted((word.start, figure.start if word.start < figure.start else figure.end))
            between_figures = sum(left < other.start and other.end <= right for other in figures if other is not figure)
            between_breaks = sum(left <= position < right for position in breaks)
            distance = (right - left) / 20 + _BREAK_COST * between_breaks + _FIGURE_COST * between_figures
            weight = exp(-distance / _REACH) * (
                _AFTER_WEIGHT if word.start > figure.start and not between_breaks else 1.0
            )
            near[word.stem] = max(near.get(word.stem, 0.0), weight)
        if figure.counted:
            for part in figure.counted.split():
                near[stem(part.lower())] = 1.0
        weights.append(near)
    return weights


def fit(claim_near: dict[str, float], evidence_near: dict[str, float]) -> float:
    """This function will score from 0 to 1 how far the words near a claim figure stand near an evidence figure too."""
    total = sum(claim_near.values())
    if not total:
        return 0.0
    return sum(min(weight, evidence_near.get(word, 0.0)) for word, weight in claim_near.items()) / total


def distance(claim: Figure, evidence: Figure) -> float:
    """This function will measure how far two values lie apart: in powers of ten, for dates in decades; 1 at most.

    A value that is the other one copied wrongly is near: such a slip is likelier than chance.
    """
    if claim.is_date:
        return min(1.0, float(abs(claim.point_low - evidence.point_low)) / _DECADE)
    if claim.point_low <= 0 or evidence.point_low <= 0:
        return float(claim.point_low != evidence.point_low)
    apart = abs(log10(claim.point_low / evidence.point_low))
    return _SLIP if apart > _SLIP and is_slip(claim, evidence) else min(1.0, apart)


def pair_figures(
    claims: list[Figure],
    claims_near: list[dict[str, float]],
    evidence: list[Figure],
    evidence_near: list[dict[str, float]],
) -> list[Pairing]:
    """This function will give each claim figure its best evidence figure; figures without a comparable one are left out.

    Better fits choose first, and an evidence figure that one claim figure has taken counts less for the next.
    """
    forms = {(i, j): as_comparable(claim, other) for i, claim in enumerate(claims) for j, other in enumerate(evidence)}
    scores = [
        (
            fit(claims_near[i], evidence_near[j])
            + _CLOSENESS * (1 - distance(claims[i], form))
            + _SAME_KIND * (claims[i].kind == evidence[j].kind),
            i,
            j,
        )
        for (i, j), form in forms.items()
        if form is not None
    ]
    taken: set[int] = set()
    done: dict[int, Pairing] = {}
    for score, i, j in sorted(scores, reverse=True):
        if i in done or (j in taken and any(b == i and c not in taken for _, b, c in scores)):
            continue
        others = sorted((s for s, b, c in scores if b == i and c != j and c not in taken), reverse=True)
        rivals = tuple(forms[b, c] for _, b, c in scores if b == i and c != j)
        done[i] = Pairing(claims[i], forms[i, j], score, score - others[0] if others else 1.0, rivals)
        taken.add(j)
    return [done[i] for i in sorted(done)]
