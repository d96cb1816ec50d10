"""The table of what each version covers is the code's own: no rule that is reached is left out, and none is named in vain."""

from dataclasses import replace
from functools import cache

import grimp
import pytest

from tests.golden.domains import DOMAINS
from tests.golden.versions import VERSIONS, Version, versions_of

RULES, SPLITTER = VERSIONS


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("claims", "reviews")


def reached(version: Version) -> set[str]:
    """Every module that the functions of a version rest on, however far away."""
    entries = {module for entry in version.entries for module in {entry, *graph().find_descendants(entry)}}
    return entries | {below for module in entries for below in graph().find_upstream_modules(module)}


def uncovered(version: Version) -> set[str]:
    return {module for module in reached(version) if not version.covers(module)}


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.constant)
def test_everything_that_is_reached_is_covered(version: Version):
    assert uncovered(version) == set()


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.constant)
def test_everything_that_is_covered_is_reached(version: Version):
    modules = reached(version)
    assert [
        rules for rules in version.rules if not any(f"{module}.".startswith(f"{rules}.") for module in modules)
    ] == []


def test_control_a_package_that_is_left_out_of_the_table_is_found():
    shorter = replace(RULES, rules=tuple(rules for rules in RULES.rules if rules != "claims.language.dates"))
    assert "claims.language.dates.reading" in uncovered(shorter)


def test_what_reads_values_raises_both_versions_and_everything_else_one():
    both = ("claims.language.quantities", "claims.language.dates", "claims.language.units.vocabulary")
    assert [versions_of(package) for package in both] == [(RULES, SPLITTER)] * 3
    assert [versions_of(package) for package in ("claims.anchoring", "reviews.checking")] == [(RULES,)] * 2
    assert versions_of("claims.language.clauses") == (SPLITTER,)
    assert versions_of("claims.similarity") == ()


def test_every_domain_shows_rules_that_a_version_covers():
    assert {domain.name: [version.constant for version in domain.versions] for domain in DOMAINS} == {
        "units": ["RULES_VERSION", "SPLITTER_VERSION"],
        "quantities": ["RULES_VERSION", "SPLITTER_VERSION"],
        "dates": ["RULES_VERSION", "SPLITTER_VERSION"],
        "splitting": ["SPLITTER_VERSION"],
        "references": ["SPLITTER_VERSION"],
        "checks": ["RULES_VERSION"],
        "quote_changes": ["RULES_VERSION"],
    }


def test_the_version_that_stands_in_the_code_is_the_one_that_is_compared(monkeypatch):
    monkeypatch.setattr(f"{SPLITTER.module}.{SPLITTER.constant}", "rules-99")
    assert SPLITTER.present() == "rules-99"
