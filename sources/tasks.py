"""Tasks that take a snapshot's id, or ask which snapshots are due."""

from celery import shared_task
from django.utils import timezone

from core.jobs.notifying import notify_of_due
from sources import services
from sources.fetching import Fetcher
from sources.models import Snapshot


@shared_task
def capture_snapshot(*, snapshot_id: int, **_later: object) -> None:
    services.capture(snapshot_id=snapshot_id, fetch=Fetcher().fetch, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Tell workers of every snapshot that is due and that no living worker holds."""
    Snapshot.objects.mark_dead()
    notify_of_due(capture_snapshot, Snapshot.objects.all(), name="snapshot_id")


@shared_task
def store_missing_passages(**_later: object) -> None:
    services.store_missing_passages()
