"""The whole splitter: places, repeated passages, its promises on any text, and its speed."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.kinds import ClaimKind
from claims.language.parsing import parse
from claims.language.splitting import SPLITTER_VERSION, split_article
from claims.language.vocabulary import word_set
from core.article_language import ENGLISH
from tests.growth import grows_at_most, python_calls

DATA = Path(__file__).parent / "data"
NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
WORDS = word_set(
    """Kaldor Velden it its they which while said that “ ” " ' . , ; : ( ) *** 中文 380 tons 4150 N % -5 2021 … who the
    company is has bought sold and or but not there was 12 jets » • date 2022-09-07 ? !"""
)
PIECES = st.sampled_from([*sorted(WORDS), "\n", "\n\n", "\u00a0", "\u200b"])


def kept_promises(text: str) -> None:
    """Assert what holds for every text: spans in range and not empty, known kinds, no invented numeral."""
    split = split_article(text)
    printed = set(NUMERAL.findall(text))
    for claim in split.claims:
        assert claim.places[0] == (claim.start, claim.end)
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in claim.places)
        assert 0 <= claim.sentence_start <= claim.start < claim.end <= claim.sentence_end <= len(text)
        assert claim.kind in set(ClaimKind)
        assert 0 <= claim.score <= 1
        assert split.language is not ENGLISH or claim.text.endswith(
            (".", "?")
        )  # a sentence of another language stays as printed
        assert set(NUMERAL.findall(claim.text)) <= printed
        assert all(claim.text[q.start : q.end] == q.surface for q in claim.quantities)
    assert all(text[mark.start : mark.end] == mark.surface and mark.surface for mark in split.marks)
    assert all(f.first < len(split.claims) and f.second < len(split.claims) for f in split.findings)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_no_text_breaks_a_promise(text: str):
    kept_promises(text)


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_no_heap_of_article_words_breaks_a_promise(text: str):
    kept_promises(text)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_no_article_breaks_a_promise(path: Path):
    kept_promises(path.read_text(encoding="utf-8"))


def test_a_claim_stands_on_its_own_clause():
    text = "In June Kaldor bought 12 jets, while Velden sold its last tank."
    claims = split_article(text).claims
    assert [text[claim.start : claim.end] for claim in claims] == [
        "In June Kaldor bought 12 jets",
        "Velden sold its last tank",
    ]


def test_a_passage_printed_twice_is_one_claim_with_two_places():
    text = "Kaldor bought 12 jets.\nNobody knew.\nKaldor bought 12 jets."
    claim = split_article(text).claims[0]
    assert [text[start:end] for start, end in claim.places] == ["Kaldor bought 12 jets", "Kaldor bought 12 jets"]
    assert [start for start, _ in claim.places] == [0, text.rindex("Kaldor")]


def test_offsets_count_code_points():
    text = "🚀🚀 𝔘nd. Kaldor bought 12 jets."
    claim = split_article(text).claims[-1]
    assert text[claim.start : claim.end] == "Kaldor bought 12 jets"


def test_a_given_day_goes_before_the_dateline():
    text = "date 2022-09-07 Kaldor bought 12 jets."
    assert split_article(text).published_on == date(2022, 9, 7)
    assert split_article(text, published_on=date(2020, 1, 2)).published_on == date(2020, 1, 2)


def test_the_title_is_the_first_line():
    assert split_article("Kaldor Buys Jets\n\nThe deal was signed on Monday.").title == "Kaldor Buys Jets"


def test_an_empty_text_gives_nothing():
    split = split_article(" \n ")
    assert (split.title, split.published_on, split.claims, split.marks, split.findings) == ("", None, [], [], [])


def test_the_json_has_the_agreed_keys():
    claim = split_article("Kaldor bought 12 jets in 2021.").claims[0].as_json()
    assert list(claim) == [
        "text",
        "quote_start",
        "quote_end",
        "sentence_start",
        "sentence_end",
        "kind",
        "check_worthy",
        "score",
        "attributed_to",
        "quantities",
        "dates",
        "lint",
        "places",
    ]


def test_the_rules_have_a_version():
    assert SPLITTER_VERSION.startswith("rules-")


@pytest.mark.parametrize(
    "text",
    [
        "a " * 20_000,
        "(" * 20_000,
        "“" * 20_000,
        "x" * 200_000,
        "1." * 20_000,
        "Kaldor, " * 5_000,
        "» a " * 10_000,
        "\n- " * 20_000,
    ],
    ids=["words", "brackets", "quotes", "one word", "stops", "commas", "trail", "bullets"],
)
def test_no_monotonous_text_breaks_a_promise(text: str):
    kept_promises(text)


def test_time_grows_with_the_length():
    article = (DATA / "talks.txt").read_text(encoding="utf-8")

    def split_several(articles: int) -> None:
        split_article("\n".join(article.replace("Teresia", f"Teresia{number}") for number in range(articles)))

    split_several(1)
    assert grows_at_most(split_several, 3, times=3.5)


def test_the_rules_enter_a_bounded_number_of_functions_for_each_word():
    text = (DATA / "frigates.txt").read_text(encoding="utf-8")
    split_article(text)
    parsing, whole = python_calls(lambda: list(parse([text]))), python_calls(lambda: split_article(text))
    assert (whole - parsing) / len(text.split()) < 400


def test_that_a_person_named_in_full_said_it_is_a_claim_of_its_own():
    claims = split_article(
        "Anna Berg said the yard had delivered twelve frigates. Berg added that two were late."
    ).claims
    assert [(claim.kind, claim.text, claim.attributed_to) for claim in claims] == [
        ("attribution", "Anna Berg said that the yard had delivered twelve frigates.", None),
        ("quantity", "The yard had delivered twelve frigates.", "Anna Berg"),
        ("quantity", "Two were late.", "Berg"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said the yard had delivered twelve frigates.",
        "Anna Berg believes the yard had delivered twelve frigates.",
        "Anna Berg said you should trust nobody.",
    ],
)
def test_what_a_body_says_someone_believes_or_nobody_can_check_gives_no_second_claim(sentence):
    assert [claim.kind for claim in split_article(sentence).claims if claim.kind == "attribution"] == []


def test_whoever_was_told_is_left_out_of_who_said_it():
    claims = split_article("Carl Lund told the harbour radio that the ferry sank on 3 May 2021.").claims
    assert [claim.text for claim in claims] == [
        "Carl Lund said that the ferry sank on 3 May 2021.",
        "The ferry sank on 3 May 2021.",
    ]
