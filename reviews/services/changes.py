"""What becomes of published verdicts, written down with the deed, in the order in which consumers hear of it."""

from datetime import datetime

from django.db import connection

from claims.models import Claim
from reviews import queries
from reviews.models import ChangeKind, Verdict, VerdictChange, Withdrawal

#: Any constant: names the lock under which the ledger and the list of changes grow by one row at a time.
LEDGER_LOCK = 0x9B1E
#: What consumers are told of a verdict that outlived the doubt without a new one.
NO_NEW_VERDICT = "The review of the changed source was closed without a new verdict, so this one stands."


def wait_for_the_ledger() -> None:
    """Take turns until the end of the transaction.

    A verdict or a change gets its number inside its turn: numbers then appear in ascending order, and whoever asks for
    everything after the newest number they know misses none.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LEDGER_LOCK])


def note_published(verdict: Verdict, *, at: datetime) -> VerdictChange:
    """Write down that a verdict was published: a first one, or one that reaffirms or reverses the one before it."""
    before = verdict.supersedes
    kind = ChangeKind.after(before.rating if before else None, verdict.rating)
    return _note(kind, verdict, previous=before, at=at)


def note_endangered(claim: Claim, *, reason: str, at: datetime) -> VerdictChange | None:
    """Write down that a source of the standing verdict changed. Return None where none stands."""
    verdict = _standing(claim)
    return _note(ChangeKind.ENDANGERED, verdict, reason=reason, at=at) if verdict else None


def note_reaffirmed(claim: Claim, *, at: datetime) -> VerdictChange | None:
    """Write down that the standing verdict is in doubt no more, without a new one. Return None where none stands."""
    verdict = _standing(claim)
    return _note(ChangeKind.REAFFIRMED, verdict, reason=NO_NEW_VERDICT, at=at) if verdict else None


def note_withdrawn(verdict: Verdict, *, reason: str, at: datetime) -> VerdictChange:
    """Write down that a verdict was taken back, and why."""
    return _note(ChangeKind.WITHDRAWN, verdict, reason=reason, at=at)


def _standing(claim: Claim) -> Verdict | None:
    newest = queries.newest_verdict(claim)
    return None if newest and Withdrawal.objects.filter(verdict=newest).exists() else newest


def _note(
    kind: ChangeKind, verdict: Verdict, *, at: datetime, previous: Verdict | None = None, reason: str = ""
) -> VerdictChange:
    wait_for_the_ledger()
    return VerdictChange.objects.create(
        kind=kind, claim_id=verdict.claim_id, verdict=verdict, previous=previous, reason=reason, at=at
    )
