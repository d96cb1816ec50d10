"""Which earlier claims say the same as a text: how alike they are, and in what they differ."""

from claims.similarity.comparing import Comparison, How, compare
from claims.similarity.ranking import ALIKE_FROM, Collection, Ranked, rank
from claims.similarity.searching import EXPECTED, search_for
from claims.similarity.weights import Weights
from claims.similarity.words import key_of, plain

__all__ = [
    "ALIKE_FROM",
    "EXPECTED",
    "Collection",
    "Comparison",
    "How",
    "Ranked",
    "Weights",
    "compare",
    "key_of",
    "plain",
    "rank",
    "search_for",
]
