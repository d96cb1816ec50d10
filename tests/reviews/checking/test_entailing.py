"""A claim that the evidence asserts in other words: every word and participant has its counterpart in one event."""

import pytest

from reviews.checking.frames.entailing import asserted_event
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.reading import read_trees

PAIRS = [
    ("The Falcons beat the Herons.", "The Herons were beaten by the Falcons.", "beaten"),
    ("The Falcons beat the Herons.", "The Falcons were beaten by the Herons.", None),
    (
        "Ostmark bought the frigate from Karvia.",
        "The sale of the frigate by Karvia to Ostmark was completed in May.",
        "sale",
    ),
    (
        "Karvia bought the frigate from Ostmark.",
        "The sale of the frigate by Karvia to Ostmark was completed in May.",
        None,
    ),
    ("Norsk Kraft owns the Tarn plant.", "The Tarn plant belongs to Norsk Kraft.", "belongs"),
    (
        "A court in Tarn convicted the smuggler.",
        "The conviction of the smuggler by a court in Tarn was welcomed.",
        "conviction",
    ),
    ("A truck hit the wall.", "A vehicle hit the wall.", None),
    ("A vehicle hit the wall.", "A truck hit the wall.", "hit"),
    ("A piston engine drives the drone.", "The drone is driven by a small piston engine.", "driven"),
    ("A diesel engine drives the drone.", "The drone is driven by a small piston engine.", None),
    ("Karvia beat Ostmark in the final.", "Karvia beat Ostmark in the semi-final.", None),
    ("The minister resigned.", "The deputy minister resigned.", None),
    ("The deputy minister resigned.", "The deputy minister resigned.", "resigned"),
    ("The farm keeps horses in Tarn.", "The farm keeps horses.", None),
]


@pytest.mark.parametrize(("claim", "evidence", "word"), PAIRS)
def test_a_claim_is_asserted_where_all_its_parts_are(claim, evidence, word):
    trees = read_trees([claim, evidence])
    found = asserted_event(Parts.of(trees[claim], trees[evidence]))
    assert (None if found is None else found.text) == word
