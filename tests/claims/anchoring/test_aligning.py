"""The nearest place of a text, exact whatever the script: against the textbook's distance, cell by cell."""

import edlib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from claims.anchoring.aligning import closest_distance, closest_spans

#: More different characters than edlib takes, and few enough for the same one to come twice.
MANY = "".join(chr(0x4E00 + n) for n in range(700))
few_letters = st.text("abcé神", min_size=1, max_size=12)


def textbook_distance(sought: str, text: str) -> int:
    """The smallest distance between sought and any part of text, by the table of Sellers (1980)."""
    row = [0] * (len(text) + 1)
    for nth, character in enumerate(sought, start=1):
        above, row = row, [nth]
        for at, other in enumerate(text, start=1):
            row.append(min(above[at - 1] + (character != other), above[at] + 1, row[at - 1] + 1))
    return min(row)


@st.composite
def among_many_symbols(draw) -> tuple[str, str]:
    """A piece of a text of many different characters, edited, and that text between two stretches of others."""
    length = draw(st.integers(1, 30))
    start = draw(st.integers(0, 300))
    text = MANY[start : start + draw(st.integers(257, 400))]
    cut = draw(st.integers(0, len(text) - length))
    sought = list(text[cut : cut + length])
    for place in draw(st.lists(st.integers(0, length - 1), max_size=6)):
        sought[place] = draw(st.sampled_from(["", "x", text[0], sought[place] * 2]))
    return "".join(sought) or "x", text


@given(few_letters, st.text("abcé神", min_size=1, max_size=40))
def test_the_distance_is_the_textbook_s(sought, text):
    assert closest_distance(sought, text) == textbook_distance(sought, text)


@given(among_many_symbols())
@example((MANY[:300], MANY[150:]))
@example((MANY[:400], MANY[5:600] + MANY[:400]))
@example(("x" * 9, MANY))
def test_the_distance_is_the_textbook_s_among_more_symbols_than_the_matcher_takes(case):
    sought, text = case
    distance = textbook_distance(sought, text)
    assert closest_distance(sought, text) == distance
    spans = closest_spans(sought, text, within=len(sought))
    assert {Levenshtein.distance(sought, text[start:end]) for start, end in spans} == {distance}
    assert distance == 0 or closest_spans(sought, text, within=distance - 1) == []


@given(few_letters, st.text("abcé神", min_size=1, max_size=40))
def test_many_symbols_elsewhere_change_neither_place_nor_distance(sought, text):
    spans = closest_spans(sought, text, within=len(sought) - 1)
    assert closest_spans(sought, f"{text}{MANY}", within=len(sought) - 1)[:1] == spans[:1]


def test_control_the_matcher_alone_takes_no_page_of_many_symbols():
    with pytest.raises(ValueError, match="256"):
        edlib.align("神州", MANY, mode="HW")


def test_control_one_placeholder_for_both_sides_would_make_strangers_equal():
    assert textbook_distance("????", "????") == 0
    assert closest_distance("abab", MANY) == textbook_distance("abab", MANY) == 4
