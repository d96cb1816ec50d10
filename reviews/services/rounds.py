"""Rounds: judged, decided, sent back, signed off into the ledger."""

from collections.abc import Iterable
from datetime import datetime
from secrets import token_hex

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Citation, Claim, Finding
from claims.services import protect_claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed, check_is_staff
from reviews import ledger, policies, queries
from reviews.models import Judgement, LedgerEntry, NoticeKind, Review, ReviewEvent, Verdict, VerdictCitation
from reviews.ratings import Rating
from reviews.services.changes import note_published, note_reaffirmed, wait_for_the_ledger
from reviews.services.disagreement import disagreement
from reviews.services.notifying import tell
from reviews.workflow import AWAITING_JUDGEMENT, OPEN, Status


class SomeoneElseWasFirst(Exception):
    """The round moved on since this person looked at it; nothing was changed."""


class CitationMissing(Exception):
    """A judgement without evidence."""


class RationaleMissing(Exception):
    """A judgement, or a return, without a reason."""


class Unconfirmed(Exception):
    """A judgement that does not agree with its citations or the check; `sentence` says how, to be confirmed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(
            _("Your rating, your citations and the check do not agree. Confirm the sentence that says so.")
        )
        self.sentence = sentence


def open_review(
    *,
    claim: Claim,
    at: datetime,
    reason: str = Review.Reason.FIRST,
    note: str = "",
    finding: Finding | None = None,
    by: User | None = None,
) -> Review | None:
    """Open the next round on a claim. Return None if a round is open already."""
    last_round = Review.objects.filter(claim=claim).aggregate(last=Max("round"))["last"] or 0
    try:
        with transaction.atomic():
            review = Review.objects.create(
                claim=claim,
                round=last_round + 1,
                judgements_required=claim.article.judgements_required,
                reason=reason,
                note=note,
                finding=finding,
                opened_at=at,
            )
            ReviewEvent.objects.create(review=review, to_status=Status.QUEUED, actor=by, note=note, at=at)
    except IntegrityError:  # the database allows one open round per claim
        return None
    return review


def open_missing_reviews(*, at: datetime, limit: int = 1000) -> int:
    """Open the first round of claims worth checking that have none. Return how many rounds were opened."""
    waiting = queries.without_round().order_by("pk")[:limit]
    return sum(open_review(claim=claim, at=at) is not None for claim in waiting)


def request_round(*, by: User, claim: Claim, note: str, at: datetime) -> Review:
    """Open another round because a person asks for it. Raises RationaleMissing, or SomeoneElseWasFirst where one is open."""
    check_is_staff(by)
    if not note.strip():
        raise RationaleMissing(_("Write why the claim should be judged again. The next analyst will see it."))
    protect_claim(claim)
    review = open_review(claim=claim, at=at, reason=Review.Reason.REQUESTED, note=note, by=by)
    if review is None:
        raise SomeoneElseWasFirst(_("A review of this claim is already open. Judge the claim there."))
    return review


def submit_judgement(
    *,
    by: User,
    claim: Claim,
    rating: str,
    rationale: str,
    citations: Iterable[Citation],
    at: datetime,
    seen_version: int | None = None,
    confirmed: str | None = None,
) -> Judgement:
    """Judge a claim in its open round; the round goes on when it has all the judgements it asks for.

    Equal ratings wait for sign-off, different ones for an editor's decision, which is given by this function too.
    `seen_version` is the number of the round that was on the screen: what was written for it lands in no other.
    Where rating, citations and check do not agree, the sentence that says so is published with the verdict; `confirmed`
    is that sentence as the person has read it on a page, and None for a program, which has none.
    Raises NotAllowed, CitationMissing, RationaleMissing, Unconfirmed, or SomeoneElseWasFirst; nothing is changed then.
    """
    check_is_staff(by)
    rationale = rationale.strip()
    citations = _citations_of(claim, citations)
    if not rationale:
        raise RationaleMissing(_("Write one or two sentences giving your reason. They are published with the verdict."))
    disagrees = disagreement(claim=claim, rating=rating, citations=citations)
    if disagrees and confirmed not in (None, disagrees):
        raise Unconfirmed(disagrees)
    if not Review.objects.filter(claim=claim).exists():
        open_review(claim=claim, at=at)
    with transaction.atomic():
        _hold_on_the_desk(claim)
        review = Review.objects.select_for_update().filter(claim=claim, status__in=OPEN).first()
        if review is None:
            raise SomeoneElseWasFirst(_("No review of this claim is open. Start a new review to judge it again."))
        if seen_version not in (None, review.round):
            refusal = _(
                "While you were writing, review %(seen)s ended and review %(now)s was opened. See why, then judge."
            )
            raise SomeoneElseWasFirst(refusal % {"seen": seen_version, "now": review.round})
        policies.check_may_judge(review, by)
        if review.status == Status.QUEUED:
            _move(review, Status.IN_REVIEW, by=by, at=at)
        judgement = Judgement.objects.create(
            review=review,
            analyst=by,
            rating=Rating(rating),
            rationale=rationale,
            disagreement=disagrees,
            adjudicates=review.status == Status.ADJUDICATION,
            at=at,
        )
        judgement.citations.set(citations)
        _settle(review, judgement, by=by, at=at)
    return judgement


def ask_for_second_judgement(*, by: User, claim: Claim, at: datetime) -> None:
    """Ask for two judgements in the open round, given without seeing each other.

    Raises NothingToDo where two are asked for already, and SomeoneElseWasFirst where no round waits for judgements.
    """
    check_is_staff(by)
    with transaction.atomic():
        protect_claim(claim)
        review = Review.objects.select_for_update().filter(claim=claim, status__in=AWAITING_JUDGEMENT).first()
        if review is None:
            raise SomeoneElseWasFirst(
                _("No review of this claim is waiting for judgements, so a second one cannot be requested.")
            )
        if review.judgements_required > 1:
            raise NothingToDo(_("Two judgements are already required."))
        Review.objects.filter(pk=review.pk).update(judgements_required=2, version=review.version + 1)
        note = gettext_noop("A second judgement was requested.")
        ReviewEvent.objects.create(
            review=review, from_status=review.status, to_status=review.status, actor=by, note=note, at=at
        )


def return_review(*, by: User, review: Review, note: str, at: datetime, seen_version: int | None = None) -> None:
    """Send a round back to the analysts with a comment. Raises NotAllowed, RationaleMissing, SomeoneElseWasFirst.

    `seen_version` is the version of the round that was on the screen, as in the other decisions on it; else it is the
    one of `review`.
    """
    if not note.strip():
        raise RationaleMissing(_("Write what the analyst should change. Your comment is shown with the claim."))
    with transaction.atomic():
        review = _hold(review, seen_version)
        policies.check_may_move(review, Status.IN_REVIEW, by)
        _move(review, Status.IN_REVIEW, by=by, at=at, note=note.strip(), rating="")
        sent_back = [judgement.analyst for judgement in review.judgements.filter(withdrawn_at=None)]
        review.judgements.filter(withdrawn_at=None).update(withdrawn_at=at)
        tell(
            recipients=sent_back,
            kind=NoticeKind.RETURNED,
            key=f"round {review.pk} v{review.version}",
            facts={"by": by.username, "claim": review.claim.text[:200], "note": note.strip()[:300]},
            claim=review.claim,
            at=at,
        )


def abandon_review(*, by: User, review: Review, note: str, at: datetime, seen_version: int | None = None) -> None:
    """Close a round without a verdict. Raises NotAllowed, RationaleMissing, SomeoneElseWasFirst."""
    if not note.strip():
        raise RationaleMissing(
            _("Write why this review is closed without a verdict. The reason is kept in the claim's history.")
        )
    with transaction.atomic():
        protect_claim(review.claim)
        review = _hold(review, seen_version)
        policies.check_may_move(review, Status.ABANDONED, by)
        _move(review, Status.ABANDONED, by=by, at=at, note=note.strip(), closed_at=at)
        if review.reason == Review.Reason.ENDANGERED:
            note_reaffirmed(review.claim, at=at)


def sign_off(*, by: User, review: Review, at: datetime, seen_version: int | None = None) -> Verdict:
    """Publish what the judgements came to, with its link in the ledger.

    `seen_version` is the version of the round that the editor saw; else it is the one of `review`. Raises NotAllowed,
    and SomeoneElseWasFirst where it moved since.
    """
    policies.check_may_move(review, Status.PUBLISHED, by)
    with transaction.atomic():
        review = _hold(review, seen_version)
        _hold_on_the_desk(review.claim)
        policies.check_may_move(review, Status.PUBLISHED, by)
        _move(review, Status.PUBLISHED, by=by, at=at, closed_at=at)
        deciding = ledger.deciding_judgements(review)
        evidence = ledger.checked_citations(review.claim, deciding)
        coverage = queries.coverage(review.claim.article)
        wait_for_the_ledger()
        verdict = Verdict.objects.create(
            review=review,
            claim=review.claim,
            rating=review.rating,
            rationale=ledger.published_rationale(deciding),
            supersedes=queries.newest_verdict(review.claim),
            signed_off_by=by,
            published_at=at,
            marks_total=coverage.total,
            marks_settled=coverage.settled,
        )
        VerdictCitation.objects.bulk_create(
            [VerdictCitation(verdict=verdict, citation_id=cited["id"]) for cited in evidence]
        )
        _append_to_ledger(verdict, deciding, evidence)
        note_published(verdict, at=at)
    return verdict


def _move(review: Review, to: Status, *, by: User | None, at: datetime, note: str = "", **fields) -> None:
    """Compare and swap: of two people who press at once, exactly one moves the round."""
    before = review.status
    fields["version"] = review.version + 1
    moved = Review.objects.filter(pk=review.pk, status=before, version=review.version).update(status=to, **fields)
    if not moved:
        raise _moved_on()
    ReviewEvent.objects.create(review=review, from_status=before, to_status=to, actor=by, note=note, at=at)
    review.status = to
    for name, value in fields.items():
        setattr(review, name, value)


def _hold_on_the_desk(claim: Claim) -> None:
    """Keep the claim as it is worded until the judgement is in. Raises NotAllowed where it has been taken off."""
    if not Claim.objects.active().select_for_update().filter(pk=claim.pk, text=claim.text).exists():
        raise NotAllowed(
            _("This claim has been reworded or removed from the desk. Reload the page to see its current state.")
        )


def _hold(review: Review, seen_version: int | None) -> Review:
    """Hold the round until this transaction ends. Raises SomeoneElseWasFirst where it moved since it was seen."""
    version = review.version if seen_version is None else seen_version
    held = (
        Review.objects.select_for_update(of=("self",))
        .select_related("claim__article")
        .filter(pk=review.pk, version=version)
    )
    if not held:
        raise _moved_on()
    return held[0]


def _moved_on() -> SomeoneElseWasFirst:
    return SomeoneElseWasFirst(
        _(
            "Someone else has acted on this claim in the meantime, so your action was not applied. Reload "
            "the page to see its current state."
        )
    )


def _citations_of(claim: Claim, citations: Iterable[Citation]) -> list[Citation]:
    own = [citation for citation in citations if citation.claim_id == claim.pk]
    if not own:
        raise CitationMissing(
            _(
                "A verdict needs at least one citation. Open a source, select the words that settle the claim, "
                "and cite them."
            )
        )
    return own


def _settle(review: Review, judgement: Judgement, *, by: User, at: datetime) -> None:
    """Move the round on if this judgement was the last one it waits for."""
    if judgement.adjudicates:
        _move(review, Status.IN_APPROVAL, by=by, at=at, rating=judgement.rating)
        return
    ratings = list(review.judgements.filter(withdrawn_at=None).values_list("rating", flat=True))
    if len(ratings) < review.judgements_required:
        return
    if len(set(ratings)) == 1:
        _move(review, Status.IN_APPROVAL, by=by, at=at, rating=ratings[0])
    else:
        _move(review, Status.ADJUDICATION, by=by, at=at)
        tell(
            recipients=[editor for editor in queries.editors() if not policies.has_judged(review, editor)],
            kind=NoticeKind.ADJUDICATION,
            key=f"round {review.pk} v{review.version}",
            facts={"claim": review.claim.text[:200]},
            claim=review.claim,
            at=at,
        )


def _append_to_ledger(verdict: Verdict, deciding: list[Judgement], evidence: list[dict]) -> LedgerEntry:
    head = queries.ledger_head()
    seq, previous_hash = (head.seq + 1, head.hash) if head else (1, ledger.GENESIS)
    salt = token_hex(16) if settings.PLUMBLINE_PEOPLE == "roles" else ""
    payload = ledger.verdict_payload(verdict, deciding, evidence, salt=salt)
    return LedgerEntry.objects.create(
        seq=seq,
        verdict=verdict,
        payload=payload,
        salt=salt,
        previous_hash=previous_hash,
        hash=ledger.link_hash(seq=seq, previous_hash=previous_hash, payload=payload),
    )
