"""Every write to an article, a claim, a mark, a citation or a finding."""

from claims.services.citing import QuoteRefused, add_version, cite, locate_quote, note_recheck, postpone_check
from claims.services.comparing import compare_across
from claims.services.editing import (
    WordingRefused,
    add_claim,
    dismiss_claim,
    dismiss_mark,
    edit_claim,
    merge_claims,
    promote_claim,
    put_on_desk,
    resolve_reference,
    restore_claim,
    split_claim,
)
from claims.services.findings import (
    Dismissals,
    RecordedFinding,
    decide_finding,
    dismiss_findings,
    lapse,
    record_finding,
)
from claims.services.intake import (
    ArticleTooLong,
    Submission,
    mark_unreadable_dead,
    request_resplit,
    split,
    submit_address,
    submit_article,
    submit_file,
    submit_text,
)
from claims.services.library import restore_article
from claims.services.protecting import protect_claim
from claims.services.refusals import NothingToDo
from claims.services.rereading import read_as
from claims.services.translations import NoTranslation, tie_to_original

__all__ = [
    "ArticleTooLong",
    "Dismissals",
    "NoTranslation",
    "NothingToDo",
    "QuoteRefused",
    "RecordedFinding",
    "Submission",
    "WordingRefused",
    "add_claim",
    "add_version",
    "cite",
    "compare_across",
    "decide_finding",
    "dismiss_claim",
    "dismiss_findings",
    "dismiss_mark",
    "edit_claim",
    "lapse",
    "locate_quote",
    "mark_unreadable_dead",
    "merge_claims",
    "note_recheck",
    "postpone_check",
    "promote_claim",
    "protect_claim",
    "put_on_desk",
    "read_as",
    "record_finding",
    "request_resplit",
    "resolve_reference",
    "restore_article",
    "restore_claim",
    "split",
    "split_claim",
    "submit_address",
    "submit_article",
    "submit_file",
    "submit_text",
    "tie_to_original",
]
