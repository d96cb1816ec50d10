"""Runs the benches that are named, or all: one line per figure, and exit code 1 where one misses its target."""

import sys
from collections.abc import Callable

from tests.bench import checking, memory, pages, quantities, rechecks, splitting
from tests.bench.measuring import Outcome

BENCHES: dict[str, Callable[[], list[Outcome]]] = {
    "splitting": splitting.measure,
    "quantities": quantities.measure,
    "memory": memory.measure,
    "checking": checking.measure,
    "rechecks": rechecks.measure,
    "pages": pages.measure,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"There is no bench named {', '.join(unknown)}. There are: {', '.join(BENCHES)}.\n")
        return 2
    outcomes = []
    for name in names or BENCHES:
        for outcome in BENCHES[name]():
            sys.stdout.write(f"{outcome}\n")
            sys.stdout.flush()
            outcomes.append(outcome)
    return 0 if all(outcome.reached for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
