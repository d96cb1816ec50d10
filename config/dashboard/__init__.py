"""The editors' first page: what waits, what failed, whether everything runs, and how many re-checks there were."""

from django.http import HttpRequest
from django.utils import timezone

from config.dashboard import cards, failures, health, ledger, queues
from core.web.requests import user_of
from reviews.queries import recheck_outcomes

#: How many days the chart of re-checks covers.
DAYS = 14


def dashboard(request: HttpRequest, context: dict) -> dict:
    """Return the context of the first page; the database is asked the same number of times whatever there is in it."""
    at = timezone.now()
    return {
        **context,
        "cards": cards.to_do(person=user_of(request), at=at),
        "queues": queues.waiting(),
        "failures": failures.lately(at=at),
        "health": [*health.checks(at=at), ledger.ledger_check(at=at)],
        "days": recheck_outcomes.outcomes_by_day(at=at, days=DAYS),
        "groups": recheck_outcomes.GROUPS,
    }
