"""The rules give what is recorded under their version, and what is recorded shows every side of them."""

import re

import pytest

from claims.labels import DIMENSIONS
from reviews.checking import Change
from tests.golden import records
from tests.golden.domains import DOMAINS, Domain
from tests.golden.guard import fault_of
from tests.golden.records import Record

KINDS_OF_CLAIMS = set(
    ["quantity", "event", "state", "comparison", "attribution", "opinion", "question", "advice", "prediction"]
)
KINDS_OF_MISMATCH = set(
    [
        "si_prefix_slip",
        "scale_word_slip",
        "unit_swapped",
        "percent_vs_points",
        "digits_transposed",
        "digit_dropped",
        "separator_misread",
        "off_by_one_year",
        "range_end",
        "strictness",
        "qualifier_mismatch",
        "date_mismatch",
        "negated",
        "value_mismatch",
    ]
)
BY_NAME = {domain.name: domain for domain in DOMAINS}


def recorded(name: str) -> Record:
    return records.read(records.path_of(name), BY_NAME[name].fields)


def lines_of(name: str) -> list[str]:
    return [line for outcome in recorded(name).outcomes.values() for line in outcome]


def seen(name: str, pattern: str) -> set[str]:
    """What a pattern finds in the recorded outcomes of a domain."""
    return {found for line in lines_of(name) for found in re.findall(pattern, line)}


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
def test_the_rules_give_what_is_recorded_under_their_version(domain: Domain):
    fault = fault_of(domain, recorded(domain.name))
    assert not fault, fault


EVERY_SIDE: dict[str, tuple[str, str, set[str]]] = {
    "comparators": ("quantities", r": ([=~<>]=?) ", {"=", "~", "<", "<=", ">", ">="}),
    "comparators of dates": ("dates", r": ([=~<>]=?) ", {"=", "~", "<", "<=", ">", ">="}),
    "precisions of dates": (
        "dates",
        r", (\w+)(?:, relative)?$",
        {"day", "month", "quarter", "season", "half", "year", "decade", "century", "week", "range"},
    ),
    "kinds of claims": ("splitting", r"\[(\w+) (?:not )?worthy", KINDS_OF_CLAIMS),
    "warnings": (
        "splitting",
        r"\((ambiguous|cut_out|two_quantities|long)\)",
        {"ambiguous", "cut_out", "two_quantities", "long"},
    ),
    "marks": (
        "splitting",
        r"(?:marks:| \|) (number|date|name|quotation|superlative) ",
        {"number", "date", "name", "quotation", "superlative"},
    ),
    "findings": ("splitting", r"^(\w+) of \d+ and", {"self_contradiction", "conflicting_accounts"}),
    "outcomes of checks": ("checks", r"^(\w+)", {"supports", "contradicts", "not_enough"}),
    "kinds of mismatch": ("checks", r"^contradicts (\w+)", KINDS_OF_MISMATCH),
    "changes of quotes": ("quote_changes", r"^(\w+) ", set(Change)),
}


@pytest.mark.parametrize(("domain", "pattern", "every"), EVERY_SIDE.values(), ids=EVERY_SIDE.keys())
def test_the_outcomes_show_every(domain: str, pattern: str, every: set[str]):
    assert every - seen(domain, pattern) == set()


def test_the_outcomes_show_every_dimension_that_pages_have_a_name_for():
    shown = seen("units", r", (\w+)$") | seen("quantities", r", (\w+)$")
    assert DIMENSIONS.keys() - shown == set()


@pytest.mark.parametrize("name", ["quantities", "dates", "splitting", "references", "checks"])
def test_other_tests_lend_their_sentences(name: str):
    borrowed = set(BY_NAME[name].borrowed())
    assert (len(borrowed) >= 30, {len(case) for case in borrowed}) == (True, {len(BY_NAME[name].fields)})


def test_a_few_thousand_cases_are_recorded_in_about_a_megabyte():
    sizes = [records.path_of(name).stat().st_size for name in BY_NAME]
    counts = [len(recorded(name).outcomes) for name in BY_NAME]
    assert (sum(counts) > 5_000, sum(sizes) < 1_600_000, min(counts) > 200) == (True, True, True)
