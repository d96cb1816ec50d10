"""The floor of coverage: what is measured, what is said about it, and that measuring changes nothing."""

import ast
import tomllib

from tests.coverage_floor import ROOT, report

TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
MEASURED = [file for package in TOOLS["slipcover"]["source"] for file in sorted((ROOT / package).rglob("*.py"))]
BRANCHING = (ast.If, ast.For, ast.While, ast.match_case)


def measured(reached: float, **missing: int) -> dict:
    files = {name: {"summary": {"missing_lines": count, "missing_branches": 0}} for name, count in missing.items()}
    return {"summary": {"percent_covered": reached}, "files": files}


def test_enough_is_enough_and_what_is_left_is_named_with_the_most_first():
    assert report(measured(90.0, whole=0, some=3, many=12), 90) == (
        True,
        [
            "90.00 % of lines and branches are reached; 90 % have to be.",
            "    12 not reached in many",
            "     3 not reached in some",
        ],
    )


def test_less_than_the_floor_fails_and_says_what_to_do():
    holds, lines = report(measured(89.99, many=12), 90)
    assert (holds, lines[0]) == (False, "89.99 % of lines and branches are reached; 90 % have to be.")
    assert lines[-1].startswith("Test what is new")


def test_every_package_is_measured_with_its_branches():
    assert (TOOLS["slipcover"]["branch"], set(TOOLS["slipcover"]["source"])) == (
        True,
        set(TOOLS["importlinter"]["root_packages"]),
    )


def taken_for_branches(source: str) -> list[tuple[int, int]]:
    """Return the pairs of numbers that name the line of a branch and another line, both of the pair's own function."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [pair for function in functions for pair in _pairs(function) if _could_be_a_mark(pair, function)]


def _pairs(function: ast.FunctionDef) -> list[tuple[object, ...]]:
    """Return the values of tuples of two, where they stand there as such."""
    tuples = [node for node in ast.walk(function) if isinstance(node, ast.Tuple) and len(node.elts) == 2]
    return [tuple(getattr(part, "value", None) for part in node.elts) for node in tuples]


def _could_be_a_mark(pair: tuple[object, ...], function: ast.FunctionDef) -> bool:
    branches = {getattr(node, "pattern", node).lineno for node in ast.walk(function) if isinstance(node, BRANCHING)}
    lines = range(function.lineno, function.end_lineno + 1)
    return pair[0] in branches and (pair[1] in lines or pair[1] == 0)


def test_no_pair_of_numbers_is_taken_for_a_branch():
    found = {str(file.relative_to(ROOT)): taken_for_branches(file.read_text(encoding="utf-8")) for file in MEASURED}
    pairs = {file: pairs for file, pairs in found.items() if pairs}
    assert pairs == {}, "SlipCover replaces these by its own: let them stand a line higher or lower"


def test_a_pair_that_names_its_own_branch_is_found_and_the_same_one_a_line_lower_is_not():
    source = "def body(status):\n    if status in (2, 3):\n        return None\n    return status\n"
    assert (taken_for_branches(source), taken_for_branches(f"\n{source}")) == ([(2, 3)], [])
