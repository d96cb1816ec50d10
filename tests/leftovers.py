"""A pytest plugin: what a run leaves behind, in processes, threads or temporary files, fails it."""

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.waiting import has_come_about

#: Kept by pytest for whoever looks why a test failed.
KEPT = "pytest-of-"


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Give the run, and every program that it starts, a folder for temporary files; at its end nothing may be left."""
    folder = Path(tempfile.mkdtemp(prefix="tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o1777)  # the servers' user writes here too
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TMPDIR", str(folder))
        patched.setattr(tempfile, "tempdir", str(folder))
        processes, threads = _processes(), set(threading.enumerate())
        yield
    has_come_about(lambda: set(threading.enumerate()) <= threads)
    assert {
        "processes": [_named(each) for each in _processes() - processes],
        "threads": [each.name for each in threading.enumerate() if each not in threads],
        "files": [each.name for each in folder.iterdir() if not each.name.startswith(KEPT)],
    } == {"processes": [], "threads": [], "files": []}


def _processes() -> set[psutil.Process]:
    return set(psutil.Process(os.getpid()).children())


def _named(process: psutil.Process) -> str:
    try:
        return f"{process.status()}: {' '.join(process.cmdline())}"
    except psutil.NoSuchProcess:
        return f"{process.pid}, which has just ended"
