"""Re-checks: queued, taken by one worker, and settled with what was found."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from claims import services as claim_services
from claims.models import Citation
from core.accounts.policies import check_is_staff
from core.audit.log import record_each
from core.jobs.notifying import notify_worker_of_each
from reviews import queries
from reviews.checking import Change
from reviews.models import Recheck, RecheckResult
from reviews.services import timing
from reviews.services.recheck_evaluation import evaluate, health_after_trouble, health_before, note_not_compared
from reviews.services.relocating import NOT_COMPARED, has_same_text, relocate
from sources import queries as source_queries
from sources import services as source_services
from sources.fetching import FetchOutcome
from sources.models import Snapshot

#: The task that runs one re-check.
RUN_RECHECK = "reviews.tasks.run_recheck"
#: How many further citations of a page that has not changed one re-check settles at most.
COMPANIONS = 500
QUEUED_AGAIN = gettext_noop("Queued again after it failed.")


def schedule_rechecks(*, at: datetime) -> int:
    """Queue one re-check for every citation that has come due. Return how many were queued.

    Two schedulers at once, or one that slept for a week, queue one re-check per citation and slot.
    """
    due = list(queries.due_citations(at=at).values_list("pk", "next_check_at"))
    with transaction.atomic():
        Recheck.objects.bulk_create(
            [Recheck(citation_id=pk, slot=slot) for pk, slot in due if slot], ignore_conflicts=True
        )
        claim_services.postpone_check(citation_ids=[pk for pk, _ in due], next_check_at=at + timing.SHORTEST_INTERVAL)
    return len(due)


def request_rechecks(
    *, citations: Iterable[Citation], at: datetime, by: User | None = None, for_workers: bool = True
) -> list[Recheck]:
    """Queue a re-check of each of these citations now, and return the rows.

    Workers are told of them, unless whoever asks runs them (`for_workers` is False).
    """
    with transaction.atomic():
        rows = [Recheck(citation=citation, slot=at, requested_by=by) for citation in citations]
        queued = Recheck.objects.bulk_create(rows)
        if for_workers:
            notify_worker_of_each(RUN_RECHECK, [row.pk for row in queued], name="recheck_id")
    return queued


def run_recheck(*, recheck_id: int, fetch: source_services.Fetch, at: datetime) -> RecheckResult | None:
    """Look at a citation's source again and write down what became of the quote.

    Return the result, or None where another worker has the row or had it finished. A change that endangers the
    standing verdict opens its next round in the same transaction; where the source has not changed at all, whatever
    else waits for a re-check of it is settled with it.
    """
    # Most messages about the citations of one page are for rows that the first re-check settled: asking is cheaper than trying.
    if Recheck.objects.filter(pk=recheck_id, state=Recheck.State.DONE).exists():
        return None
    token = Recheck.objects.lease(recheck_id)
    if token is None:
        return None
    recheck = (
        Recheck.objects.select_related("citation__snapshot__document", "citation__claim")
        .defer("citation__snapshot__text")
        .get(pk=recheck_id)
    )
    try:
        # A re-check that was made since this one came due is as good as one of its own.
        document = recheck.citation.snapshot.document
        refetched = source_services.refetch(document=document, fetch=fetch, at=at, since=recheck.slot)
    except source_services.HostBusy as busy:
        Recheck.objects.release(recheck.pk, token, until=busy.until, reason=str(busy))
        return None
    newest = refetched.snapshot
    if newest is None or (refetched.outcome not in source_queries.READ and not refetched.reader_failed):
        return _settle_failed_fetch(recheck, token, refetched, at=at)
    result = _settle(recheck, token, refetched, newest, at=at)
    if result and not refetched.reader_failed and has_same_text(recheck.citation, newest):
        _settle_companions(recheck, refetched, newest, at=at)
    return result


def run_dead_rechecks_again(*, by: User, ids: Iterable[int], at: datetime) -> int:
    """Put dead re-checks back in the queue. Return how many there were."""
    check_is_staff(by)
    with transaction.atomic():
        dead = list(Recheck.objects.select_for_update().filter(pk__in=ids, state=Recheck.State.DEAD))
        record_each(by=by, whats=dead, did=QUEUED_AGAIN, at=at)
        numbers = [row.pk for row in dead]
        notify_worker_of_each(RUN_RECHECK, numbers, name="recheck_id")
        return Recheck.objects.filter(pk__in=numbers).run_again(at=at)


def give_up_rechecks(*, at: datetime) -> int:
    """Give up the re-checks on which one worker after another died, and leave their citations to a person.

    Return how many were given up.
    """
    with transaction.atomic():
        stopped = list(
            Recheck.objects.stopped()
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("citation__claim")
        )
        if not stopped:
            return 0
        for recheck in stopped:
            note_not_compared(recheck.citation, at=at)
            claim_services.note_recheck(
                citation_id=recheck.citation_id,
                health=health_after_trouble(recheck.citation),
                next_check_at=at + timing.SHORTEST_INTERVAL,
            )
        return Recheck.objects.filter(pk__in=[row.pk for row in stopped]).mark_dead()


def _settle(
    recheck: Recheck, token: UUID, refetched: source_services.RefetchResult, newest: Snapshot, *, at: datetime
) -> RecheckResult | None:
    """Write down what a re-check found and what it means, in one transaction, unless the row has gone to another worker."""
    citation = recheck.citation
    found = NOT_COMPARED if refetched.reader_failed else relocate(citation, newest)
    with transaction.atomic():
        if not Recheck.objects.complete(recheck.pk, token):
            return None
        next_check_at = timing.after_reading(newest, at=at) if found.compared else at + timing.SHORTEST_INTERVAL
        evaluation = evaluate(citation, found, newest, at=at)
        claim_services.note_recheck(
            citation_id=citation.pk,
            health=evaluation.health,
            next_check_at=evaluation.decides_at or next_check_at,
        )
        return RecheckResult.objects.create(
            recheck=recheck,
            outcome=refetched.outcome,
            change=found.change,
            fingerprint=evaluation.fingerprint,
            is_flip=evaluation.is_flip,
            decides_at=evaluation.decides_at,
            snapshot=newest,
            start=found.start,
            end=found.end,
            explanation=evaluation.explanation,
            opened=evaluation.opened,
            at=at,
        )


def _settle_companions(
    recheck: Recheck, refetched: source_services.RefetchResult, newest: Snapshot, *, at: datetime
) -> None:
    """Settle the other re-checks that wait for this document, where it says what they cited: nothing is to be weighed.

    Only those that were due before this one: no re-check counts for a time before which it was made.
    """
    with transaction.atomic():
        waiting = Recheck.objects.due().filter(
            slot__lte=recheck.slot,
            citation__snapshot__document=newest.document_id,
            citation__snapshot__text_sha256=newest.text_sha256,
            citation__health=Citation.Health.STANDS,
        )
        rows = list(waiting.select_for_update(skip_locked=True, of=("self",)).select_related("citation")[:COMPANIONS])
        if not rows:
            return
        Recheck.objects.filter(pk__in=[row.pk for row in rows]).update(
            state=Recheck.State.DONE, attempt=F("attempt") + 1, lease_until=None, lease_token=None, last_error=""
        )
        next_check_at = timing.after_reading(newest, at=at)
        claim_services.postpone_check(citation_ids=[row.citation_id for row in rows], next_check_at=next_check_at)
        RecheckResult.objects.bulk_create([_unchanged(row, refetched, at=at) for row in rows])


def _unchanged(recheck: Recheck, refetched: source_services.RefetchResult, *, at: datetime) -> RecheckResult:
    return RecheckResult(
        recheck=recheck,
        outcome=refetched.outcome,
        change=Change.IDENTICAL,
        snapshot=refetched.snapshot,
        start=recheck.citation.start,
        end=recheck.citation.end,
        explanation="The source has not changed.",
        at=at,
    )


def _settle_failed_fetch(
    recheck: Recheck, token: UUID, refetched: source_services.RefetchResult, *, at: datetime
) -> RecheckResult | None:
    """Settle a fetch that failed: it says nothing about the source, and the verdict stands on the copy that is kept."""
    citation = recheck.citation
    is_dead = source_queries.availability(citation.snapshot.document).is_dead
    health: str | None = None
    explanation = refetched.explanation
    if is_dead:
        health = Citation.Health.UNAVAILABLE
        explanation = (
            f"Source unavailable: the copy of {citation.snapshot.captured_at:%-d %B %Y} is kept. {explanation}"
        )
    elif citation.health == Citation.Health.UNAVAILABLE:  # the site answers again, if only with a refusal
        health = health_before(queries.last_reading(citation))
    with transaction.atomic():
        if not Recheck.objects.complete(recheck.pk, token):
            return None
        claim_services.note_recheck(
            citation_id=citation.pk,
            health=health,
            next_check_at=timing.after_failure(citation, FetchOutcome(refetched.outcome), is_dead=is_dead, at=at),
        )
        return RecheckResult.objects.create(
            recheck=recheck, outcome=refetched.outcome, snapshot=refetched.snapshot, explanation=explanation, at=at
        )
