"""Folders for servers that a test starts by itself."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that everyone may pass through; pytest's own are closed, and too deep for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
