"""What an address or a form gives is read into what a query can take, or into nothing."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from core.web import query_params


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("007", 7),
        ("999999999999999999", 999_999_999_999_999_999),
        ("9999999999999999999", None),  # more than a row's number can be
        ("", None),
        (None, None),
        ("-1", None),
        ("1.5", None),
        ("seven", None),
        ("²", None),
        ("٣", None),
    ],
)
def test_a_number_is_that_of_a_row_or_none(text, expected):
    assert query_params.integer(text) == expected


@given(st.text())
def test_whatever_is_given_as_a_number_is_answered(text):
    found = query_params.integer(text)
    assert found is None or 0 <= found < 2**63


def test_what_is_no_number_is_left_out_of_several():
    assert query_params.integers(["3", "x", "1", "", "2"]) == [3, 1, 2]


def test_words_come_without_the_character_that_the_database_stores_nowhere():
    assert query_params.text(QueryDict("note=it%00is%00so"), "note") == "itisso"
    assert query_params.text(QueryDict(""), "note") == ""
