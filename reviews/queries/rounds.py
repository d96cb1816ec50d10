"""Rounds, and the verdicts that they published."""

from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet

from claims.models import Citation, Claim
from reviews.models import Judgement, LedgerEntry, Review, ReviewEvent, Verdict
from reviews.workflow import OPEN, Status

#: Among how many rounds the one that waits longest is looked for.
ROUNDS_SEARCHED = 1_000

#: A verdict that nothing superseded and nobody withdrew.
STANDS = Q(superseded_by=None, withdrawal=None)


def rounds(claim: Claim) -> QuerySet[Review]:
    """Return every round on one claim, newest first, with its events, judgements and verdict."""
    return all_rounds().filter(claim=claim).prefetch_related("events__actor").order_by("-round")


def all_rounds() -> QuerySet[Review]:
    """Return the rounds on all claims with their judgements and verdicts."""
    judgements = (
        Judgement.objects.select_related("analyst")
        .prefetch_related(Prefetch("citations", queryset=Citation.objects.select_related("snapshot__document")))
        .order_by("pk")
    )
    return (
        Review.objects.select_related(
            "verdict",
            "verdict__signed_off_by",
            "verdict__ledger_entry",
            "verdict__withdrawal",
            "verdict__withdrawal__by",
        )
        .prefetch_related(Prefetch("judgements", queryset=judgements))
        .order_by("-pk")
    )


def open_round(claim: Claim) -> Review | None:
    """Return the round of the claim that is open, or None."""
    return Review.objects.filter(claim=claim, status__in=OPEN).first()


def longest_waiting_for_sign_off() -> datetime | None:
    """Since when the round that waits longest for sign-off has waited, or None; of ROUNDS_SEARCHED rounds, opened first."""
    waiting = Review.objects.filter(status=Status.IN_APPROVAL).order_by("pk")[:ROUNDS_SEARCHED]
    moved = ReviewEvent.objects.filter(review__in=waiting.values("pk"), to_status=Status.IN_APPROVAL)
    since = moved.values("review").annotate(since=Max("at")).order_by("since").values_list("since", flat=True)
    return since.first()


def newest_verdict(claim: Claim) -> Verdict | None:
    """Return the verdict of the claim published last, or None."""
    return Verdict.objects.filter(claim=claim).order_by("-pk").first()


def verdicts_on(claim: int) -> QuerySet[Verdict]:
    """Return every verdict on the claim with this number, newest first, each with the one that it superseded."""
    return Verdict.objects.filter(claim=claim).select_related("supersedes").order_by("-pk")


def is_endangered(claim: str) -> Exists:
    """Whether a source of a verdict changed and the claim is being judged again; `claim` names it in the outer query."""
    return Exists(Review.objects.filter(claim=OuterRef(claim), status__in=OPEN, reason=Review.Reason.ENDANGERED))


def published() -> QuerySet[Verdict]:
    """Every verdict in the order of publication, with `is_superseded` and `is_endangered`, ready for the export."""
    later = Verdict.objects.filter(supersedes=OuterRef("pk"))
    citations = Citation.objects.select_related("snapshot__document").defer("snapshot__text").order_by("pk")
    return (
        Verdict.objects.select_related(
            "claim__article__snapshot__document", "review", "ledger_entry", "signed_off_by", "withdrawal"
        )
        .defer("claim__article__snapshot__text")
        .prefetch_related(Prefetch("citations", queryset=citations))
        .annotate(is_superseded=Exists(later), is_endangered=is_endangered("claim"))
        .order_by("pk")
    )


def rests_on(verdict: Verdict, citation: Citation) -> bool:
    """Return whether the verdict was given on this citation."""
    return verdict.rests_on.filter(citation=citation).exists()


def ledger_head() -> LedgerEntry | None:
    """Return the newest link of the chain, or None."""
    return LedgerEntry.objects.order_by("-seq").first()
