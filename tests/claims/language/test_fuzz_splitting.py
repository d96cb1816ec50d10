"""Reader and splitter on heaps of dirt: no error, every place in range, the same answer twice, bounded time and memory."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.reading import read_sentences
from claims.language.splitting import split_article
from tests.growth import grows_at_most

FRAGMENTS = st.sampled_from(
    [
        "Kaldor bought 12 jets",
        " while Velden, which sold them, waited",
        "the company said that",
        "It was Kaldor that paid",
        "nor does it fly",
        "a *** of 38 tons",
        "according to Reuters, officials said",
        "whose range is 900 km",
        "making it difficult to land",
        "both have their own plans",
        "“We sell,” said Arvo Lind",
        "why they wait",
        "Range: 1,400 km",
        "there is no plan B.",
        "date 2022-09-07 ",
        "Home » World » ",
        "和无疆界。",
        "\u201c",
        '"',
        "”",
        "...",
        "?",
        ";",
        ", ",
        ". ",
        ".",
        "\n",
        "\n\n",
        "\u200b",
        "\ud7ff",
        "🚀",
        "(",
        ")",
        "***",
        "**",
    ]
)
DIRT = st.one_of(
    st.lists(FRAGMENTS, max_size=25).map("".join),
    st.lists(FRAGMENTS, max_size=25).map(" ".join),
    st.text(max_size=120),
)


@settings(max_examples=60)
@given(DIRT)
def test_every_sentence_that_is_read_lies_in_the_text(text: str):
    for sentence in read_sentences(text).sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip()
        assert len(sentence.clean.origins) == len(sentence.text)
        assert all(sentence.start <= origin < sentence.end for origin in sentence.clean.origins)


@settings(max_examples=60)
@given(DIRT)
def test_every_claim_stands_on_words_of_the_text(text: str):
    for claim in split_article(text).claims:
        assert claim.text
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in claim.places)


@settings(max_examples=25)
@given(DIRT)
def test_the_same_text_gives_the_same_claims(text: str):
    assert split_article(text) == split_article(text)


HEAPS = {
    "one line without stops": "Kaldor bought 12 jets from Velden and sold 4 tanks",
    "opening quotes": "“",
    "straight quotes": '"',
    "digits": "1234567890",
    "numbers": "12,345.6 ",
    "stops": "a.",
    "initials": "A. ",
    "line ends": "\n",
    "foreign signs": "中文字符",
    "brackets": "(",
    "one word": "x",
    "words": "a ",
    "numbered": "1.",
    "commas": "Kaldor, ",
    "asterisks": "*",
    "cut-out words": "a *** ",
    "trails": "a » ",
    "bullets": "- a b\n",
    "dates": "2022-09-07 ",
    "hyphens at line ends": "a-\n",
    "quoted letters": '"a" ',
    "blanks": " ",
}


@pytest.mark.parametrize("piece", HEAPS.values(), ids=HEAPS.keys())
def test_twice_the_heap_takes_no_more_than_about_twice_the_time(piece: str):
    split_article(piece * 50)
    assert grows_at_most(lambda copies: split_article(piece * copies), 25_000 // len(piece), times=3.2)


def test_one_claim_in_many_sentences_takes_no_more_than_about_twice_the_time():
    article = [f"Kaldor waited and {number} ships left." for number in range(400)]
    split_article(article[0])
    assert grows_at_most(lambda sentences: split_article("\n".join(article[:sentences])), 200, times=3.2)


def test_a_claim_stated_everywhere_keeps_every_place():
    article = "\n".join(f"Kaldor waited and {number} ships left." for number in range(5))
    claim = split_article(article).claims[0]
    assert [article[start:end] for start, end in claim.places] == ["Kaldor waited"] * 5


def test_what_was_parsed_is_let_go():
    """A sentence's parse takes some 10 kB, its claim 2: kept to the end, the parses of a long article would fill the memory."""
    lines = [f"Kaldor bought {number} jets from the yard in Velden." for number in range(150)]
    split_article(lines[0])
    tracemalloc.start()
    try:
        split = split_article("\n".join(lines))
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(split.claims) == 150
    assert kept / len(lines) < 6_000
