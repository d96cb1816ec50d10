"""The database as it is at one moment, for whatever takes long to be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

#: How long whoever reads may leave off before it is broken off.
PATIENCE = "5min"


@contextmanager
def one_moment(patience: str = PATIENCE) -> Iterator[None]:
    """Read everything in this block as it was when the block began; each statement, and each pause, may take so long.

    Inside of another transaction, whose moment is its own, only the patience is new. "0" is without end.
    """
    begins = not connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            if begins:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute(
                "SELECT set_config('statement_timeout', %(patience)s, true),"
                " set_config('idle_in_transaction_session_timeout', %(patience)s, true)",
                {"patience": patience},
            )
        yield
