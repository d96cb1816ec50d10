"""When the sources of standing verdicts are looked at, and what decides it."""

from datetime import UTC, datetime

from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from claims.models import Citation
from reviews.models import Recheck, RecheckResult
from reviews.queries.rechecks import standing_citations
from sources.models import Document, FetchAttempt, Schedule, Snapshot

#: Stands where there is no such moment.
_BEFORE_ALL = datetime(1, 1, 2, tzinfo=UTC)


def schedules() -> QuerySet[Schedule]:
    """Return the sources that standing verdicts rest on.

    Each has its number of `citations`; the `next_recheck`; of the last re-check `last_fetch_at` and `last_outcome`; since when
    it has said the same (`stood_since`); whether it `is_gone`; and whether a second re-check is to decide (`is_undecided`).
    """
    cited = standing_citations().order_by()
    of_this = cited.filter(snapshot__document=OuterRef("pk"))
    by_document = of_this.values("snapshot__document")
    last_attempt = FetchAttempt.objects.filter(document=OuterRef("pk")).order_by("-at", "-pk")
    rows = Schedule.objects.filter(pk__in=cited.values("snapshot__document"))
    return _with_stood_since(
        rows.annotate(
            citations=Subquery(by_document.annotate(n=Count("pk")).values("n")),
            next_recheck=Subquery(by_document.annotate(first=Min("next_check_at")).values("first")),
            last_fetch_at=Subquery(last_attempt.values("at")[:1]),
            last_outcome=Coalesce(Subquery(last_attempt.values("outcome")[:1]), Value("")),
            is_gone=Exists(of_this.filter(health=Citation.Health.UNAVAILABLE)),
            is_undecided=Exists(_second_rechecks(recheck__citation__snapshot__document=OuterRef("pk"))),
        )
    )


def citations_in_turn(document: Document) -> QuerySet[Citation]:
    """The citations of a source whose next re-check is simply the next in turn: none is under way, no second one decides."""
    under_way = Recheck.objects.filter(citation=OuterRef("pk")).exclude(
        state__in=[Recheck.State.DONE, Recheck.State.DEAD]
    )
    second = _second_rechecks(recheck__citation=OuterRef("pk"))
    return Citation.objects.filter(~Exists(under_way), ~Exists(second), snapshot__document=document).exclude(
        next_check_at=None
    )


def _second_rechecks(**of: object) -> QuerySet[RecheckResult]:
    return RecheckResult.objects.filter(decides_at=F("recheck__citation__next_check_at"), **of)


def _with_stood_since(rows: QuerySet[Schedule]) -> QuerySet[Schedule]:
    """Add what `histories.still_since` says of one document to each of many."""
    captured = Snapshot.objects.captured().filter(document=OuterRef("pk")).order_by()
    differing = captured.exclude(text_sha256=OuterRef("newest_text")).values("document")
    same = captured.filter(text_sha256=OuterRef("newest_text"), captured_at__gt=OuterRef("last_other"))
    return rows.annotate(
        newest_text=Subquery(captured.newest_first().values("text_sha256")[:1]),
        last_other=Coalesce(Subquery(differing.annotate(last=Max("captured_at")).values("last")), Value(_BEFORE_ALL)),
        stood_since=Subquery(same.values("document").annotate(first=Min("captured_at")).values("first")),
    )
