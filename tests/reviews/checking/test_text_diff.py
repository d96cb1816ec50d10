"""What changed from one version of a whole text to the next."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.checking import text_diff as differing
from reviews.checking.text_diff import TextDiff, text_diff
from reviews.checking.word_diff import DiffSegment
from tests.growth import grows_at_most

SHEET = "Harbour report. The crane lifts 40 tonnes. It was built in 1987. Two ships dock a day. The pier is of oak."


def test_a_changed_number_comes_with_the_sentences_around_it():
    assert text_diff(SHEET, SHEET.replace("40", "45")) == TextDiff(
        passages=(
            (
                DiffSegment("kept", "Harbour report. "),
                DiffSegment("kept", "The crane lifts "),
                DiffSegment("removed", "40"),
                DiffSegment("added", "45"),
                DiffSegment("kept", " tonnes. "),
                DiffSegment("kept", "It was built in 1987. "),
            ),
        ),
        removed=1,
        added=1,
    )


def test_changes_far_apart_are_passages_of_their_own_and_near_ones_share_one():
    far = SHEET.replace("Harbour", "Port").replace("oak", "elm")
    near = SHEET.replace("40", "45").replace("1987", "1988")
    assert (len(text_diff(SHEET, far).passages), len(text_diff(SHEET, near).passages)) == (2, 1)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (SHEET, SHEET, "No changes in wording."),
        (SHEET, SHEET.replace(". ", ".\n\n"), "No changes in wording."),
        (SHEET, SHEET.replace("40", "45"), "“40” was changed to “45”."),
        (
            SHEET,
            SHEET.replace("Harbour", "Port").replace("oak", "elm"),
            "“Harbour” was changed to “Port”.",
        ),
        (SHEET, SHEET.replace(" Two ships dock a day.", ""), "“Two ships dock a day.” was removed."),
        (SHEET, SHEET + " It is closed.", "“It is closed.” was added."),
        ("", SHEET, "“Harbour report. The crane lifts 40 tonnes. It …” was added."),
    ],
)
def test_a_line_says_the_first_change(before, after, line):
    assert text_diff(before, after).first_change == line


words = st.sampled_from(["crane", "ship.", "40", "\n", "4,150.5", "oak!", "…", "pier"])


@settings(max_examples=150)
@given(st.lists(words).map(" ".join), st.lists(words).map(" ".join))
def test_every_word_that_went_or_came_is_in_a_passage(before, after):
    diff = text_diff(before, after)
    removed = [
        word
        for segments in diff.passages
        for segment in segments
        if segment.operation == "removed"
        for word in segment.text.split()
    ]
    added = [
        word
        for segments in diff.passages
        for segment in segments
        if segment.operation == "added"
        for word in segment.text.split()
    ]
    assert len(before.split()) - len(removed) <= len(after.split())
    assert (len(removed), len(added)) == (diff.removed, diff.added)
    assert bool(diff.passages) == (before.split() != after.split()) or _same_letters(before, after)


def _same_letters(before, after):
    """White space may move a sentence's end, which is no change of words but is one of sentences."""
    return "".join(before.split()) == "".join(after.split())


def test_a_long_text_with_changes_all_over_is_compared_in_time():

    def compare(rows: int) -> TextDiff:
        before = " ".join(f"Row {number} has {number * 7} cars." for number in range(rows))
        return text_diff(before, before.replace("5 cars", "6 cars"))

    diff = compare(6_000)
    assert (diff.removed, grows_at_most(compare, 3_000, times=3)) == (diff.added, True)


def test_beyond_the_most_sentences_everything_between_the_ends_is_one_passage(monkeypatch):
    monkeypatch.setattr(differing, "MOST_SENTENCES", 2)
    diff = text_diff(SHEET, SHEET.replace("40", "45").replace("day", "week"))
    assert len(diff.passages) == 1
