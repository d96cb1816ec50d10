"""Doorbells: each task takes a row's id, or asks which rows are due."""

from celery import shared_task
from django.utils import timezone

from claims import services
from claims.models import Article
from sources.models import Snapshot
from sources.tasks import capture_snapshot, ring, ring_for_due


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
    ring_for_due(split_article, Article.objects.all(), name="article_id")
