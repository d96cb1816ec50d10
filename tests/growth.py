"""Measures work: in calls, or in the time that this thread computes, not in what passes meanwhile."""

import math
import sys
import time
from collections.abc import Callable
from types import FrameType

ROUNDS = 6
#: Seconds below which the measurement would measure itself.
LEAST = 0.02


def computing_seconds(work: Callable[[], object]) -> float:
    """Return how long this thread computes at the work, whatever else the machine does meanwhile."""
    began = time.thread_time()
    work()
    return time.thread_time() - began


def python_calls(work: Callable[[], object]) -> int:
    """Return how many Python functions are entered for the work: the same number on any machine, however busy it is."""
    entered = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal entered
        entered += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return entered


def grows_at_most(work: Callable[[int], object], size: int, *, times: float, longer: int = 2) -> bool:
    """Return whether work on something so many times longer takes at most so many times as long.

    What else runs on the machine can only add, by taking the caches away: the least of several measurements counts.
    """
    short = long = math.inf
    for _ in range(ROUNDS):
        short = min(short, computing_seconds(lambda: work(size)))
        long = min(long, computing_seconds(lambda: work(size * longer)))
        if long < times * short + LEAST:
            return True
    return False
