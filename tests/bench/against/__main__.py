"""`make bench-against REV=…`: this build and another one in turn, and how many times as large each figure is here."""

import argparse
import functools
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.against import commands, stack
from tests.bench.against.revisions import ROOT, checked_out
from tests.bench.against.turns import Figures, compare, table

GROUPS: dict[str, Callable[[Path], Figures]] = {"commands": commands.measure, "stack": stack.measure}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.against", description=__doc__)
    parser.add_argument("revision", help="a commit or branch to compare with")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], help="what to measure (default: everything)")
    parser.add_argument("--turns", type=int, default=3, help="how often both are measured (default: 3)")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="against-") as folder, checked_out(given.revision, Path(folder)) as other:
        for group in given.groups or GROUPS:
            measure = GROUPS[group]
            here, there = functools.partial(measure, ROOT), functools.partial(measure, other)
            for line in table(compare(here, there, turns=given.turns)):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
