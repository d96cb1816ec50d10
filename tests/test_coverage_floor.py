"""The floor of coverage: what is measured, and what is said about it."""

import tomllib

from tests.coverage_floor import ROOT, report


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
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert (tools["slipcover"]["branch"], set(tools["slipcover"]["source"])) == (
        True,
        set(tools["importlinter"]["root_packages"]),
    )
