"""Taking turns at a site: one request at a time and a pause after each, over all workers, by the database's clock."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_noop

#: Longer than a fetch (20 s) and the reading of what it brought (60 s) take: a dead worker blocks a site no longer.
LEASE = timedelta(seconds=90)
#: A site that asks for a longer rest than this is asked again after it.
LONGEST_REST = timedelta(days=1)

TAKE = """
INSERT INTO sources_hostturn AS turn (host, token, busy_until, not_before, promised_until)
VALUES (%(host)s, %(token)s, clock_timestamp() + %(lease)s, clock_timestamp(), clock_timestamp())
ON CONFLICT (host) DO UPDATE SET token = excluded.token, busy_until = excluded.busy_until
WHERE turn.busy_until <= clock_timestamp() AND turn.not_before <= clock_timestamp()
RETURNING token
"""
END = """
UPDATE sources_hostturn SET busy_until = clock_timestamp(), not_before = clock_timestamp() + %(rest)s
WHERE host = %(host)s AND token = %(token)s
"""
# Whoever comes in vain is given a moment of his own, so that a hundred who wait do not all come back at the next one.
PROMISE = """
UPDATE sources_hostturn SET promised_until = GREATEST(promised_until, not_before, clock_timestamp()) + %(pause)s
WHERE host = %(host)s
RETURNING promised_until
"""


class HostBusy(Exception):
    """Somebody else is asking this site, or it wants a rest. `until` is when to come back."""

    def __init__(self, until: datetime):
        self.until = until
        super().__init__(gettext_noop("Other pages of this site are being fetched first. This one is in the queue."))


@dataclass
class HostSlot:
    """The right to send one request to a site. `rest` is how long it is left alone afterwards."""

    rest: timedelta

    def asked_to_wait(self, seconds: int | None) -> None:
        """Leave the site alone for as long as it asked, if that is longer than the usual pause."""
        self.rest = max(self.rest, min(timedelta(seconds=seconds or 0), LONGEST_REST))


@contextmanager
def host_slot(url: str) -> Iterator[HostSlot]:
    """Hold the one slot of the site of an address. Raises HostBusy where it isn't free."""
    pause = timedelta(seconds=settings.PLUMBLINE_HOST_PAUSE)
    holder = {"host": _host_of(url), "token": uuid.uuid4()}
    if not _run(TAKE, {**holder, "lease": LEASE}):
        (until,) = _run(PROMISE, {**holder, "pause": pause or timedelta(seconds=1)})  # type: ignore[misc]  # the row that is taken
        raise HostBusy(until)
    slot = HostSlot(rest=pause)
    try:
        yield slot
    finally:
        _run(END, {**holder, "rest": slot.rest})


def _host_of(url: str) -> str:
    """Name the site of an address; those that name none wait for each other, and are refused when their turn comes."""
    try:
        return (urlsplit(url).hostname or "")[:253]
    except ValueError:
        return ""


def _run(statement: str, values: dict) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone() if cursor.description else None
