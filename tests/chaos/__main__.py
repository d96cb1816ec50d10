"""`python -m tests.chaos --seed 1 --size 1000 [--kills 20] [--leases off] [--json]`."""

import argparse
import json
import sys
import time
import warnings
from dataclasses import asdict
from random import Random

from tests.chaos import running
from tests.chaos.stack import Stack, running_servers

LEASE_SECONDS = 8
FOREVER = 10_000
#: No fault comes after this share of the work: what it would hit is done already.
LATEST_FAULT = 0.9


def main(arguments: list[str]) -> int:
    """Run once, report, and return 1 where a promise was broken."""
    asked = _parser().parse_args(arguments)
    warnings.simplefilter("ignore")  # what the libraries say about each other is no part of the report
    with running_servers() as stack:
        report = _run(stack, asked)
    broken = any(report[name] for name in ("lost", "doubled", "stuck", "wrong"))
    in_time = report["drained_seconds"] is not None and report["drained_seconds"] <= asked.patience
    report["passed"] = in_time and not broken
    sys.stdout.write(json.dumps(report) + "\n" if asked.json else _in_words(report))
    return 0 if report["passed"] else 1


def _run(stack: Stack, asked: argparse.Namespace) -> dict:
    import django  # noqa: PLC0415 - the settings read the address of the database that has just been started

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.db import connections  # noqa: PLC0415 - as above
    from django.utils import timezone  # noqa: PLC0415 - as above

    from tests.chaos import accounts  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    expected = accounts.queue(asked.size, at=timezone.now())
    connections.close_all()  # no connection of ours is among those that are killed
    chance, lease = Random(asked.seed), LEASE_SECONDS if asked.leases == "on" else FOREVER
    begun = time.monotonic()
    stack.start_workers(lease)
    moments = sorted(chance.uniform(0, LATEST_FAULT) for _ in range(asked.kills or max(8, asked.size // 40)))
    run = running.Run(stack, chance, asked.size, LEASE_SECONDS, moments, asked.patience)
    drained = run.until_done()
    return {
        "seed": asked.seed,
        "size": asked.size,
        "leases": asked.leases,
        "kills": run.kills.total(),
        "kinds": dict(sorted(run.kills.items())),
        **asdict(accounts.account(expected)),
        "seconds": round(time.monotonic() - begun, 1),
        "drained_seconds": None if drained is None else round(drained, 1),
    }


def _in_words(report: dict) -> str:
    end = "never" if report["drained_seconds"] is None else f"{report['drained_seconds']} s after the last fault"
    return (
        f"{report['size']} re-checks, {report['kills']} faults ({', '.join(report['kinds'])}): {report['lost']} lost, "
        f"{report['doubled']} doubled, {report['stuck']} stuck, {report['wrong']} wrong; all done {end}.\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.chaos", description="Kills everything under running re-checks."
    )
    parser.add_argument("--seed", type=int, default=1, help="names the run: the same faults at the same points of it")
    parser.add_argument("--size", type=int, default=300, help="how many re-checks are queued")
    parser.add_argument(
        "--kills", type=int, default=0, help="how many faults; by default one per 40 re-checks, 8 at least"
    )
    parser.add_argument(
        "--leases", choices=["on", "off"], default="on", help="off: no row of a dead worker is given on"
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=60,
        help="seconds after the last fault in which all has to be done; default 60",
    )
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
