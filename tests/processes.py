"""A pytest plugin: how files are shared out to several processes, how evenly they ended, and what memory costs them."""

import gc
import time

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

#: Their files go to one process, all but the longest: there they ask one Plumbline, which takes a minute to start.
IN_BROWSERS = "tests/browser/"
#: The longest first: where several processes share the files, none of these is left over for one of them at the end.
LONG_FILES = (
    "tests/browser/test_axe.py",
    "tests/browser/test_whole_day.py",
    "tests/config/test_up.py",
    "tests/chaos/test_fault_harness.py",
    "tests/reviews/test_thirty_days.py",
    "tests/config/test_access_table.py",
    "tests/golden/test_outcomes.py",
    "tests/sources/test_damaged_files.py",
    "tests/sources/test_hostile_addresses.py",
    "tests/config/test_upgrade.py",
    "tests/reviews/test_admin.py",
)
#: When each process ended, by a clock of seconds.
ENDED = pytest.StashKey[list[float]]()


class ByFile(LoadFileScheduling):
    """Shares out whole files, and most of those with a browser as if they were one."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return IN_BROWSERS if file.startswith(IN_BROWSERS) and file != LONG_FILES[0] else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile | None:
    """Answer for `--dist loadfile`; what else is asked for is xdist's own."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    place = {file: number for number, file in enumerate(LONG_FILES)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


def pytest_collection(session: pytest.Session) -> None:
    """Look for what only a cycle keeps alive seldom: there is hardly any, and each time all modules are gone through."""
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what the whole run needs out of these looks."""
    gc.collect()
    gc.freeze()


def pytest_testnodedown(node: WorkerController) -> None:
    """Note when a process had no file left."""
    node.config.stash.setdefault(ENDED, []).append(time.monotonic())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say for how long processes waited for the last one: where it is long, a file is missing in LONG_FILES."""
    if ended := config.stash.get(ENDED, None):
        waited = ", ".join(f"{max(ended) - each:.0f} s" for each in ended)
        terminalreporter.write_line(f"The processes waited for the last one for {waited}.")
