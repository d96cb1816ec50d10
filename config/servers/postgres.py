"""The embedded PostgreSQL: its data folder, its command, and whether it answers."""

import shutil
import signal
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from config.servers import CannotStart, addresses
from config.servers.children import Program
from config.servers.folders import Folders, create_private, logs_in
from config.servers.leftovers import end_leftover
from config.servers.programs import Programs

MAJOR = "18"
#: The data lie on a disk without moving parts, where an index is worth reading for a small part of a table too.
PLANNER = ["-c", "random_page_cost=1.1"]
#: For data that nobody will miss: a crash of the machine may lose it.
UNSAFE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


def prepare(folders: Folders, programs: Programs, *, durable: bool = True) -> Program:
    """Make the data folder where there is none, clear what an earlier start left, and return what to run.

    Raises CannotStart where the data was made by another version, or cannot be made.
    """
    data = folders.home / "postgres"
    if not data.exists():
        _initialise(data, folders, programs)
    if (found := (data / "PG_VERSION").read_text().strip()) != MAJOR:
        raise CannotStart(
            f"The data in {data} was created by PostgreSQL {found}, but this is version {MAJOR}. Move the folder "
            f"away and start again, or run that version yourself and set DATABASE_URL."
        )
    end_leftover(data / "postmaster.pid", "postgres", data)
    return Program(
        name="PostgreSQL",
        command=[
            str(programs.postgres / "postgres"),
            "-D",
            str(data),
            "-k",
            str(folders.sockets),
            "-c",
            "listen_addresses=",
            "-c",
            "timezone=UTC",
            *PLANNER,
            *([] if durable else UNSAFE),
        ],
        owner=folders.owner,
        log=logs_in(folders.var) / "postgres.log",
        is_ready=lambda: answers(folders.sockets),
        # SIGINT ends sessions and closes the files; SIGQUIT leaves the rest to recovery.
        farewell=[(signal.SIGINT, 20), (signal.SIGQUIT, 5)],
        when_orphaned=signal.SIGINT,
    )


def answers(sockets: Path) -> bool:
    """Return whether the server takes connections."""
    try:
        psycopg.connect(addresses.database_url_in(sockets, "postgres"), connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def create_database(sockets: Path) -> None:
    """Create the database where there is none."""
    with psycopg.connect(addresses.database_url_in(sockets, "postgres"), autocommit=True) as connection:
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [addresses.DATABASE])
        if not known.rowcount:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(addresses.DATABASE)))


def _initialise(data: Path, folders: Folders, programs: Programs) -> None:
    """Make the data folder beside its place, so that a start that was cut short leaves nothing half made in it."""
    unfinished = data.with_name("postgres.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    create_private(unfinished, folders.owner)
    made = subprocess.run(  # noqa: S603 - our own command, no shell
        [
            programs.postgres / "initdb",
            f"--pgdata={unfinished}",
            f"--username={addresses.DATABASE}",
            # Whoever may enter the folder of the socket is let in; nobody else gets that far.
            "--auth=trust",
            "--data-checksums",
            "--encoding=UTF8",
            # PostgreSQL's own locale: the same order and upper case on every machine.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        ],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
        **folders.owner.as_arguments(),
    )
    if made.returncode:
        raise CannotStart(
            f"PostgreSQL could not create its data folder {data}:\n{(made.stderr or made.stdout).strip()}"
        )
    unfinished.rename(data)
