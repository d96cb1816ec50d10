"""A pytest plugin: what a run leaves behind, in processes, threads or temporary files, fails it."""

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from tests.waiting import LONGEST, has_come_about

#: tqdm keeps one for the whole process, once it has drawn a bar.
LASTING = {"tqdm_monitor"}


def _processes() -> set[psutil.Process]:
    return set(psutil.Process(os.getpid()).children())


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name not in LASTING}


@dataclass
class Traces:
    """What this process had of children and threads before the run, and the folder for its temporary files."""

    folder: Path
    processes: set[psutil.Process] = field(default_factory=_processes)
    threads: set[threading.Thread] = field(default_factory=_threads)

    def left(self, *, patience: float = LONGEST) -> list[str]:
        """Return what is there that was not before, once what is about to end has had so many seconds for it."""
        has_come_about(lambda: not (_processes() - self.processes or _threads() - self.threads), within=patience)
        return [
            *(f"process {_named(each)}" for each in _processes() - self.processes),
            *(f"thread {each.name}" for each in _threads() - self.threads),
            *(f"file {each.name}" for each in self.folder.iterdir()),
        ]


def _named(process: psutil.Process) -> str:
    try:
        return f"{process.status()}: {' '.join(process.cmdline())}"
    except psutil.NoSuchProcess:
        return f"{process.pid}, which has just ended"


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the run, and every program that it starts, a folder for temporary files; at its end nothing may be left."""
    tmp_path_factory.getbasetemp()  # this one pytest keeps, for whoever looks why a test failed
    folder = Path(tempfile.mkdtemp(prefix="tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o1777)  # the servers' user writes here too
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TMPDIR", str(folder))
        patched.setattr(tempfile, "tempdir", str(folder))
        traces = Traces(folder)
        yield
    assert traces.left() == []
