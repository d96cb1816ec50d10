"""Four dirty articles with hand-made claims: how many are found, whole and with their speaker."""

import json
from pathlib import Path

import pytest

from claims.language.splitting import SplitArticle, split_article

DATA = Path(__file__).parent / "data"
NAMES = ("frigates", "launcher", "talks", "drone")
OPENS_VAGUELY = ("It ", "Its ", "He ", "She ", "They ", "Their ", "This ", "These ", "Which ", "We ", "There ")


@pytest.fixture(params=NAMES)
def article(request: pytest.FixtureRequest) -> tuple[SplitArticle, list[dict]]:
    text = (DATA / f"{request.param}.txt").read_text(encoding="utf-8")
    lines = (DATA / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines()
    return split_article(text), [json.loads(line) for line in lines]


def test_nine_of_ten_claims_are_found_word_for_word(article: tuple[SplitArticle, list[dict]]):
    split, gold = article
    found = {claim.text for claim in split.claims if claim.check_worthy}
    missed = [row["claim"] for row in gold if row["claim"] not in found]
    assert len(missed) <= 0.1 * len(gold), missed


def test_a_found_claim_has_its_speaker(article: tuple[SplitArticle, list[dict]]):
    split, gold = article
    said = {claim.text: claim.attributed_to for claim in split.claims}
    wrong = [row for row in gold if row["claim"] in said and said[row["claim"]] != row["speaker"]]
    assert wrong == []


def test_worthy_claims_stand_alone_and_do_not_flood_the_desk(article: tuple[SplitArticle, list[dict]]):
    split, gold = article
    worthy = [claim.text for claim in split.claims if claim.check_worthy]
    assert [text for text in worthy if text.startswith(OPENS_VAGUELY)] == []
    assert len(worthy) <= 2 * len(gold)
