"""Doorbells: each task takes a row's id, or asks which rows are due."""

from collections.abc import Iterable

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from reviews import services, verification
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
def note_ledger_head(**_later: object) -> None:
    """Write down where the ledger ends now, beside the database."""
    verification.note_head(settings.PLUMBLINE_LEDGER_HEADS, at=timezone.now())


@shared_task
def send_digests(**_later: object) -> None:
    """Mail to each person what they have not read; a letter that fails goes out with the next digest."""
    services.send_digests(at=timezone.now(), address_of_site=settings.PLUMBLINE_SITE)


@shared_task
def sweep(**_later: object) -> None:
    """Open the first rounds of new claims, and ring for every re-check that is due."""
    services.open_missing_reviews(at=timezone.now())
    Recheck.objects.bury()
    ring_for_due(run_recheck, Recheck.objects.all(), name="recheck_id")
