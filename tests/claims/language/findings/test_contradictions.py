"""Short articles that contradict themselves, and others that look as if they did: found in the first, silent in the second."""

import json
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.findings.arithmetic import mistakes_in
from claims.language.findings.step_tables import IN_ONE_SENTENCE, LEAST_AGES, ONCE, ONCE_FOR_EVENTS, ORDERS, STEPS
from claims.language.splitting import split_article

ARTICLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "contradictions.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_one_finding_in_each_article_that_contradicts_itself_and_none_in_the_others():
    expected = {row["text"]: int(row["contradicts"]) for row in ARTICLES}
    assert {text: len(split_article(text).findings) for text in expected} == expected


def test_the_set_holds_enough_of_both():
    silent = sum(not row["contradicts"] for row in ARTICLES)
    assert (silent >= 60, len(ARTICLES) - silent >= 60) == (True, True)


def test_every_order_is_of_steps_that_are_read():
    named = {step for first, last, _ in ORDERS for step in (first, last)}
    assert (named | ONCE | ONCE_FOR_EVENTS | IN_ONE_SENTENCE | set(LEAST_AGES)) - set(STEPS) == set()


def test_no_order_is_stated_both_ways():
    pairs = {(first, last) for first, last, _ in ORDERS}
    assert pairs & {(last, first) for first, last in pairs} == set()


@given(st.integers(2, 4000))
@settings(max_examples=60)
def test_a_right_conversion_is_never_remarked_on_and_one_of_ten_times_as_much_always(kilometres: int):
    miles = Decimal(kilometres) / Decimal("1.609344")
    right, wrong = (f"The road is {kilometres} km ({value:.1f} miles) long." for value in (miles, miles * 10))
    assert (len(list(mistakes_in(right))), len(list(mistakes_in(wrong)))) == (0, 1)


@given(st.integers(1000, 1900), st.integers(20, 90), st.integers(0, 120))
@settings(max_examples=60)
def test_an_age_is_remarked_on_only_where_the_years_of_birth_and_death_exclude_it(born: int, lived: int, said: int):
    text = f"Nora Vance was born in {born}. Vance died in {born + lived}, aged {said}."
    assert bool(split_article(text).findings) == (said not in (lived - 1, lived))
