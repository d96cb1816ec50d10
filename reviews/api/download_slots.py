"""How many downloads one person may have at the same time."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import connection
from rest_framework.exceptions import Throttled

#: Each download holds a thread of the web server and a transaction for as long as its reader takes.
AT_ONCE = 2


@dataclass(frozen=True)
class DownloadSlot:
    """The right to one download. The database holds it for this connection, so that it ends with a killed server too."""

    name: str

    def release(self) -> None:
        """Let the next download of this person begin."""
        _ask("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", self.name)


class Download:
    """A stream that gives its slot back when it is closed, whether it was read to its end, in part, or not at all."""

    def __init__(self, stream: Generator[bytes], slot: DownloadSlot) -> None:
        self.stream, self.slot = stream, slot

    def __iter__(self) -> Iterator[bytes]:
        return self.stream

    def close(self) -> None:
        """End the transaction of the stream, then the slot."""
        self.stream.close()
        self.slot.release()


def take(user: User) -> DownloadSlot:
    """Return one of the AT_ONCE slots of this person. Raises Throttled where none is left."""
    for number in range(AT_ONCE):
        slot = DownloadSlot(f"download {number} of user {user.pk}")
        if _ask("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", slot.name):
            return slot
    raise Throttled(
        detail=f"You have {AT_ONCE} downloads running. Wait for one of them to finish, or cancel one, then try again."
    )


def _ask(question: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [name])
        return cursor.fetchone()[0]
