"""Cells that spreadsheets open: never a formula, and the text they were made of can be told from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formula_cells import disarmed, rearmed

#: Signs that matter here, so that a few hundred texts meet all combinations.
TEXTS = st.text(st.sampled_from("='+-@\t\r\n \u200b＝aé1"), max_size=6)


@given(TEXTS)
def test_every_text_comes_back_from_its_cell(text):
    assert rearmed(disarmed(text)) == text


@given(TEXTS, TEXTS)
def test_no_two_texts_share_a_cell(one, other):
    assert (disarmed(one) == disarmed(other)) == (one == other)


@given(TEXTS)
def test_no_cell_begins_with_a_sign_that_starts_a_formula(text):
    assert disarmed(text)[:1] not in tuple("=+-@\t\r＝")


@pytest.mark.parametrize("text", ["", "engine", "4150 N", "'tis", "a=b", "(−3)", "“=1”"])
def test_plain_texts_stay_as_they_are(text):
    assert (disarmed(text), rearmed(text)) == (text, text)
