"""Forms of numbers that readers of English text often lose, with sentences where the same letters mean something else.

Each row of `number_forms.jsonl` names its kind and lists (surface, lowest, highest, unit, comparator), the bounds in the
printed unit.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claims.language.quantities import convert, dimension_of, read_quantities

_FILE = Path(__file__).resolve().parents[1] / "data" / "number_forms.jsonl"
ROWS = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


def _printed(value):
    return None if value is None else round(Decimal(value), 9)


def _unit(name):
    """Return a compound's name with the factors of a product in one order."""
    return name and " / ".join(" * ".join(sorted(part.split(" * "))) for part in name.split(" / "))


def read(text):
    found = read_quantities(text)
    assert all(text[quantity.start : quantity.end] == quantity.surface for quantity in found)
    return [
        (q.surface, _printed(q.bound_low), _printed(q.bound_high), _unit(q.unit), q.comparator)
        for q in read_quantities(text)
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}: {row['text']}")
def test_a_form_of_number_is_read_as_its_row_says(row):
    wanted = [
        (surface, _printed(low), _printed(high), _unit(unit), sign)
        for surface, low, high, unit, sign in row["quantities"]
    ]
    assert read(row["text"]) == wanted


def test_every_kind_has_cases_where_the_letters_mean_something_else():
    kinds = {row["kind"] for row in ROWS}
    assert len(kinds) == 29
    assert all(sum(row["kind"] == kind for row in ROWS) >= 8 for kind in kinds)


@pytest.mark.parametrize(
    ("unit", "base", "dimension"),
    [
        ("standard_gravity", "9.80665", "acceleration"),
        ("kilogram_force / centimeter ** 2", "98066.5", "pressure"),
        ("pound_force / inch ** 2", "6894.757293", "pressure"),
        ("foot * pound_force", "1.355817948", "energy"),
        ("kiloton_TNT", "4184000000000", "energy"),
        ("kilopound_force", "4448.221615", "force"),
        ("nautical_mile", "1852", "length"),
        ("USD / kilogram", "1", "money_per_mass"),
        ("EUR / tonne", "0.001", "money_per_mass"),
        ("GBP / hour", "0.000277777778", "money_per_time"),
        # NATO's mil, 6400 to a turn (STANAG 2129): pint's is a tenth of it.
        ("mil", "0.000981747704", "angle"),
        ("milliradian", "0.001", "angle"),
        ("molar", "1000", "concentration"),
    ],
)
def test_a_unit_of_guns_engines_and_solutions_converts_to_si(unit, base, dimension):
    assert convert(Decimal(1), unit) == pytest.approx(Decimal(base), rel=Decimal("1e-9"))
    assert dimension_of(unit) == dimension


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("bit", "information"),
        ("megabyte", "information"),
        ("gibibyte", "information"),
        ("kilobit / second", "data_rate"),
        ("cubit", "length"),
        ("cubit / second", "speed"),
    ],
)
def test_only_bits_and_bytes_measure_information(unit, dimension):
    assert dimension_of(unit) == dimension
