"""Reads over claims with what was judged of them."""

from reviews.queries.articles import Coverage, article_claims, articles, coverage, open_marks, with_progress
from reviews.queries.claims import in_full, next_claim, with_review
from reviews.queries.desk_views import DESK_VIEWS, DeskView, desk, desk_counts, without_round
from reviews.queries.rechecks import due_citations, oldest_due, outcomes, recheck_progress, rechecks, standing_citations
from reviews.queries.rounds import (
    ledger_head,
    newest_verdict,
    open_round,
    published,
    published_so_far,
    rests_on,
    rounds,
)

__all__ = [
    "DESK_VIEWS",
    "Coverage",
    "DeskView",
    "article_claims",
    "articles",
    "coverage",
    "desk",
    "desk_counts",
    "due_citations",
    "in_full",
    "ledger_head",
    "newest_verdict",
    "next_claim",
    "oldest_due",
    "open_marks",
    "open_round",
    "outcomes",
    "published",
    "published_so_far",
    "recheck_progress",
    "rechecks",
    "rests_on",
    "rounds",
    "standing_citations",
    "with_progress",
    "with_review",
    "without_round",
]
