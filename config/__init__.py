"""The wiring: settings, addresses, the Celery application, and the servers that `up` runs."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
