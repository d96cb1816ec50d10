"""Numbers of names and set phrases beside the figures that look like them, kind by kind.

The rows of `names_and_phrases.jsonl` are as those of `number_forms.jsonl`; they were labelled before they were read.
"""

import json
from pathlib import Path

import pytest

from claims.language.quantities import read_quantities
from tests.claims.language.quantities.test_number_forms import _printed, read

_FILE = Path(__file__).resolve().parents[1] / "data" / "names_and_phrases.jsonl"
ROWS = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("kind", dict.fromkeys(row["kind"] for row in ROWS))
def test_figures_and_names_of_a_kind_are_told_apart(kind):
    rows = [row for row in ROWS if row["kind"] == kind]
    assert {row["text"]: read(row["text"]) for row in rows} == {
        row["text"]: [
            (surface, _printed(low), _printed(high), unit, sign) for surface, low, high, unit, sign in row["quantities"]
        ]
        for row in rows
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The {} rocket carries 9 satellites.",
        "Crews tested two {} helicopters for 9 days.",
        "They hit the depot with {} drones at 9 places.",
    ],
)
def test_the_number_of_a_type_is_never_read_and_the_other_figures_are(sentence):
    for name in ("Vento 3", "Orel 12", "Nova Star 400", "RQ 8"):
        texts = {quantity.surface for quantity in read_quantities(sentence.format(name))}
        assert not texts & {"3", "12", "400", "8"}
        assert any(text.startswith("9") for text in texts)


@pytest.mark.parametrize(
    ("headline", "figures"),
    [
        ("Harland Fires Three Missiles Into The Bay", ["Three"]),
        ("Loss of Two Ships Alarms the Navy of Norland", ["Two"]),
        ("Rescuers Save Nine Sailors From Sinking Ferry", ["Nine"]),
        ("Envoys of the Five Eyes met in the harbour town.", []),
    ],
)
def test_a_number_word_with_a_capital_is_a_name_only_where_the_other_words_have_none(headline, figures):
    assert [quantity.surface for quantity in read_quantities(headline)] == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("It showed that one day passed.", ["one day"]),
        ("A group of seven ships left.", ["seven"]),
        ("Leaders of the Six Nations met.", []),
        ("They won two by two goals.", ["two", "two"]),
        ("Their 9 to 5 lead held.", ["9", "5"]),
        ("This year one person died.", ["one"]),
        ("Over the Black Sea 12 drones were shot down.", ["12"]),
        ("The company leased Emirates 12 jets.", ["12"]),
        ("At Penn Station 12 people were hurt.", ["12"]),
        ("Near Hall 4 a fire began.", []),
        ("In Hall 4 visitors waited.", []),
        ("In Ward 12 patients died.", []),
        ("In Hall 400 visitors waited.", ["400"]),
        ("In Hall four visitors waited.", ["four"]),
        ("They showed Macron 4 tanks.", ["4"]),
        ("They flew Minister Weber 4 jets.", ["4"]),
        ("He told Kestrel 4 tanks were lost.", ["4"]),
        ("The army showed Leopard 2 tanks.", []),
        ("The army showed Arrow 3 missiles.", []),
        ("They showed the Kalina 7 tractors.", []),
        ("On the opening day two were sold.", ["two"]),
        ("On day two they left.", []),
    ],
)
def test_a_figure_beside_a_name_or_in_the_words_of_a_phrase_stays(sentence, figures):
    assert [quantity.surface for quantity in read_quantities(sentence)] == figures
