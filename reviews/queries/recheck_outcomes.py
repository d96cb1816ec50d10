"""What re-checks came to: by day, by outcome, by source."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.jobs.models import Job
from reviews.checking import ENDANGERING, LOW, QUIET
from reviews.models import Recheck, RecheckResult
from reviews.queries.rechecks import COUNTED, rechecks

#: How many days a chart of outcomes covers.
DAYS = 30


@dataclass(frozen=True)
class Group:
    """Outcomes that mean the same for a verdict: a name for the address, a label, and a condition on results."""

    name: str
    label: str | Promise
    condition: Q


GROUPS = (
    Group("unchanged", _("Unchanged"), Q(change__in=sorted(QUIET))),
    Group("reworded", _("Reworded"), Q(change__in=sorted(LOW))),
    Group("endangered", _("Verdict in doubt"), Q(change__in=sorted(ENDANGERING))),
    Group("uncertain", _("Needs attention"), Q(change="uncertain")),
    Group("unread", _("Could not be read"), Q(change="")),
)


@dataclass(frozen=True)
class Day:
    """How many re-checks of one day fell into each group, in the order of GROUPS."""

    day: date
    counts: tuple[int, ...]


def outcomes_by_day(*, at: datetime, days: int = DAYS) -> list[Day]:
    """The last days, DAYS unless told, oldest first, each there even if nothing was re-checked; the newest COUNTED results count."""
    first = (at - timedelta(days=days - 1)).date()
    counted = {group.name: Count("pk", filter=group.condition) for group in GROUPS}
    rows: Any = _newest().filter(at__date__gte=first).values(day=TruncDate("at")).annotate(**counted).order_by("day")
    by_day = {row["day"]: tuple(row[group.name] for group in GROUPS) for row in rows}
    dates = (first + timedelta(days=number) for number in range(days))
    return [Day(day, by_day.get(day, (0,) * len(GROUPS))) for day in dates]


def outcome_counts() -> list[tuple[str, int]]:
    """How often each kind of change, or fetch outcome that allowed none, came among the newest COUNTED, most first."""
    rows = _newest().values_list("change", "outcome").annotate(Count("pk")).order_by()
    counts: dict[str, int] = {}
    for change, outcome, count in rows:
        counts[change or outcome] = counts.get(change or outcome, 0) + count
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def filtered(*, outcome: str = "", document: int | None = None, dead_only: bool = False) -> QuerySet[Recheck]:
    """Re-checks, newest first: with one outcome among the newest COUNTED, of one source, or only the dead ones."""
    found = rechecks()
    if outcome:
        of_outcome = Q(result__change=outcome) | Q(result__change="", result__outcome=outcome)
        found = found.filter(of_outcome, result__pk__gt=_floor())
    if document:
        found = found.filter(citation__snapshot__document=document)
    if dead_only:
        found = found.filter(state=Job.State.DEAD)
    return found


def _newest() -> QuerySet[RecheckResult]:
    return RecheckResult.objects.filter(pk__gt=_floor())


def _floor() -> int:
    return (RecheckResult.objects.aggregate(newest=Max("pk"))["newest"] or 0) - COUNTED
