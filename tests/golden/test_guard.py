"""The guard of the outcomes: what it says where rules changed, and what may be recorded."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.language.dates import reading as dates
from claims.language.quantities import reading as quantities
from claims.language.units.vocabulary import SYMBOLS
from tests.golden import __main__ as command
from tests.golden import records
from tests.golden.domains import DOMAINS, Domain
from tests.golden.guard import COMMAND, Difference, RecordRefused, differences, fault_of, record_anew
from tests.golden.records import Record

BY_NAME = {domain.name: domain for domain in DOMAINS}
RULES, SPLITTER = "RULES_VERSION", "SPLITTER_VERSION"
#: For each domain the texts of a case, a rule that has its say in it, and what stands in its place.
SWITCHED: dict[str, tuple[tuple[str, ...], str, object]] = {
    "quantities": (
        ("It had more than 10 guns.",),
        "claims.language.quantities.building.comparator_before",
        lambda text, start: None,
    ),
    "dates": (
        ("It closed before 1990.", ""),
        "claims.language.dates.reading.bounded",
        lambda days, comparator: days,
    ),
    "splitting": (
        ("The Merlin tunnel is 12 km long. The Merlin tunnel is 19 km long.", ""),
        "claims.language.splitting.contradictions",
        lambda claims, text, published_on: [],
    ),
    "references": (
        ("Mira Castel left. It is late. The Merlin tunnel was shut. It is 12 km long.",),
        "claims.language.reference.discourse.is_expletive",
        lambda *_: True,
    ),
    "checks": (
        ("The mill employs 90 people.", "At the mill, as was said in May, 90 people worked."),
        "reviews.checking.decision.confidence",
        lambda *_: 0.0,
    ),
    "quote_changes": (
        (
            "The mayor took the money from the harbour fund.",
            "",
            "",
            "The mayor allegedly took the money from the harbour fund.",
        ),
        "reviews.checking.differences.HEDGES",
        frozenset(),
    ),
}


def small(name: str, *cases: tuple[str, ...]) -> Domain:
    """A domain with a few cases of its own, and with no others."""
    return replace(BY_NAME[name], cases=lambda: cases or (SWITCHED[name][0],), borrowed=tuple)


@pytest.fixture
def raise_version(monkeypatch) -> Callable[..., None]:
    modules = {RULES: "reviews.checking.versions", SPLITTER: "claims.language.splitting"}

    def raise_version(*constants: str, to: str = "rules-99") -> None:
        for constant in constants:
            monkeypatch.setattr(f"{modules[constant]}.{constant}", to)

    return raise_version


@pytest.fixture
def switch(monkeypatch) -> Iterator[Callable[[str], None]]:
    """A way to put something else in the place of the rule of a domain; nothing that was read before is remembered."""

    def switch(name: str) -> None:
        _, rule, other = SWITCHED[name]
        monkeypatch.setattr(rule, other)
        forget()

    def forget() -> None:
        for reading in (dates, quantities):
            reading._read_again.cache_clear()

    yield switch
    forget()


def fault(domain: Domain, folder: Path) -> str:
    return fault_of(domain, records.read(records.path_of(domain.name, folder), domain.fields))


@pytest.mark.parametrize("name", SWITCHED)
def test_a_switched_rule_is_a_fault_until_its_versions_are_raised_and_the_outcomes_recorded(
    name, tmp_path, switch, raise_version
):
    domain = small(name)
    versions = [version.constant for version in domain.versions]
    record_anew(domain, tmp_path)
    assert fault(domain, tmp_path) == ""
    switch(name)
    said = fault(domain, tmp_path)
    assert said.startswith(f"1 outcomes of {name} differ while ")
    assert [f"  raise {version.constant}: {version.how_to_raise};" in said for version in domain.versions] == [
        True
    ] * len(versions)
    assert (COMMAND in said, f"  {domain.fields[0]}: {SWITCHED[name][0][0]}\n" in said) == (True, True)
    with pytest.raises(RecordRefused, match=f"1 outcomes of {name} differ"):
        record_anew(domain, tmp_path)
    raise_version(*versions)
    assert "are not recorded under" in fault(domain, tmp_path)
    record_anew(domain, tmp_path)
    assert fault(domain, tmp_path) == ""


@pytest.mark.parametrize(("raised", "left"), [(RULES, SPLITTER), (SPLITTER, RULES)])
def test_a_change_of_quantities_has_to_raise_both_versions(tmp_path, switch, raise_version, raised, left):
    domain = small("quantities")
    record_anew(domain, tmp_path)
    switch("quantities")
    raise_version(raised)
    said = fault(domain, tmp_path)
    assert (f"raise {left}:" in said, f"raise {raised}:" in said) == (True, False)
    with pytest.raises(RecordRefused):
        record_anew(domain, tmp_path)


def test_a_version_that_was_raised_for_others_is_recorded_before_anything_changes_under_it(tmp_path, raise_version):
    domain = small("quantities")
    record_anew(domain, tmp_path)
    raise_version(RULES)
    assert fault(domain, tmp_path) == (
        "The outcomes of quantities are not recorded under RULES_VERSION rules-99 and SPLITTER_VERSION rules-4. "
        f"Run {COMMAND}"
    ).replace("rules-4", domain.versions[1].present())
    record_anew(domain, tmp_path)
    assert fault(domain, tmp_path) == ""


def test_a_version_does_not_go_back(tmp_path, raise_version):
    domain = small("checks")
    raise_version(RULES, to="12")
    record_anew(domain, tmp_path)
    raise_version(RULES, to="11")
    with pytest.raises(RecordRefused, match="RULES_VERSION went back from 12 to 11."):
        record_anew(domain, tmp_path)


def test_cases_are_added_under_a_version_and_none_is_dropped(tmp_path):
    first, second = ("It has 4 doors.",), ("It has 5 doors.",)
    record_anew(small("quantities", first), tmp_path)
    assert fault(small("quantities", second), tmp_path) == (
        f"1 cases of quantities are not recorded, such as {second}. Run {COMMAND}"
    )
    record_anew(small("quantities", second), tmp_path)
    assert fault(small("quantities", first, second), tmp_path) == ""


def test_under_raised_versions_cases_that_nobody_makes_any_more_are_dropped(tmp_path, raise_version):
    first, second = ("It has 4 doors.",), ("It has 5 doors.",)
    record_anew(small("quantities", first), tmp_path)
    raise_version(RULES, SPLITTER)
    domain = small("quantities", second)
    record_anew(domain, tmp_path)
    assert list(records.read(records.path_of("quantities", tmp_path), domain.fields).outcomes) == [second]


def test_one_more_unit_is_a_change_of_the_rules(tmp_path, monkeypatch):
    domain = BY_NAME["units"]
    record = records.read(records.path_of("units"), domain.fields)
    monkeypatch.setitem(SYMBOLS, "kq", ("kilogram",))
    now = ("7.5 kq: 7.45 .. 7.55 kilogram, mass",)
    assert differences(domain, record) == [Difference(("kq",), None, now)]
    assert "raise RULES_VERSION" in fault_of(domain, record)


def test_a_unit_that_means_something_else_is_a_change_of_the_rules(monkeypatch):
    domain = BY_NAME["units"]
    record = records.read(records.path_of("units"), domain.fields)
    monkeypatch.setitem(SYMBOLS, "klx", ("lux",))
    [difference] = differences(domain, record)
    assert (difference.case, difference.was, difference.now) == (
        ("klx",),
        ("7.5 klx: 7450 .. 7550 kilolux, illuminance",),
        ("7.5 klx: 7.45 .. 7.55 lux, illuminance",),
    )


def test_any_text_is_written_and_read_back(tmp_path):
    odd = "a\\b \\u{20} \n\n\t\u00a0\u200b\u202e= text: “x” \ud7ff🚀 "
    record = Record({RULES: "3"}, {(odd, ""): (odd, ""), ("", odd): ()})
    records.write(tmp_path / "odd.txt", ("one", "other"), record)
    assert records.read(tmp_path / "odd.txt", ("one", "other")) == record
    assert all(line == line.rstrip(" ") for line in (tmp_path / "odd.txt").read_text(encoding="utf-8").split("\n"))


def test_a_file_that_is_no_record_is_refused_with_its_line(tmp_path):
    (tmp_path / "odd.txt").write_text("version RULES_VERSION 3\n\ntext: x\nnonsense\n", encoding="utf-8")
    with pytest.raises(ValueError, match="odd.txt has a line that does not begin with “=”: nonsense"):
        records.read(tmp_path / "odd.txt", ("text",))


def test_the_command_records_compares_and_refuses(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "DOMAINS", [small("quote_changes")])
    assert command.main(["record"], tmp_path) == command.main([], tmp_path) == 0
    assert capsys.readouterr().out == "quote_changes: 1 outcomes recorded\nquote_changes: 1 outcomes as recorded\n"
    _, rule, other = SWITCHED["quote_changes"]
    monkeypatch.setattr(rule, other)
    assert command.main([], tmp_path) == command.main(["record"], tmp_path) == 1
    said = capsys.readouterr()
    assert ("  was: hedge 10-57\n  now: wording 10-57\n" in said.out, "not recorded" in said.err) == (True, True)
    assert command.main(["recrod"], tmp_path) == 2


def test_the_day_of_publication_is_part_of_a_case():
    dates = BY_NAME["dates"]
    assert [dates.answer("It closed last year.", written) for written in ("", date(2023, 5, 1).isoformat())] == [
        ("last year at 10: = None .. None, year, relative",),
        ("last year at 10: = 2022-01-01 .. 2022-12-31, year, relative",),
    ]
