"""What the documents say of themselves, of the files and of the tests is so."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DECISIONS = ROOT / "docs" / "decisions"
DECISION_FILES = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
FOLDERS = ("docs", "findings", "seeds", "core", "sources", "claims", "reviews")
#: Every document that people read here, by its path.
DOCUMENTS = sorted(
    str(path.relative_to(ROOT))
    for path in [*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))]
)
TITLE = re.compile(r"# (\d{4}) · (.+)")
PARTS = ["Context", "Decision", "Alternatives", "What would overturn it"]
HEAD = re.compile(r"- \*\*Date:\*\* \d{4}-\d{2}-\d{2}\n- \*\*Status:\*\* (accepted|superseded by (\d{4}))\n")


def parts_of(text: str) -> dict[str, str]:
    """Return what stands under each heading of the second level; "" is what stands before the first."""
    first, *others = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {"": first, **dict(zip(others[::2], others[1::2], strict=True))}


def faults_of_decision(name: str, text: str) -> list[str]:
    """Return what a decision lacks, by its file name and its text."""
    title = TITLE.match(text)
    parts = parts_of(text)
    return [
        fault
        for fault, is_so in {
            "a title with the number of its file": not title or not name.startswith(f"{title[1]}-"),
            "a date and a status": not HEAD.search(parts[""]),
            "the parts in their order": list(parts)[1:] != PARTS,
            "something in every part": not all(part.strip() for part in parts.values()),
            "an alternative with its reason": not re.search(
                r"^- \*\*.+\*\*", parts.get("Alternatives", ""), re.MULTILINE
            ),
        }.items()
        if is_so
    ]


@pytest.mark.parametrize("path", DECISION_FILES, ids=lambda path: path.name)
def test_a_decision_has_a_date_a_status_and_all_its_parts(path):
    assert faults_of_decision(path.name, path.read_text(encoding="utf-8")) == []


def test_what_a_decision_lacks_is_named():
    whole = DECISION_FILES[0].read_text(encoding="utf-8")
    name = DECISION_FILES[0].name
    assert faults_of_decision("0999-another.md", whole) == ["a title with the number of its file"]
    assert faults_of_decision(name, whole.replace("- **Status:** accepted", "")) == ["a date and a status"]
    assert faults_of_decision(name, whole.replace("## Context", "## Background")) == ["the parts in their order"]
    assert faults_of_decision(name, whole.partition("## Alternatives")[0]) == [
        "the parts in their order",
        "an alternative with its reason",
    ]


def test_every_decision_has_a_number_of_its_own_and_none_is_left_out():
    numbers = [int(path.name[:4]) for path in DECISION_FILES]
    assert [number for number, count in Counter(numbers).items() if count > 1] == []
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_supersedes_a_decision_is_one_that_came_later():
    superseded = {
        path.name[:4]: found[2]
        for path in DECISION_FILES
        if (found := HEAD.search(path.read_text(encoding="utf-8"))) and found[2]
    }
    numbers = {path.name[:4] for path in DECISION_FILES}
    assert {old: new for old, new in superseded.items() if new not in numbers or new <= old} == {}


def test_the_table_of_decisions_has_each_under_its_title():
    listed = re.findall(
        r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \|$", (DECISIONS / "README.md").read_text("utf-8"), re.MULTILINE
    )
    titles = [TITLE.match(path.read_text(encoding="utf-8")).groups() for path in DECISION_FILES]
    assert listed == [(number, path.name, title) for path, (number, title) in zip(DECISION_FILES, titles, strict=True)]


def names_of_tests(path: Path) -> set[str]:
    """Return the names of the tests of a module, those of its classes too."""
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }


def missing_tests(text: str) -> list[str]:
    """Return the tests that a text names, by file and function, and that are not there."""
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    return [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).is_file() or (name and name not in names_of_tests(ROOT / file))
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_test_that_a_document_names_is_there(name):
    assert missing_tests((ROOT / name).read_text(encoding="utf-8")) == []


def test_a_test_that_is_not_there_is_named():
    assert missing_tests("See `tests/test_documents.py::test_nothing` and `tests/test_nothing.py`.") == [
        "tests/test_documents.py::test_nothing",
        "tests/test_nothing.py::",
    ]


def test_each_promise_of_security_names_a_test_that_holds_it():
    promised = parts_of((ROOT / "SECURITY.md").read_text(encoding="utf-8"))["What is promised"]
    promises = re.split(r"^- \*\*", promised, flags=re.MULTILINE)[1:]
    assert len(promises) > 20
    assert [promise for promise in promises if not re.search(r"^  - `tests/", promise, re.MULTILINE)] == []


#: Kinds of change, by Keep a Changelog 1.1.0.
KINDS_OF_CHANGE = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_changelog_begins_with_what_is_to_come_and_goes_back_from_the_version_of_now():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *released = list(parts_of(text))[1:]
    versions = [re.fullmatch(r"\[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d{2}-\d{2})", each).groups() for each in released]
    numbers = [tuple(map(int, version[:3])) for version in versions]
    days = [version[3] for version in versions]
    assert first == "[Unreleased]"
    assert (numbers, days) == (sorted(numbers, reverse=True), sorted(days, reverse=True))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == ".".join(map(str, numbers[0]))
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= KINDS_OF_CHANGE


def test_the_list_of_findings_has_every_script_and_no_other():
    listed = re.findall(
        r"^\| \[(.+?)\]\((.+?)\) \|", (ROOT / "findings" / "README.md").read_text("utf-8"), re.MULTILINE
    )
    scripts = sorted(path.name for path in (ROOT / "findings").iterdir() if path.name != "README.md")
    assert listed == [(name.removesuffix(".sh"), name) for name in scripts]
