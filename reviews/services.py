"""Every write to a round, a judgement, a verdict, the ledger or a re-check."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import Max, Q

from claims import services as claims
from claims.models import Citation, Claim
from claims.policies import check_is_staff
from reviews import ledger, policies, queries
from reviews.checking import ENDANGERING, QUIET, Change, Comparison, check_claim, compare_quote
from reviews.models import (
    Judgement,
    LedgerEntry,
    Rating,
    Recheck,
    RecheckResult,
    Review,
    ReviewEvent,
    Verdict,
    VerdictCitation,
)
from reviews.workflow import LABELS, OPEN, Status
from sources import services as sources
from sources.fetching import Outcome
from sources.models import Snapshot

#: Any constant: names the lock under which the chain grows by one link at a time.
LEDGER_LOCK = 0x9B1E
#: The next look comes after a quarter of the time for which the quote has stood unchanged, within these bounds.
SHORTEST_INTERVAL = timedelta(days=1)
LONGEST_INTERVAL = timedelta(days=30)
#: How soon an address is asked again after a look that said nothing about the source.
AFTER_FAILED_LOOK = timedelta(hours=6)

NotAllowed = policies.NotAllowed


class SomeoneElseWasFirst(Exception):
    """The round moved on since this person looked at it; nothing was changed."""


class CitationMissing(Exception):
    """A judgement without evidence."""


class RationaleMissing(Exception):
    """A judgement, or a return, without a reason."""


def open_review(
    *, claim: Claim, at: datetime, reason: str = Review.Reason.FIRST, note: str = "", by: AbstractBaseUser | None = None
) -> Review | None:
    """Open the next round on a claim. Return None if a round is open already."""
    last_round = Review.objects.filter(claim=claim).aggregate(last=Max("round"))["last"] or 0
    try:
        with transaction.atomic():
            review = Review.objects.create(claim=claim, round=last_round + 1, reason=reason, note=note, opened_at=at)
            ReviewEvent.objects.create(review=review, to_status=Status.QUEUED, actor=by, note=note, at=at)
    except IntegrityError:  # the database allows one open round per claim
        return None
    return review


def open_missing_reviews(*, at: datetime, limit: int = 1000) -> int:
    """Open the first round of claims worth checking that have none. Return how many rounds were opened."""
    waiting = queries.with_review(Claim.objects.active()).filter(review_id=None).order_by("pk")[:limit]
    return sum(open_review(claim=claim, at=at) is not None for claim in waiting)


def request_round(*, by: AbstractBaseUser, claim: Claim, note: str, at: datetime) -> Review:
    """Open another round because a person asks for it. Raises SomeoneElseWasFirst where a round is open."""
    check_is_staff(by)
    review = open_review(claim=claim, at=at, reason=Review.Reason.REQUESTED, note=note, by=by)
    if review is None:
        raise SomeoneElseWasFirst("A round is open on this claim already. Judge it there.")
    return review


def submit_judgement(
    *,
    by: AbstractBaseUser,
    claim: Claim,
    rating: str,
    rationale: str,
    citations: Iterable[Citation],
    at: datetime,
) -> Judgement:
    """Judge a claim in its open round; the round goes on when it has all the judgements it asks for.

    Equal ratings wait for sign-off, different ones for an editor's decision, which is given by this function too.
    Raises NotAllowed, CitationMissing, RationaleMissing, or SomeoneElseWasFirst; nothing is changed then.
    """
    check_is_staff(by)
    if claim.dismissed_at or not claim.check_worthy:
        raise NotAllowed("This claim is not on the desk. Put it there first, then judge it.")
    rationale = rationale.strip()
    citations = _citations_of(claim, citations)
    if not rationale:
        raise RationaleMissing("Write one or two sentences that say why: they are published with the verdict.")
    if not Review.objects.filter(claim=claim).exists():
        open_review(claim=claim, at=at)
    with transaction.atomic():
        review = Review.objects.select_for_update().filter(claim=claim, status__in=OPEN).first()
        if review is None:
            raise SomeoneElseWasFirst("No round is open on this claim. Ask for another round to judge it again.")
        policies.check_may_judge(review, by)
        if review.status == Status.QUEUED:
            _move(review, Status.IN_REVIEW, by=by, at=at)
        judgement = Judgement.objects.create(
            review=review,
            analyst=by,
            rating=Rating(rating),
            rationale=rationale,
            adjudicates=review.status == Status.ADJUDICATION,
            at=at,
        )
        judgement.citations.set(citations)
        _settle(review, judgement, by=by, at=at)
    return judgement


def return_review(*, by: AbstractBaseUser, review: Review, note: str, at: datetime) -> None:
    """Send a round back to the analysts with a comment. Raises NotAllowed, RationaleMissing, SomeoneElseWasFirst."""
    policies.check_may_move(review, Status.IN_REVIEW, by)
    if not note.strip():
        raise RationaleMissing("Write what the analyst should change: they see your comment with the claim.")
    with transaction.atomic():
        _move(review, Status.IN_REVIEW, by=by, at=at, note=note.strip(), rating="")
        review.judgements.filter(withdrawn_at=None).update(withdrawn_at=at)


def abandon_review(*, by: AbstractBaseUser, review: Review, note: str, at: datetime) -> None:
    """Close a round without a verdict. Raises NotAllowed, SomeoneElseWasFirst."""
    policies.check_may_move(review, Status.ABANDONED, by)
    with transaction.atomic():
        _move(review, Status.ABANDONED, by=by, at=at, note=note.strip(), closed_at=at)


def sign_off(*, by: AbstractBaseUser, review: Review, at: datetime) -> Verdict:
    """Publish what the judgements came to, with its link in the ledger. Raises NotAllowed, SomeoneElseWasFirst."""
    policies.check_may_move(review, Status.PUBLISHED, by)
    with transaction.atomic():
        _move(review, Status.PUBLISHED, by=by, at=at, closed_at=at)
        _wait_for_the_ledger()
        deciding = list(_deciding_judgements(review))
        verdict = Verdict.objects.create(
            review=review,
            claim=review.claim,
            rating=review.rating,
            rationale="\n\n".join(dict.fromkeys(judgement.rationale for judgement in deciding)),
            supersedes=queries.newest_verdict(review.claim),
            signed_off_by=by,
            published_at=at,
        )
        cited = {citation.pk: citation for judgement in deciding for citation in judgement.citations.all()}
        VerdictCitation.objects.bulk_create(
            [VerdictCitation(verdict=verdict, citation=cited[pk]) for pk in sorted(cited)]
        )
        _append_to_ledger(verdict, deciding)
    return verdict


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


def _move(review: Review, to: Status, *, by: AbstractBaseUser | None, at: datetime, note: str = "", **fields) -> None:
    """Compare and swap: of two people who press at once, exactly one moves the round."""
    before = review.status
    moved = Review.objects.filter(pk=review.pk, status=before).update(status=to, **fields)
    if not moved:
        raise SomeoneElseWasFirst(
            f"Somebody else moved this claim on while you were reading; it is no longer “{LABELS[Status(before)]}”. "
            "Nothing of yours was applied. Reload the page to see where it stands."
        )
    ReviewEvent.objects.create(review=review, from_status=before, to_status=to, actor=by, note=note, at=at)
    review.status = to
    for name, value in fields.items():
        setattr(review, name, value)


def _citations_of(claim: Claim, citations: Iterable[Citation]) -> list[Citation]:
    own = [citation for citation in citations if citation.claim_id == claim.pk]
    if not own:
        raise CitationMissing(
            "A verdict needs at least one citation. Open a source, select the words that decide it, and cite them."
        )
    return own


def _settle(review: Review, judgement: Judgement, *, by: AbstractBaseUser, at: datetime) -> None:
    """Move the round on if this judgement was the last one it waits for."""
    if judgement.adjudicates:
        _move(review, Status.IN_APPROVAL, by=by, at=at, rating=judgement.rating)
        return
    ratings = list(review.judgements.filter(withdrawn_at=None).values_list("rating", flat=True))
    if len(ratings) < review.claim.article.readers:
        return
    if len(set(ratings)) == 1:
        _move(review, Status.IN_APPROVAL, by=by, at=at, rating=ratings[0])
    else:
        _move(review, Status.ADJUDICATION, by=by, at=at)


def _deciding_judgements(review: Review) -> Iterable[Judgement]:
    """The editor's decision where there was one, else the judgements that agree."""
    standing = (
        review.judgements.filter(withdrawn_at=None).select_related("analyst").prefetch_related("citations__snapshot")
    )
    return standing.filter(Q(adjudicates=True)) or standing.filter(rating=review.rating).order_by("pk")


