"""Folders for servers that a test starts by itself."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that everyone may pass through; pytest's own are closed, and too deep for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def place():
    """An empty folder that everyone may pass through."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared_place():
    """The same, for all tests of a module."""
    with open_folder() as folder:
        yield folder
