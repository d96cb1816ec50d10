"""Servers of an earlier start that were left behind, and the files by which they are known."""

import contextlib
import signal
from pathlib import Path

import psutil

from config.servers import CannotStart

#: Seconds that a server gets to end by itself.
PATIENCE = 15


def end_leftover(pid_file: Path, program: str, folder: Path) -> None:
    """End a server that still runs on this folder, and remove its pid file.

    A pid is reused, after a restart of the machine almost surely: only a process of that name whose command names
    the folder is ended. Raises CannotStart where it doesn't end.
    """
    process = _running(pid_file, program, folder)
    if process:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except psutil.TimeoutExpired as error:
            raise CannotStart(
                f"{program} from an earlier start is still running (process {process.pid}) and does not stop. Stop "
                f"it with `kill -9 {process.pid}`, then start again."
            ) from error
    pid_file.unlink(missing_ok=True)


def _running(pid_file: Path, program: str, folder: Path) -> psutil.Process | None:
    with contextlib.suppress(FileNotFoundError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int(pid_file.read_text().splitlines()[0]))
        command = process.cmdline()
        if command and Path(command[0]).name.startswith(program) and str(folder) in " ".join(command):
            return process
    return None
