"""The worker as it is, but for its way out, which is scripted, and leases short enough for a test to watch."""

import os
import time
from datetime import timedelta
from types import SimpleNamespace

import django

from config.celery import app

django.setup()

from celery.signals import worker_init  # noqa: E402

from claims import tasks as claim_tasks  # noqa: E402
from core.jobs import models  # noqa: E402
from reviews import tasks  # noqa: E402 - models need Django to be set up
from sources import services  # noqa: E402
from sources.services import host_limits  # noqa: E402
from tests.chaos import pages  # noqa: E402

__all__ = ["app"]

refetch = services.refetch


def refetch_slowly(**look):
    time.sleep(0.1)  # a look that takes no time is never caught in the act
    return refetch(**look)


# A re-check parses no sentence, and here a worker starts many times a minute.
worker_init.disconnect(claim_tasks.load_before_forking)
models.LEASE = timedelta(seconds=float(os.environ["CHAOS_LEASE_SECONDS"]))
host_limits.LEASE = min(host_limits.LEASE, models.LEASE)
services.refetch = refetch_slowly
tasks.Fetcher = lambda: SimpleNamespace(fetch=pages.fetch_with(later=True))
