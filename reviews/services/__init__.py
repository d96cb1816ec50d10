"""Every write to a round, a judgement, a verdict, the ledger or a re-check."""

from core.accounts.policies import NotAllowed
from reviews.services.bulk import BulkResult, apply_to_each
from reviews.services.deliveries import record_delivery
from reviews.services.external_verdicts import (
    ImportedVerdict,
    ImportResult,
    delete_fact_checks,
    import_fact_check,
    import_fact_checks,
)
from reviews.services.ledger_checks import note_verification, send_newest_head, verify_once_a_day
from reviews.services.notifying import choose_notices, mark_notices_read, send_digests, tell
from reviews.services.presence import mark_viewing, others_viewing
from reviews.services.rechecks import (
    give_up_rechecks,
    request_rechecks,
    run_dead_rechecks_again,
    run_recheck,
    schedule_rechecks,
)
from reviews.services.rounds import (
    CitationMissing,
    RationaleMissing,
    SomeoneElseWasFirst,
    Unconfirmed,
    abandon_review,
    ask_for_second_judgement,
    open_missing_reviews,
    open_review,
    request_round,
    return_review,
    sign_off,
    submit_judgement,
)
from reviews.services.schedules import choose_interval
from reviews.services.sending import send_webhook
from reviews.services.shared_links import LinkRefused, create_link, note_opening, revoke_link
from reviews.services.sharing import AssignmentChange, NothingSaid, assign, comment, forget_views, keep_view, names_in
from reviews.services.timing import why_then
from reviews.services.webhooks import (
    TooManyWebhooks,
    change_secret,
    choose_changes,
    create_webhook,
    delete_webhook,
    disable_webhook,
    enable_webhook,
    forget_attempts,
    give_up_webhooks,
    present_secret,
    replay_webhook,
)
from reviews.services.withdrawing import withdraw_verdict
from reviews.services.wording import dismiss_claim, edit_claim, merge_claims, resolve_reference, split_claim

__all__ = [
    "AssignmentChange",
    "BulkResult",
    "CitationMissing",
    "ImportResult",
    "ImportedVerdict",
    "LinkRefused",
    "NotAllowed",
    "NothingSaid",
    "RationaleMissing",
    "SomeoneElseWasFirst",
    "TooManyWebhooks",
    "Unconfirmed",
    "abandon_review",
    "apply_to_each",
    "ask_for_second_judgement",
    "assign",
    "change_secret",
    "choose_changes",
    "choose_interval",
    "choose_notices",
    "comment",
    "create_link",
    "create_webhook",
    "delete_fact_checks",
    "delete_webhook",
    "disable_webhook",
    "dismiss_claim",
    "edit_claim",
    "enable_webhook",
    "forget_attempts",
    "forget_views",
    "give_up_rechecks",
    "give_up_webhooks",
    "import_fact_check",
    "import_fact_checks",
    "keep_view",
    "mark_notices_read",
    "mark_viewing",
    "merge_claims",
    "names_in",
    "note_opening",
    "note_verification",
    "open_missing_reviews",
    "open_review",
    "others_viewing",
    "present_secret",
    "record_delivery",
    "replay_webhook",
    "request_rechecks",
    "request_round",
    "resolve_reference",
    "return_review",
    "revoke_link",
    "run_dead_rechecks_again",
    "run_recheck",
    "schedule_rechecks",
    "send_digests",
    "send_newest_head",
    "send_webhook",
    "sign_off",
    "split_claim",
    "submit_judgement",
    "tell",
    "verify_once_a_day",
    "why_then",
    "withdraw_verdict",
]
