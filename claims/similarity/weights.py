"""How much a word tells: the fewer claims have it, the more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from claims.similarity.words import index_terms, stem_term

_LEAST_SHARE = 0.002
_SHARPNESS = 1.5


class IdfWeights:
    """Weights of words by their inverse document frequency (Spärck Jones 1972), from the share of claims that have them.

    Words in less than one of 500 claims count alike: how rare they are beyond that is mostly chance, and a database
    knows no finer. Weights are raised to 1.5, between the single weight that a word has in BM25 and the square of it
    that it has in the cosine of two vectors.
    """

    def __init__(self, shares: Mapping[str, float], *, claims: int) -> None:
        """`shares` are by `stem_term`, from 0 to 1; `claims` is how many there are, and below 1 when nobody knows."""
        self._shares = shares
        self._least = max(_LEAST_SHARE, 1 / max(claims, 1))
        self._known: dict[str, float] = {}

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> "IdfWeights":
        """Count the words of these texts."""
        counts: Counter[str] = Counter()
        claims = 0
        for text in texts:
            counts.update({stem_term(word) for word in index_terms(text)})
            claims += 1
        return cls({key: count / claims for key, count in counts.items()}, claims=claims)

    def of(self, key: str) -> float:
        """Return the weight of a word, by its key; always positive."""
        if key not in self._known:
            share = max(self._shares.get(key, 0), self._least)
            self._known[key] = log(1 + 1 / share) ** _SHARPNESS
        return self._known[key]
