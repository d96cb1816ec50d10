"""Names of two statements: the same one, another one in its place, or one of a family."""

import pytest

from reviews.checking.names import NamedEntity, are_siblings, hold_one_place, named_entities
from reviews.checking.words import content_words


def names(text: str) -> list[NamedEntity]:
    return named_entities(text, content_words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last spring Maria Lind opened the line in Lund.", ["Last", "Maria Lind", "Lund"]),
        ("On Monday the Bank of Sweden met in March.", ["Bank of Sweden"]),
        ("nothing is named here", []),
    ],
)
def test_a_run_of_capitalised_words_is_one_name(text, expected):
    assert [name.text for name in names(text)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the 2010 Kanal series", "the 2010 Rikstv series", True),
        ("a novel by Lagerkvist", "a novel by Moberg", True),
        ("sold in the United States", "sold in the US", False),
        ("the permit was signed in Lund", "the permit was signed by Lindberg", False),
    ],
)
def test_another_name_in_the_same_place_stands_for_it(one, other, expected):
    assert hold_one_place(names(one)[-1], names(other)[-1]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("with North Sundland", "with South Sundland", True),
        ("with Steve Hall", "with Stephen Hall", False),
        ("with Sundland", "with South Sundland", False),
    ],
)
def test_names_that_differ_in_one_word_are_siblings(one, other, expected):
    assert are_siblings(names(one)[0], names(other)[0]) is expected
