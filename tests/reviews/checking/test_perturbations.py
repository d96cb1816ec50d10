"""Thousands of edits of our own prose: none that changes the meaning is quiet, hardly one of the print is an alarm."""

from collections import Counter

import pytest

from claims.anchoring import context_around
from reviews.checking import ENDANGERING, QUIET, Change, compare_quote
from tests.claims.anchoring.prose import REPORTS
from tests.reviews.checking.perturbations import MEANING, PRINT, Edit, edited

BEFORE = "The archive keeps the minutes of that spring in a separate box. "
AFTER = " Nothing else about it was printed in that issue of the paper."
ADVERT = "Sign up for our newsletter and never miss a story again.\n\n"

Case = tuple[str, str, str]


def in_place(old: str, new: str) -> Change:
    return compare_quote(old, BEFORE + new + AFTER, prefix=BEFORE, suffix=AFTER).change


def between_adverts(old: str, new: str) -> Change:
    """The passage stands under other paragraphs than it did, with its neighbours, and adverts around."""
    page = "\n\n".join([*REPORTS[8:4:-1], ADVERT + BEFORE + new + AFTER, ADVERT, *REPORTS[20:24]])
    return compare_quote(old, page, prefix=BEFORE, suffix=AFTER).change


def reported(edits: dict[str, Edit], look=in_place) -> dict[Case, Change]:
    return {case: look(*case[1:]) for case in edited(edits, REPORTS, seed=5)}


def test_every_edit_applies_somewhere():
    kinds = {kind for edits in (PRINT, MEANING) for kind, _, _ in edited(edits, REPORTS, seed=5)}
    assert kinds == (PRINT.keys() | MEANING.keys()) - {"accents lost"}


@pytest.mark.parametrize("look", [in_place, between_adverts])
def test_no_edit_of_the_meaning_is_quiet(look):
    changes = reported(MEANING, look)
    assert {case: change for case, change in changes.items() if change in QUIET} == {}


@pytest.mark.parametrize("look", [in_place, between_adverts])
def test_edits_of_the_print_are_quiet_but_for_one_in_a_hundred(look):
    changes = reported(PRINT, look)
    alarms = Counter(kind for (kind, _, _), change in changes.items() if change not in QUIET)
    assert alarms.total() <= 0.01 * len(changes), alarms


def test_nearly_all_edits_of_the_meaning_endanger_the_verdict():
    changes = Counter(change in ENDANGERING for change in reported(MEANING).values())
    assert changes[True] >= 0.95 * changes.total()


def test_every_sentence_is_identical_where_nothing_was_edited():
    page = "\n".join(REPORTS)
    changes = set()
    for sentence in REPORTS:
        start = page.index(sentence)
        prefix, suffix = context_around(page, start, start + len(sentence))
        changes.add(compare_quote(sentence, page, prefix=prefix, suffix=suffix).change)
    assert changes == {Change.IDENTICAL}


def test_control_comparing_letters_and_digits_alone_would_be_quiet_about_many_edits_of_the_meaning():
    def letters(text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum())

    hidden = [kind for kind, old, new in edited(MEANING, REPORTS, seed=5) if letters(old) == letters(new)]
    assert {"point lost", "point for a thousands comma", "sign lost"} <= set(hidden)
