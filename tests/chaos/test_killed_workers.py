"""Workers die, the doorbell forgets everything: each re-check still ends once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import redis
from django.conf import settings
from django.db import connection

from claims.models import Citation
from reviews import services, tasks
from reviews.models import Recheck, RecheckResult, Review
from reviews.workflow import OPEN
from sources import services as sources
from tests import factories

HOW_MANY = 50
FOREVER = 10_000

pytestmark = pytest.mark.django_db(transaction=True)


def sentences(changed: bool) -> str:
    """Fifty sentences that can be cited; in the changed version every tenth has another number."""
    return "\n".join(
        f"Test run number {n} of the engine reached a thrust of {4100 + n + (7 if changed and n % 10 == 0 else 0)} kN."
        for n in range(HOW_MANY)
    )


@pytest.fixture
def rows(analyst, editor, at) -> list[Recheck]:
    """Fifty queued re-checks of one published verdict, whose source has changed since."""
    claim = factories.claim(by=analyst, at=at)
    source = factories.upload(by=analyst, at=at, text=sentences(changed=False))
    cited = [
        factories.citation(by=analyst, claim=claim, at=at, snapshot=source, quote=line)
        for line in sentences(changed=False).splitlines()
    ]
    factories.judge(claim, by=analyst, at=at, cited=cited)
    services.sign_off(by=editor, review=Review.objects.get(claim=claim), at=at)
    sources.add_version(document=source.document, data=sentences(changed=True).encode(), filename="x.txt", at=at)
    return services.request_rechecks(citations=Citation.objects.all(), at=at)


@contextmanager
def worker(lease_seconds: float) -> Iterator[subprocess.Popen]:
    """A real Celery worker on the test database, in a process group of its own."""
    database = connection.settings_dict
    environment = {
        **os.environ,
        "DATABASE_URL": connection_url(database),
        "CHAOS_LEASE_SECONDS": str(lease_seconds),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    command = [
        *(sys.executable, "-m", "celery", "-A", "tests.chaos.worker", "worker", "--queues", "recheck"),
        *("--concurrency", "2", "--without-gossip", "--without-mingle", "--loglevel", "ERROR"),
    ]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def connection_url(database: dict) -> str:
    """The address of the test's own database, next to the one that the environment names."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database['NAME']}").geturl()


def kill(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for(condition, *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def run_through_kills(lease_seconds: float, *, kills: int, patience: float) -> None:
    """Kill the worker while it holds rows, empty the doorbell once, and let the last worker work in peace."""
    for row in Recheck.objects.all():
        tasks.run_recheck.delay(recheck_id=row.pk)
    for number in range(kills):
        with worker(lease_seconds):
            tasks.sweep()
            done = RecheckResult.objects.count()
            assert wait_for(lambda done=done: RecheckResult.objects.count() > done + 3 and is_running(), seconds=60)
        if number == 0:
            redis.Redis.from_url(settings.CACHES["default"]["LOCATION"]).flushall()
    with worker(lease_seconds):
        deadline = time.monotonic() + patience
        while unfinished() and time.monotonic() < deadline:
            tasks.sweep()
            wait_for(lambda: not unfinished(), seconds=1)


def is_running() -> bool:
    return Recheck.objects.filter(state=Recheck.State.RUNNING).exists()


def unfinished() -> int:
    return Recheck.objects.exclude(state=Recheck.State.DONE).count()


def test_every_recheck_ends_once_though_workers_are_killed_and_the_doorbell_is_emptied(rows):
    run_through_kills(lease_seconds=3, kills=3, patience=60)
    assert unfinished() == 0
    assert sorted(RecheckResult.objects.values_list("recheck", flat=True)) == sorted(row.pk for row in rows)
    changes = list(RecheckResult.objects.order_by("recheck").values_list("change", flat=True))
    assert [number for number, change in enumerate(changes) if change == "number_changed"] == [0, 10, 20, 30, 40]
    assert Review.objects.filter(status__in=OPEN, reason="endangered", round=2).count() == 1


def test_without_leases_that_run_out_the_rows_of_killed_workers_are_lost(rows):
    run_through_kills(lease_seconds=FOREVER, kills=1, patience=20)
    assert unfinished() >= 1
