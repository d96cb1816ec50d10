"""The worker as it is, only slower at its work and quicker to give up on a dead colleague, so that a test can watch."""

import os
import time
from datetime import timedelta

import django

from config.celery import app

django.setup()

from sources import services, work  # noqa: E402 - models need Django to be set up

__all__ = ["app"]

visit = services.visit


def visit_slowly(**look):
    time.sleep(0.15)
    return visit(**look)


work.LEASE = timedelta(seconds=float(os.environ["CHAOS_LEASE_SECONDS"]))
services.visit = visit_slowly
