"""Interviews: who has the word says what stands behind the label, and a list of facts is no talk."""

import pytest

from tests.claims.language.claims_in import voices

INTRODUCTION = "Mara Lind heads the yard at Dornau.\n\n"


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Q:", "A:"), ("Q.", "A."), ("Question:", "Answer:"), ("Herald:", "Lind:"), ("HERALD:", "LIND:")],
)
def test_an_answer_is_said_by_whom_the_text_names(asks: str, answers: str):
    interview = (
        f"{INTRODUCTION}{asks} Ms Lind, how large is the yard?\n\n{answers} The yard employs 640 people.\n\n"
        f"It has two docks.\n\n{asks} When were they built?\n\n{answers} The docks were built in 1987."
    )
    spoken = [(text, speaker) for text, speaker in voices(interview) if not text.endswith("?")]
    assert spoken == [
        ("Mara Lind heads the yard at Dornau.", None),
        ("The yard employs 640 people.", "Mara Lind"),
        ("It has two docks.", "Mara Lind"),
        ("The docks were built in 1987.", "Mara Lind"),
    ]


def test_what_somebody_says_of_themselves_is_quoted():
    interview = (
        f"{INTRODUCTION}Q: Ms Lind, what did you build?\nA: We built 12 ferries in 2021.\nQ: And now?\nA: Nothing."
    )
    assert ('Mara Lind said: "We built 12 ferries in 2021".', "Mara Lind") in voices(interview)


def test_an_answer_of_nobody_who_is_named_has_no_speaker():
    interview = "Q: How large is the yard?\nA: The yard employs 640 people.\nQ: And the docks?\nA: The docks are 90 metres long."
    assert [each for each in voices(interview) if not each[0].endswith("?")] == [
        ("The yard employs 640 people.", None),
        ("The docks are 90 metres long.", None),
    ]


def test_a_list_of_facts_is_no_interview():
    facts = "Harrow: The frigate left port in 2019.\nCrew: Is it 140?\nMarrow: The frigate left port in 2020.\nCrew: It is 150."
    assert {speaker for _, speaker in voices(facts)} == {None}
