"""Doorbells: each task takes a row's id, or asks which rows are due."""

import logging

from celery import Task, shared_task
from django.utils import timezone

from claims import services
from claims.models import Article
from sources.models import Snapshot
from sources.tasks import capture_snapshot

#: How many due rows one sweep rings for; the next sweep, seconds later, rings for the rest.
BATCH = 200

logger = logging.getLogger(__name__)


def ring(task: Task, **row: int) -> None:
    """Ring for one row now. Where the broker is away nothing is lost: the next sweep rings."""
    try:
        task.apply_async(kwargs=row, retry=False)
    except task.OperationalError:
        logger.warning("The broker is away; the next sweep will ring for %s %s.", task.name, row)


def ring_for(article: Article) -> None:
    """Ring for what a new article waits for: the capture of its address, or its splitting."""
    if article.snapshot.state == Snapshot.State.DONE:
        ring(split_article, article_id=article.pk)
    else:
        ring(capture_snapshot, snapshot_id=article.snapshot_id)


@shared_task
def split_article(*, article_id: int, **_later: object) -> None:
    services.split(article_id=article_id, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Ring for every article whose text is captured and not yet split."""
    services.lay_down_unreadable()
    Article.objects.bury()
    for article_id in Article.objects.due().order_by("run_after").values_list("pk", flat=True)[:BATCH]:
        split_article.delay(article_id=article_id)
