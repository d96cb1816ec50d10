"""Child processes that end with their parent, are reaped, and leave nothing behind."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from config.servers import CannotStart
from config.servers.folders import Owner

#: Bytes; looked at when a program starts.
LONGEST_LOG = 10_000_000
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Program:
    """What to run, as whom and where, how to ask whether it is ready, and how to end it.

    `farewell` are the signals that end it, each with the seconds it gets to obey; `when_orphaned` is the one that it
    gets from the kernel when its parent is killed; `keep_open` are the file descriptors that it takes over.
    """

    name: str
    command: list[str]
    owner: Owner
    log: Path
    farewell: list[tuple[signal.Signals, float]]
    when_orphaned: signal.Signals
    is_ready: Callable[[], bool] = lambda: True
    folder: Path = Path("/")
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    keep_open: tuple[int, ...] = ()


class Child:
    """One running program, in a session of its own, so that the terminal's Ctrl-C reaches only the supervisor."""

    def __init__(self, program: Program) -> None:
        self.program = program
        _keep_small(program.log)
        with program.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own commands, no shell
                program.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=program.environment,
                cwd=program.folder,
                start_new_session=True,
                umask=0o077,
                pass_fds=program.keep_open,
                preexec_fn=_ends_with_parent(program.when_orphaned),  # noqa: PLW1509 - started from the only thread
                **program.owner.as_arguments(),
            )

    def is_running(self) -> bool:
        """Return whether the program still runs; one that ended is reaped, with whatever it left in its group."""
        if self.process.poll() is None:
            return True
        self._clear_group()
        return False

    def wait_until_ready(self, seconds: float) -> None:
        """Return once the program answers. Raises CannotStart when it ends first or takes too long."""
        deadline = time.monotonic() + seconds
        while not self.program.is_ready():
            if not self.is_running():
                raise CannotStart(f"{self.program.name} did not start.{self._last_words()}")
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"{self.program.name} did not respond within {seconds:.0f} seconds.{self._last_words()}"
                )
            time.sleep(0.05)

    def wait_until_done(self) -> None:
        """Return once the program has ended well. Raises CannotStart when it failed."""
        self.process.wait()
        self._clear_group()
        if self.process.returncode:
            raise CannotStart(f"{self.program.name} failed.{self._last_words()}")

    def stop(self) -> None:
        """End the program: ask first, insist last."""
        for asked, patience in self.program.farewell:
            if not self.is_running():
                return
            self.process.send_signal(asked)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        self.process.kill()
        self.process.wait()
        self._clear_group()

    def _clear_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        # Orphans come to us (see adopt_orphans); one that nobody reaps would hold its lock file for ever.
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-self.process.pid, 0)

    def _last_words(self) -> str:
        lines = self.program.log.read_text(errors="replace").strip().splitlines()[-5:]
        return f" The end of {self.program.log} says:\n" + "\n".join(f"    {line}" for line in lines)


def _keep_small(log: Path) -> None:
    """Put a long log aside; the one put aside before it goes."""
    if log.exists() and log.stat().st_size > LONGEST_LOG:
        log.replace(log.with_suffix(".log.1"))


def adopt_orphans() -> bool:
    """Become the parent of whatever a killed child leaves, to end and reap it here; return whether that is possible."""
    return _libc is not None and _libc.prctl(PR_SET_CHILD_SUBREAPER, 1) == 0


def _ends_with_parent(last: signal.Signals) -> Callable[[], None]:
    parent = os.getpid()

    def ask_the_kernel() -> None:
        if _libc:
            _libc.prctl(PR_SET_PDEATHSIG, int(last))
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel
