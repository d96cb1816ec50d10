"""Read-only links, and what whoever opens one may see: no name, no judgement that is not published, no blind evidence."""

from datetime import datetime

from django.db.models import QuerySet

from claims import queries as claim_queries
from claims.models import Article, Citation, Claim
from reviews.models import SharedLink, Verdict
from reviews.queries.articles import standing_verdicts
from reviews.queries.blindness import visible_citations


def living_links(of: Article | Claim, *, at: datetime) -> QuerySet[SharedLink]:
    """Return the links to an article or a claim that can still be opened, newest first."""
    opened = {"article": of} if isinstance(of, Article) else {"claim": of}
    return SharedLink.objects.living(at).filter(**opened).select_related("created_by").order_by("-pk")


def link_with(token: str, *, at: datetime) -> SharedLink | None:
    """Return the link that this token opens; None for one that is unknown, revoked or over."""
    found = SharedLink.objects.living(at).filter(token_hash=SharedLink.hash_of(token))
    return found.select_related("article__snapshot__document", "claim__article__snapshot__document").first()


def shared_claims(article: Article) -> list[tuple[Claim, Verdict | None]]:
    """Return the claims of an article that are on the desk, in reading order, each with the verdict that stands on it."""
    claims = [claim for claim in article.claims.in_reading_order() if claim.is_on_desk]
    verdicts = standing_verdicts(article)
    return [(claim, verdicts.get(claim.pk)) for claim in claims]


def shared_evidence(claim: Claim) -> QuerySet[Citation]:
    """Return the evidence on a claim that everybody may see: whoever opens a link may be one of those who judge it blind."""
    return visible_citations(claim_queries.citations(claim), None)


def shared_verdict(claim: Claim) -> Verdict | None:
    """Return the verdict that stands on a claim."""
    newest = Verdict.objects.filter(claim=claim).select_related("withdrawal").order_by("-pk").first()
    return None if newest is None or hasattr(newest, "withdrawal") else newest
