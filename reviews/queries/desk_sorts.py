"""The orders in which the desk can be read on, a page at a time, along an index."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews.models import Assignment
from reviews.queries.desk_views import ON_DESK

#: What a claim is sorted by; its number comes last.
Key = tuple


_assignment = Assignment.objects.filter(claim=OuterRef("pk"))
#: What an assignment says of a claim, looked up for one claim.
GIVEN = {
    "due_on": Subquery(_assignment.values("due_on")[:1]),
    "urgency": Coalesce(Subquery(_assignment.values("priority")[:1]), Assignment.Priority.NORMAL.value),
}


@dataclass(frozen=True)
class Sort:
    """One order of the desk.

    `fields` are what a claim is sorted by, of which `lookups` are looked up; `rank` makes of their values something that
    sorts; `walk` gives, for the key to go on after or None, the querysets of keys that follow it, one after the other.
    """

    name: str
    label: str | Promise
    fields: tuple[str, ...]
    rank: Callable[[Key], tuple]
    walk: Callable[[Key | None], list[QuerySet]]
    lookups: dict[str, Any] = field(default_factory=dict)

    def keys_after(self, after: Key | None, size: int) -> list[Key]:
        """Read the next keys, as many as `size`; fewer come only where no claim follows them."""
        keys: list[Key] = []
        for part in self.walk(after):
            keys += islice(part[: size - len(keys)], size)
            if len(keys) == size:
                break
        return keys


def _newest(after: Key | None) -> list[QuerySet]:
    return [_claims(Q(pk__lt=after[0]) if after else Q()).order_by("-pk").values_list("pk")]


def _worth_checking(after: Key | None) -> list[QuerySet]:
    keys = _claims(Q()).order_by("-score", "-pk").values_list("score", "pk")
    if after is None:
        return [keys]
    score, number = after
    return [keys.filter(score=score, pk__lt=number), keys.filter(score__lt=score)]


def _reading_order(after: Key | None) -> list[QuerySet]:
    keys = _claims(Q()).order_by("-article", "start", "end", "pk").values_list("article", "start", "end", "pk")
    if after is None:
        return [keys]
    article, start, end, number = after
    further_on = Q(start__gt=start) | Q(start=start, end__gt=end) | Q(start=start, end=end, pk__gt=number)
    return [keys.filter(further_on, article=article), keys.filter(article__lt=article)]


def _due_first(after: Key | None) -> list[QuerySet]:
    """Claims with a day to be done by, then those without."""
    dated = Assignment.objects.filter(ON_DESK, due_on__isnull=False)
    given = dated.order_by("due_on", "-claim").values_list("due_on", "claim")
    undated = _claims(Q(due_on=None)).order_by("-pk").values_list("due_on", "pk")
    if after is None:
        return [given, undated]
    due_on, number = after
    if due_on is None:
        return [undated.filter(pk__lt=number)]
    return [given.filter(due_on=due_on, claim__lt=number), given.filter(due_on__gt=due_on), undated]


def _urgent_first(after: Key | None) -> list[QuerySet]:
    """Claims that were made urgent, then the others."""
    urgent = Assignment.objects.filter(ON_DESK, priority__gt=0)
    given = urgent.order_by("-priority", "-claim").values_list("priority", "claim")
    others = _claims(Q(urgency=0)).order_by("-pk").values_list("urgency", "pk")
    if after is None:
        return [given, others]
    priority, number = after
    if priority == Assignment.Priority.NORMAL:
        return [others.filter(pk__lt=number)]
    return [given.filter(priority=priority, claim__lt=number), given.filter(priority__lt=priority), others]


def _claims(condition: Q) -> QuerySet[Any]:
    return Claim.objects.active().annotate(**GIVEN).filter(condition)


SORTS = {
    sort.name: sort
    for sort in (
        Sort("newest", _("Newest"), ("pk",), lambda key: (-key[0],), _newest),
        Sort("due", _("Due soonest"), ("due_on", "pk"), lambda key: (key[0] or date.max, -key[1]), _due_first, GIVEN),
        Sort("priority", _("Most urgent"), ("urgency", "pk"), lambda key: (-key[0], -key[1]), _urgent_first, GIVEN),
        Sort("score", _("Worth checking"), ("score", "pk"), lambda key: (-key[0], -key[1]), _worth_checking),
        Sort(
            "article",
            _("By article"),
            ("article", "start", "end", "pk"),
            lambda key: (-key[0], *key[1:]),
            _reading_order,
        ),
    )
}
