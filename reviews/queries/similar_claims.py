"""Claims that say the same as another one, with what was judged of them."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from claims import queries as claim_queries
from claims.models import Claim
from claims.similarity import ClaimComparison
from reviews.models import Verdict
from reviews.queries.annotated import AnnotatedClaim
from reviews.queries.claims import with_review


@dataclass(frozen=True)
class SimilarClaim:
    """A claim with its article, round, newest verdict and `published_at`; how alike it is, and in what it differs."""

    claim: AnnotatedClaim
    score: float
    comparison: ClaimComparison


def similar_claims(claim: Claim) -> list[SimilarClaim]:
    """Return the claims on the desk that say the same as this one or nearly so, of other articles, best first.

    They are looked up anew each time, so that a claim that was reworded, dismissed or judged since shows as it is.
    """
    found = claim_queries.similar_claims(claim.text, outside=claim.article_id)
    newest = Verdict.objects.filter(claim=OuterRef("pk")).order_by("-pk")
    claims = (
        with_review(Claim.objects.filter(pk__in=[each.claim_id for each in found]))
        .annotate(published_at=Subquery(newest.values("published_at")[:1]))
        .select_related("article__snapshot__document")
        .defer("article__snapshot__text")
        .in_bulk()
    )
    return [
        SimilarClaim(claims[each.claim_id], each.score, each.comparison) for each in found if each.claim_id in claims
    ]
