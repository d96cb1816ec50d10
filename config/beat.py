"""The application of beat, which sends the names of tasks and needs neither models nor what the tasks import."""

import os

from celery import Celery

from config import heartbeats

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Without the fix-up that sets Django up, and without the search for tasks: 50 MB instead of 140.
app = Celery("plumbline", fixups=[])
app.config_from_object("django.conf:settings", namespace="CELERY")
heartbeats.connect_signals()
