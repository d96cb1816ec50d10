"""Compares the rules with what is recorded, or records what they give: python -m tests.golden [record]."""

import sys
from pathlib import Path

from tests.golden import records
from tests.golden.domains import DOMAINS
from tests.golden.guard import RecordRefused, differences, fault_of, record_anew, shown


def main(arguments: list[str], folder: Path = records.OUTCOMES) -> int:
    """Return 0 where nothing is left to be done."""
    if arguments not in ([], ["record"]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    return _record(folder) if arguments else _compare(folder)


def _compare(folder: Path) -> int:
    """Print every case whose outcome differs, and what to do about it."""
    faults = 0
    for domain in DOMAINS:
        record = records.read(records.path_of(domain.name, folder), domain.fields)
        fault = fault_of(domain, record)
        faults += bool(fault)
        for difference in differences(domain, record) if fault else []:
            sys.stdout.write("\n".join(shown(domain, difference)) + "\n")
        sys.stdout.write(f"\n{fault}\n" if fault else f"{domain.name}: {len(record.outcomes)} outcomes as recorded\n")
    return 1 if faults else 0


def _record(folder: Path) -> int:
    refused = 0
    for domain in DOMAINS:
        try:
            sys.stdout.write(f"{domain.name}: {record_anew(domain, folder)} outcomes recorded\n")
        except RecordRefused as refusal:
            refused += 1
            sys.stderr.write(f"{domain.name}: not recorded. {refusal}\n")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
