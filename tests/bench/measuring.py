"""How a bench measures and what it reports: CPU time, interleaved repetitions, the median."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

_ROUNDS = 5


@dataclass(frozen=True)
class Outcome:
    """One figure of a bench beside its target; without a target it is only told."""

    name: str
    figure: str
    target: str = "–"
    reached: bool = True

    def __str__(self) -> str:
        return f"{self.name:28}  {self.figure:34}  {self.target:10}  {'ok' if self.reached else 'missed'}"


def at_least(name: str, ratio: float, target: float, unit: str = "×") -> Outcome:
    """Report a ratio that should be no smaller than its target."""
    return Outcome(name, f"{ratio:.2f} {unit}", f"≥ {target:g}", ratio >= target)


def speed_ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """Return how many times as fast `ours` is as `theirs`, in CPU time: the median of five rounds.

    Each round runs one right after the other, so that whatever else the machine does slows both; a first round that
    fills their caches isn't counted.
    """
    ours(), theirs()
    ratios = []
    for _ in range(_ROUNDS):
        own = cpu_seconds(ours)
        ratios.append(cpu_seconds(theirs) / own)
    return median(ratios)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor's time that `work` takes in this process, all its threads together."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
