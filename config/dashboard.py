"""What the editors' first page counts, each count with the list it stands for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince

from claims import queries as claims
from claims.models import Article, Finding
from reviews import queries as reviews
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


def dashboard(request: HttpRequest, context: dict) -> dict:
    """Return the context of the first page with its cards, in the order of an editor's work."""
    return {**context, "cards": [*_rounds(), *_rechecks(timezone.now()), *_articles()]}


def _rounds() -> list[Card]:
    waiting = Review.objects.filter(status=Status.IN_APPROVAL).count()
    endangered = Review.objects.filter(status__in=OPEN, reason=Review.Reason.ENDANGERED).count()
    disagreeing = Review.objects.filter(status=Status.ADJUDICATION).count()
    findings = Finding.objects.filter(state=Finding.State.OPEN).count()
    rounds = "reviews_review"
    return [
        Card(
            str(waiting),
            "waiting for sign-off",
            "Judged, and published once you sign it off.",
            _list(rounds, "status=IN_APPROVAL"),
        ),
        Card(
            str(endangered),
            "endangered verdicts",
            "A source changed under a published verdict; the claim is judged again.",
            _list(rounds, "status=open&reason__exact=endangered"),
            alarming=endangered > 0,
        ),
        Card(
            str(disagreeing),
            "judges disagree",
            "Two judgements differ; an editor decides on the claim's page.",
            _list(rounds, "status=ADJUDICATION"),
        ),
        Card(
            str(findings),
            "open findings",
            "What the machine noticed; accept it or dismiss it.",
            _list("claims_finding", "state__exact=open"),
        ),
    ]


def _rechecks(at: datetime) -> list[Card]:
    dead = Recheck.objects.filter(state=Recheck.State.DEAD).count()
    oldest = reviews.oldest_due(at=at)
    late = oldest is not None and at - oldest > LATE
    return [
        Card(
            str(dead),
            "re-checks given up",
            "Every attempt failed; the last error is in the list, where they can be run again.",
            _list("reviews_recheck", "state__exact=DEAD"),
            alarming=dead > 0,
        ),
        Card(
            timesince(oldest, at, depth=1) if oldest else "none due",
            "oldest due re-check",
            "Nobody works on it: see whether worker and beat are running." if late else "The workers keep up.",
            _list("reviews_recheck", "state__exact=PENDING"),
            alarming=late,
        ),
    ]


def _articles() -> list[Card]:
    waiting = claims.waiting_articles().count()
    dead = Article.objects.filter(state=Article.State.DEAD).count()
    return [
        Card(
            str(waiting),
            "articles waiting",
            "Being fetched or split into claims.",
            _list("claims_article", "state__exact=PENDING"),
        ),
        Card(
            str(dead),
            "articles given up",
            "They could not be fetched or read; the reason is in the list.",
            _list("claims_article", "state__exact=DEAD"),
            alarming=dead > 0,
        ),
    ]


def _list(model: str, query: str) -> str:
    return f"{reverse(f'admin:{model}_changelist')}?{query}"
