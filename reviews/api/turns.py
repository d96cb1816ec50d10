"""How many downloads one person may have at the same time."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from rest_framework.exceptions import Throttled

#: Each download holds a thread of the web server and a transaction for as long as its reader takes.
AT_ONCE = 2


@dataclass(frozen=True)
class Turn:
    """The right to one download. The database holds it for this connection, so that it ends with a killed server too."""

    name: str

    def end(self) -> None:
        """Let the next download of this person begin."""
        _ask("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", self.name)


class Download:
    """A stream that ends its turn when it is closed, whether it was read to its end, in part, or not at all."""

    def __init__(self, stream: Iterator[bytes], turn: Turn) -> None:
        self.stream, self.turn = stream, turn

    def __iter__(self) -> Iterator[bytes]:
        return self.stream

    def close(self) -> None:
        """End the transaction of the stream, then the turn."""
        self.stream.close()
        self.turn.end()


def take(user: AbstractBaseUser) -> Turn:
    """Return one of the AT_ONCE turns of this person. Raises Throttled where none is left."""
    for number in range(AT_ONCE):
        turn = Turn(f"download {number} of user {user.pk}")
        if _ask("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", turn.name):
            return turn
    raise Throttled(
        detail=f"You have {AT_ONCE} downloads running. Wait until one of them is complete, or break it off; then ask again."
    )


def _ask(question: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [name])
        return cursor.fetchone()[0]
