"""Reads over claims with what was judged of them."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr

from claims.models import Article, Citation, Claim, Finding, Mark
from reviews.models import Judgement, LedgerEntry, MissingRound, Recheck, RecheckResult, Review, Verdict
from reviews.workflow import OPEN, Status
from sources.work import Work

#: The desk counts a view up to here. Counting on would read every row for a figure that nobody acts on.
COUNTED = 10_000


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


@dataclass(frozen=True)
class DeskView:
    """One way to look at the desk: its name in the address, its label, and a condition on the newest round of a claim.

    `roundless` views have the claims without a round too. The view of every claim has no condition.
    """

    name: str
    label: str
    condition: Q | None
    roundless: bool = False


#: An open round is the newest one of its claim; of those that are closed, a later one may be open.
_IS_NEWEST = Q(~Exists(Review.objects.filter(claim=OuterRef("claim"), round__gt=OuterRef("round"))))

DESK_VIEWS = {
    view.name: view
    for view in (
        DeskView("all", "All", None),
        DeskView("unjudged", "Unjudged", Q(status__in=[Status.QUEUED, Status.IN_REVIEW]), roundless=True),
        DeskView("endangered", "Source changed", Q(status__in=OPEN, reason=Review.Reason.ENDANGERED)),
        DeskView("disagreeing", "Judges disagree", Q(status=Status.ADJUDICATION)),
        DeskView("approval", "Waiting for sign-off", Q(status=Status.IN_APPROVAL)),
        DeskView("published", "Published", Q(status=Status.PUBLISHED) & _IS_NEWEST),
    )
}


def desk(*, view: str = "all", search: str = "", before: int | None = None, limit: int = 50) -> QuerySet[Claim]:
    """The newest claims that are to be judged or have been, each with its round, verdict and open findings.

    `before` is the number of the claim to go on after, and `limit` how many claims to return at most.
    """
    open_findings = Finding.objects.filter(claim=OuterRef("pk"), state=Finding.State.OPEN)
    # The claims are found by number first: what stands beside them is then looked up for these only.
    numbers = _found(DESK_VIEWS[view], search, before) if search else _newest(DESK_VIEWS[view], before, limit)
    return (
        with_review(Claim.objects.filter(pk__in=numbers[:limit]))
        .annotate(has_findings=Exists(open_findings))
        .select_related("article")
        .order_by("-pk")
    )


def desk_counts() -> dict[str, int]:
    """How many claims each view of the desk has, by the view's name; COUNTED + 1 stands for that many or more."""
    return {
        name: min(sum(numbers[: COUNTED + 1].count() for numbers in _numbers(view)), COUNTED + 1)
        for name, view in DESK_VIEWS.items()
    }


def without_round() -> QuerySet[Claim]:
    """The claims on the desk that have no round yet."""
    noted = Claim.objects.active().filter(pk__in=MissingRound.objects.values("claim"))
    # A note may outlive its reason where a round was opened in the very moment the claim came back to the desk.
    return noted.filter(~Exists(Review.objects.filter(claim=OuterRef("pk"))))


def _numbers(view: DeskView) -> list[QuerySet]:
    """The numbers of the claims of a view, in querysets that have no claim in common."""
    if view.condition is None:
        return [Claim.objects.active().values(number=F("pk"))]
    rounds = Review.objects.filter(view.condition, claim__check_worthy=True, claim__dismissed_at=None)
    in_rounds = rounds.values(number=F("claim"))
    return [in_rounds, without_round().values(number=F("pk"))] if view.roundless else [in_rounds]


def _newest(view: DeskView, before: int | None, limit: int) -> QuerySet:
    """The numbers of the newest claims of a view, read along the index of its rounds."""
    parts = []
    for numbers in _numbers(view):
        earlier = numbers.filter(number__lt=before) if before is not None else numbers
        parts.append(earlier.order_by("-number")[:limit])
    return parts[0].union(*parts[1:], all=True).order_by("-number") if len(parts) > 1 else parts[0]


def _found(view: DeskView, search: str, before: int | None) -> QuerySet:
    """The numbers of the newest claims of a view that have these words."""
    claims = Claim.objects.active().annotate(found=SearchVector("text", config="english"))
    claims = claims.filter(found=SearchQuery(search, config="english", search_type="websearch"))
    if view.condition is not None:
        in_view = Q(Exists(Review.objects.filter(view.condition, claim=OuterRef("pk"))))
        claims = claims.filter(in_view | Q(pk__in=without_round().values("pk")) if view.roundless else in_view)
    if before is not None:
        claims = claims.filter(pk__lt=before)
    return claims.order_by("-pk").values("pk")


def articles(*, search: str = "") -> QuerySet[Article]:
    """Articles newest first, each with the counts of `with_progress`."""
    found = Article.objects.filter(duplicate_of=None)
    if search:
        found = found.filter(title__icontains=search)
    return with_progress(found).order_by("-pk")


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


def article_claims(article: Article) -> QuerySet[Claim]:
    """Every claim of one article in reading order, with its round, verdict and open findings."""
    open_findings = Finding.objects.filter(state=Finding.State.OPEN).order_by("pk")
    return (
        with_review(Claim.objects.filter(article=article))
        .prefetch_related(Prefetch("findings", queryset=open_findings, to_attr="open_findings"))
        .in_reading_order()
    )


