"""Which claims make the same statement, and that one other figure or a denial makes another one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.similarity import ClaimComparison, ClaimRelation, compare

THRUST = "The RD-180 engine has a maximum vacuum thrust of 4150 N."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (THRUST, "The RD-180 engine's maximum vacuum thrust: 4.15 kN"),
        ("The rocket weighs 5.5 tonnes.", "The rocket weighs 5,500 kg."),
        ("Norway banned whaling in 1986.", "In 1986, Norway bans whaling"),
        ("About 500 letters were sent.", "507 letters were sent."),
        ("Iceland has no mosquitoes.", "Iceland has no mosquitoes"),
    ],
)
def test_figures_that_can_both_be_true_make_one_statement(first, second):
    assert compare(first, second) == ClaimComparison(ClaimRelation.SAME)


@pytest.mark.parametrize(
    ("first", "second", "found", "explanation"),
    [
        (
            THRUST,
            THRUST.replace("4150 N", "4,150 kN"),
            ClaimComparison(ClaimRelation.OTHER_NUMBERS, numbers=("4150 N", "4,150 kN")),
            "Same except for the numbers: 4150 N here, 4,150 kN there.",
        ),
        (
            "Norway banned whaling in 1986.",
            "Norway banned whaling.",
            ClaimComparison(ClaimRelation.OTHER_DATES, dates=("1986", "")),
            "Same except for the dates: 1986 here, none there.",
        ),
        (
            "Norway banned whaling.",
            "Norway did not ban whaling.",
            ClaimComparison(ClaimRelation.DENIED, is_denied=True),
            "Same, but one of them denies it.",
        ),
        (
            "Norway banned whaling in 1986.",
            "Sweden has not forbidden whaling since 1987.",
            ClaimComparison(ClaimRelation.ALIKE, dates=("1986", "1987"), is_denied=True),
            "Similar: 1986 here, 1987 there; only one has a negation.",
        ),
    ],
)
def test_what_differs_is_named_as_it_is_printed(first, second, found, explanation):
    assert (compare(first, second), compare(first, second).explanation) == (found, explanation)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Niger joined the union.", "Nigeria joined the union."),
        ("The RD-180 engine was tested.", "The RD-181 engine was tested."),
        ("Brazil beat Germany.", "Germany beat Brazil."),
        ("The dam was opened.", "The dam was closed."),
    ],
)
def test_other_names_words_or_another_order_are_never_the_same_statement(first, second):
    assert compare(first, second).how is ClaimRelation.ALIKE


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_either_way_round_the_comparison_says_the_same(first, second):
    there, back = compare(first, second), compare(second, first)
    assert (there.how, there.is_denied) == (back.how, back.is_denied)
