"""Quotes in other scripts than ours: no edit that endangers a verdict is quiet, and typography is."""

import pytest

from reviews.checking import ENDANGERING, QUIET, Change, compare_quote
from tests.reviews.checking.edits_abroad import COSMETIC, GONE, GRAVE, MOVED, NAME, EditAbroad, edits_abroad

EDITS = edits_abroad()


def outcomes(language: str) -> list[tuple[EditAbroad, Change]]:
    return [
        (edit, compare_quote(edit.quote, edit.after, prefix=edit.prefix, suffix=edit.suffix).change)
        for edit in EDITS[language]
    ]


def test_there_are_two_hundred_edits_and_each_changes_its_quote():
    every = [edit for edits in EDITS.values() for edit in edits]
    assert len(every) >= 200
    assert [edit for edit in every if f"{edit.prefix}{edit.quote}{edit.suffix}" in edit.after] == []


@pytest.mark.parametrize("language", EDITS)
def test_every_edit_is_answered_as_what_it_is(language):
    right = {
        **dict.fromkeys(GRAVE, ENDANGERING | {Change.UNCERTAIN}),
        NAME: set(Change) - QUIET,
        COSMETIC: QUIET,
        MOVED: QUIET,
        GONE: {Change.GONE},
    }
    wrong = [(edit, change) for edit, change in outcomes(language) if change not in right[edit.kind]]
    assert wrong == []
