"""Doorbells: each task takes a row's id, or asks which rows are due."""

from collections.abc import Iterable

from celery import shared_task
from django.utils import timezone

from reviews import services
from reviews.models import Recheck
from sources.fetching import Fetcher
from sources.tasks import ring, ring_for_due


def ring_for(rechecks: Iterable[Recheck]) -> None:
    """Ring for re-checks that a person asked for, and waits to see."""
    for recheck in rechecks:
        ring(run_recheck, recheck_id=recheck.pk)


@shared_task
def run_recheck(*, recheck_id: int, **_later: object) -> None:
    services.run_recheck(recheck_id=recheck_id, fetch=Fetcher().fetch, at=timezone.now())


@shared_task
def schedule_rechecks(**_later: object) -> None:
    """Queue the looks that have come due; the sweep rings for them."""
    services.schedule_rechecks(at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Open the first rounds of new claims, and ring for every re-check that is due."""
    services.open_missing_reviews(at=timezone.now())
    Recheck.objects.bury()
    ring_for_due(run_recheck, Recheck.objects.all(), name="recheck_id")
