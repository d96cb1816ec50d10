"""Words come apart into the pieces that the library of the vocabulary's own format makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sources.meaning.pieces import WordPieces
from sources.meaning.vectors import _VOCABULARY, _package


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.from_file(_package() / _VOCABULARY)


@pytest.fixture(scope="module")
def library() -> Tokenizer:
    return Tokenizer.from_file(str(_package() / _VOCABULARY))


WORD = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=30
).filter(lambda word: word.split() == [word] and "▁" not in word)


@given(words=st.lists(WORD, min_size=1, max_size=6))
def test_any_words_come_apart_as_the_library_takes_them_apart(pieces, library, words):
    text = " ".join(words)
    assert pieces.of_text(text) == library.encode(text, add_special_tokens=False).ids


def test_white_space_of_any_kind_is_one_space(pieces):
    assert pieces.of_text(" The\u00a0ship \n\t sank. ") == pieces.of_text("The ship sank.")


def test_a_word_without_an_end_is_cut_instead_of_read_for_ever(pieces):
    assert len(pieces.of_text("ab" * 50_000)) > 1_000


def test_the_words_met_last_are_kept_and_no_more(pieces):
    pieces.of_text(" ".join(f"w{number}" for number in range(25_000)))
    assert pieces.of_word.cache_info().currsize == pieces.of_word.cache_info().maxsize
