"""The facets of the desk. Each is asked of one claim at a time, or read along an index for all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.language.kinds import ClaimWarning
from claims.models import Citation, Claim, Finding
from core.text_search import text_search
from reviews.models import Assignment, Verdict
from reviews.queries.blindness import visible_citations
from reviews.queries.desk_sorts import GIVEN
from reviews.queries.desk_views import DESK_VIEWS, ON_DESK, DeskView, newest_round, numbers_of, status_now
from reviews.workflow import AWAITING_JUDGEMENT

#: The assignee of a claim that was given to nobody.
NOBODY = 0
#: A claim is due soon for so long before its day.
DUE_SOON = timedelta(days=7)

_ASSIGNEE = Subquery(Assignment.objects.filter(claim=OuterRef("pk")).values("assignee")[:1])

FLAGS = {
    "endangered": _("Source changed"),
    "contradiction": _("Contradiction"),
    "ambiguous": _("Ambiguous"),
    "due": _("Due within a week"),
    "overdue": _("Overdue"),
}


@dataclass(frozen=True)
class Selection:
    """What a person wants to see of the desk. A field that is left as it is narrows nothing.

    `person` is whoever looks, where what they may not see narrows it. `assignee` is the number of a person or NOBODY, `article` and `source` are numbers too, `added_within` is in days.
    """

    view: str = "all"
    search: str = ""
    rating: str = ""
    flag: str = ""
    assignee: int | None = None
    priority: int | None = None
    article: int | None = None
    source: int | None = None
    person: User | None = None
    added_within: int | None = None
    sort: str = "newest"
    today: date = field(default_factory=timezone.localdate)


@dataclass(frozen=True)
class Facet:
    """A condition on claims, and the numbers of the claims that meet it.

    `lookups` are the expressions that the condition names; each looks up one value of one claim. `numbers` are of claims
    on the desk, each claim once and readable newest first where `newest_first` says so. Without `numbers` a facet can only be asked of claims that something else found. `reads_text` tells that asking it of a claim is slow.
    """

    condition: Q
    lookups: dict[str, Any] = field(default_factory=dict)
    numbers: tuple[QuerySet, ...] = ()
    newest_first: bool = True
    reads_text: bool = False


def facets(selection: Selection) -> list[Facet]:
    """Return what the selection asks for; what fewest claims tend to have comes first."""
    found = (facet(selection) for facet in _FACETS)
    return [each for each in found if each is not None]


def _article(selection: Selection) -> Facet | None:
    if selection.article is None:
        return None
    of_article = Q(article=selection.article)
    return Facet(of_article, numbers=(_claims(of_article),), newest_first=False)


def _source(selection: Selection) -> Facet | None:
    if selection.source is None:
        return None
    citing = Citation.objects.filter(snapshot__document=selection.source)
    if selection.person is not None:
        citing = visible_citations(citing, selection.person)
    return Facet(
        Q(cites__isnull=False),
        {"cites": Subquery(citing.filter(claim=OuterRef("pk")).values("pk")[:1])},
        (_numbers(citing.filter(ON_DESK)),),
        newest_first=False,
    )


def _assignee(selection: Selection) -> Facet | None:
    if selection.assignee is None:
        return None
    lookups = {"assigned_to": _ASSIGNEE}
    if selection.assignee == NOBODY:
        return Facet(Q(assigned_to=None), lookups)
    given = Assignment.objects.filter(ON_DESK, assignee=selection.assignee)
    return Facet(Q(assigned_to=selection.assignee), lookups, (_numbers(given),))


def _flag(selection: Selection) -> Facet | None:
    return _FLAGS[selection.flag](selection) if selection.flag else None


def _priority(selection: Selection) -> Facet | None:
    if selection.priority is None:
        return None
    lookups = {"urgency": GIVEN["urgency"]}
    if selection.priority == Assignment.Priority.NORMAL:
        return Facet(Q(urgency=selection.priority), lookups)
    given = Assignment.objects.filter(ON_DESK, priority=selection.priority, priority__gt=0)
    return Facet(Q(urgency=selection.priority), lookups, (_numbers(given),))


def _added(selection: Selection) -> Facet | None:
    if selection.added_within is None:
        return None
    since = datetime.combine(selection.today - timedelta(days=selection.added_within), time(), tzinfo=UTC)
    return Facet(Q(created_at__gte=since), numbers=(_claims(Q(created_at__gte=since)),), newest_first=False)


def _view(selection: Selection) -> Facet | None:
    view = DESK_VIEWS[selection.view]
    return None if view.condition is None else _of_rounds(view)


def _rating(selection: Selection) -> Facet | None:
    if not selection.rating:
        return None
    verdicts = Verdict.objects.filter(claim=OuterRef("pk")).order_by("-pk")
    superseding = Verdict.objects.filter(supersedes=OuterRef("pk"))
    standing = Verdict.objects.filter(ON_DESK, ~Exists(superseding), rating=selection.rating)
    return Facet(Q(rating=selection.rating), {"rating": Subquery(verdicts.values("rating")[:1])}, (_numbers(standing),))


def _search(selection: Selection) -> Facet | None:
    if not selection.search:
        return None
    asked = text_search(selection.search)
    lookups, condition = {"words": asked.vector}, asked.condition("words")
    found = Claim.objects.active().alias(**lookups).filter(condition).values(number=F("pk"))
    return Facet(condition, lookups, (found,), reads_text=True)


def _of_rounds(view: DeskView) -> Facet:
    return Facet(view.condition or Q(), {"status": status_now(), "reason": newest_round("reason")}, numbers_of(view))


def _contradiction(_selection: Selection) -> Facet:
    noticed = Finding.objects.filter(state=Finding.State.OPEN, citation=None)
    return Facet(
        Q(contradicting__isnull=False),
        {"contradicting": Subquery(noticed.filter(claim=OuterRef("pk")).values("pk")[:1])},
        (_numbers(noticed.filter(ON_DESK)).order_by("-number").distinct(),),
    )


def _ambiguous(_selection: Selection) -> Facet:
    return Facet(
        Q(lint__contains=[ClaimWarning.AMBIGUOUS]), numbers=(_claims(Q(lint__contains=[ClaimWarning.AMBIGUOUS])),)
    )


def _due(selection: Selection) -> Facet:
    return _due_by(Q(due_on__lte=selection.today + DUE_SOON))


def _overdue(selection: Selection) -> Facet:
    return _due_by(Q(due_on__lt=selection.today))


def _due_by(by: Q) -> Facet:
    """Narrow to claims due by a day; a claim is due for as long as it waits for a judgement."""
    waits = Q(status__in=AWAITING_JUDGEMENT)
    given = Assignment.objects.filter(by, ON_DESK).alias(status=status_now(claim="claim")).filter(waits)
    lookups = {"due_on": GIVEN["due_on"], "status": status_now()}
    return Facet(by & waits, lookups, (_numbers(given),), newest_first=False)


def _claims(condition: Q) -> QuerySet:
    return Claim.objects.active().filter(condition).values(number=F("pk"))


def _numbers(of_claims: QuerySet) -> QuerySet:
    return of_claims.values(number=F("claim"))


_FLAGS: dict[str, Callable[[Selection], Facet]] = {
    "endangered": lambda _selection: _of_rounds(DESK_VIEWS["endangered"]),
    "contradiction": _contradiction,
    "ambiguous": _ambiguous,
    "due": _due,
    "overdue": _overdue,
}
_FACETS = (_article, _source, _search, _assignee, _flag, _priority, _added, _view, _rating)
