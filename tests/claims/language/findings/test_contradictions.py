"""Short articles that contradict themselves, and others that look as if they did: found in the first, silent in the second."""

import json
from pathlib import Path

from claims.language.splitting import split_article

ARTICLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "contradictions.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_one_finding_in_each_article_that_contradicts_itself_and_none_in_the_others():
    expected = {row["text"]: int(row["contradicts"]) for row in ARTICLES}
    assert {text: len(split_article(text).findings) for text in expected} == expected


def test_the_set_holds_enough_of_both():
    silent = sum(not row["contradicts"] for row in ARTICLES)
    assert (silent >= 60, len(ARTICLES) - silent >= 60) == (True, True)
