"""What became of a quote, and what a piece of evidence says about a claim: pure rules, no framework."""

from reviews.checking.changes import ENDANGERING, LOW, QUIET, Change, Comparison
from reviews.checking.checking import Check, check_claim
from reviews.checking.comparing import compare_quote
from reviews.checking.versions import RULES_VERSION, RULES_VERSIONS

__all__ = [
    "ENDANGERING",
    "LOW",
    "QUIET",
    "RULES_VERSION",
    "RULES_VERSIONS",
    "Change",
    "Check",
    "Comparison",
    "check_claim",
    "compare_quote",
]
