"""Passages whose figures come out, which nothing is said about, and passages whose figures do not."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.findings.arithmetic import mistakes_in
from claims.language.findings.delexicalising import delexicalise
from claims.language.splitting import split_article
from tests.growth import grows_at_most

PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "arithmetic.jsonl").read_text(encoding="utf-8").splitlines()
]


def explanations(article: str) -> list[str]:
    return [finding.explanation for finding in split_article(article, published_on=date(2023, 5, 1)).findings]


def test_each_passage_gives_its_finding_and_no_other():
    expected = {row["text"]: [row["finding"]] if row["finding"] else [] for row in PASSAGES}
    assert {text: explanations(text) for text in expected} == expected


def test_the_set_holds_enough_of_both():
    silent = sum(row["finding"] is None for row in PASSAGES)
    assert (silent >= 60, len(PASSAGES) - silent >= 60) == (True, True)


def test_a_way_from_one_value_to_another_is_no_range():
    sentence = delexicalise("It rose from 20 billion to 30 billion euros in 2019.")
    assert (sentence.pattern, [figure.unit for figure in sentence.figures]) == (
        "It rose from ⟦0⟧ to ⟦1⟧ in ⦃0⦄.",
        ["EUR", "EUR"],
    )


@given(st.integers(2, 500), st.integers(2, 500))
@settings(max_examples=60)
def test_the_right_share_is_never_remarked_on_and_double_of_it_always(part: int, more: int):
    whole = part + more
    percent = round(part * 100 / whole, 2)
    right = f"Some {part} of the {whole} jets, or {percent} percent, are grounded."
    wrong = f"Some {part} of the {whole} jets, or {percent * 2:.2f} percent, are grounded."
    assert (len(list(mistakes_in(right))), len(list(mistakes_in(wrong)))) == (0, 1)


@given(st.integers(2, 60), st.integers(1, 90))
@settings(max_examples=60)
def test_so_many_at_so_much_make_their_product(count: int, price: int):
    sentence = "Peru ordered {} jets at {} million euros each, {} million euros in total."
    right = sentence.format(count, price, count * price)
    wrong = sentence.format(count, price, count * price * 3)
    assert (len(list(mistakes_in(right))), len(list(mistakes_in(wrong)))) == (0, 1)


@given(st.text(alphabet="⟦⟧⦃⦄0 1 2 from to, of and percent x.", max_size=60))
@settings(max_examples=150)
def test_no_sentence_breaks_the_reading(sentence: str):
    assert isinstance(list(mistakes_in(sentence)), list)


def test_a_sentence_of_twice_the_length_takes_about_twice_the_time():
    part = "the firm sold 12 jets to Peru, 30 percent of the 48 at 20 million each, from 3 to 5 tons, "
    list(mistakes_in(part * 20))
    assert grows_at_most(lambda copies: list(mistakes_in(part * copies)), 20, longer=4, times=12)
