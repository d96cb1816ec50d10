"""Re-checks: queued, taken by one worker, and what they mean for a verdict."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from claims import services as claims
from claims.models import Citation, Finding
from claims.policies import check_is_staff
from reviews import queries
from reviews.checking import ENDANGERING, QUIET, Change, Comparison, check_claim, compare_quote
from reviews.models import (
    Recheck,
    RecheckResult,
    Review,
    Verdict,
)
from reviews.services.rounds import endanger
from sources import services as sources
from sources.fetching import Outcome
from sources.models import Snapshot

#: The next look comes after a quarter of the time for which the quote has stood unchanged, within these bounds.
SHORTEST_INTERVAL = timedelta(days=1)
LONGEST_INTERVAL = timedelta(days=30)
#: How soon an address is asked again after a look that said nothing about the source.
AFTER_FAILED_LOOK = timedelta(hours=6)


def schedule_rechecks(*, at: datetime) -> int:
    """Queue one re-check for every citation that has come due. Return how many were queued.

    Two schedulers at once, or one that slept for a week, queue one look per citation and slot.
    """
    due = list(queries.due_citations(at=at).values_list("pk", "next_check_at"))
    with transaction.atomic():
        Recheck.objects.bulk_create([Recheck(citation_id=pk, slot=slot) for pk, slot in due], ignore_conflicts=True)
        claims.postpone_check(citation_ids=[pk for pk, _ in due], next_check_at=at + SHORTEST_INTERVAL)
    return len(due)


def request_rechecks(
    *, citations: Iterable[Citation], at: datetime, by: AbstractBaseUser | None = None
) -> list[Recheck]:
    """Queue a look at each of these citations now, and return the rows."""
    return Recheck.objects.bulk_create([Recheck(citation=citation, slot=at, requested_by=by) for citation in citations])


def run_recheck(*, recheck_id: int, fetch: sources.Fetch, at: datetime) -> RecheckResult | None:
    """Look at a citation's source again and write down what became of the quote.

    Return the result, or None where another worker has the row or had it finished. A change that endangers the
    standing verdict opens its next round in the same transaction.
    """
    token = Recheck.objects.take(recheck_id)
    if token is None:
        return None
    recheck = Recheck.objects.select_related("citation__snapshot__document", "citation__claim").get(pk=recheck_id)
    citation = recheck.citation
    look = sources.visit(document=citation.snapshot.document, fetch=fetch, at=at)
    if look.outcome not in (Outcome.ok, Outcome.not_modified):
        return _finish_failed_look(recheck, token, look, at=at)
    comparison = _compare(citation, look.snapshot)
    with transaction.atomic():
        if not Recheck.objects.finish(recheck.pk, token):
            return None
        opened = _act_on(citation, comparison, look.snapshot, at=at)
        claims.note_recheck(
            citation_id=citation.pk,
            health=_health(comparison.change),
            next_check_at=at + _interval(citation, comparison.change, at=at),
        )
        return RecheckResult.objects.create(
            recheck=recheck,
            outcome=look.outcome,
            change=comparison.change,
            snapshot=look.snapshot,
            start=comparison.start,
            end=comparison.end,
            explanation=comparison.explanation,
            opened=opened,
            at=at,
        )


def run_dead_rechecks_again(*, by: AbstractBaseUser, ids: Iterable[int], at: datetime) -> int:
    """Put re-checks that were given up back in the queue. Return how many there were."""
    check_is_staff(by)
    return Recheck.objects.filter(pk__in=ids).run_again(at=at)


def _finish_failed_look(recheck: Recheck, token: object, look: sources.Visit, *, at: datetime) -> RecheckResult | None:
    """A fetch that failed says nothing about the source: the verdict stands, and the address is asked again soon."""
    with transaction.atomic():
        if not Recheck.objects.finish(recheck.pk, token):
            return None
        claims.note_recheck(citation_id=recheck.citation_id, next_check_at=at + AFTER_FAILED_LOOK)
        return RecheckResult.objects.create(
            recheck=recheck, outcome=look.outcome, snapshot=look.snapshot, explanation=look.explanation, at=at
        )


def _compare(citation: Citation, newest: Snapshot) -> Comparison:
    """The same bytes need no search; other ones are searched for the quote."""
    if newest.pk == citation.snapshot_id or newest.text_sha256 == citation.snapshot.text_sha256:
        return Comparison(Change.identical, citation.start, citation.end, "The source has not changed.")
    return compare_quote(
        citation.quote, newest.text, prefix=citation.prefix, suffix=citation.suffix, start_hint=citation.start
    )


def _act_on(citation: Citation, comparison: Comparison, newest: Snapshot, *, at: datetime) -> Review | None:
    """Write down a change that matters, and return the round that it opened, if it endangers the standing verdict."""
    if comparison.change in QUIET:
        return None
    explanation = _what_it_means(citation, comparison, newest)
    finding = claims.record_finding(
        claim=citation.claim,
        citation=citation,
        kind=comparison.change,
        explanation=explanation,
        key=f"citation {citation.pk}: {_words_found(comparison, newest)}",
        at=at,
    ).finding
    verdict = queries.newest_verdict(citation.claim)
    if comparison.change not in ENDANGERING or verdict is None or not queries.rests_on(verdict, citation):
        return None
    if _was_weighed(finding, verdict):
        return None
    return endanger(finding=finding, at=at)


def _words_found(comparison: Comparison, newest: Snapshot) -> str:
    """Name what the source says in place of the quote: a page that differs elsewhere at every look says the same."""
    if comparison.start is None:
        return "gone"
    return sources.text_sha256(newest.text[comparison.start : comparison.end])[:32]


def _was_weighed(finding: Finding, verdict: Verdict) -> bool:
    """Whether this change led to the round of the standing verdict, or to one after it."""
    return Review.objects.filter(finding=finding, round__gte=verdict.review.round).exists()


def _what_it_means(citation: Citation, comparison: Comparison, newest: Snapshot) -> str:
    """Say what changed, and whether the new words still speak for the claim."""
    if comparison.start is None:
        return comparison.explanation
    check = check_claim(citation.claim.text, newest.text[comparison.start : comparison.end])
    meaning = {
        "supports": "The new words support the claim.",
        "contradicts": "The new words contradict the claim.",
        "not_enough": "Whether the claim still holds, a person must decide.",
    }[check.outcome]
    return f"{comparison.explanation} {meaning}"


def _health(change: Change) -> str:
    if change in QUIET:
        return Citation.Health.STANDS
    return Citation.Health.UNCERTAIN if change == Change.uncertain else Citation.Health.CHANGED


def _interval(citation: Citation, change: Change, *, at: datetime) -> timedelta:
    """Ask seldom what has long stood still, and often what has just moved."""
    if change not in QUIET:
        return SHORTEST_INTERVAL
    return min(max((at - citation.created_at) / 4, SHORTEST_INTERVAL), LONGEST_INTERVAL)
