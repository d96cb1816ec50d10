"""How well the desk works: agreement, reversals, time to a verdict and load, each over a stated stretch of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Aggregate, Count, DurationField, Exists, F, Max, Model, OuterRef, Q, QuerySet

from core.accounts.policies import Role
from reviews.agreement import Estimate, cohen_kappa, krippendorff_alpha, rating_pairs, wilson_interval
from reviews.models import Assignment, Judgement, Review, Verdict
from reviews.workflow import AWAITING_JUDGEMENT

#: Agreement and reversals look back this far; the time to a verdict and the load are of the last month.
YEAR, MONTH = timedelta(days=365), timedelta(days=30)
#: A verdict counts as reversed when another rating takes its place within this time.
REVERSED_WITHIN = timedelta(days=90)
#: Whatever the time, only so many of the newest rows are read.
NEWEST = 200_000
#: Fewer cases say nothing.
FEWEST = 10


class Percentile(Aggregate):
    """PostgreSQL's percentile_cont: the value below which this fraction of the rows lies."""

    name = "percentile"
    template = "PERCENTILE_CONT(%(fraction)s) WITHIN GROUP (ORDER BY %(expressions)s)"

    def __init__(self, expression: Any, *, fraction: float, **extra: Any) -> None:
        super().__init__(expression, fraction=fraction, output_field=DurationField(), **extra)


@dataclass(frozen=True)
class Agreement:
    """How far blind judgements of one kind of claim agree; no estimate where there are fewer than FEWEST, or no variety."""

    kind: str
    cases: int
    alpha: Estimate | None


@dataclass(frozen=True)
class Pair:
    """How far two people agree on what both judged."""

    people: tuple[str, str]
    cases: int
    kappa: float | None


@dataclass(frozen=True)
class TimeToVerdict:
    """How long rounds of one reason took from their opening to the sign-off; the 90th percentile takes FEWEST."""

    reason: str
    cases: int
    median: timedelta
    p90: timedelta | None


@dataclass(frozen=True)
class Load:
    """What waits for one person, and what they judged in the last month."""

    person: str
    waiting: int
    judged: int


@dataclass(frozen=True)
class BlindJudgements:
    """The rounds of a year that were judged by two without seeing each other, as (kind of claim, [(person, rating)])."""

    units: list[tuple[str, list[tuple[str, str]]]]

    def by_kind(self) -> list[Agreement]:
        """Alpha for all together, then for each kind of claim, those with the most cases first."""
        of_kind: dict[str, list[list[str]]] = {}
        for kind, unit in self.units:
            of_kind.setdefault(kind, []).append([rating for _, rating in unit])
        everything = [ratings for units in of_kind.values() for ratings in units]
        kinds = sorted(of_kind.items(), key=lambda item: (-len(item[1]), item[0]))
        return [_agreement(kind, units) for kind, units in [("", everything), *kinds] if units]

    def by_pair(self) -> list[Pair]:
        """Kappa for each two people, those with the most cases in common first."""
        pairs = rating_pairs(unit for _, unit in self.units)
        found = [
            Pair(two, len(said), cohen_kappa(said) if len(said) >= FEWEST else None) for two, said in pairs.items()
        ]
        return sorted(found, key=lambda pair: (-pair.cases, pair.people))


def blind_judgements(*, at: datetime) -> BlindJudgements:
    """Read the rounds of the last year that asked for two judgements and have both; one still blind is left out."""
    rows = (
        _newest(Judgement)
        .filter(review__judgements_required__gt=1, adjudicates=False, withdrawn_at=None, at__gte=at - YEAR)
        .exclude(review__status__in=AWAITING_JUDGEMENT)
        .order_by("review", "pk")
        .values_list("review", "review__claim__kind", "analyst__username", "rating")
    )
    rounds = ((kind, list(group)) for (_, kind), group in groupby(rows.iterator(), key=lambda row: row[:2]))
    return BlindJudgements(
        [(kind, [(person, rating) for *_, person, rating in unit]) for kind, unit in rounds if len(unit) > 1]
    )


def reversal_rate(*, at: datetime) -> Estimate | None:
    """Return the share of last year's verdicts that another rating replaced within REVERSED_WITHIN, with its interval.

    Only verdicts that have stood for that long, or could have, are counted. None where there are fewer than FEWEST.
    """
    old_enough = _newest(Verdict).filter(published_at__gte=at - YEAR, published_at__lt=at - REVERSED_WITHIN)
    replaced = Verdict.objects.filter(
        supersedes=OuterRef("pk"), published_at__lte=OuterRef("published_at") + REVERSED_WITHIN
    ).exclude(rating=OuterRef("rating"))
    counts = old_enough.aggregate(all=Count("pk"), replaced=Count("pk", filter=Exists(replaced)))
    return wilson_interval(counts["replaced"], counts["all"]) if counts["all"] >= FEWEST else None


def times_to_verdict(*, at: datetime) -> list[TimeToVerdict]:
    """Return how long the rounds took that were published in the last month, by what opened them."""
    took = F("published_at") - F("review__opened_at")
    rows = (
        _newest(Verdict)
        .filter(published_at__gte=at - MONTH)
        .values_list("review__reason")
        .annotate(cases=Count("pk"), median=Percentile(took, fraction=0.5), p90=Percentile(took, fraction=0.9))
        .order_by("-cases", "review__reason")
    )
    labels = dict(Review.Reason.choices)
    return [
        TimeToVerdict(str(labels[reason]), cases, median, p90 if cases >= FEWEST else None)
        for reason, cases, median, p90 in rows
    ]


def loads(*, at: datetime) -> list[Load]:
    """Everybody who may judge and has something waiting or judged something in the last month, the fullest first."""
    awaiting = Review.objects.filter(claim=OuterRef("claim"), status__in=AWAITING_JUDGEMENT)
    waiting = _by_person(Assignment.objects.filter(Exists(awaiting), assignee__isnull=False), "assignee__username")
    judged = _by_person(_newest(Judgement).filter(at__gte=at - MONTH, withdrawn_at=None), "analyst__username")
    working = Q(is_superuser=True) | Q(groups__name__in=[Role.ANALYST, Role.EDITOR])
    people = User.objects.filter(working, is_active=True, username__in=waiting.keys() | judged.keys()).distinct()
    found = [
        Load(name, waiting.get(name, 0), judged.get(name, 0)) for name in people.values_list("username", flat=True)
    ]
    return sorted(found, key=lambda load: (-load.waiting, -load.judged, load.person))


def _by_person(rows: QuerySet, person: str) -> dict[str, int]:
    return dict(rows.values_list(person).annotate(Count("pk")).order_by())


def _newest(model: type[Model]) -> QuerySet:
    newest = model._default_manager.aggregate(newest=Max("pk"))["newest"] or 0
    return model._default_manager.filter(pk__gt=newest - NEWEST)


def _agreement(kind: str, units: Iterable[list[str]]) -> Agreement:
    rated = list(units)
    return Agreement(kind, len(rated), krippendorff_alpha(rated) if len(rated) >= FEWEST else None)
