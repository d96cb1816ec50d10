"""Every write to a round, a judgement, a verdict, the ledger or a re-check."""

from claims.policies import NotAllowed
from reviews.services.rechecks import (
    request_rechecks,
    run_dead_rechecks_again,
    run_recheck,
    schedule_rechecks,
)
from reviews.services.rounds import (
    CitationMissing,
    RationaleMissing,
    SomeoneElseWasFirst,
    abandon_review,
    open_missing_reviews,
    open_review,
    request_round,
    return_review,
    sign_off,
    submit_judgement,
)
from reviews.services.wording import dismiss_claim, edit_claim, merge_claims, split_claim

__all__ = [
    "CitationMissing",
    "NotAllowed",
    "RationaleMissing",
    "SomeoneElseWasFirst",
    "abandon_review",
    "dismiss_claim",
    "edit_claim",
    "merge_claims",
    "open_missing_reviews",
    "open_review",
    "request_rechecks",
    "request_round",
    "return_review",
    "run_dead_rechecks_again",
    "run_recheck",
    "schedule_rechecks",
    "sign_off",
    "split_claim",
    "submit_judgement",
]
