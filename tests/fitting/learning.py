"""Two rounds of boosted trees that rank the persons around a pronoun, fitted, cross-validated and calibrated."""

from collections.abc import Sequence
from typing import TypeVar

import lightgbm
import numpy
from numpy.typing import NDArray

from claims.language.reference.personal_pronouns import OPEN, SURE, shares_of
from claims.language.reference.weighing import FEATURES
from tests.fitting.passages import Passage

_FOLDS = 10
_ROUNDS = 120
_SETTINGS = {
    "learning_rate": 0.08,
    "num_leaves": 24,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
Array = NDArray[numpy.float64]


Item = TypeVar("Item")
Figures = dict[str, float]


def fitted(passages: Sequence[Passage]) -> dict[str, object]:
    """Return the table of both rounds, of passages that cross_validated has left its guesses with."""
    second = _learn([_second(passage) for passage in passages], passages)
    first = _learn([_first(passage) for passage in passages], passages)
    return {
        "features": list(FEATURES),
        "first": [_nested(tree) for tree in first.dump_model()["tree_info"]],
        "second": [_nested(tree) for tree in second.dump_model()["tree_info"]],
    }


def cross_validated(passages: Sequence[Passage]) -> tuple[Figures, list[tuple[float, float]]]:
    """Return the figures on unseen passages, as GAP counts them, and how often a reading of each share was right."""
    _guess_unseen(passages)
    rows = [_second(passage) for passage in passages]
    picks: list[tuple[float, str, frozenset[str]]] = []
    for fold in range(_FOLDS):
        model = _learn(_but(rows, fold), _but(passages, fold))
        picks += [_pick(model, rows[at], passage) for at, passage in enumerate(passages) if at % _FOLDS == fold]
    calibration = _isotonic([(share, _is_right(name, answers)) for share, name, answers in picks if share])
    return figures_of(picks, calibration), calibration


def figures_of(picks: list[tuple[float, str, frozenset[str]]], calibration: list[tuple[float, float]]) -> Figures:
    """Return precision, recall and F1 over both names, and of the sure readings their share and how many are right."""
    said = [(name, answers) for share, name, answers in picks if share >= OPEN and name]
    right = sum(name in answers for name, answers in said)
    precision, recall = right / len(said), right / sum(len(answers) for *_, answers in picks)
    scores, chances = zip(*calibration, strict=True)
    sure = [pick for pick in picks if pick[0] and numpy.interp(pick[0], scores, chances) >= SURE]
    return {
        "passages": len(picks),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "sure": len(sure),
        "sure_right": round(sum(_is_right(name, answers) for _, name, answers in sure) / max(1, len(sure)), 4),
    }


def _is_right(name: str, answers: frozenset[str]) -> bool:
    return name in answers or (not name and not answers)


def _pick(model: lightgbm.Booster, rows: Array, passage: Passage) -> tuple[float, str, frozenset[str]]:
    """Return the share of the likeliest person, the person's name in the passage, and the names that are right."""
    if not len(rows):
        return 0.0, "", passage.answers
    shares = shares_of(model.predict(rows, raw_score=True))
    best = int(shares.argmax())
    return float(shares[best]), passage.names[best], passage.answers


def _guess_unseen(passages: Sequence[Passage]) -> None:
    """Leave with every pronoun the guesses of a first round that was fitted on the other folds."""
    rows = [_first(passage) for passage in passages]
    for fold in range(_FOLDS):
        model = _learn(_but(rows, fold), _but(passages, fold))
        for at, passage in enumerate(passages):
            for anaphor in passage.anaphors if at % _FOLDS == fold else ():
                if anaphor.persons:
                    shares = shares_of(model.predict(anaphor.rows, raw_score=True))
                    anaphor.guesses.update(
                        {id(p.person): float(s) for p, s in zip(anaphor.persons, shares, strict=True)}
                    )


def _but(items: Sequence[Item], fold: int) -> list[Item]:
    return [item for at, item in enumerate(items) if at % _FOLDS != fold]


def _first(passage: Passage) -> Array:
    return passage.asked.rows if passage.asked is not None else numpy.zeros((0, len(FEATURES)))


def _second(passage: Passage) -> Array:
    if passage.asked is None or not passage.asked.persons:
        return numpy.zeros((0, len(FEATURES) + 4))
    return passage.reader.second_rows(passage.asked)


def _learn(rows: Sequence[Array], passages: Sequence[Passage]) -> lightgbm.Booster:
    """Fit trees whose scores, beside a 0 for nobody, give the shares of the persons of each passage."""
    kept = [(each, passage) for each, passage in zip(rows, passages, strict=True) if len(each)]
    labels = numpy.concatenate([passage.labels for _, passage in kept])
    sizes = [len(each) for each, _ in kept]
    starts = numpy.cumsum([0, *sizes[:-1]])
    known = numpy.repeat([1 in passage.labels for _, passage in kept], sizes)
    # Where neither name is meant it may be nobody or anybody else, as the trees have it so far.
    allowed = numpy.where(known, labels == 1, labels == -1)
    alone = numpy.array([1 not in passage.labels for _, passage in kept])

    def towards_meant(scores: Array, _: lightgbm.Dataset) -> tuple[Array, Array]:
        highest = numpy.maximum(numpy.maximum.reduceat(scores, starts), 0)
        weights = numpy.exp(scores - numpy.repeat(highest, sizes))
        shares = weights / numpy.repeat(numpy.add.reduceat(weights, starts) + numpy.exp(-highest), sizes)
        nobody = 1 - numpy.add.reduceat(shares, starts)
        meant = shares * allowed
        total = numpy.add.reduceat(meant, starts) + nobody * alone
        meant /= numpy.maximum(numpy.repeat(total, sizes), 1e-9)
        return shares - meant, numpy.maximum(shares * (1 - shares), 1e-3)

    data = lightgbm.Dataset(numpy.concatenate([each for each, _ in kept]), labels)
    return lightgbm.train({**_SETTINGS, "objective": towards_meant}, data, _ROUNDS)


def _nested(tree: dict[str, object]) -> object:
    """Return a tree as the table has it: [feature, threshold, left, right], or the value of a leaf."""

    def node(part):
        if "split_index" not in part:
            return round(part["leaf_value"], 4)
        return [
            part["split_feature"],
            float(f"{part['threshold']:.5g}") if part["threshold"] > 1e-9 else 0,
            node(part["left_child"]),
            node(part["right_child"]),
        ]

    return node(tree["tree_structure"])


def _isotonic(pairs: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return the rising steps that fit best how often each share was right (pool adjacent violators)."""
    pools: list[list[float]] = []
    for share, right in sorted(pairs):
        pools.append([share, float(right), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            share_sum, right_sum, count = pools.pop()
            pools[-1] = [pools[-1][0] + share_sum, pools[-1][1] + right_sum, pools[-1][2] + count]
    return [(round(total / count, 4), round(right / count, 4)) for total, right, count in pools]