def _wait_for_the_ledger() -> None:
    """Take turns until the end of the transaction.

    A verdict gets its number inside its turn: numbers then appear in ascending order, and whoever asks for everything
    after the newest number they know misses none.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LEDGER_LOCK])


def _append_to_ledger(verdict: Verdict, deciding: list[Judgement]) -> LedgerEntry:
    head = queries.ledger_head()
    seq, previous_hash = (head.seq + 1, head.hash) if head else (1, ledger.GENESIS)
    payload = ledger.payload(verdict, deciding)
    return LedgerEntry.objects.create(
        seq=seq,
        verdict=verdict,
        payload=payload,
        previous_hash=previous_hash,
        hash=ledger.link_hash(seq=seq, previous_hash=previous_hash, payload=payload),
    )


def _finish_failed_look(recheck: Recheck, token: object, look: sources.Visit, *, at: datetime) -> RecheckResult | None:
    """A fetch that failed says nothing about the source: the verdict stands, and the address is asked again soon."""
    with transaction.atomic():
        if not Recheck.objects.finish(recheck.pk, token):
            return None
        claims.note_recheck(
            citation_id=recheck.citation_id, health=recheck.citation.health, next_check_at=at + AFTER_FAILED_LOOK
        )
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
    finding_is_new = claims.record_finding(
        claim=citation.claim,
        citation=citation,
        kind=comparison.change,
        explanation=explanation,
        key=f"citation {citation.pk} snapshot {newest.pk}",
        at=at,
    ).is_new
    verdict = queries.newest_verdict(citation.claim)
    if not finding_is_new or comparison.change not in ENDANGERING or verdict is None:
        return None
    if not queries.rests_on(verdict, citation):
        return None
    return open_review(claim=citation.claim, at=at, reason=Review.Reason.ENDANGERED, note=explanation)


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
