"""Everything that re-checks need, in a folder of its own, kept running by the supervisor that `make run` has."""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.servers import addresses, commands, folders, postgres, programs, supervisor, valkey
from config.servers.children import Child, Program
from tests import clusters

PATIENCE = 90
WORKERS = ("worker 1", "worker 2")


@dataclass
class Stack:
    """The running programs by name, and where their data and sockets are."""

    place: folders.Folders
    supervisor: supervisor.Supervisor

    def child(self, name: str) -> Child:
        """The process that runs under this name now, or ran last."""
        return next(kept.child for kept in self.supervisor.kept if kept.child.program.name == name)

    def start_workers(self, lease_seconds: float) -> None:
        """Start two workers, so that one can take over from the other, and beat, which tells of what is due."""
        environment = {**os.environ, "CHAOS_LEASE_SECONDS": str(lease_seconds)}
        command = ["tests.chaos.worker" if part == "config" else part for part in commands.WORKER]
        for name in WORKERS:
            self._start(name, [*command, "--hostname", f"{name.replace(' ', '')}@chaos"], environment)
        schedule = ["--schedule", str(self.place.var / "beat"), "--pidfile", ""]
        self._start("beat", [*commands.BEAT, *schedule], environment)

    def _start(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        program = Program(
            name=name,
            command=[sys.executable, "-m", *command],
            owner=folders.myself(),
            log=folders.logs_in(self.place.var) / f"{name}.log",
            farewell=[(signal.SIGKILL, 5)],
            when_orphaned=signal.SIGKILL,
            folder=Path.cwd(),
            environment=environment,
        )
        self.supervisor.start(program, PATIENCE)


@contextmanager
def running_servers() -> Iterator[Stack]:
    """A PostgreSQL that survives crashes and a Valkey, in a temporary folder that the environment names from now on."""
    parent = Path(tempfile.mkdtemp(prefix="plumbline-chaos-"))
    parent.chmod(0o711)  # where root runs this, the servers' user has to pass through
    var = parent / "var"
    folders.create_var(var)
    place = folders.settle(var)
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    left = parent / "tmp"  # what is killed leaves its temporary files
    left.mkdir()
    os.environ.update(PLUMBLINE_VAR=str(var), PLUMBLINE_HOST_PAUSE="0", DJANGO_SETTINGS_MODULE="config.settings")
    os.environ["TMPDIR"] = str(left)
    available = programs.runnable(place)
    supervisor.SETTLED = 0  # here a program dies many times a minute, and none of its own fault
    keeper = supervisor.Supervisor(lambda _line: None)
    clusters.copy_into(place)
    try:
        keeper.start(postgres.prepare(place, available), PATIENCE)
        postgres.create_database(place.sockets)
        keeper.start(valkey.prepare(place, available), PATIENCE)
        yield Stack(place, keeper)
    finally:
        keeper.stop()
        shutil.rmtree(parent, ignore_errors=True)


def database_url(stack: Stack) -> str:
    """The address of the database, for connections that outlive no crash."""
    return addresses.database_url_in(stack.place.sockets)
