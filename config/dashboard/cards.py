"""What editors act on: each figure with what it counts, what to do about it, and the list behind it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from claims import queries as claim_queries
from claims.models import Article, Finding
from config.dashboard.counting import count, figure, list_of
from reviews import queries as review_queries
from reviews.models import Recheck, Review
from reviews.workflow import OPEN, Status

#: Sweeps run every few seconds and the schedule every minute: what waits longer, nobody works on.
LATE = timedelta(minutes=10)


@dataclass(frozen=True)
class Card:
    """One figure, what it counts, what to do about it, and the list behind it. `alarming` asks to be seen first."""

    figure: str
    title: str
    advice: str
    url: str
    alarming: bool = False


def to_do(*, person: User, at: datetime) -> list[Card]:
    """Return the cards in the order of an editor's work; what this person judges blind counts as little as in the lists."""
    return [*_rounds(person, at), *_rechecks(person, at), *_articles()]


def _rounds(person: User, at: datetime) -> list[Card]:
    rounds = "reviews_review"
    endangered = count(Review.objects.filter(status__in=OPEN, reason=Review.Reason.ENDANGERED))
    longest = review_queries.longest_waiting_for_sign_off()
    return [
        _counted(
            count(Review.objects.filter(status=Status.IN_APPROVAL)),
            _("waiting for sign-off"),
            _("Judged, and published once you sign it off."),
            list_of(rounds, status=Status.IN_APPROVAL),
        ),
        Card(
            timesince(longest, at, depth=1) if longest else _("none waiting"),
            _("longest wait for sign-off"),
            _("The list starts with the oldest reviews."),
            list_of(rounds, status=Status.IN_APPROVAL),
        ),
        _counted(
            endangered,
            _("verdicts in doubt"),
            _("A source of a published verdict changed, so the claim has to be judged again."),
            list_of(rounds, status="open", reason__exact="endangered"),
            alarming=True,
        ),
        _counted(
            count(Review.objects.filter(status=Status.ADJUDICATION)),
            _("judges disagree"),
            _("Two judgements differ. An editor decides on the claim's page."),
            list_of(rounds, status=Status.ADJUDICATION),
        ),
        _counted(
            count(review_queries.visible_findings(Finding.objects.filter(state=Finding.State.OPEN), person)),
            _("open findings"),
            _("Detected automatically. Accept or dismiss each one."),
            list_of("claims_finding", state__exact="open"),
        ),
    ]


def _rechecks(person: User, at: datetime) -> list[Card]:
    oldest = review_queries.oldest_due(at=at)
    late = oldest is not None and at - oldest > LATE
    return [
        _counted(
            count(review_queries.visible_rechecks(Recheck.objects.filter(state=Recheck.State.DEAD), person)),
            _("failed re-checks"),
            _("Every attempt failed. The list shows the last error and lets you retry."),
            list_of("reviews_recheck", state__exact="DEAD"),
            alarming=True,
        ),
        Card(
            timesince(oldest, at, depth=1) if oldest else _("none due"),
            _("oldest due re-check"),
            _("Nothing is processing it. Check that the worker and the scheduler are running.")
            if late
            else _("The workers are keeping up."),
            list_of("reviews_recheck", state__exact="PENDING"),
            alarming=late,
        ),
    ]


def _articles() -> list[Card]:
    return [
        _counted(
            count(claim_queries.waiting_articles()),
            _("articles waiting"),
            _("Being fetched or split into claims."),
            list_of("claims_article", state__exact="PENDING"),
        ),
        _counted(
            count(Article.objects.filter(state=Article.State.DEAD)),
            _("failed articles"),
            _("They could not be fetched or read. The list gives the reason."),
            list_of("claims_article", state__exact="DEAD"),
            alarming=True,
        ),
    ]


def _counted(found: int, title: str, advice: str, url: str, *, alarming: bool = False) -> Card:
    """Return a card with a count; one that is `alarming` is so where there is anything to count."""
    return Card(figure(found), title, advice, url, alarming=alarming and found > 0)
