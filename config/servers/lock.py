"""The lock that keeps two supervisors off one data folder."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.servers import CannotStart


@contextmanager
def only_one(var: Path, address: str) -> Iterator[None]:
    """Hold the folder's lock. Raises CannotStart, with who holds it, where another supervisor does.

    The system drops the lock with its holder, however that ends, so that a stale one cannot be met.
    """
    path = var / "up.lock"
    try:
        handle = path.open("a+")
    except PermissionError as error:
        raise CannotStart(
            f"The data folder {var} belongs to another user. Start Plumbline as that user, "
            "or choose another data folder with PLUMBLINE_VAR=/path/to/folder."
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CannotStart(_who_runs(path)) from error
        handle.truncate(0)
        handle.write(json.dumps({"pid": os.getpid(), "address": address}))
        handle.flush()
        yield


def _who_runs(path: Path) -> str:
    try:
        holder = json.loads(path.read_text())
    except ValueError:
        return "Plumbline is already being started on this data folder. Wait a moment and try again."
    return (
        f"Plumbline is already running on this data folder, at {holder['address']} (process {holder['pid']}). "
        f"Use that one, or stop it with `kill {holder['pid']}`. To run a second one, give it its own data folder and "
        f"port: PLUMBLINE_VAR=/path/to/folder … --port 8001."
    )
