"""Tasks that take an article's id, or ask which articles are due."""

import gc

from celery import shared_task
from celery.signals import worker_init
from django.utils import timezone

from claims import services
from claims.language import parsing
from claims.models import Article
from core.jobs.notifying import notify_of_due


@worker_init.connect
def load_before_forking(**_worker: object) -> None:
    """Load the parser in the worker's first process: those that work are forked from it and share its memory."""
    parsing.load()
    gc.collect()
    gc.freeze()  # a collection that marked what is shared would copy it into each of them


@shared_task
def split_article(*, article_id: int, **_later: object) -> None:
    services.split(article_id=article_id, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Tell workers of every article whose text is captured and not yet split."""
    services.mark_unreadable_dead()
    Article.objects.mark_dead()
    notify_of_due(split_article, Article.objects.all(), name="article_id")
