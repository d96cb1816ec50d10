"""What is tidied up again and again."""

from celery import shared_task

from core.accounts.models import SessionStore


# A message may still wait under this name when a new version starts.
@shared_task(name="config.tasks.forget_ended_sessions")
def forget_ended_sessions(**_later: object) -> None:
    """Remove the rows of sessions that have ended."""
    SessionStore.clear_expired()
