"""Which figure of the evidence speaks of the same thing as a figure of the claim."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import exp, log10
from typing import NamedTuple

from reviews.checking.figures import Figure, as_comparable
from reviews.checking.slips import is_slip
from reviews.checking.words import ContentWord, stem

_BREAK = re.compile(r"[,;:()]|\b(?:and|but|with|while|whereas|from|against|for|of which)\b", re.I)
_REACH = 3.0
_SIGHT = 300
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

    @property
    def are_apart(self) -> bool:
        """What the two print has nothing in common, whatever "by", "before" or "more than" makes of it."""
        return self.evidence.point_high < self.claim.point_low or self.evidence.point_low > self.claim.point_high


def context_weights(text: str, figures: list[Figure], words: list[ContentWord]) -> list[dict[str, float]]:
    """Weigh, for each figure, the words around it: near 1 beside it, less with distance.

    Distance counts characters in units of about three words; a comma, a conjunction or another figure in between adds
    to it. What follows a figure directly ("in winter", "reviews") tells more than what leads to it.
    """
    layout = _Layout([m.start() for m in _BREAK.finditer(text)], [f.start for f in figures], [f.end for f in figures])
    starts = [word.start for word in words]
    return [
        _near(
            figure, words[bisect_left(starts, figure.start - _SIGHT) : bisect_left(starts, figure.end + _SIGHT)], layout
        )
        for figure in figures
    ]


class _Layout(NamedTuple):
    """Where a text breaks, and where its figures start and end; all ascending."""

    breaks: list[int]
    starts: list[int]
    ends: list[int]

    def breaks_between(self, left: int, right: int) -> int:
        return bisect_left(self.breaks, right) - bisect_left(self.breaks, left)

    def figures_between(self, left: int, right: int) -> int:
        return max(0, bisect_right(self.ends, right) - bisect_left(self.starts, left))


def _near(figure: Figure, words: list[ContentWord], layout: _Layout) -> dict[str, float]:
    near: dict[str, float] = {}
    for word in words:
        if figure.start <= word.start < figure.end:
            continue
        follows = word.start > figure.start
        left, right = (figure.end, word.start) if follows else (word.start, figure.start)
        breaks = layout.breaks_between(left, right)
        distance = (right - left) / 20 + _BREAK_COST * breaks + _FIGURE_COST * layout.figures_between(left, right)
        weight = exp(-distance / _REACH) * (_AFTER_WEIGHT if follows and not breaks else 1.0)
        near[word.stem] = max(near.get(word.stem, 0.0), weight)
    for part in (figure.counted or "").split():
        near[stem(part.lower())] = 1.0
    return near


def fit(claim_near: dict[str, float], evidence_near: dict[str, float]) -> float:
    """Score from 0 to 1 how far the words near a claim figure stand near an evidence figure too.

    The claim's words count by their weight; in the evidence it is enough to stand near, on whichever side.
    """
    total = sum(claim_near.values())
    if not total:
        return 0.0
    return sum(weight * min(1.0, evidence_near.get(word, 0.0)) for word, weight in claim_near.items()) / total


def distance(claim: Figure, evidence: Figure) -> float:
    """Measure how far two values lie apart: in powers of ten, for dates in decades; 1 at most.

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
    """Return each claim figure its best evidence figure; figures without a comparable one are left out.

    Better fits choose first, and an evidence figure that one claim figure has taken counts less for the next.
    """
    rows = [_row(claim, near, evidence, evidence_near) for claim, near in zip(claims, claims_near, strict=True)]
    taken: set[int] = set()
    done: dict[int, Pairing] = {}
    for _, i, j in sorted(((row[j][0], i, j) for i, row in enumerate(rows) for j in row), reverse=True):
        row = rows[i]
        if i in done or (j in taken and not taken >= row.keys()):
            continue
        score, form = row[j]
        next_best = max((row[other][0] for other in row if other != j and other not in taken), default=score - 1)
        rivals = tuple(row[other][1] for other in row if other != j)
        done[i] = Pairing(claims[i], form, score, score - next_best, rivals)
        taken.add(j)
    return [done[i] for i in sorted(done)]


def _is_same_kind(claim: Figure, evidence: Figure) -> bool:
    """Printed as the same kind of thing; a day goes with a day, a year with a year."""
    return claim.kind == evidence.kind and claim.precision == evidence.precision


def _row(
    claim: Figure, near: dict[str, float], evidence: list[Figure], evidence_near: list[dict[str, float]]
) -> dict[int, tuple[float, Figure]]:
    """For each comparable figure of the evidence, by its index: how well it fits the claim's, and its comparable form."""
    row = {}
    for index, (other, other_near) in enumerate(zip(evidence, evidence_near, strict=True)):
        form = as_comparable(claim, other)
        if form is not None:
            score = (
                fit(near, other_near)
                + _CLOSENESS * (1 - distance(claim, form))
                + _SAME_KIND * _is_same_kind(claim, other)
            )
            row[index] = score, form
    return row
