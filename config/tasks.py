"""What is tidied up again and again."""

from celery import shared_task

from config.sessions import SessionStore


@shared_task
def forget_ended_sessions(**_later: object) -> None:
    """Remove the rows of sessions that have ended."""
    SessionStore.clear_expired()
