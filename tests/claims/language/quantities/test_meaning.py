"""Readings, dimensions and comparisons: what a sentence settles, and when two quantities can both hold."""

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.language.quantities import convert, dimension_of, overlap, quantity_as_json, read_quantities, with_unit


def only(text):
    (quantity,) = read_quantities(text)
    return quantity


def test_tons_of_mass_are_tonnes_and_keep_their_other_readings():
    quantity = only("The hull weighs 5.5 tons.")
    assert (quantity.unit, quantity.dimension, quantity.readings) == (
        "tonne",
        "mass",
        ("tonne", "short_ton", "long_ton", "metric_ton_force", "short_ton_force", "long_ton_force"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Its maximum thrust in vacuum is 380 tons.",
        "The booster develops 380 tons of thrust.",
        "A 380-ton thrust motor was fired.",
        "It develops 380 t of thrust.",
        "With a dry weight of only 5.5 t and a thrust of 380 tons it is light.",
    ],
)
def test_tons_of_thrust_are_a_force(text):
    quantity = read_quantities(text)[-1]
    assert (quantity.unit, quantity.dimension) == ("metric_ton_force", "force")


def test_the_nearest_property_decides_between_mass_and_force():
    weight, thrust = read_quantities("The motor weighs 5 tons, while its thrust reaches 80 tons.")
    assert (weight.unit, thrust.unit) == ("tonne", "metric_ton_force")


def test_pounds_of_thrust_are_a_force_and_pounds_paid_are_money():
    assert [
        only(text).unit for text in ("It makes 9,000 lb of thrust.", "She paid 40 pounds.", "It weighs 40 pounds.")
    ] == [
        "pound_force",
        "GBP",
        "pound",
    ]


def test_kilotons_of_a_bomb_are_energy():
    assert only("The warhead has a yield of 15 kilotons.").unit == "kiloton_TNT"
    assert only("The port handled 15 kilotons.").unit == "kilotonne"


def test_a_rise_in_temperature_is_a_difference():
    assert only("Seas warmed by 2 °C.").dimension == "temperature_difference"
    assert only("The water was at 2 °C.").dimension == "temperature"


def test_rereading_keeps_the_printed_value_and_recomputes_the_interval():
    tonnes = only("The crane lifts 2 tons.")
    short = with_unit(tonnes, "short_ton")
    assert (short.value_low, short.unit, short.dimension, short.low, short.high) == (
        Decimal(2),
        "short_ton",
        "mass",
        Decimal("1360.777110"),
        Decimal("2267.961850"),
    )
    assert short.readings[0] == "short_ton"
    assert with_unit(short, "tonne") == tonnes


def test_rereading_refuses_a_name_that_is_no_unit():
    with pytest.raises(KeyError):
        with_unit(only("The crane lifts 2 tons."), "elephant")


def test_json_has_exactly_the_fields_that_other_programs_read():
    assert quantity_as_json(only("It sold over 3.5 million cars.")) == {
        "surface": "3.5 million",
        "start": 13,
        "end": 24,
        "low": "3500000",
        "high": None,
        "unit": None,
        "dimension": "count",
        "comparator": ">",
    }


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It found 500 unauthorised copies of it.", "copy"),
        ("A 23,660-seat arena opened.", "seat"),
        ("Eleven new cases appeared.", "case"),
        ("About 40 men and women came.", "man"),
        ("It has 15 member countries.", "country"),
        ("He scored one goal.", "goal"),
        ("Some 300 were hurt.", None),
        ("It used 12 of its aircraft.", "aircraft"),
        ("It bought 24 Su-35s.", "su-35"),
        ("It has four Kilo-class submarines.", "submarine"),
        ("It had 66 COVID-19 recoveries.", "recovery"),
    ],
)
def test_a_count_names_what_it_counts(text, counted):
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("4150 N of it.", "4.15 kN of it.", True),
        ("4150 N of it.", "4.15 MN of it.", False),
        ("4150 N of it.", "3830 N of it.", False),
        ("two weeks of it", "14 days of it", True),
        ("12% of it", "12.3 percent of it", True),
        ("12% of it", "12 percentage points of it", False),
        ("15 cars", "fifteen cars", True),
        ("15 cars", "16 cars", False),
        ("more than 10 cars", "10 cars", False),
        ("at least 10 cars", "10 cars", True),
        ("fewer than 10 cars", "10 cars", False),
        ("up to 10 cars", "10 cars", True),
        ("more than 10 cars", "12 cars", True),
        ("5 kg of it", "6 kg of it", False),
        ("$5 million", "€5 million", False),
        ("$5 million", "$4.8 million", True),
        ("5-7 kN here", "6 kN here", True),
        ("5-7 kN here", "8 kN here", False),
        ("about 500 cars", "512 cars", True),
        ("5 m of it", "5 kg of it", False),
        ("60 mph", "96.6 km/h", True),
    ],
)
def test_two_quantities_overlap_when_both_can_hold(first, second, expected):
    assert overlap(only(first), only(second)) is expected
    assert overlap(only(second), only(first)) is expected


def test_touching_rounding_intervals_have_no_common_value():
    five, six = only("5 kg of it"), only("6 kg of it")
    assert five.high == six.low
    assert overlap(five, six) is False


def test_conversion_is_exact_where_a_decimal_can_hold_it():
    assert convert(Decimal("4.15"), "kilonewton") == Decimal(4150)
    assert convert(Decimal(36), "kilometer / hour") == Decimal(10)
    assert convert(Decimal("98.6"), "degree_Fahrenheit") == Decimal("310.15")
    assert convert(Decimal(1), "inch") == Decimal("0.0254")
    assert convert(Decimal(7), "USD") == Decimal(7)
    assert convert(Decimal(7), None) == Decimal(7)


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("newton", "force"), ("metric_ton_force", "force"), ("tonne", "mass"), ("kilometer / hour", "speed"), ("percent", "fraction"),
        ("percentage_point", "percentage_point"), ("USD", "money"), (None, "count"), ("kilobyte", "information"),
        ("megabit / second", "data_rate"), ("watt_hour", "energy"), ("decade", "time"), ("degree", "angle"), ("knot", "speed"),
    ],
)  # fmt: skip
def test_a_unit_has_one_dimension(unit, dimension):
    assert dimension_of(unit) == dimension


def test_an_unbounded_quantity_overlaps_whatever_lies_on_its_side():
    over = only("more than 10 cars")
    assert overlap(over, replace(over, low=Decimal(5), high=None)) is True
