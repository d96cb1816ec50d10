"""What failed within a day: fetches by how they failed, jobs that are dead, and letters that did not go out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils.translation import gettext as _

from claims.models import Article
from config.dashboard.counting import count, figure, list_of
from reviews import queries as review_queries
from reviews.models import Recheck
from sources import queries as source_queries
from sources.labels import OUTCOMES
from sources.models import FetchAttempt, Snapshot

LATELY = timedelta(hours=24)
#: Letters go out once an hour; what waits through two of them could not be sent.
UNDELIVERED = timedelta(hours=2)


@dataclass(frozen=True)
class Failure:
    """One way to fail, how often it happened lately, and the list of it."""

    name: str
    figure: str
    url: str


def lately(*, at: datetime) -> list[Failure]:
    """Return what failed since a day before, where it did."""
    since = at - LATELY
    letters = count(review_queries.people_not_mailed(since=at - UNDELIVERED))
    found = [
        *_fetches(since),
        (_("Pages that could not be captured"), *_dead(Snapshot, "sources_snapshot", since)),
        (_("Articles that could not be split"), *_dead(Article, "claims_article", since)),
        (_("Failed re-checks"), *_dead(Recheck, "reviews_recheck", since)),
        (_("People whose email was not sent"), letters, list_of("auth_user", letters="waiting")),
    ]
    return [Failure(name, figure(number), url) for name, number, url in found if number]


def _fetches(since: datetime) -> list[tuple[str, int, str]]:
    failed = FetchAttempt.objects.filter(at__gte=since).exclude(outcome__in=source_queries.READ)
    by_outcome = failed.values_list("outcome").annotate(number=Count("pk")).order_by("-number", "outcome")
    return [
        (
            _("Fetches with the result “%(outcome)s”") % {"outcome": OUTCOMES.get(outcome, outcome)},
            number,
            list_of("sources_fetchattempt", outcome=outcome, at__gte=since.isoformat()),
        )
        for outcome, number in by_outcome
    ]


def _dead(model: type[Snapshot] | type[Article] | type[Recheck], name: str, since: datetime) -> tuple[int, str]:
    """Count the jobs that died since then: the last try, which was due at `run_after`, has failed."""
    dead = model.objects.filter(state=model.State.DEAD, run_after__gte=since)
    return count(dead), list_of(name, state__exact="DEAD", run_after__gte=since.isoformat())
