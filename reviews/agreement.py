"""How far people agree, and how sure a share is that rests on few cases. Pure arithmetic."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

Floats = NDArray[numpy.float64]

#: Samples that a bootstrap draws, and the seed that makes one set of judgements give one interval.
SAMPLES, SEED = 1_000, 20_110_125
#: The standard normal quantile of a two-sided 95 % interval.
Z95 = 1.959963984540054


@dataclass(frozen=True)
class Estimate:
    """A figure with the ends of its 95 % interval, and the number of cases that it rests on."""

    value: float
    low: float
    high: float
    cases: int


def krippendorff_alpha(units: Sequence[Sequence[str]]) -> Estimate | None:
    """Return Krippendorff's alpha for nominal data, with a bootstrap interval over the units.

    `units` has the ratings of each case; cases with fewer than two are left out, as there is nothing to compare.
    Alpha is 1 − observed / expected disagreement: 1 for agreement, 0 for what chance gives (Krippendorff 2011,
    Computing Krippendorff's Alpha-Reliability). None where every rating is the same: chance can't be told from skill.
    """
    rated = [Counter(unit) for unit in units if len(unit) > 1]
    categories = sorted({category for unit in rated for category in unit})
    if len(categories) < 2:
        return None
    # Few different patterns stand for any number of cases, so that a sample is one draw of their frequencies; sorted,
    # because the same cases in another order must give the same interval.
    found = Counter(tuple(unit[category] for category in categories) for unit in rated)
    patterns, frequency = zip(*sorted(found.items()), strict=True)
    counts = numpy.array(patterns, dtype=float)
    times = numpy.array(frequency, dtype=float)
    drawn = numpy.random.default_rng(SEED).multinomial(len(rated), times / times.sum(), size=SAMPLES)
    sampled = _alphas(counts, drawn.astype(float))
    low, high = numpy.percentile(sampled, [2.5, 97.5])
    [value] = _alphas(counts, times[None, :])
    return Estimate(float(value), float(low), float(high), len(rated))


def _alphas(counts: Floats, times: Floats) -> Floats:
    """Alpha for each row of `times`, which says how often each pattern of `counts` occurs; 1 where nothing varies."""
    of_unit = counts.sum(axis=1)
    differing = (counts * (of_unit[:, None] - counts)).sum(axis=1) / (of_unit - 1)
    of_category = times @ counts
    of_all = of_category.sum(axis=1)
    observed = times @ differing / of_all
    expected = (of_category * (of_all[:, None] - of_category)).sum(axis=1) / (of_all * (of_all - 1))
    ratios: Floats = numpy.divide(observed, expected, out=numpy.zeros_like(observed), where=expected > 0)
    return 1 - ratios


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa, (observed − chance) / (1 − chance), for the ratings that two people gave of each case.

    Chance is what their own shares of each category would give (Cohen 1960, A coefficient of agreement for nominal scales).
    None without a case, and where both gave one and the same category throughout.
    """
    total = len(pairs)
    if not total:
        return None
    observed = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[name] * second[name] for name in first) / total**2
    return None if math.isclose(chance, 1) else (observed - chance) / (1 - chance)


def wilson_interval(hits: int, cases: int) -> Estimate | None:
    """Return a share with its 95 % score interval (Wilson 1927), sound for few cases and rare hits too.

    None without a case.
    """
    if not cases:
        return None
    share = hits / cases
    spread = Z95**2 / cases
    middle = (share + spread / 2) / (1 + spread)
    half = Z95 / (1 + spread) * math.sqrt(share * (1 - share) / cases + spread / (4 * cases))
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half), cases)


def rating_pairs(units: Iterable[Iterable[tuple[str, str]]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Sort the ratings that two people gave of the same case by who the two are.

    Each unit has (person, rating) once a person; the keys are two names in alphabetical order.
    """
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for unit in units:
        ratings = sorted(unit)
        for at, (one, rating) in enumerate(ratings):
            for other, other_rating in ratings[at + 1 :]:
                pairs.setdefault((one, other), []).append((rating, other_rating))
    return pairs
