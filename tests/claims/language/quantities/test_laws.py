"""Laws that hold for any text: no failure, true offsets, exact values, time in proportion to the length."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.quantities import convert, overlap, quantity_as_json, read_quantities
from claims.language.units import unit_named
from claims.language.units.vocabulary import SYMBOLS, WORDS
from tests.growth import grows_at_most

PIECES = st.sampled_from(
    [
        "4150",
        "N",
        "5.5",
        "tons",
        "1,500",
        "1.500,00",
        "816",
        "000",
        "t",
        "2012–13",
        "minus",
        "ten",
        "−",
        "-",
        "–",
        "—",
        "±",
        "+",
        "~",
        "<",
        "≥",
        "more",
        "than",
        "at",
        "least",
        "nearly",
        "about",
        "up",
        "to\n",
        "",
        "",
        "",
        "between",
        "from",
        "to",
        "and",
        "or",
        "half",
        "a",
        "dozen",
        "tens",
        "of",
        "billions",
        "of",
        "dollars",
        "$",
        "€",
        "£",
        "USD",
        "yuan",
        "%",
        "percent",
        "percentage",
        "points",
        "km/h",
        "m/s²",
        "kN·m\n",
        "",
        "",
        "",
        "5'10\"",
        "2",
        "1/2",
        "½",
        "x",
        "×",
        "10^6",
        "e9",
        "⁶",
        "million",
        "bn",
        "k",
        "m",
        "third",
        "8th",
        "second",
        "one",
        "twenty-five",
        "hundred",
        "thousand",
        "RD-180",
        "Su-35",
        "F-16",
        "20:30\n",
        "",
        "",
        "",
        "3–1",
        "page",
        "12",
        "30",
        "May",
        "1962",
        "in",
        "2022",
        "since",
        "the",
        "1990s",
        "°C",
        "°F",
        "per",
        "square",
        "metre",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        ";",
        ":",
        "'",
        '"',
        "’",
        "\n",
        "\xa0",
        "\u2009",
    ]
)
SOUPS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)
UNITS = st.sampled_from(
    [("N", "newton"), ("kN", "kilonewton"), ("kg", "kilogram"), ("km", "kilometer"), ("km/h", "kilometer / hour"), ("%", "percent"),
     ("MPa", "megapascal"), ("°C", "degree_Celsius"), ("kWh", "kilowatt_hour"), ("m²", "meter ** 2"), ("tonnes", "tonne")]
)  # fmt: skip
VALUES = st.decimals(min_value=0, max_value=10**12, allow_nan=False, places=3) | st.integers(0, 10**12).map(Decimal)


def assert_sound(text):
    found = read_quantities(text)
    last = 0
    for quantity in found:
        assert last <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.surface
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.value_low <= quantity.value_high
        assert quantity.comparator in ("=", "~", "<", "<=", ">=", ">")
        assert (quantity.readings[:1] or (None,))[0] == quantity.unit
        quantity_as_json(quantity)
        last = quantity.end


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_read_without_failing_and_with_true_offsets(text):
    assert_sound(text)


@given(SOUPS)
@settings(max_examples=400)
def test_any_mixture_of_number_like_pieces_is_read_with_true_offsets(text):
    assert_sound(text)


@given(VALUES, UNITS)
@settings(max_examples=150)
def test_a_printed_value_is_read_back_with_its_unit(value, unit):
    printed, name = unit
    (quantity,) = read_quantities(f"It was {value:f} {printed} then.")
    assert (quantity.value_low, quantity.value_high, quantity.unit) == (value, value, name)


@given(VALUES)
@settings(max_examples=100)
def test_grouping_digits_changes_nothing(value):
    grouped, plain = (read_quantities(f"It was {written} kg then.") for written in (f"{value:,f}", f"{value:f}"))
    assert [(q.low, q.high, q.unit) for q in grouped] == [(q.low, q.high, q.unit) for q in plain]


@given(VALUES, UNITS)
@settings(max_examples=150)
def test_the_printed_value_lies_in_its_own_interval(value, unit):
    (quantity,) = read_quantities(f"It was {value:f} {unit[0]} then.")
    assert quantity.low <= convert(value, quantity.unit) <= quantity.high


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
    UNITS,
)
@settings(max_examples=150)
def test_conversion_keeps_the_order(first, second, unit):
    low, high = sorted((first, second))
    assert convert(low, unit[1]) <= convert(high, unit[1])


@given(VALUES, UNITS)
@settings(max_examples=80)
def test_a_quantity_overlaps_itself(value, unit):
    (quantity,) = read_quantities(f"It was {value:f} {unit[0]} then.")
    assert overlap(quantity, quantity)


def test_every_unit_in_the_tables_is_known_and_has_a_named_dimension():

    names = {name for table in (SYMBOLS, WORDS) for readings in table.values() for name in readings if name != "GBP"}
    assert [name for name in sorted(names) if "^" in unit_named(name).dimension] == []


def test_twice_the_text_takes_no_more_than_three_times_as_long():
    for piece in (
        "The motor weighs 5.5 tons and pulls 4150 N, more than 10 others. ",
        "1,111,", "1-2-", "one hundred and ", "5 to ", "9" * 50, "a" * 50, "tens of ", "$ ", "±5 ", "May 5 ", "1990–", "( ", "-", "5 km/h/h/h ",
        "2 h 3 min 4 s ", "3 x ", "5, 6 and ", "tenfold ", "a few hundred ", "5 kg N ha−1 ", "5 W/(m K) ", "10−4–", "+44 20 ", "350 bp ", "13C ",
        "1500–", "day 7 ", "45 wt% ", "(111) ", "2 × 10^4 ", "5 mg/kg/", "100-1000 ",
    ):  # fmt: skip
        assert grows_at_most(
            lambda copies, piece=piece: read_quantities(piece * copies), 2_000 // len(piece), times=3
        ), piece


def test_an_exponent_beyond_all_science_is_no_number():
    assert read_quantities("It was 1e999 kg and 4 x 10^999 N.") == []


def test_without_the_limit_such_an_exponent_would_be_written_out_in_full():
    assert len(f"{Decimal('1e999999'):f}") == 1_000_000


def test_a_digit_run_longer_than_any_measurement_is_no_number():
    assert read_quantities("The key is " + "7" * 200 + ".") == []


def test_what_a_caller_does_to_the_quantities_changes_nothing_that_is_read_later():
    text = "It weighs 5.5 tons and reaches 4,150 kN."
    read = read_quantities(text)
    kept = list(read)
    read.clear()
    assert read_quantities(text) == kept != []
