"""Starts programs in order, starts again what dies, and stops everything in the opposite order."""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from config.servers.children import Child, Program, adopt_orphans

#: Seconds before the first new start; doubled with each failure in a row.
FIRST_PAUSE = 1
LONGEST_PAUSE = 30
#: Seconds of life after which a death is not counted as in a row with the one before.
SETTLED = 60
#: Seconds between two looks at the children.
LOOK = 0.3
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(BaseException):
    """Somebody pressed Ctrl-C or sent a signal; not an error, so that nothing on the way catches it as one."""


@dataclass
class Kept:
    """A program that is to be kept running."""

    child: Child
    started: float
    failures: int = 0
    again_at: float | None = None


class Supervisor:
    """Keeps programs running; `say` takes one line for the person at the terminal."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.kept: list[Kept] = []
        self.adopts = adopt_orphans()

    def start(self, program: Program, seconds: float) -> None:
        """Start a program and wait until it is ready. Raises CannotStart when it isn't in time."""
        child = Child(program)
        self.kept.append(Kept(child, time.monotonic()))
        child.wait_until_ready(seconds)

    def run(self, program: Program) -> None:
        """Run a program to its end. Raises CannotStart when it fails."""
        child = Child(program)
        try:
            child.wait_until_done()
        finally:
            child.stop()

    def watch(self) -> None:
        """Start again what dies, until told to stop."""
        while True:
            self.look_after_all()
            time.sleep(LOOK)

    def look_after_all(self) -> None:
        """Look once at every program: one that died is started again when its pause is over."""
        for kept in self.kept:
            self._look_after(kept, time.monotonic())
        if self.adopts:
            self._reap_orphans()

    def stop(self) -> None:
        """Stop everything, last started first."""
        while self.kept:
            child = self.kept.pop().child
            if child.is_running():
                self.say(f"Stopping {child.program.name} …")
                child.stop()

    def _look_after(self, kept: Kept, now: float) -> None:
        if kept.again_at is None:
            if not kept.child.is_running():
                self._plan_restart(kept, now)
        elif now >= kept.again_at:
            kept.child, kept.started, kept.again_at = Child(kept.child.program), now, None

    def _reap_orphans(self) -> None:
        """Reap what killed children left to us; our own children's ends are left for their own look."""
        ours = {kept.child.process.pid for kept in self.kept}
        with contextlib.suppress(ChildProcessError):
            while ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                if ended.si_pid in ours:
                    return
                os.waitpid(ended.si_pid, 0)

    def _plan_restart(self, kept: Kept, now: float) -> None:
        kept.failures = 0 if now - kept.started > SETTLED else kept.failures + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** max(0, kept.failures - 1))
        kept.again_at = now + pause
        program = kept.child.program
        self.say(
            f"{program.name}: exited unexpectedly and will be restarted in {pause} s. Its output is in {program.log}"
        )


@contextlib.contextmanager
def until_stopped() -> Iterator[None]:
    """Leave the block when a stop signal arrives; a second one doesn't disturb the stopping."""

    def stop(number: int, frame: object) -> None:
        for each in STOP_SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise StopAsked

    for each in STOP_SIGNALS:
        # A shell ignores Ctrl-C for what it runs in the background, which is no wish of anybody; nohup is one.
        if each != signal.SIGHUP or signal.getsignal(each) != signal.SIG_IGN:
            signal.signal(each, stop)
    try:
        yield
    except StopAsked:
        return
