"""Ordinary claims against ordinary sentences, judged by a person before the rules were seen: right or silent."""

import json
from pathlib import Path

from reviews.checking.claim_check import check_claims

_LINES = (Path(__file__).parent / "data" / "natural_pairs.jsonl").read_text(encoding="utf-8").splitlines()
PAIRS = [json.loads(line) for line in _LINES]


def test_ordinary_pairs_are_judged_right_or_not_at_all():
    checks = list(check_claims((pair["claim"], pair["evidence"]) for pair in PAIRS))
    outcomes = [(check.outcome.value, pair["verdict"], pair["id"]) for check, pair in zip(checks, PAIRS, strict=True)]
    decided = [each for each in outcomes if each[0] != "not_enough"]
    wrong = [each for each in decided if each[0] != each[1]]
    supports = [each for each in outcomes if each[1] == "supports"]
    assert [each for each in wrong if each[0] == "supports"] == []
    assert len(wrong) <= 0.03 * len(decided)
    assert sum(each[0] == "supports" for each in supports) >= 0.65 * len(supports)
