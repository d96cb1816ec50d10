"""Everything is killed under running re-checks: each still ends once, and only because leases run out."""

import json
import subprocess
import sys

from django.conf import settings

from tests.waiting import LONGEST


def run(*options: str) -> tuple[int, dict]:
    """One run of the harness, with servers of its own."""
    command = [sys.executable, "-m", "tests.chaos", "--json", *options]
    ended = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert ended.stdout, ended.stderr
    return ended.returncode, json.loads(ended.stdout)


def test_every_recheck_ends_once_whatever_is_killed():
    code, report = run("--seed", "1", "--size", "120", "--patience", str(LONGEST))
    broken = {name: report[name] for name in ("lost", "doubled", "stuck", "wrong")}
    assert (code, broken) == (0, {"lost": 0, "doubled": 0, "stuck": 0, "wrong": 0})
    assert report["kills"] >= 8


def test_without_leases_that_run_out_the_rows_of_dead_workers_are_stranded():
    # This seed kills workers, and little else that would have to start again.
    code, report = run("--seed", "39", "--kills", "4", "--size", "60", "--leases", "off", "--patience", "20")
    assert (code, 0 < report["stuck"] < 60, report["drained_seconds"]) == (1, True, None)
