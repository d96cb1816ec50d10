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
        ("The yard has two docks.", "Mara Lind"),
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


DASHES = (
    "– Ms Lind, how large is the yard?\n\n– The yard employs 640 people.\n\n– Your rivals say that it is too small.\n\n"
    "– They are wrong about the docks, of which we built two in 1987.\n\n– And the cranes?\n\n– The cranes came in 1990.\n\n"
    "Photo: the yard"
)


def test_of_lines_with_dashes_the_ones_between_questions_answer():
    spoken = dict(voices(INTRODUCTION + DASHES))
    assert spoken["The yard employs 640 people."] == "Mara Lind"
    assert spoken["The yard is too small."] == "Your rivals"
    assert spoken["The cranes came in 1990."] == "Mara Lind"
    assert spoken["Photo: the yard."] is None


@pytest.mark.parametrize(
    "introduction",
    [
        "We spoke to the engineer Mara Lind in Dornau.",
        "Mara Lind, 52, heads the yard at Dornau.",
        "The engineer Mara Lind is 52.",
    ],
)
def test_paragraphs_that_ask_and_answer_need_no_labels(introduction: str):
    interview = (
        f"{introduction}\n\nHow large is your yard?\n\nWe employ 640 people. It has two docks.\n\nDid you build them?\n\n"
        "My father built them in 1987.\n\nWhat do you build now?\n\nI sold 12 ferries to Velden in 2021."
    )
    spoken = {text: speaker for text, speaker in voices(interview) if speaker}
    assert spoken == {
        'Mara Lind said: "We employ 640 people".': "Mara Lind",
        "It has two docks.": "Mara Lind",
        'Mara Lind said: "My father built them in 1987".': "Mara Lind",
        'Mara Lind said: "I sold 12 ferries to Velden in 2021".': "Mara Lind",
    }


def test_questions_over_paragraphs_of_nobody_who_says_i_are_headings():
    article = (
        "The engineer Mara Lind is 52.\n\nWhat do you need?\n\nThe yard sells 12 kits.\n\nHow do you order?\n\nThe office "
        "opened in 1987.\n\nWhen do you pay?\n\nThe bank closes in May."
    )
    assert {speaker for _, speaker in voices(article)} == {None}


@pytest.mark.parametrize("answer", ["We lost 40 ships in 2019.", "Our yard sold 40 ships in 2019."])
def test_questions_that_the_author_asks_and_answers_are_no_interview(answer: str):
    asked = "".join(f"How can you sell {number} ships?\n\n{answer}\n\n" for number in (20, 30, 40))
    assert {speaker for _, speaker in voices(f"The mayor met the engineer Mara Lind in Dornau.\n\n{asked}")} == {None}


ANNOUNCED = (
    "Who will move the trains?\n\nThe operator has new trains and old debts. We met its director Mara Lind in Dornau.\n\n"
    "How many trains were late last year?\n\nIn 2024, 17 percent of the trains were late. We ordered 42 trains in March.\n\n"
    "You have raised the fares twice. Your passengers say they pay for your mistakes. The minister agrees. Are they right?\n\n"
    "Energy cost us 90 million.\n\nThe depot employs 640 people.\n\nThe bridge is closed.\n\nThe tunnel is old.\n\n"
    "The quay is 420 metres long.\n\nTell us what comes next.\n\nThe first train arrives in May 2026."
)


def test_the_answers_of_an_announced_interview_are_hers_however_long_and_with_few_words_of_herself():
    spoken = dict(voices(ANNOUNCED))
    figures = [text for text in spoken if any(map(str.isdigit, text)) and not text.endswith("?")]
    assert len(figures) == 6
    assert {text: spoken[text] for text in figures} == dict.fromkeys(figures, "Mara Lind")


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("An interview with Dr Ana Ruiz.", "Ana Ruiz"),
        ("The Herald spoke with the minister of transport, Elin Dahl, about the tunnel.", "Elin Dahl"),
        ("Mina Sorel, who designed the bridge, talks about wind and steel.", "Mina Sorel"),
        ("I visited the firm's chairwoman Olga Marsh.", "Olga Marsh"),
        ("The hydrologist Irena Kovac has measured it since 2009.", "Irena Kovac"),
        ("The mayor met the engineer Mara Lind in Dornau.", None),
        ("The river Great Dorn has risen.", None),
        ("Mara Lind and Olga Marsh, 41, run the yard. The engineer Ana Ruiz left.", None),
    ],
)
def test_an_introduction_says_who_answers(introduction: str, name: str | None):
    asked = "".join(f"How can you sell {number} ships?\n\nOur yard sold {number} ships.\n\n" for number in (20, 30, 40))
    said = {speaker for text, speaker in voices(f"{introduction}\n\n{asked}") if "yard sold" in text}
    assert said == {name}


@pytest.mark.parametrize(
    "asked",
    [
        "How do I {}?\n\nYou can {} it within 30 days. We open at 8.\n\n",
        "Do you remember the {}?\n\nI do not. Lind says that the {} cost us 30 million.\n\n",
    ],
)
def test_a_page_of_questions_and_a_columnist_who_tells_of_her_are_no_interview_of_her(asked: str):
    article = "We spoke to the engineer Mara Lind.\n\n" + "".join(
        asked.format(it, it) for it in ("ferry", "dock", "yard")
    )
    assert "Mara Lind" not in {speaker for _, speaker in voices(article)}


def test_a_list_with_dashes_is_no_interview():
    assert {
        speaker for _, speaker in voices("– The yard has two docks.\n– Why two?\n– The yard was built in 1987.")
    } == {None}
