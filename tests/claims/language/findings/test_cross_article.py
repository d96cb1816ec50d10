"""Values that claims of two articles state for one property, and whether both can hold."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.findings.cross_article import PropertyValue, contradiction, property_values
from claims.language.wording import read_wording


def stated(text: str) -> PropertyValue | None:
    read = read_wording(text, published_on=date(2023, 5, 1))
    values = property_values(text, read.quantities, read.dates)
    return values[0] if values else None


def said_of(first: str, second: str) -> str | None:
    return contradiction(stated(first), stated(second))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "The KV90 rocket engine's maximum vacuum thrust is 380 tons.",
            ("kv90|thrust|force", ("maximum", "vacuum"), ""),
        ),
        ("The thrust of the KV 90 at sea level is 3,830 kN.", ("kv90|thrust|force", ("sea level",), "")),
        ("The Velden KV-90 produces 4 MN of thrust in vacuum.", ("kv90|thrust|force", ("vacuum",), "")),
        ("The KV-90 engine has a bare weight of 5,480 kg.", ("kv90|weight|mass", ("empty",), "")),
        ("The Orla tunnel is 12 km long.", ("orla tunnel|length|length", (), "")),
        ("The Tarn costs 30 million dollars per aircraft.", ("tarn|cost|money USD", (), "")),
        ("In 2019, Velden had 12 submarines.", ("velden|submarine|count", (), "2019-01-01..2019-12-31")),
        ("Velden had 12 submarines.", ("velden|submarine|count", (), "past")),
        ("Kaldor has a population of 4.6 million people.", ("kaldor|population|count", (), "")),
    ],
)
def test_a_claim_says_which_property_of_which_thing_it_measures(claim: str, expected: tuple):
    value = stated(claim)
    assert (value.key(), value.qualifiers, value.period) == expected


@pytest.mark.parametrize(
    "claim",
    [
        "The company has 40 jets.",
        "Velden will have 12 submarines.",
        "Velden has not 12 submarines.",
        "Velden and Kaldor have 12 submarines.",
        "The KV-90 weighs 3 tons or 4 tons.",
        "With a heavy warhead the R-4 has a range of 300 km.",
        "If Velden has 12 submarines, Kaldor is weak.",
        "The KV-90 is the first of 12 engines.",
        "Velden delivered 12 submarines.",
        "The fleet's age is 12 years.",
    ],
)
def test_where_thing_property_or_truth_is_open_nothing_is_stated(claim: str):
    assert stated(claim) is None


@pytest.mark.parametrize(
    ("first", "second", "explanation"),
    [
        (
            "The KV90 rocket engine's vacuum thrust is 380 tons.",
            "The KV-90 has a vacuum thrust of 4150 N.",
            "KV90 rocket engine, vacuum thrust: 380 tons is about 3,700,000 newton, not 4,150: the two disagree by a factor "
            "of about 900; with kN they agree within 12 %.",
        ),
        (
            "The Orla tunnel is 12 km long.",
            "The Orla tunnel has a length of 19 km.",
            "Orla tunnel, length: 12 km is not 19 km: the two differ by 59 %.",
        ),
        (
            "The T-9's top speed is 60 km/h.",
            "The T-9 reaches a speed of 90 km/h.",
            "T-9, top speed: 90 km/h is more than the maximum of 60 km/h.",
        ),
        (
            "The R-4 has a range of more than 500 km.",
            "The R-4 has a range of less than 300 km.",
            "R-4, range: more than 500 km and less than 300 km cannot both hold.",
        ),
        (
            "Velden has 12 submarines.",
            "Velden has 40 submarines.",
            "Velden, submarines, if both speak of the same time: 12 is not 40: the two disagree by a factor of about 3.3.",
        ),
    ],
)
def test_two_values_that_cannot_both_hold_are_set_against_each_other(first: str, second: str, explanation: str):
    assert said_of(first, second) == explanation


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("With a range of 1,200 km, the R-4 cannot reach the capital.", "The R-4 has a range of 2,000 km."),
        ("The Orla tunnel, 12 km long, opened in May.", "The Orla tunnel has a length of 19 km."),
        ("Able to carry 50 kg, the T-9 is used by farmers.", "The T-9 carries a payload of 20 kg."),
        ("The LK-70 yields 1,620 kN at sea level.", "The LK-70's thrust at sea level is 1.9 MN."),
        ("The Orla tunnel is 12 km long.", "The 19-km Orla tunnel cost too much."),
    ],
)
def test_how_a_value_is_put_makes_no_difference(first: str, second: str):
    assert said_of(first, second) is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("With a range of 1,200 km, the R-4 cannot reach the capital.", "The R-5 has a range of 2,000 km."),
        ("The LK-70 yields 2,080 kN in vacuum.", "The LK-70's thrust at sea level is 1.9 MN."),
        ("The T-9 flies at 60 km/h.", "With a top speed of 90 km/h, the T-9 is slow."),
        ("The KV-90 weighs 3 tons.", "The KV-91 weighs 5 tons."),
        ("The KV-90 engine weighs 3 tons.", "The KV-90 rocket weighs 300 tons."),
        ("The Kaldor T-9 weighs 30 tons.", "The Velden T-9 weighs 50 tons."),
        ("The KV-90's vacuum thrust is 4150 kN.", "The KV-90's sea-level thrust is 3830 kN."),
        ("The KV-90's dry weight is 3 tons.", "The KV-90's weight is 5 tons."),
        ("The T-9's top speed is 90 km/h.", "The T-9 has a speed of 60 km/h."),
        ("In 2019, Velden had 12 submarines.", "In 2020, Velden had 40 submarines."),
        ("Velden had 12 submarines.", "Velden has 40 submarines."),
        ("Velden has more than 12 submarines.", "Velden has 40 submarines."),
        ("The T-9 costs 30 million dollars.", "The T-9 costs 27 million euros."),
        ("The KV-90's thrust is 4.15 MN.", "The KV-90's thrust is 4,152 kN."),
        ("The KV-90 weighs 5.5 tons.", "The KV-90 weighs 5,480 kg."),
    ],
)
def test_another_thing_time_condition_or_currency_is_no_contradiction(first: str, second: str):
    assert said_of(first, second) is None


@given(st.integers(1, 5000), st.integers(1, 5000))
@settings(max_examples=80)
def test_order_makes_no_difference(one: int, other: int):
    first, second = stated(f"The KV-90 weighs {one} kg."), stated(f"The KV-90 weighs {other} kg.")
    assert (contradiction(first, second) is None) == (contradiction(second, first) is None)


@given(st.integers(1, 5000))
@settings(max_examples=40)
def test_a_value_never_contradicts_itself_in_another_unit(kilograms: int):
    assert said_of(f"The KV-90 weighs {kilograms} kg.", f"The mass of the KV-90 is {kilograms * 1000} g.") is None
