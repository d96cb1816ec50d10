"""One run: faults at random moments while the re-checks are worked off, then peace until all is done or time is up."""

import contextlib
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

import psutil
import psycopg
from tqdm import tqdm

from tests.chaos.faults import FAULTS, freeze, thaw
from tests.chaos.stack import Stack, database_url
from tests.waiting import LONGEST

#: Seconds between two looks at the programs and the rows, and at least between two faults.
TICK, REST = 0.2, 0.7
FREEZE = "freeze"


@dataclass
class Run:
    """A run under way. `moments` are when faults come, as shares of the work, ascending.

    Once the first re-check is done, what has to wait `patience` seconds without a fault or another one done is stuck.
    """

    stack: Stack
    chance: Random
    size: int
    lease_seconds: float
    moments: list[float]
    patience: float
    done: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    quiet_since: float = field(default_factory=time.monotonic)
    idle_since: float = field(default_factory=time.monotonic)
    frozen: list[psutil.Process] = field(default_factory=list)
    thaw_at: float = 0

    def until_done(self) -> float | None:
        """Return the seconds from the last fault to the end of the last re-check, None where some never end."""
        with tqdm(total=self.size, unit="re-check", disable=None) as bar:
            while self.done < self.size or self.frozen:
                if self._is_stuck():
                    return None
                self.stack.supervisor.look_after_all()
                self._thaw_in_time()
                self._strike_in_time()
                self._count()
                bar.update(self.done - bar.n)
                time.sleep(TICK)
        return time.monotonic() - self.quiet_since

    def _is_stuck(self) -> bool:
        # How long the programs take to start says something about the machine, and nothing about re-checks.
        patience = self.patience if self.done else max(self.patience, LONGEST)
        return time.monotonic() > max(self.quiet_since, self.idle_since) + patience

    def _strike_in_time(self) -> None:
        is_time = self.moments and self.done >= self.moments[0] * self.size
        if not is_time or time.monotonic() < self.quiet_since + REST:
            return
        name = self.chance.choice([*FAULTS, FREEZE])
        with contextlib.suppress(psutil.NoSuchProcess):  # it is down already: another fault comes in its place
            self._strike(name)
            self.moments.pop(0)
            self.kills[name] += 1
            self.quiet_since = time.monotonic()

    def _strike(self, name: str) -> None:
        if name != FREEZE:
            FAULTS[name](self.stack, self.chance)
        elif not self.frozen:
            self.frozen = freeze(self.stack, self.chance)
            self.thaw_at = time.monotonic() + self.lease_seconds + 1

    def _thaw_in_time(self) -> None:
        if self.frozen and time.monotonic() > self.thaw_at:
            thaw(self.frozen)
            self.frozen = []
            self.quiet_since = time.monotonic()

    def _count(self) -> None:
        """Ask how many are done; a database that is just being killed does not answer."""
        try:
            with psycopg.connect(database_url(self.stack), connect_timeout=2) as connection:
                row = connection.execute("SELECT count(*) FROM reviews_recheck WHERE state = 'DONE'").fetchone()
        except psycopg.OperationalError:
            return
        if row[0] > self.done:
            self.done, self.idle_since = row[0], time.monotonic()