def in_full(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Add to each claim its `quote`, article, round, newest verdict's number and `open_findings`, but no article's text."""
    open_findings = Finding.objects.filter(state=Finding.State.OPEN).order_by("pk")
    return (
        with_review(claims)
        .annotate(quote=Substr("article__snapshot__text", F("start") + 1, F("end") - F("start")))
        .select_related("article__snapshot__document")
        .defer("article__snapshot__text")
        .prefetch_related(Prefetch("findings", queryset=open_findings, to_attr="open_findings"))
    )


def next_claim(claim: Claim) -> Claim | None:
    """The claim on the desk that follows this one in its article, or None."""
    later = Q(start__gt=claim.start) | Q(start=claim.start, end__gt=claim.end)
    return Claim.objects.active().filter(later, article=claim.article_id).in_reading_order().first()


def open_marks(article: Article) -> QuerySet[Mark]:
    """The marks of an article that no claim on the desk covers and nobody dismissed, in reading order."""
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


def rounds(claim: Claim) -> QuerySet[Review]:
    """Every round on one claim, newest first, with its events, judgements and verdict."""
    judgements = (
        Judgement.objects.select_related("analyst")
        .prefetch_related(Prefetch("citations", queryset=Citation.objects.select_related("snapshot__document")))
        .order_by("pk")
    )
    return (
        Review.objects.filter(claim=claim)
        .select_related("verdict", "verdict__signed_off_by", "verdict__ledger_entry")
        .prefetch_related("events__actor", Prefetch("judgements", queryset=judgements))
        .order_by("-round")
    )


def open_round(claim: Claim) -> Review | None:
    """The round of the claim that is open, or None."""
    return Review.objects.filter(claim=claim, status__in=OPEN).first()


def newest_verdict(claim: Claim) -> Verdict | None:
    """The verdict of the claim published last, or None."""
    return Verdict.objects.filter(claim=claim).order_by("-pk").first()


def published() -> QuerySet[Verdict]:
    """Every verdict in the order of publication, with `is_superseded` and `is_endangered`, ready for the export."""
    later = Verdict.objects.filter(supersedes=OuterRef("pk"))
    endangered = Review.objects.filter(claim=OuterRef("claim"), status__in=OPEN, reason=Review.Reason.ENDANGERED)
    citations = Citation.objects.select_related("snapshot__document").defer("snapshot__text").order_by("pk")
    return (
        Verdict.objects.select_related("claim__article__snapshot__document", "review", "ledger_entry", "signed_off_by")
        .defer("claim__article__snapshot__text")
        .prefetch_related(Prefetch("citations", queryset=citations))
        .annotate(is_superseded=Exists(later), is_endangered=Exists(endangered))
        .order_by("pk")
    )


def published_so_far() -> tuple[QuerySet[Verdict], int]:
    """The verdicts of `published` up to the newest one there is now, and how many they are."""
    newest = Verdict.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return published().filter(pk__lte=newest), Verdict.objects.filter(pk__lte=newest).count()


def standing_citations() -> QuerySet[Citation]:
    """The citations that a verdict which nothing has superseded rests on."""
    standing = Verdict.objects.exclude(Exists(Verdict.objects.filter(supersedes=OuterRef("pk"))))
    return Citation.objects.filter(Exists(standing.filter(rests_on__citation=OuterRef("pk")))).order_by("pk")


def due_citations(*, at: datetime) -> QuerySet[Citation]:
    """The standing citations whose next look has come due."""
    return standing_citations().filter(next_check_at__lte=at)


def rests_on(verdict: Verdict, citation: Citation) -> bool:
    """Whether the verdict was given on this citation."""
    return verdict.rests_on.filter(citation=citation).exists()


def rechecks() -> QuerySet[Recheck]:
    """Re-checks, newest first, each with its citation, claim and result."""
    return (
        Recheck.objects.select_related("citation__claim", "citation__snapshot__document", "result")
        .defer("citation__snapshot__text")
        .order_by("-pk")
    )


def recheck_progress() -> dict[str, int]:
    """How many re-checks wait, run, are done or were given up."""
    counts = dict.fromkeys(Work.State.values, 0)
    counts.update(Recheck.objects.values_list("state").annotate(Count("pk")).order_by())
    return counts


def outcomes() -> dict[str, int]:
    """How many re-checks ended with each kind of change, or with a fetch outcome that allowed none."""
    rows = RecheckResult.objects.values_list("change", "outcome").annotate(Count("pk")).order_by()
    counts: dict[str, int] = {}
    for change, outcome, count in rows:
        counts[change or outcome] = counts.get(change or outcome, 0) + count
    return counts


def ledger_head() -> LedgerEntry | None:
    """The newest link of the chain, or None."""
    return LedgerEntry.objects.order_by("-seq").first()


def oldest_due(*, at: datetime) -> datetime | None:
    """When the re-check that waits longest came due: one in the queue, or one that nobody has queued yet."""
    queued = Recheck.objects.due().aggregate(oldest=Min("run_after"))["oldest"]
    unqueued = due_citations(at=at).order_by().aggregate(oldest=Min("next_check_at"))["oldest"]
    return min((moment for moment in (queued, unqueued) if moment), default=None)
