"""Agreement and shares, against worked examples of the literature and against their own laws."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.agreement import cohen_kappa, krippendorff_alpha, rating_pairs, wilson_interval

#: Krippendorff 2011, parts B and C: what each observer said of each unit in turn; a dot where one said nothing.
TWO_OBSERVERS = ("aabbdcccedda", "babbbccceddd")
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(("observers", "alpha"), [(TWO_OBSERVERS, 0.692), (FOUR_OBSERVERS, 0.743)])
def test_alpha_of_the_published_examples(observers, alpha):
    units = [[rating for rating in unit if rating != "."] for unit in zip(*observers, strict=True)]
    assert round(krippendorff_alpha(units).value, 3) == alpha


def test_full_agreement_is_one_and_systematic_disagreement_is_below_chance():
    agreed = krippendorff_alpha([("verified", "verified"), ("wrong", "wrong")] * 10)
    opposed = krippendorff_alpha([("verified", "wrong")] * 20)
    assert ((agreed.value, agreed.high, agreed.cases), opposed.value < 0) == ((1.0, 1.0, 20), True)


@pytest.mark.parametrize("units", [[], [("wrong",)] * 5, [("wrong", "wrong")] * 20])
def test_alpha_is_silent_where_chance_cannot_be_told_from_skill(units):
    assert krippendorff_alpha(units) is None


ratings = st.sampled_from(["verified", "disputed", "wrong"])


@settings(max_examples=50)
@given(st.lists(st.tuples(ratings, ratings), min_size=2, max_size=40))
def test_alpha_knows_no_order_of_people_or_cases_and_lies_within_its_interval_of_one(units):
    one = krippendorff_alpha(units)
    other = krippendorff_alpha([unit[::-1] for unit in reversed(units)])
    if one is None:
        assert other is None
    else:
        assert (round(one.value, 9), round(one.low, 9)) == (round(other.value, 9), round(other.low, 9))
        assert one.low <= one.high <= 1


def test_the_interval_narrows_with_the_number_of_cases():
    unit = [("verified", "verified"), ("wrong", "wrong"), ("wrong", "disputed")]
    few, many = krippendorff_alpha(unit * 5), krippendorff_alpha(unit * 100)
    assert many.high - many.low < (few.high - few.low) / 2


def test_kappa_of_the_textbook_example():
    # Fifty proposals read by two: both yes 20, both no 15, yes and no 5, no and yes 10. Observed 0.7, by chance 0.5.
    said = [("yes", "yes")] * 20 + [("no", "no")] * 15 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    assert round(cohen_kappa(said), 9) == 0.4


@pytest.mark.parametrize("said", [[], [("wrong", "wrong")] * 9])
def test_kappa_is_silent_where_it_has_no_meaning(said):
    assert cohen_kappa(said) is None


def test_the_score_interval_of_a_rare_hit():
    # Newcombe 1998, Two-sided confidence intervals for the single proportion, table I: 1 of 29 gives 0.0061 to 0.1718.
    share = wilson_interval(1, 29)
    assert (round(share.low, 4), round(share.high, 4), share.cases) == (0.0061, 0.1718, 29)


def test_no_hit_and_only_hits_keep_their_doubt():
    none, every = wilson_interval(0, 20), wilson_interval(20, 20)
    assert (none.low, 0 < none.high < 1, 0 < every.low < 1, round(every.high, 12), wilson_interval(0, 0)) == (
        0,
        True,
        True,
        1,
        None,
    )


def test_pairs_are_named_in_alphabetical_order_whoever_was_first():
    units = [[("bruno", "wrong"), ("ada", "verified")], [("ada", "wrong"), ("bruno", "wrong")]]
    assert rating_pairs(units) == {("ada", "bruno"): [("verified", "wrong"), ("wrong", "wrong")]}
