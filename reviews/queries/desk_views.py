"""The desk: claims of all articles by what they wait for."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from claims.models import Claim, Finding
from reviews.models import MissingRound, Review
from reviews.queries.claims import with_review
from reviews.workflow import AWAITING_JUDGEMENT, OPEN, Status

#: The desk counts a view up to here. Counting on would read every row for a figure that nobody acts on.
COUNTED = 10_000


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
        DeskView("unjudged", "Unjudged", Q(status__in=AWAITING_JUDGEMENT), roundless=True),
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
