"""What hangs on a verdict."""

from django.db.models import Q

from claims.models import Article, Claim
from claims.similarity.comparing import ClaimRelation
from reviews.queries.similar_claims import similar_claims


def articles_that_say(claim: Claim) -> list[Article]:
    """The articles that make this statement: the claim's own first, its repetitions, and those that say the same."""
    same = [each.claim.article_id for each in similar_claims(claim) if each.comparison.how is ClaimRelation.SAME]
    others = Article.objects.filter(Q(pk__in=same) | Q(duplicate_of=claim.article_id)).order_by("pk")
    return [claim.article, *others]
