"""What became of a quote, and what a piece of evidence says about a claim: pure rules, no framework."""

from reviews.checking.changes import ENDANGERING, LOW, QUIET, Change, Comparison
from reviews.checking.checking import RULES_VERSION, Check, check_claim
from reviews.checking.comparing import compare_quote

__all__ = [
    "ENDANGERING",
    "LOW",
    "QUIET",
    "RULES_VERSION",
    "Change",
    "Check",
    "Comparison",
    "check_claim",
    "compare_quote",
]
