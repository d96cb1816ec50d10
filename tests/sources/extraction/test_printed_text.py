"""Nothing that a page prints is lost, invented or changed by reading it, unless a warning says so."""

import pytest

from .printed_text import Gold, Measure, load, read_and_measure


@pytest.fixture(scope="module")
def read() -> list[tuple[Gold, Measure]]:
    return [(gold, read_and_measure(gold)) for gold in load()]


def test_no_printed_file_is_misread_without_a_warning(read):
    assert {gold.file: found for gold, found in read if found.silent} == {}


def test_no_plain_file_raises_a_warning(read):
    assert {gold.file: found.warnings for gold, found in read if gold.clean and found.warnings} == {}
