"""Folders for servers that a test starts by itself."""

import pytest

from tests.folders import open_folder


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
