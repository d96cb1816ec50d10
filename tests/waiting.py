"""Waits for what another thread or process does, for as long as only a fault would take."""

import time
from collections.abc import Callable
from typing import TypeVar

import psutil
from django.db import connection

#: Seconds. A busy machine is no fault, so this is far beyond what anything here takes.
LONGEST = 600
Found = TypeVar("Found")


def wait_until(condition: Callable[[], Found], *, otherwise: Callable[[], str] = lambda: "") -> Found:
    """Return what the condition comes to, once that is true. Raises AssertionError when it never is."""
    found = has_come_about(condition)
    assert found, otherwise() or "it never came about"
    return found


def has_come_about(condition: Callable[[], Found], *, within: float = LONGEST) -> Found:
    """Return what the condition comes to, once that is true, or what it still came to after so many seconds."""
    deadline = time.monotonic() + within
    while not (found := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def has_ended(process: psutil.Process) -> bool:
    """Return whether a process runs no more, reaped or not."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE or not process.is_running()
    except psutil.NoSuchProcess:
        return True


def somebody_waits_for_a_lock() -> bool:
    """Return whether another session of this database waits for a row or a table that is taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1"
        )
        return cursor.fetchone() is not None
