"""Doorbells: each task takes a row's id, or asks which rows are due."""

from celery import shared_task
from django.utils import timezone

from sources import services
from sources.fetching import Fetcher
from sources.models import Snapshot

#: How many due rows one sweep rings for; the next sweep, seconds later, rings for the rest.
BATCH = 200


@shared_task
def capture_snapshot(*, snapshot_id: int, **_later: object) -> None:
    services.capture(snapshot_id=snapshot_id, fetch=Fetcher().fetch, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Ring for every snapshot that is due and that no living worker holds."""
    Snapshot.objects.bury()
    for snapshot_id in Snapshot.objects.due().order_by("run_after").values_list("pk", flat=True)[:BATCH]:
        capture_snapshot.delay(snapshot_id=snapshot_id)
