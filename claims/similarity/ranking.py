"""Earlier claims in the order of how much they say the same as a text."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, repeat
from math import sqrt
from typing import Generic, TypeVar

from claims.similarity.matching import TermMatcher
from claims.similarity.weights import IdfWeights
from claims.similarity.words import index_terms, stem_term
from sources.meaning import embed

#: What a claim goes by: its number, or whatever a file calls it.
Name = TypeVar("Name", bound=Hashable)

ALIKE_FROM = 0.45
"""The score from which a claim is worth showing."""

_READ = 100
#: How many of the claims whose words are most like a text are held against what it means, too.
_MEANING_READ = 30
#: What the sum of both counts: on rewordings of a hundred claims, their mean keeps as many from 0.55 as the words from 0.45.
_OF_BOTH = 0.41


@dataclass(frozen=True, slots=True)
class RankedClaim(Generic[Name]):
    """One claim that says something alike: its name, and a score from 0 to 1."""

    id: Name
    score: float


def rank(text: str, claims: Iterable[tuple[Name, str]], weights: IdfWeights) -> list[RankedClaim[Name]]:
    """Order claims, given as name and text, by their likeness to text, best first.

    Claims that share no word with it are left out. By words, the score is the cosine of the two weighted sets of words,
    in which a word also meets its inflected and compound forms by its letters; so neither the chatter round a claim in
    a long post nor a short claim's few words decide alone. A text that is nearer in meaning than in its words gets a
    score from both. Of equal scores the claim that came first stays first.
    """
    matcher = TermMatcher(index_terms(text))
    scored = [(name, claim, _score(matcher, claim, weights)) for name, claim in claims]
    by_words = sorted((each for each in scored if each[2]), key=lambda each: -each[2])
    vectors = embed([text, *(claim for _, claim, _ in by_words[:_MEANING_READ])])
    cosines = chain(vectors[1:] @ vectors[0], repeat(0.0))
    ranked = [
        RankedClaim(name, max(score, _OF_BOTH * (score + float(cosine))))
        for (name, _, score), cosine in zip(by_words, cosines, strict=False)
    ]
    return sorted(ranked, key=lambda each: -each.score)


class ClaimIndex(Generic[Name]):
    """Claims in memory, by their words."""

    def __init__(self, claims: Iterable[tuple[Name, str]]) -> None:
        self._claims = list(claims)
        self._weights = IdfWeights.of_texts(text for _, text in self._claims)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._totals: list[float] = []
        for number, (_, text) in enumerate(self._claims):
            keys = {stem_term(word) for word in index_terms(text)}
            self._totals.append(sum(map(self._weights.of, keys)))
            for key in keys:
                self._having[key].append(number)

    def similar_to(self, text: str, *, limit: int = 10) -> list[RankedClaim[Name]]:
        """Return the claims most like text, best first, of those that share a word with it."""
        return rank(text, (self._claims[number] for number in self._closest(text)), self._weights)[:limit]

    def _closest(self, text: str) -> list[int]:
        shared: defaultdict[int, float] = defaultdict(float)
        for key in {stem_term(word) for word in index_terms(text)}:
            weight = self._weights.of(key)
            for number in self._having.get(key, ()):
                shared[number] += weight
        return sorted(nlargest(_READ, shared, key=lambda number: shared[number] / sqrt(self._totals[number])))


def _score(matcher: TermMatcher, claim: str, weights: IdfWeights) -> float:
    keys = dict.fromkeys(map(stem_term, index_terms(claim)))
    shared = sum(weights.of(key) * matcher.match(key)[1] for key in keys)
    if not shared:
        return 0.0
    both = sum(map(weights.of, keys)) * sum(map(weights.of, matcher.keys))
    return min(1.0, shared / sqrt(both))
