"""A change under a standing verdict: the round that weighs it, and who is told, once, what it touches."""

from datetime import datetime
from textwrap import shorten

from django.db import transaction

from claims.models import Citation, Claim, Finding
from reviews import notice_texts, queries
from reviews.models import NoticeKind, Review
from reviews.services.changes import note_endangered
from reviews.services.notifying import tell
from reviews.services.rounds import open_review
from reviews.workflow import OPEN


def reopen_for(*, finding: Finding, at: datetime) -> Review | None:
    """Open the round in which a change of a source is weighed, or make it the matter of the round that is open.

    Whoever judged the claim and the editors are told in the same transaction. Return the round, or None where the
    open one weighs a change already: one is enough to think the verdict over, and to be told of.
    """
    with transaction.atomic():
        review = _open_or_amend_round(finding, at=at)
        if review is not None:
            tell(
                recipients=queries.concerned_by(finding.claim),
                kind=NoticeKind.ENDANGERED,
                key=f"round {review.pk}",
                facts={
                    "claim": finding.claim.text[:200],
                    "explanation": finding.explanation,
                    **reach_of(finding.claim),
                },
                claim=finding.claim,
                at=at,
            )
            note_endangered(finding.claim, reason=finding.explanation, at=at)
    return review


def note_reverted(*, citation: Citation, words: str) -> None:
    """Write into the round that weighs a change of this citation that the source has taken the change back."""
    with transaction.atomic():
        weighing = Review.objects.filter(
            claim=citation.claim_id, status__in=OPEN, reason=Review.Reason.ENDANGERED, finding__citation=citation
        )
        review = weighing.select_for_update(of=("self",)).first()
        if review is not None:
            review.note = f"{review.note} {words}".strip()
            review.version += 1  # whoever is about to decide reads it first
            review.save(update_fields=["note", "version"])


def reach_of(claim: Claim) -> dict:
    """Return which articles make the claim, and which programs fetched its verdict, counted and the first of them named."""
    articles = [shorten(article.title, 60, placeholder="…") for article in queries.articles_that_say(claim)]
    verdict = queries.newest_verdict(claim)
    programs = [user.username for user in queries.consumers_of(verdict)] if verdict else []
    return {"articles": notice_texts.counted(articles), "programs": notice_texts.counted(programs)}


def _open_or_amend_round(finding: Finding, *, at: datetime) -> Review | None:
    claim, endangered = finding.claim, Review.Reason.ENDANGERED
    opened = open_review(claim=claim, at=at, reason=endangered, note=finding.explanation, finding=finding)
    if opened:
        return opened
    review = Review.objects.select_for_update().filter(claim=claim, status__in=OPEN).first()
    if review is None:  # it was closed in this very moment
        return _open_or_amend_round(finding, at=at)
    if review.reason == endangered:
        return None
    review.reason, review.note, review.finding = endangered, finding.explanation, finding
    review.version += 1
    review.save(update_fields=["reason", "note", "finding", "version"])
    return review
