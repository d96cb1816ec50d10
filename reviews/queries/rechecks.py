"""What verdicts rest on, and the re-checks of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Count, Exists, F, Min, OuterRef, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber, Substr

from claims.models import Citation
from core.jobs.models import Job
from reviews.checking import QUIET
from reviews.models import Recheck, RecheckResult, Verdict

#: How many of the newest re-checks are counted for charts, filters and progress.
COUNTED = 100_000
#: How many re-checks of a citation are shown beside it.
RECHECKS_SHOWN = 5


def standing_citations() -> QuerySet[Citation]:
    """Return the citations that a verdict which nothing has superseded rests on."""
    standing = Verdict.objects.exclude(Exists(Verdict.objects.filter(supersedes=OuterRef("pk"))))
    return Citation.objects.filter(Exists(standing.filter(rests_on__citation=OuterRef("pk")))).order_by("pk")


def due_citations(*, at: datetime) -> QuerySet[Citation]:
    """Return the standing citations whose next re-check has come due."""
    return standing_citations().filter(next_check_at__lte=at)


def rechecks() -> QuerySet[Recheck]:
    """Re-checks, newest first, each with its citation, claim and result."""
    return (
        Recheck.objects.select_related("citation__claim", "citation__snapshot__document", "result")
        .defer("citation__snapshot__text")
        .order_by("-pk")
    )


def recent_rechecks(citations: Iterable[Citation]) -> dict[int, list[Recheck]]:
    """Return the newest finished re-checks of each of these citations by its number, newest first, RECHECKS_SHOWN at most.

    Each has its result, and `words_now`: what stands in the place of the quote, where that differs and is known.
    """
    place = F("result__end") - F("result__start")
    words = Substr("result__snapshot__text", F("result__start") + 1, place)
    newest_first = Window(RowNumber(), partition_by="citation", order_by=[F("slot").desc(), F("pk").desc()])
    found = (
        Recheck.objects.filter(citation__in=list(citations), result__isnull=False)
        .annotate(nth=newest_first)
        .filter(nth__lte=RECHECKS_SHOWN)
        .annotate(words_now=Case(When(result__change__in=sorted(QUIET), then=Value("")), default=words))
        .select_related("result")
        .order_by("citation", "nth")
    )
    by_citation: dict[int, list[Recheck]] = {}
    for recheck in found:
        by_citation.setdefault(recheck.citation_id, []).append(recheck)
    return by_citation


def recheck_progress() -> dict[str, int]:
    """How many re-checks wait, run, are done or dead; of those done no more than COUNTED + 1 are counted."""
    settled = [Job.State.DONE, Job.State.DEAD]
    counts = dict.fromkeys(Job.State.values, 0)
    counts.update(Recheck.objects.exclude(state__in=settled).values_list("state").annotate(Count("pk")).order_by())
    # Each along its own index, or cut: this is asked every other second while a re-check is under way.
    counts[Job.State.DEAD] = Recheck.objects.filter(state=Job.State.DEAD).count()
    counts[Job.State.DONE] = Recheck.objects.filter(state=Job.State.DONE).order_by()[: COUNTED + 1].count()
    return counts


def outcomes() -> dict[str, int]:
    """Return how many re-checks ended with each kind of change, or with a fetch outcome that allowed none."""
    rows = RecheckResult.objects.values_list("change", "outcome").annotate(Count("pk")).order_by()
    counts: dict[str, int] = {}
    for change, outcome, count in rows:
        counts[change or outcome] = counts.get(change or outcome, 0) + count
    return counts


def oldest_due(*, at: datetime) -> datetime | None:
    """Return when the re-check that waits longest came due: one in the queue, or one that nobody has queued yet."""
    queued = Recheck.objects.due().aggregate(oldest=Min("run_after"))["oldest"]
    unqueued = due_citations(at=at).order_by().aggregate(oldest=Min("next_check_at"))["oldest"]
    return min((moment for moment in (queued, unqueued) if moment), default=None)
