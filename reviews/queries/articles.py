"""Articles with how far they are, and what stands in one of them."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from claims.language.kinds import ClaimWarning
from claims.models import Article, Citation, Claim, Finding, Mark
from core.text_search import text_search
from reviews.models import Verdict
from reviews.queries.annotated import AnnotatedClaim
from reviews.queries.blindness import visible_findings
from reviews.queries.claims import with_review


def articles(*, search: str = "") -> QuerySet[Article]:
    """Articles newest first, each with the counts of `with_progress`."""
    found = Article.objects.filter(duplicate_of=None)
    if search:
        found = found.filter(is_titled(search))
    return with_progress(found).order_by("-pk")


def is_titled(search: str) -> Q:
    """Return a condition on articles: the title holds these words, or the letters as they were typed."""
    asked = text_search(search, "title")
    found = Article.objects.annotate(words=asked.vector).filter(asked.condition("words"))
    return Q(pk__in=found.values("pk")) | Q(title__icontains=search)


def with_progress(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Add to each article its snapshot without the text, and `claim_count`, `worthy_count` and `judged_count`."""
    claims = Claim.objects.filter(article=OuterRef("pk"))
    judged = claims.active().filter(Exists(Verdict.objects.filter(claim=OuterRef("pk"))))
    return (
        articles.select_related("snapshot", "snapshot__document", "submitted_by")
        .defer("snapshot__text")
        .annotate(claim_count=_count(claims), worthy_count=_count(claims.active()), judged_count=_count(judged))
    )


def _count(claims: QuerySet[Claim]) -> Coalesce:
    """Count per article in a subquery, which a page of a list runs for its own rows only."""
    return Coalesce(Subquery(claims.order_by().values("article").annotate(count=Count("pk")).values("count")), 0)


#: What a page over a whole article asks of a claim; the rest of the row is for a page over one claim.
_SHOWN = (
    "article", "text", "start", "end", "places", "attributed_to", "check_worthy", "lint", "dismissed_at", "withdrawn_at",
)  # fmt: skip


def article_claims(article: Article, person: User) -> list[Claim]:
    """Return every claim of one article in reading order, with its round, verdict and the `open_findings` that this person may see.

    Of the claims themselves only what stands in the text and in its list is read: there may be a thousand.
    """
    claims = list(with_review(Claim.objects.filter(article=article).in_reading_order()).only(*_SHOWN))
    # By their article, since a prefetch would send the number of every claim there and back.
    found = visible_findings(Finding.objects.filter(claim__article=article, state=Finding.State.OPEN), person).order_by(
        "pk"
    )
    by_claim: dict[int, list[Finding]] = {}
    for finding in found:
        by_claim.setdefault(finding.claim_id, []).append(finding)
    shown: list[AnnotatedClaim] = claims
    for claim in shown:
        claim.open_findings = by_claim.get(claim.pk, [])
    return claims


def open_marks(article: Article) -> QuerySet[Mark]:
    """Return the marks of an article that no claim on the desk covers and nobody dismissed, in reading order."""
    return article.marks.open().order_by("start", "end", "kind")


@dataclass(frozen=True)
class Coverage:
    """How many marks of an article are settled: covered by a claim or dismissed with a reason."""

    settled: int
    total: int

    @property
    def open(self) -> int:
        return self.total - self.settled


def coverage(article: Article) -> Coverage:
    """Count the marks of an article, and those that a claim on the desk covers or somebody dismissed."""
    settled = Q(claim__isnull=False) | ~Q(dismissed_reason="")
    counts = article.marks.aggregate(total=Count("pk"), settled=Count("pk", filter=settled))
    return Coverage(settled=counts["settled"], total=counts["total"])


def standing_verdicts(article: Article) -> dict[int, Verdict]:
    """The verdict that stands on each claim of an article by the claim's number, with what it rests on and its link."""
    citations = Citation.objects.select_related("snapshot__document").defer("snapshot__text").order_by("pk")
    verdicts = (
        Verdict.objects.filter(claim__article=article)
        .select_related("signed_off_by", "ledger_entry", "withdrawal")
        .prefetch_related(Prefetch("citations", queryset=citations))
        .order_by("pk")
    )
    newest = {verdict.claim_id: verdict for verdict in verdicts}  # of several, the last one stays
    return {number: verdict for number, verdict in newest.items() if not hasattr(verdict, "withdrawal")}


@dataclass(frozen=True)
class StillOpen:
    """What an editor should know before a claim is signed off: counts in its article, and its own unhealthy citations."""

    marks: int
    ambiguous: int
    findings: int
    unhealthy: list[Citation]

    @property
    def is_nothing(self) -> bool:
        return not (self.marks or self.ambiguous or self.findings or self.unhealthy)


def still_open(claim: Claim) -> StillOpen:
    """Return what is open around a claim: marks and ambiguous claims of its article, its findings, its citations."""
    ambiguous = Claim.objects.active().filter(article=claim.article_id, lint__contains=[ClaimWarning.AMBIGUOUS])
    return StillOpen(
        marks=Mark.objects.open().filter(article=claim.article_id).count(),
        ambiguous=ambiguous.count(),
        findings=claim.findings.filter(state=Finding.State.OPEN).count(),
        unhealthy=list(
            claim.citations.exclude(health=Citation.Health.STANDS)
            .select_related("snapshot__document")
            .defer("snapshot__text")
            .order_by("pk")
        ),
    )
