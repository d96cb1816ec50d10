"""Laws of writing and reading: what is written in any of the ways that print knows is read back as it was meant."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claims.language.quantities import convert, read_quantities
from claims.language.units.vocabulary import SYMBOLS, WORDS

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: What a symbol is besides a unit: a word, a magnitude or a code, so that no unit may be read from it alone.
_OF_ANOTHER_USE = {"in", "A", "M", "u", "ac", "st", "pt", "mil", "as", "pm", "kT", "G", "MOA"}
_SIGNS = {
    "more than": ">", "over": ">", "less than": "<", "fewer than": "<", "at least": ">=", "no less than": ">=", "at most": "<=", "up to": "<=",
    "about": "~", "roughly": "~", "approximately": "~", "nearly": "~", "≥": ">=", "≤": "<=", ">": ">", "<": "<", "~": "~",
}  # fmt: skip

NUMBERS = st.decimals(min_value=0, max_value=10**9, allow_nan=False, places=2) | st.integers(0, 10**9).map(Decimal)
UNITS = st.sampled_from(
    [("N", "newton"), ("kg", "kilogram"), ("km/h", "kilometer / hour"), ("%", "percent"), ("μm", "micrometer"), ("mg kg−1", "milligram / kilogram"), ("°C", "degree_Celsius"),
     ("GHz", "gigahertz"), ("wt%", "percent"), ("W/(m K)", "watt / meter / kelvin"), ("kJ mol−1", "kilojoule / mole"), ("years", "year")]
)  # fmt: skip


def spelled(number):
    """Write a whole number below 10**15 in English words."""
    for scale, size in reversed(_SCALES.items()):
        if number >= size:
            rest = f" {spelled(number % size)}" if number % size else ""
            return f"{spelled(number // size)} {scale}{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


def only(text):
    """Return the one quantity of a text."""
    (quantity,) = read_quantities(text)
    assert text[quantity.start : quantity.end] == quantity.surface
    return quantity


@given(st.integers(2, 10**15 - 1))
@settings(max_examples=300)
def test_a_number_in_words_is_read_back(number):
    assert only(f"They saw {spelled(number)} of them.").value_low == number


@given(NUMBERS, NUMBERS, UNITS, st.sampled_from(["{} to {} {}", "{}–{} {}", "{}-{} {}", "between {} and {} {}"]))
@settings(max_examples=200)
def test_a_range_is_read_back_with_both_ends(first, second, unit, form):
    low, high = sorted((first, second))
    assume(low < high)
    quantity = only(f"It held {form.format(f'{low:f}', f'{high:f}', unit[0])} then.")
    assert (quantity.value_low, quantity.value_high, quantity.unit) == (low, high, unit[1])
    assert (quantity.low, quantity.high) == (convert(low, unit[1]), convert(high, unit[1]))


@given(NUMBERS, NUMBERS, UNITS, st.sampled_from([" ± ", "±", " +/- "]))
@settings(max_examples=150)
def test_a_tolerance_reaches_as_far_to_either_side(value, spread, unit, sign):
    quantity = only(f"It held {value:f}{sign}{spread:f} {unit[0]} then.")
    assert (quantity.low, quantity.high) == (convert(value - spread, unit[1]), convert(value + spread, unit[1]))


@given(NUMBERS, UNITS, st.sampled_from(sorted(_SIGNS)))
@settings(max_examples=200)
def test_a_comparator_keeps_the_number_inside_or_at_the_edge(value, unit, words):
    quantity = only(f"It was {words} {value:f} {unit[0]} then.")
    assert (quantity.value_low, quantity.unit, quantity.comparator) == (value, unit[1], _SIGNS[words])
    base = convert(value, unit[1])
    assert quantity.low is None or quantity.low <= base
    assert quantity.high is None or base <= quantity.high


@given(st.decimals(min_value=1, max_value=999, allow_nan=False, places=2), st.sampled_from(sorted(_SCALES)))
@settings(max_examples=100)
def test_a_scale_word_multiplies_value_and_step_alike(value, scale):
    quantity = only(f"It cost ${value:f} {scale} then.")
    step = Decimal(1).scaleb(value.as_tuple().exponent) * _SCALES[scale]
    assert (quantity.value_low, quantity.high - quantity.low) == (value * _SCALES[scale], step)


@given(st.decimals(min_value=1, max_value=9, allow_nan=False, places=1), st.integers(-30, 30))
@settings(max_examples=150)
def test_every_way_to_write_a_power_of_ten_means_the_same(value, exponent):
    raised = str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    printed = str(exponent).replace("-", "−")
    ways = [f"{value}e{exponent}", f"{value} × 10^{printed}", f"{value} x 10{raised}", f"{value}·10^{exponent}"]
    expected = value.scaleb(exponent)
    assert [only(f"It had {way} kg of it.").value_low for way in ways] == [expected] * len(ways)


@given(st.decimals(min_value=Decimal("0.01"), max_value=10**6, allow_nan=False, places=2), UNITS)
@settings(max_examples=100)
def test_a_minus_turns_the_interval_around(value, unit):
    above, below = (only(f"It was {sign}{value:f} {unit[0]} then.") for sign in ("", "−"))
    assert (below.bound_low, below.bound_high) == (-above.bound_high, -above.bound_low)


@pytest.mark.parametrize("value", ["3", "7.5"])
def test_every_symbol_of_the_tables_is_read_behind_a_number(value):
    texts = {symbol: f"It was {value} {symbol}, then." for symbol in SYMBOLS if symbol not in _OF_ANOTHER_USE}
    missed = [symbol for symbol, text in texts.items() if not _reads(text, SYMBOLS[symbol])]
    assert missed == []


def test_every_word_of_the_tables_is_read_behind_a_number():
    missed = [word for word, readings in WORDS.items() if not _reads(f"It was 7.5 {word}, then.", readings)]
    assert missed == []


def _reads(text, readings):
    quantities = read_quantities(text)
    return len(quantities) == 1 and quantities[0].unit in readings
