"""Nothing that a page prints is lost, invented or changed by reading it, unless a warning says so."""

from collections.abc import Iterator

import pytest

from sources.extraction import extractor
from sources.extraction.child import parse_file

from .printed_text import Gold, Measure, load, read_and_measure


@pytest.fixture(scope="module")
def read() -> Iterator[list[tuple[Gold, Measure]]]:
    """Every printed file, read in this process: a child for each would take ten times as long."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(extractor, "extract_in_child", lambda data, kind, charset: parse_file(kind, data, charset))
        yield [(gold, read_and_measure(gold)) for gold in load()]


def test_no_printed_file_is_misread_without_a_warning(read):
    assert {gold.file: found for gold, found in read if found.silent} == {}


def test_no_plain_file_raises_a_warning(read):
    assert {gold.file: found.warnings for gold, found in read if gold.clean and found.warnings} == {}
