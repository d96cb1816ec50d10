"""How many of which words a search asks for, as claims grow in number and words get common."""

from itertools import combinations

import pytest

from claims.similarity.searching import _at_least, search_for


def holds(search, present):
    """Evaluate a tsquery of quoted words the way PostgreSQL does."""
    expression = search.replace("|", " or ").replace("&", " and ")
    for word in "abcdef":
        expression = expression.replace(f"'{word}'", str(word in present))
    return eval(expression)  # noqa: S307 - words and operators that this test made


@pytest.mark.parametrize("needed", [1, 2, 3, 4, 6])
def test_a_search_holds_for_exactly_those_claims_that_have_so_many_of_the_words(needed):
    search = _at_least(needed, list("abcdef"))
    sets = [set(chosen) for size in range(7) for chosen in combinations("abcdef", size)]
    assert [holds(search, present) for present in sets] == [len(present) >= needed for present in sets]


@pytest.mark.parametrize(
    ("claims", "search"),
    [
        (400, "('a' | 'b' | 'c')"),
        (1_000_000, "(('a') & ('b' | 'c') | ('b' & 'c'))"),
    ],
)
def test_more_claims_ask_for_more_of_the_words(claims, search):
    found = search_for({"a": 0.001, "b": 0.001, "c": 0.002}, claims=claims)
    sets = [set(chosen) for size in range(4) for chosen in combinations("abc", size)]
    assert [holds(found, present) for present in sets] == [holds(search, present) for present in sets]


def test_a_common_word_is_left_out_where_rare_ones_are_enough():
    assert "film" not in search_for({"film": 0.1, "rare": 1e-5, "odd": 1e-5, "seldom": 1e-5}, claims=1_000_000)


def test_only_common_words_are_all_asked_for():
    assert search_for({"film": 0.1, "year": 0.1, "unit": 0.1}, claims=1_000_000) == "('film' & 'unit' & 'year')"


def test_quotes_and_backslashes_are_doubled():
    assert search_for({"o'neill\\": 0.1}, claims=10) == r"('o''neill\\')"


def test_no_words_make_no_search():
    assert search_for({}, claims=10) == ""
