"""Verdicts that are taken back without another one."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Claim
from claims.services.refusals import NothingToDo
from core.audit.log import record
from core.translation.messages import Message
from reviews import policies, queries
from reviews.models import Review, Verdict, Withdrawal
from reviews.services.changes import note_withdrawn, wait_for_the_ledger
from reviews.services.rounds import RationaleMissing, SomeoneElseWasFirst, open_review

#: How the history tells of it.
WITHDREW = gettext_noop("Withdrew the verdict. Reason: %(reason)s")


def withdraw_verdict(*, by: User, verdict: Verdict, reason: str, at: datetime) -> Withdrawal:
    """Take the standing verdict of a claim back, tell consumers why, and have the claim judged again.

    A round that is open goes on; where none is, one is opened. Raises NotAllowed, RationaleMissing, SomeoneElseWasFirst
    where a later verdict has superseded it, and NothingToDo where it is withdrawn already.
    """
    policies.check_may_withdraw(by)
    reason = reason.strip()
    if not reason:
        raise RationaleMissing(_("Write why the verdict is withdrawn. Whoever fetched it is told."))
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=verdict.claim_id)  # nobody signs off another one meanwhile
        newest = queries.newest_verdict(claim)
        if newest is None or newest.pk != verdict.pk:
            raise SomeoneElseWasFirst(_("A later verdict has superseded this one. Withdraw that one if it is wrong."))
        if Withdrawal.objects.filter(verdict=verdict).exists():
            raise NothingToDo(_("This verdict has already been withdrawn."))
        open_review(claim=claim, at=at, reason=Review.Reason.REQUESTED, note=reason, by=by)
        record(by=by, what=verdict, did=Message(WITHDREW, reason=reason), at=at)
        wait_for_the_ledger()
        withdrawal = Withdrawal.objects.create(verdict=verdict, by=by, reason=reason, at=at)
        note_withdrawn(verdict, reason=reason, at=at)
    return withdrawal
