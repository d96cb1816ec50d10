"""What hangs on a verdict."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from claims.models import Article, Claim
from claims.similarity.comparing import ClaimRelation
from reviews.models import Delivery, Review, Verdict, Webhook
from reviews.queries.annotated import AnnotatedPerson
from reviews.queries.people import consumers_of
from reviews.queries.rounds import newest_verdict
from reviews.queries.similar_claims import similar_claims

#: How many of those who hold a verdict a page names.
NAMED = 20


def articles_that_say(claim: Claim) -> list[Article]:
    """The articles that make this statement: the claim's own first, its repetitions, and those that say the same."""
    same = [each.claim.article_id for each in similar_claims(claim) if each.comparison.how is ClaimRelation.SAME]
    others = Article.objects.filter(Q(pk__in=same) | Q(duplicate_of=claim.article_id)).order_by("pk")
    return [claim.article, *others]


@dataclass(frozen=True)
class Holder:
    """A program that fetched a verdict, when it did so last, and whether a webhook of its own tells it of a change."""

    name: str
    fetched_at: datetime
    has_webhook: bool


@dataclass(frozen=True)
class Reversal:
    """A published verdict that a sign-off would reverse, with how many programs hold it and the first of them."""

    verdict: Verdict
    count: int
    holders: list[Holder]

    @property
    def others(self) -> int:
        """How many programs are not named."""
        return self.count - len(self.holders)


def reversal(review: Review) -> Reversal | None:
    """Return what signing off this round would reverse; None where it reverses nothing."""
    standing = newest_verdict(review.claim) if review.rating else None
    if standing is None or standing.rating == review.rating:
        return None
    held = Delivery.objects.filter(
        first_verdict__lte=standing.pk, last_verdict__gte=standing.pk, consumer=OuterRef("pk")
    ).order_by()
    programs = consumers_of(standing)
    named = programs.annotate(
        fetched_at=Subquery(held.values("consumer").annotate(last=Max("at")).values("last")),
        has_webhook=Exists(Webhook.objects.filter(owner=OuterRef("pk"), disabled_at=None)),
    )
    return Reversal(standing, programs.count(), [_holder(program) for program in named[:NAMED]])


def _holder(program: AnnotatedPerson) -> Holder:
    return Holder(program.get_username(), program.fetched_at, program.has_webhook)
