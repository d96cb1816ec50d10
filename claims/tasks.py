"""Tasks that take an article's id, or ask which articles are due."""

from celery import shared_task
from django.utils import timezone

from claims import services
from claims.models import Article
from core.jobs.notifying import notify_of_due


@shared_task
def split_article(*, article_id: int, **_later: object) -> None:
    services.split(article_id=article_id, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Tell workers of every article whose text is captured and not yet split."""
    services.mark_unreadable_dead()
    Article.objects.mark_dead()
    notify_of_due(split_article, Article.objects.all(), name="article_id")
