"""What became of a quote, and what a piece of evidence says about a claim: pure rules, no framework."""

from reviews.checking.changes import ENDANGERING, LOW, QUIET, Change, QuoteComparison
from reviews.checking.claim_check import CheckResult, check_claim, check_claims
from reviews.checking.outcomes import CheckOutcome, Mismatch
from reviews.checking.quote_comparison import compare_quote
from reviews.checking.versions import RULES_VERSION, RULES_VERSIONS

__all__ = [
    "ENDANGERING",
    "LOW",
    "QUIET",
    "RULES_VERSION",
    "RULES_VERSIONS",
    "Change",
    "CheckOutcome",
    "CheckResult",
    "Mismatch",
    "QuoteComparison",
    "check_claim",
    "check_claims",
    "compare_quote",
]
