"""Whether a query can be answered along an index: tables as small as a test's are read whole, whatever indexes they have."""

from django.db import connection

#: What the planner would rather do with a few rows.
_SHORT_CUTS = ("seqscan", "bitmapscan", "sort", "hashagg")


def can_be_read_along(index: str, sql: str, *, by_bitmap: bool = False) -> bool:
    """Ask the planner with this index alone on its table, and no short cut that only a small table allows.

    `by_bitmap` is for an index that can be read in no other way (GIN).

    Must run in a test's transaction: the other indexes come back with its end.
    """
    with connection.cursor() as cursor:
        for kind in _SHORT_CUTS:
            if by_bitmap and kind == "bitmapscan":
                continue
            cursor.execute(f"SET LOCAL enable_{kind} = off")
        for statement in _drops_around(cursor, index):
            cursor.execute(statement)
        cursor.execute(f"EXPLAIN {sql}")
        return index in "\n".join(line for (line,) in cursor.fetchall())


def _drops_around(cursor: object, index: str) -> list[str]:
    cursor.execute(
        """
        SELECT format(
            CASE WHEN rule.oid IS NULL THEN 'DROP INDEX %%1$I' ELSE 'ALTER TABLE %%2$I DROP CONSTRAINT %%1$I CASCADE' END,
            other.relname, home.relname
        )
        FROM pg_index this JOIN pg_class named ON named.oid = this.indexrelid AND named.relname = %s
        JOIN pg_class home ON home.oid = this.indrelid
        JOIN pg_index beside ON beside.indrelid = this.indrelid AND beside.indexrelid <> this.indexrelid
        JOIN pg_class other ON other.oid = beside.indexrelid
        LEFT JOIN pg_constraint rule ON rule.conindid = beside.indexrelid AND rule.contype IN ('p', 'u', 'x')
        """,
        [index],
    )
    return [statement for (statement,) in cursor.fetchall()]
