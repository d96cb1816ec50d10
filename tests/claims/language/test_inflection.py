"""Finite forms of verbs."""

import pytest

from claims.language.inflection import past_tense, present_tense


@pytest.mark.parametrize(
    ("lemma", "past", "present"),
    [
        ("involve", "involved", "involves"),
        ("carry", "carried", "carries"),
        ("employ", "employed", "employs"),
        ("bring", "brought", "brings"),
        ("stop", "stopped", "stops"),
        ("occur", "occurred", "occurs"),
        ("reach", "reached", "reaches"),
        ("be", "was", "is"),
        ("have", "had", "has"),
    ],
)
def test_a_verb_has_its_past_and_present(lemma: str, past: str, present: str):
    assert (past_tense(lemma), present_tense(lemma)) == (past, present)


def test_plural_subjects_take_plural_verbs():
    assert (past_tense("be", plural=True), present_tense("be", plural=True), present_tense("aim", plural=True)) == (
        "were",
        "are",
        "aim",
    )
