"""Claims that say the same as another one, with what was judged of them, here and by others."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from claims import queries as claim_queries
from claims.models import Claim
from claims.similarity import ClaimComparison
from reviews.models import ExternalVerdict, Verdict
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
        with_review(Claim.objects.filter(pk__in=[each.id for each in found]))
        .annotate(published_at=Subquery(newest.values("published_at")[:1]))
        .select_related("article__snapshot__document")
        .defer("article__snapshot__text")
        .in_bulk()
    )
    return [SimilarClaim(claims[each.id], each.score, each.comparison) for each in found if each.id in claims]


@dataclass(frozen=True)
class SimilarFactCheck:
    """What somebody else found of a claim like this one; how alike the two claims are, and in what they differ."""

    verdict: ExternalVerdict
    score: float
    comparison: ClaimComparison


FACT_CHECKS = claim_queries.SearchedTexts("reviews_externalverdict", "claim_text", "reviews_external_words")


def similar_fact_checks(claim: Claim) -> list[SimilarFactCheck]:
    """Return the imported fact-checks of claims that say the same as this one or nearly so, best first."""
    found = claim_queries.similar_texts(claim.text, among=FACT_CHECKS)
    verdicts = ExternalVerdict.objects.in_bulk([each.id for each in found])
    return [SimilarFactCheck(verdicts[each.id], each.score, each.comparison) for each in found if each.id in verdicts]
