"""Scores by an ensemble of decision trees, read from a table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class BoostedTrees:
    """Trees as arrays: at each node the feature, the threshold and the nodes below; at a leaf its value."""

    roots: NDArray[numpy.int32]
    feature: NDArray[numpy.int32]
    threshold: NDArray[numpy.float64]
    below: NDArray[numpy.int32]  # the left of the two; the right is the one after it
    value: NDArray[numpy.float64]
    depth: int

    def scores(self, rows: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
        """Return the sum of the leaves that each row reaches, one for each row."""
        at = numpy.broadcast_to(self.roots, (len(rows), len(self.roots)))
        each = numpy.arange(len(rows))[:, None]
        for _ in range(self.depth):
            # A leaf points at itself with an endless threshold.
            at = self.below[at] + (rows[each, self.feature[at]] > self.threshold[at])
        total: NDArray[numpy.float64] = self.value[at].sum(axis=1)
        return total


@dataclass(frozen=True)
class ReferenceModel:
    """The fitted table: both rounds of trees, and the score from which a reading is sure."""

    first: BoostedTrees
    second: BoostedTrees
    calibration: tuple[tuple[float, float], ...]

    def probability(self, score: float) -> float:
        """Return how often a reading of that score was right on texts that the trees had not seen."""
        scores, shares = zip(*self.calibration, strict=True)
        return float(numpy.interp(score, scores, shares))


@cache
def person_model() -> ReferenceModel:
    """Return the model for "he" and "she", loaded at its first use.

    It was fitted on the development part of GAP (Webster et al., 2018, "Mind the GAP", Apache-2.0) by
    `python -m tests.fitting gap_development.tsv`, which prints its cross-validated figures.
    """
    return model_from(json.loads(Path(__file__).with_name("person_trees.json").read_text(encoding="ascii")))


def model_from(table: Any) -> ReferenceModel:
    """Return the model that a table describes; its trees are nested [feature, threshold, left, right], or a leaf's value."""
    pairs = tuple((float(score), float(share)) for score, share in table["calibration"])
    return ReferenceModel(_flattened(table["first"]), _flattened(table["second"]), pairs)


def _flattened(trees: list[Any]) -> BoostedTrees:
    feature: list[int] = []
    threshold: list[float] = []
    below: list[int] = []
    value: list[float] = []
    deepest = 0

    def reserve(count: int) -> int:
        at = len(feature)
        feature.extend([0] * count)
        threshold.extend([float("inf")] * count)
        below.extend(range(at, at + count))
        value.extend([0.0] * count)
        return at

    roots = []
    for tree in trees:
        roots.append(reserve(1))
        waiting = [(tree, roots[-1], 0)]
        while waiting:
            node, at, depth = waiting.pop()
            deepest = max(deepest, depth)
            if isinstance(node, list):
                feature[at], threshold[at] = node[0], node[1]
                below[at] = reserve(2)
                waiting += [(node[2], below[at], depth + 1), (node[3], below[at] + 1, depth + 1)]
            else:
                value[at] = node
    return BoostedTrees(
        numpy.array(roots, dtype=numpy.int32),
        numpy.array(feature, dtype=numpy.int32),
        numpy.array(threshold),
        numpy.array(below, dtype=numpy.int32),
        numpy.array(value),
        deepest,
    )
