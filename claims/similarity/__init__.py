"""Which earlier claims say the same as a text: how alike they are, and in what they differ."""

from claims.similarity.comparing import ClaimComparison, ClaimRelation, compare
from claims.similarity.ranking import ALIKE_FROM, ClaimIndex, RankedClaim, rank
from claims.similarity.searching import EXPECTED, search_for
from claims.similarity.weights import IdfWeights
from claims.similarity.words import stem_term, without_links

__all__ = [
    "ALIKE_FROM",
    "EXPECTED",
    "ClaimComparison",
    "ClaimIndex",
    "ClaimRelation",
    "IdfWeights",
    "RankedClaim",
    "compare",
    "rank",
    "search_for",
    "stem_term",
    "without_links",
]
