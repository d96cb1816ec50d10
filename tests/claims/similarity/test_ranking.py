"""Reworded claims are found again among claims on the same subjects, better than by the two usual measures."""

import math
from collections import Counter
from pathlib import Path

import pytest

from claims.similarity import ClaimIndex, IdfWeights, rank

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "rewordings.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
#: Each claim, and another one on the same subject.
EARLIER = [text for claim, _, _, neighbour in ROWS for text in (claim, neighbour)]


class TermVectors:
    """TF-IDF cosine over the terms that `terms` cuts a text into: what the ranking has to beat."""

    def __init__(self, terms):
        self.terms = terms
        self.found = Counter(term for text in EARLIER for term in set(terms(text)))
        self.earlier = [(text, self.vector(text)) for text in EARLIER]

    def vector(self, text):
        counts = Counter(self.terms(text))
        weights = {
            term: (1 + math.log(count)) * (1 + math.log((1 + len(EARLIER)) / (1 + self.found[term])))
            for term, count in counts.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1
        return {term: weight / length for term, weight in weights.items()}

    def __call__(self, text):
        wanted = self.vector(text)
        likeness = [
            (sum(weight * vector.get(term, 0) for term, weight in wanted.items()), earlier)
            for earlier, vector in self.earlier
        ]
        return [earlier for _, earlier in sorted(likeness, reverse=True)[:10]]


def letters(text):
    return [
        f" {word} "[at : at + length]
        for word in text.lower().split()
        for length in (3, 4, 5)
        for at in range(max(1, len(word) + 3 - length))
    ]


def measured(column, find):
    """Mean reciprocal rank in the first ten, and the share of queries answered in the first five."""
    ranks = [([*find(row[column]), row[0]].index(row[0]) + 1, row) for row in ROWS]
    found = [(place if place <= 10 else math.inf) for place, _ in ranks]
    return sum(1 / place for place in found) / len(found), sum(place <= 5 for place in found) / len(found)


@pytest.fixture(scope="module")
def collection():
    return ClaimIndex([(text, text) for text in EARLIER])


@pytest.mark.parametrize(("column", "mrr", "hit"), [(1, 0.97, 0.99), (2, 0.98, 0.99)])
def test_paraphrases_and_posts_find_their_claim(collection, column, mrr, hit):
    found = measured(column, lambda text: [each.id for each in collection.similar_to(text)])
    assert (found[0] >= mrr, found[1] >= hit) == (True, True), found


@pytest.mark.parametrize("terms", [str.split, letters])
def test_the_usual_measures_find_fewer_of_the_posts(collection, terms):
    usual = measured(2, TermVectors(terms))
    assert usual[0] < measured(2, lambda text: [each.id for each in collection.similar_to(text)])[0]


def test_the_score_of_the_same_words_is_one_and_of_none_is_nothing():
    claims = [(1, "Norway banned whaling."), (2, "Whaling is banned in Norway"), (3, "Peru exports copper.")]
    weights = IdfWeights.of_texts(text for _, text in claims)
    found = rank("Norway bans whaling", claims, weights)
    assert [(each.id, round(each.score, 6)) for each in found] == [(1, 1.0), (2, 1.0)]


def test_a_rare_word_outweighs_a_common_one():
    claims = [(number, f"The ministry opened office {number}.") for number in range(20)] + [(99, "Whaling resumed.")]
    found = rank("The ministry banned whaling.", claims, IdfWeights.of_texts(text for _, text in claims))
    assert found[0].id == 99


def test_weights_from_a_database_that_knows_no_rare_words_give_the_same_order():
    exact = IdfWeights.of_texts(EARLIER)
    rough = IdfWeights({"a": 0.5}, claims=len(EARLIER))
    claims = list(enumerate(EARLIER))
    queries = [row[1] for row in ROWS[:40]]
    same_first = [rank(text, claims, exact)[0].id == rank(text, claims, rough)[0].id for text in queries]
    assert sum(same_first) >= 38


@pytest.mark.parametrize("text", ["", "🙂", "the of and", "https://example.org"])
def test_a_text_without_words_is_like_nothing(collection, text):
    assert collection.similar_to(text) == []


def test_an_empty_collection_answers():
    assert ClaimIndex([]).similar_to("Norway banned whaling.") == []
