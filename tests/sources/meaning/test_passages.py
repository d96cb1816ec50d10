"""A text is cut into passages that one vector tells well."""

from hypothesis import given
from hypothesis import strategies as st

from sources.meaning import passages_of


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in passages_of(text)]


def test_short_sentences_of_a_line_are_one_passage_and_the_next_line_is_another():
    assert cut("The dam is full. Nobody swims.\n\nThe ferry sails on Monday.") == [
        "The dam is full. Nobody swims.",
        "The ferry sails on Monday.",
    ]


def test_long_sentences_stand_alone():
    first, second = "The dam " + "by the lake " * 15 + "is full.", "The ferry " + "to the isle " * 15 + "sails."
    assert cut(f"{first} {second}") == [first, second]


def test_chinese_sentences_end_without_a_space():
    sentence = "这座大坝高九十六米" * 20 + "。"
    assert cut(sentence * 2) == [sentence, sentence]


@given(st.text(st.sampled_from("ab .!?\n”。7"), max_size=1500))
def test_every_letter_of_any_text_lies_in_exactly_one_passage(text):
    spans = passages_of(text)
    held = [place for start, end in spans for place in range(start, end)]
    letters = [place for place, sign in enumerate(text) if sign.isalnum()]
    assert (held == sorted(set(held)), set(letters) <= set(held)) == (True, True)
    assert all("\n" not in text[start:end] for start, end in spans)
