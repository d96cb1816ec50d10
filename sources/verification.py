"""The proof that every snapshot still has the bytes and the texts that it was stored with."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model

from sources.models import AlternateText, Blob, Snapshot

#: The database hashes this many rows at a time: twenty of the largest files take it some seconds.
BATCH = 20


@dataclass(frozen=True)
class Checked:
    """A batch of rows: how many were hashed, and a sentence for each that is not what it was."""

    rows: int
    faults: tuple[str, ...]


@dataclass(frozen=True)
class _Hashed:
    """A table, which of its rows have a hash, how it is computed, and what to say of a row that has another."""

    model: type[Model]
    key: str
    condition: str
    computed: str
    written: str
    fault: str


_TABLES = (
    _Hashed(Blob, "sha256", "TRUE", "sha256(data)", "sha256", "The bytes {} no longer match what was received."),
    _Hashed(
        Snapshot,
        "id",
        "state = 'DONE'",
        "sha256(convert_to(text, 'UTF8'))",
        "text_sha256",
        "The text of snapshot {} no longer matches what was captured.",
    ),
    _Hashed(
        AlternateText,
        "id",
        "TRUE",
        r"sha256(convert_to(text, 'UTF8') || '\x00'::bytea || convert_to(visible_text, 'UTF8'))",
        "sha256",
        "The text of extraction {} no longer matches what was extracted.",
    ),
)


def rows_to_check() -> int:
    """Return how many rows `verify_snapshots` goes through, but for those that come in meanwhile."""
    return Blob.objects.count() + Snapshot.objects.captured().count() + AlternateText.objects.count()


def verify_snapshots() -> Iterator[Checked]:
    """Hash every blob and every text anew, batch by batch, where they are: nothing is brought here but the faults."""
    for table in _TABLES:
        yield from _checked(table)


def _checked(table: _Hashed) -> Iterator[Checked]:
    # Names and expressions are those above; nothing of it comes from outside.
    statement = f"""
        SELECT {table.key}, encode({table.computed}, 'hex') = {table.written}
        FROM (SELECT * FROM {table.model._meta.db_table}
              WHERE {table.condition} AND (%(last)s IS NULL OR {table.key} > %(last)s)
              ORDER BY {table.key} LIMIT {BATCH}) AS batch
        ORDER BY {table.key}
    """  # noqa: S608
    last = None
    while rows := _rows(statement, last):
        last = rows[-1][0]
        yield Checked(len(rows), tuple(table.fault.format(key) for key, is_whole in rows if not is_whole))


def _rows(statement: str, last: int | str | None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"last": last})
        return cursor.fetchall()
