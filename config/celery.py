"""The Celery application: it tells workers of rows that wait in PostgreSQL."""

import os

from celery import Celery

from config import heartbeats

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("plumbline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
heartbeats.connect_signals()
