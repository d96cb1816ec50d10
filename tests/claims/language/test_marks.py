"""Every number, date, name, quotation and superlative of an article."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.results import SplitArticle
from claims.language.splitting import split_article

ARTICLE = 'On 4 March 2021 Kaldor sold 12 jets to Portugal. "It is the largest sale ever," Arvo Lind said.'
OWN_ARTICLES = sorted((Path(__file__).parent / "data").glob("*.txt"))
KINDS = ("number", "date", "name", "quotation", "superlative")


def marked(text: str, kind: str) -> list[str]:
    return [mark.surface for mark in split_article(text).marks if mark.kind == kind]


def test_each_kind_is_marked_with_its_surface():
    marks = [(mark.kind, mark.surface) for mark in split_article(ARTICLE).marks]
    assert ("date", "4 March 2021") in marks
    assert [surface for kind, surface in marks if kind == "quotation"] == ['"It is the largest sale ever,"']
    assert [surface for kind, surface in marks if kind == "superlative"] == ["largest"]
    assert {"Portugal", "Arvo Lind"} <= {surface for kind, surface in marks if kind == "name"}
    assert any(kind == "number" and surface.startswith("12") for kind, surface in marks)


@pytest.mark.parametrize(
    ("sentence", "superlatives"),
    [
        ("The Orla is the most powerful engine in the world.", ["most powerful"]),
        ("It was the world's first and largest reactor.", ["first", "largest"]),
        ("The Orla is Kaldor's only carrier.", ["only"]),
        ("The growth is unprecedented.", ["unprecedented"]),
        ("Exports reached a record 40 million tons.", ["record"]),
        ("What the army needed most was fuel.", ["most"]),
        ("The tank weighs only 40 tons.", []),
        ("At least 12 people and at most 20 took part.", []),
        ("Most of the projects failed, and most observers left.", []),
        ("First, Kaldor has no fuel.", []),
        ("The latest report came in May.", []),
        ("The ministry keeps a record.", []),
    ],
)
def test_a_superlative_ranks_and_does_not_only_bound_or_list(sentence: str, superlatives: list[str]):
    assert marked(sentence, "superlative") == superlatives


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Su-30MKK and the J-11A were sold to China’s navy.", ["Su-30MKK", "J-11A", "China"]),
        ("Analysts in the United States disagree.", ["United States"]),
        ("Many Western experts praise the defence ministry.", ["Western"]),
        ("Nobody likes hypersonic missiles.", []),
        ("They call it the Amber Revolution in Velden.", ["Amber Revolution", "Velden"]),
        ("A Look At What The New Pact Could Mean For Everyone", []),
    ],
)
def test_a_name_is_marked_without_its_article_and_its_genitive(sentence: str, names: list[str]):
    assert marked(sentence, "name") == names


def test_marks_are_in_order_and_none_is_marked_twice():
    marks = split_article(ARTICLE + "\n" + ARTICLE).marks
    assert [(mark.start, mark.end) for mark in marks] == sorted((mark.start, mark.end) for mark in marks)
    assert len(marks) == len(set(marks))


def test_a_passage_printed_twice_is_marked_twice():
    text = ARTICLE + "\n" + ARTICLE
    places = [mark.start for mark in split_article(text).marks if mark.surface == "Portugal"]
    assert places == [text.index("Portugal"), text.rindex("Portugal")]


def assert_marks_are_sound(text: str, split: SplitArticle):
    assert all(text[mark.start : mark.end] == mark.surface for mark in split.marks)
    for kind in KINDS:
        spans = [(mark.start, mark.end) for mark in split.marks if mark.kind == kind]
        assert [pair for pair in pairwise(spans) if pair[1][0] < pair[0][1]] == []


def unmarked_figures(text: str, split: SplitArticle) -> list[str]:
    """Numerals of claims' figures and dates that no mark of their sentence prints."""
    missing = []
    for claim in split.claims:
        inside = " ".join(
            mark.surface
            for mark in split.marks
            if mark.kind in ("number", "date") and claim.sentence_start <= mark.start < claim.sentence_end
        )
        surfaces = [figure.surface for figure in claim.quantities] + [day.surface for day in claim.dates]
        missing += [
            word for surface in surfaces for word in re.findall(r"\d[\d.,]*\d|\d", surface) if word not in inside
        ]
    return missing


@pytest.mark.parametrize("path", OWN_ARTICLES, ids=lambda path: path.stem)
def test_every_figure_and_date_of_every_claim_lies_on_a_mark(path: Path):
    text = path.read_text(encoding="utf-8")
    split = split_article(text)
    assert_marks_are_sound(text, split)
    assert unmarked_figures(text, split) == []


@given(
    st.lists(
        st.sampled_from(
            ["Kaldor sold 12 jets in May 2019.", "“The Orla is the fastest", "第一句。", "*** km", "J-11A", "said Arvo Lind.",
             "the most", "3.5 percent", "\n\n", "‘only’", "U.S.", "1,5", "’s"]
        ),
        max_size=12,
    )
)  # fmt: skip
@settings(max_examples=25)
def test_marks_are_sound_in_dirt(pieces: list[str]):
    text = " ".join(pieces)
    assert_marks_are_sound(text, split_article(text, published_on=date(2023, 5, 1)))
