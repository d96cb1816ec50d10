"""Rounds: judged, decided, sent back, signed off into the ledger."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import Max, Q

from claims.models import Citation, Claim
from claims.policies import NotAllowed, check_is_staff
from reviews import ledger, policies, queries
from reviews.models import (
    Judgement,
    LedgerEntry,
    Rating,
    Review,
    ReviewEvent,
    Verdict,
    VerdictCitation,
)
from reviews.workflow import LABELS, OPEN, Status

#: Any constant: names the lock under which the chain grows by one link at a time.
LEDGER_LOCK = 0x9B1E


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
    rationale = rationale.strip()
    citations = _citations_of(claim, citations)
    if not rationale:
        raise RationaleMissing("Write one or two sentences that say why: they are published with the verdict.")
    if not Review.objects.filter(claim=claim).exists():
        open_review(claim=claim, at=at)
    with transaction.atomic():
        _hold_on_the_desk(claim)
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


def _hold_on_the_desk(claim: Claim) -> None:
    """Keep the claim as it is worded until the judgement is in. Raises NotAllowed where it has been taken off."""
    if not Claim.objects.active().select_for_update().filter(pk=claim.pk, text=claim.text).exists():
        raise NotAllowed("This claim was reworded or taken off the desk. Reload the page to see where it stands.")


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
