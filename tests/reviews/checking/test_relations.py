"""Figures as intervals: when one makes another true, false, or leaves it open."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviews.checking.figures import Figure, as_comparable, dates_in_one_year, read_figures
from reviews.checking.relations import Relation, relation
from reviews.checking.slips import power_of_ten


def figure(text: str, other: str = "") -> Figure:
    return read_figures(text, dates_in_one_year(text, other)[0])[0]


def related(claim: str, evidence: str) -> Relation:
    one, other = figure(claim, evidence), figure(evidence, claim)
    return relation(one, as_comparable(one, other))


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("It weighs 5.5 kg.", "It weighs 5480 g.", Relation.EQUAL),
        ("It weighs 5.48 kg.", "It weighs 5.5 kg.", Relation.OPEN),
        ("It weighs 5.5 kg.", "It weighs 5.7 kg.", Relation.OUTSIDE),
        ("It sold more than 10 copies.", "It sold 11 copies.", Relation.WITHIN),
        ("It sold more than 10 copies.", "It sold 10 copies.", Relation.AT_BOUND),
        ("It sold at least 10 copies.", "It sold 10 copies.", Relation.WITHIN),
        ("It sold fewer than 10 copies.", "It sold 10 copies.", Relation.AT_BOUND),
        ("It sold fewer than 10 copies.", "It sold 12 copies.", Relation.OUTSIDE),
        ("It opened in 1998.", "It opened on 3 May 1998.", Relation.EQUAL),
        ("It opened on 3 May 1998.", "It opened in 1998.", Relation.OPEN),
        ("It opened before 1998.", "It opened in June 1997.", Relation.WITHIN),
        ("It opened before 1998.", "It opened on 2 January 1998.", Relation.OUTSIDE),
        ("It opened after 28 March 2020.", "It opened on 29 March.", Relation.WITHIN),
        ("It opened after 28 March 2020.", "It opened on 28 March.", Relation.AT_BOUND),
        ("It scored 76%.", "It scored 7.6/10.", Relation.EQUAL),
        ("It scored 7.6/10.", "It scored 7.6 out of 10.", Relation.EQUAL),
        ("It grew by 3%.", "It grew by 3 percentage points.", Relation.OUTSIDE),
        ("It sold more than 10 copies.", "It sold about 10 copies.", Relation.OPEN),
        ("It sold more than 10 copies.", "It sold at least 10 copies.", Relation.OPEN),
        ("It ran from 1996 to 1999.", "It ran from 1996 to 1998.", Relation.OUTSIDE),
        ("It ran from 1996 to 1999.", "It ran between 1996 and 1999.", Relation.EQUAL),
        ("It weighs 12,081 lb.", "It weighs 5.5 tonnes.", Relation.EQUAL),
    ],
)
def test_an_evidence_figure_bears_on_a_claim_figure(claim, evidence, expected):
    assert related(claim, evidence) is expected


def test_figures_of_different_dimensions_are_not_compared():
    assert as_comparable(figure("It weighs 5 kg."), figure("It is 5 km long.")) is None


def test_the_denominator_of_a_score_is_no_figure_of_its_own():
    text = "It has a rating of 7.6 out of 10 from 52 reviews."
    assert [(f.surface, f.kind) for f in read_figures(text, [])] == [("7.6 out of 10", "score"), ("52", "count")]


@pytest.mark.parametrize(
    ("claim", "evidence", "power"),
    [
        ("It draws 7300 W.", "It draws 7,300 kW.", 3),
        ("It draws 7300 W.", "It draws 7.3 MW.", 3),
        ("It draws 7300 kW.", "It draws 7300 W.", -3),
        ("It draws 7300 W.", "It draws 73 kW.", None),
        ("It draws 7300 W.", "It draws 7300 W.", None),
    ],
)
def test_a_power_of_ten_is_exact_within_the_printed_precision(claim, evidence, power):
    assert power_of_ten(figure(claim), figure(evidence)) == power


@settings(max_examples=60)
@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_above_and_below_exclude_each_other(bound, value):
    assume(bound != value)
    above = related(f"It sold more than {bound} copies.", f"It sold {value} copies.")
    below = related(f"It sold fewer than {bound} copies.", f"It sold {value} copies.")
    assert {above, below} == {Relation.WITHIN, Relation.OUTSIDE}


@settings(max_examples=60)
@given(st.decimals(min_value="0.01", max_value="9999", places=2))
def test_a_figure_equals_itself_in_another_unit(value):
    printed = f"{value:f}"
    assert related(f"It weighs {printed} kg.", f"It weighs {value * 1000:f} g.") is Relation.EQUAL
    assert figure(f"It weighs {printed} kg.").point_low == Decimal(printed)
