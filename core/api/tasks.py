"""What the API tidies up again and again."""

from celery import shared_task
from django.utils import timezone

from core.api.idempotency import forget_answers


# Under this name as the other tidying is, so that it takes the same way to a worker.
@shared_task(name="config.tasks.forget_kept_answers")
def forget_kept_answers(**_later: object) -> None:
    """Remove answers that were kept for a retry whose time is over."""
    forget_answers(at=timezone.now())
