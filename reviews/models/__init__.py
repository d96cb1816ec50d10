"""Rounds, judgements, verdicts, the ledger, the re-checks of what verdicts rest on, and how people share the work."""

from reviews.models.desk import Assignment, Comment, SavedView
from reviews.models.external_verdicts import ExternalVerdict
from reviews.models.ledger_checks import LedgerCheck
from reviews.models.notices import Notice, NoticeChoice, NoticeKind
from reviews.models.rechecks import Recheck, RecheckResult
from reviews.models.rounds import Judgement, MissingRound, Review, ReviewEvent
from reviews.models.shared_links import SharedLink
from reviews.models.verdicts import (
    ChangeKind,
    Delivery,
    LedgerEntry,
    Verdict,
    VerdictChange,
    VerdictCitation,
    Withdrawal,
)
from reviews.models.webhooks import Webhook, WebhookAttempt, WebhookMessage

__all__ = [
    "Assignment",
    "ChangeKind",
    "Comment",
    "Delivery",
    "ExternalVerdict",
    "Judgement",
    "LedgerCheck",
    "LedgerEntry",
    "MissingRound",
    "Notice",
    "NoticeChoice",
    "NoticeKind",
    "Recheck",
    "RecheckResult",
    "Review",
    "ReviewEvent",
    "SavedView",
    "SharedLink",
    "Verdict",
    "VerdictChange",
    "VerdictCitation",
    "Webhook",
    "WebhookAttempt",
    "WebhookMessage",
    "Withdrawal",
]
