"""The views of the desk: claims of all articles by what they wait for."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews.models import MissingRound, Review
from reviews.workflow import AWAITING_JUDGEMENT, OPEN, Status


@dataclass(frozen=True)
class DeskView:
    """One way to look at the desk: its name in the address, its label, and a condition on the newest round of a claim.

    `roundless` views have the claims without a round too; in `closed` ones the round may not be the newest any more.
    The view of every claim has no condition.
    """

    name: str
    label: str | Promise
    condition: Q | None
    roundless: bool = False
    closed: bool = False


DESK_VIEWS = {
    view.name: view
    for view in (
        DeskView("all", _("All"), None),
        DeskView("unjudged", _("Unjudged"), Q(status__in=AWAITING_JUDGEMENT), roundless=True),
        DeskView("endangered", _("Source changed"), Q(status__in=OPEN, reason=Review.Reason.ENDANGERED)),
        DeskView("disagreeing", _("Judges disagree"), Q(status=Status.ADJUDICATION)),
        DeskView("approval", _("Waiting for sign-off"), Q(status=Status.IN_APPROVAL)),
        DeskView("published", _("Published"), Q(status=Status.PUBLISHED), closed=True),
    )
}

#: The claims on the desk, asked of rows that belong to one. It says what `ClaimQuerySet.active` says.
ON_DESK = Q(claim__check_worthy=True, claim__dismissed_at=None, claim__withdrawn_at=None)


def newest_round(field: str, *, claim: str = "pk") -> Subquery:
    """Return a field of the newest round of a claim, for a query on claims or on rows that name theirs in `claim`."""
    return Subquery(Review.objects.filter(claim=OuterRef(claim)).order_by("-round").values(field)[:1])


def status_now(*, claim: str = "pk") -> Coalesce:
    """Return the status of the newest round of a claim; one that has no round yet waits as if it had one."""
    return Coalesce(newest_round("status", claim=claim), Value(Status.QUEUED.value))


def without_round() -> QuerySet[Claim]:
    """Return the claims on the desk that have no round yet."""
    noted = Claim.objects.active().filter(pk__in=MissingRound.objects.values("claim"))
    # A note may outlive its reason where a round was opened in the very moment the claim came back to the desk.
    return noted.filter(~Exists(Review.objects.filter(claim=OuterRef("pk"))))


def numbers_of(view: DeskView) -> tuple[QuerySet, ...]:
    """The numbers of the claims of a view, in querysets that have no claim in common, each read along an index."""
    if view.condition is None:
        return (Claim.objects.active().values(number=F("pk")),)
    rounds = Review.objects.filter(view.condition, ON_DESK)
    if view.closed:  # an open round is always the newest one of its claim
        later = Review.objects.filter(claim=OuterRef("claim"), round__gt=OuterRef("round"))
        rounds = rounds.filter(~Exists(later))
    in_rounds = rounds.values(number=F("claim"))
    return (in_rounds, without_round().values(number=F("pk"))) if view.roundless else (in_rounds,)
