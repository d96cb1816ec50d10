"""How well the scores of check-worthiness agree with sentences that were labelled by hand."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from claims.language.check_worthiness import THRESHOLD
from claims.language.splitting import split_article

#: "learnt": the weights come from these; "held_out": set apart before; "later": written after the rules were made.
#: "second": written later still, against bold and plain sentences about states; what was wrong of them was then mended.
ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "worthiness.jsonl").read_text(encoding="utf-8").splitlines()
]


@dataclass(frozen=True)
class Judged:
    """A label and the highest score that a claim of the sentence gets."""

    worthy: bool
    score: float


@cache
def judged(part: str) -> list[Judged]:
    return [
        Judged(row["worthy"], max((claim.score for claim in split_article(row["text"]).claims), default=0.0))
        for row in ROWS
        if row["part"] == part
    ]


def macro_f1(rows: list[Judged]) -> float:
    """Return the mean of the F1 of worthy and of unworthy sentences."""
    scores = []
    for wanted in (True, False):
        said = [row.worthy == wanted for row in rows if (row.score >= THRESHOLD) == wanted]
        missed = sum((row.score >= THRESHOLD) != wanted and row.worthy == wanted for row in rows)
        scores.append(2 * sum(said) / (len(said) + sum(said) + missed))
    return sum(scores) / 2


def brier(rows: list[Judged]) -> float:
    """Return the mean squared distance of score and label (Brier, 1950): 0 is perfect, 0.25 a coin."""
    return sum((row.score - row.worthy) ** 2 for row in rows) / len(rows)


def test_the_labels_are_many_and_of_both_sorts():
    worthy = sum(row["worthy"] for row in ROWS)
    assert (len(ROWS) >= 300, worthy >= 150, len(ROWS) - worthy >= 150) == (True, True, True)


@pytest.mark.parametrize(("part", "least"), [("learnt", 0.93), ("held_out", 0.90), ("later", 0.90), ("second", 0.90)])
def test_worthy_and_unworthy_are_told_apart(part: str, least: float):
    assert macro_f1(judged(part)) >= least


@pytest.mark.parametrize(("part", "most"), [("learnt", 0.06), ("held_out", 0.08), ("later", 0.10)])
def test_a_score_is_close_to_the_chance(part: str, most: float):
    assert brier(judged(part)) <= most


def test_higher_scores_are_worthy_more_often():
    rows = judged("held_out") + judged("later")
    shares = []
    for low, high in ((0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.01)):
        inside = [row.worthy for row in rows if low <= row.score < high]
        shares.append(sum(inside) / len(inside))
    assert shares == sorted(shares)
    assert (shares[0] <= 0.1, shares[-1] >= 0.9) == (True, True)


def test_scores_rank_worthy_claims_instead_of_calling_all_of_them_certain():
    worthy = [row.score for part in ("held_out", "later") for row in judged(part) if row.score >= THRESHOLD]
    assert sum(score >= 0.99 for score in worthy) <= 0.1 * len(worthy)
    assert len(set(worthy)) >= 0.2 * len(worthy)
