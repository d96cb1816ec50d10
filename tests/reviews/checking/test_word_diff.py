"""Two versions of a passage told apart by words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.checking.word_diff import LONGEST, DiffSegment, word_diff

WORDS = st.lists(st.sampled_from(["a", "thrust", "4.15", "MN", ",", "–", "é", "  ", "\n"]), max_size=12).map(" ".join)


def test_a_changed_number_stands_between_what_stayed():
    assert word_diff("a thrust of 4.15 MN in vacuum", "a thrust of 4.35 MN in vacuum") == [
        DiffSegment("kept", "a thrust of "),
        DiffSegment("removed", "4.15"),
        DiffSegment("added", "4.35"),
        DiffSegment("kept", " MN in vacuum"),
    ]


def test_a_changed_phrase_reads_as_one():
    assert word_diff("it was very light", "it was not so heavy") == [
        DiffSegment("kept", "it was "),
        DiffSegment("removed", "very light"),
        DiffSegment("added", "not so heavy"),
    ]


def test_nothing_before_or_after_is_all_added_or_all_removed():
    assert word_diff("", "new words") == [DiffSegment("added", "new words")]
    assert word_diff("old words", "") == [DiffSegment("removed", "old words")]
    assert word_diff("", "") == []


def test_versions_too_long_to_compare_are_shown_one_after_the_other():
    long = "word " * LONGEST
    assert word_diff(long, "short") == [DiffSegment("removed", long), DiffSegment("added", "short")]


@settings(max_examples=200)
@given(WORDS, WORDS)
def test_the_pieces_put_together_are_the_two_versions(before, after):
    segments = word_diff(before, after)
    assert "".join(segment.text for segment in segments if segment.operation != "added") == before
    assert "".join(segment.text for segment in segments if segment.operation != "removed") == after
