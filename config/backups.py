"""A backup of the database as it is at one moment, and the proof that what was restored is the same.

A backup is a folder: the dump of pg_dump, a manifest with the rows and a checksum of each table, read at the very moment of
the dump, and a copy of the recorded heads of the ledger. It holds no secret of the environment: SECRET_KEY is kept apart.
"""

import fcntl
import json
import os
import shutil
import subprocess
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from psycopg import sql

from config.servers import CannotStart
from config.servers.programs import postgres_program
from core.web.one_moment import one_moment

DUMP, MANIFEST, HEADS = "database.dump", "manifest.json", "ledger-heads.jsonl"
#: Of each row the first 60 bits of the MD5 of its text: a sum that no order changes, and any lost or changed row does.
_SUM = (
    "SELECT count(*), coalesce(sum(('x' || left(md5(of_row::text), 15))::bit(60)::bigint), 0)::text FROM {} AS of_row"
)
_TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"

#: The variables in which libpq's programs read what a connection is told.
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


class BackupFailed(Exception):
    """Nothing was backed up or restored; the message says why and what to do."""


@dataclass(frozen=True)
class TableSum:
    """How many rows a table has, and the sum of their hashes."""

    rows: int
    checksum: str


Manifest = dict[str, TableSum]


def back_up(folder: Path, *, at: datetime) -> Manifest:
    """Write a backup into a folder that is not there yet; while it is written, its name ends with `.unfinished`.

    Raises BackupFailed.
    """
    if folder.exists():
        raise BackupFailed(f"{folder} exists already. Name a folder that does not, so that no earlier backup is lost.")
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True, mode=0o700)
        # Before the moment of the dump begins: it has every entry that the recorded heads name.
        if settings.PLUMBLINE_LEDGER_HEADS.exists():
            (unfinished / HEADS).write_bytes(_recorded_heads())
        with one_moment(patience="0"):
            sums = table_sums()
            _run("pg_dump", "--format=custom", f"--snapshot={_exported_snapshot()}", f"--file={unfinished / DUMP}")
        (unfinished / MANIFEST).write_text(_written(sums, at), encoding="utf-8")
        unfinished.rename(folder)
    except OSError as error:
        raise BackupFailed(f"{folder} cannot be written: {error.strerror}.") from error
    return sums


def restore(folder: Path) -> Manifest:
    """Load a backup into the database of the settings, which must be empty, and compare every table with the manifest.

    Raises BackupFailed; where the dump cannot be loaded whole, nothing of it stays.
    """
    expected = read_manifest(folder)
    if table_names():
        raise BackupFailed(
            "The database is not empty. Create a new one (createdb), set DATABASE_URL to it and restore again; nothing "
            "was changed."
        )
    _run("pg_restore", "--single-transaction", "--exit-on-error", f"--dbname={_name()}", str(folder / DUMP))
    with one_moment(patience="0"):
        found = table_sums()
    differing = sorted(name for name in {**expected, **found} if expected.get(name) != found.get(name))
    if differing:
        raise BackupFailed(f"These tables differ from the backup after it was restored: {', '.join(differing)}.")
    return found


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup holds. Raises BackupFailed where the folder is no backup, or not a whole one."""
    try:
        tables = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["tables"]
        return {name: TableSum(**entry) for name, entry in tables.items()}
    except OSError as error:
        raise BackupFailed(f"{folder} is no finished backup: {MANIFEST} cannot be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupFailed(f"The {MANIFEST} of {folder} is damaged. Use another backup.") from error


def table_names() -> list[str]:
    """Return the names of all tables, in alphabetical order."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [name for (name,) in cursor.fetchall()]


def table_sums() -> Manifest:
    """Return the rows and the checksum of every table."""
    sums = {}
    with connection.cursor() as cursor:
        for name in table_names():
            cursor.execute(sql.SQL(_SUM).format(sql.Identifier(name)))
            sums[name] = TableSum(*cursor.fetchone())
    return sums


def _recorded_heads() -> bytes:
    with settings.PLUMBLINE_LEDGER_HEADS.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)  # a scheduler may be in the middle of a line
        return file.read()


def _exported_snapshot() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        return cursor.fetchone()[0]


def _written(sums: Manifest, at: datetime) -> str:
    return json.dumps({"at": at.isoformat(), "tables": {name: asdict(entry) for name, entry in sums.items()}}, indent=1)


def _run(program: str, *options: str) -> None:
    """Run a program of PostgreSQL's on the database of the settings. Raises BackupFailed with what it said last."""
    try:
        ended = subprocess.run(  # noqa: S603 - a program that came with the requirements, with options of ours
            [str(postgres_program(program)), "--no-owner", "--no-privileges", *options],
            env={**os.environ, **_environment()},
            capture_output=True,
            text=True,
            check=False,
        )
    except CannotStart as error:
        raise BackupFailed(str(error)) from error
    except OSError as error:
        raise BackupFailed(f"{program} cannot be started: {error.strerror}.") from error
    if ended.returncode:
        said = ended.stderr.strip().splitlines() or [f"it ended with code {ended.returncode}"]
        raise BackupFailed(f"{program} failed: {said[-1]}")


def _environment() -> dict[str, str]:
    """Return what tells PostgreSQL's programs where the database is; a password on the command line could be seen."""
    told = connection.get_connection_params()
    given = {variable: str(told[name]) for name, variable in _VARIABLES.items() if told.get(name)}
    return {**given, "PGDATABASE": _name()}


def _name() -> str:
    return str(connection.settings_dict["NAME"])
