"""Claims with the round, the verdict and the findings that stand beside them."""

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr

from claims.models import Claim, Finding
from reviews.models import Assignment, Judgement, Review, Verdict
from reviews.queries.blindness import visible_findings
from reviews.workflow import AWAITING_JUDGEMENT


def with_review(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Add to each claim its newest round (`review_id status round reason`), its newest verdict (`verdict_id rating`),
    and the `change` that was last noticed in a source of it.
    """
    newest_round = Review.objects.filter(claim=OuterRef("pk")).order_by("-round")
    newest_verdict = Verdict.objects.filter(claim=OuterRef("pk")).order_by("-pk")
    newest_change = Finding.objects.filter(claim=OuterRef("pk"), citation__isnull=False).order_by("-pk")
    return claims.annotate(
        change=Subquery(newest_change.values("kind")[:1]),
        review_id=Subquery(newest_round.values("pk")[:1]),
        status=Subquery(newest_round.values("status")[:1]),
        round=Subquery(newest_round.values("round")[:1]),
        reason=Subquery(newest_round.values("reason")[:1]),
        verdict_id=Subquery(newest_verdict.values("pk")[:1]),
        rating=Subquery(newest_verdict.values("rating")[:1]),
    )


def in_full(claims: QuerySet[Claim], person: User) -> QuerySet[Claim]:
    """Add to each claim its `quote`, article, round, newest verdict's number and, as this person may see them,
    `open_findings`, but no article's text.
    """
    open_findings = visible_findings(Finding.objects.filter(state=Finding.State.OPEN), person).order_by("pk")
    newest_round = Review.objects.filter(claim=OuterRef("pk")).order_by("-round")
    return (
        with_review(claims)
        .annotate(review_version=Subquery(newest_round.values("version")[:1]))
        .annotate(quote=Substr("article__snapshot__text", F("start") + 1, F("end") - F("start")))
        .select_related("article__snapshot__document")
        .defer("article__snapshot__text")
        .prefetch_related(Prefetch("findings", queryset=open_findings, to_attr="open_findings"))
    )


def next_claim(claim: Claim) -> Claim | None:
    """Return the claim on the desk that follows this one in its article, or None."""
    return Claim.objects.active().filter(_follows(claim), article=claim.article_id).in_reading_order().first()


def next_unjudged(claim: Claim, *, by: User) -> Claim | None:
    """The next claim of the article that waits for this person's judgement; after the last one it goes on with the first."""
    rounds = Review.objects.filter(claim=OuterRef("pk"))
    own = Judgement.objects.filter(review=OuterRef("pk"), analyst=by, withdrawn_at=None)
    is_waiting = ~Exists(rounds) | Exists(rounds.filter(~Exists(own), status__in=AWAITING_JUDGEMENT))
    waiting = (
        Claim.objects.active().filter(is_waiting, article=claim.article_id).exclude(pk=claim.pk).in_reading_order()
    )
    return waiting.filter(_follows(claim)).first() or waiting.first()


def _follows(claim: Claim) -> Q:
    """Return whether a claim comes after this one in the order of reading."""
    same_start = Q(start=claim.start, end__gt=claim.end) | Q(start=claim.start, end=claim.end, pk__gt=claim.pk)
    return Q(start__gt=claim.start) | same_start


def with_assignment(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Add to each claim who is to judge it until when (`assignee`, a user name, and `due_on`), and its `priority`."""
    assignment = Assignment.objects.filter(claim=OuterRef("pk"))
    return claims.annotate(
        assignee=Subquery(assignment.values("assignee__username")[:1]),
        due_on=Subquery(assignment.values("due_on")[:1]),
        priority=Coalesce(Subquery(assignment.values("priority")[:1]), Assignment.Priority.NORMAL.value),
    )
