"""An install next year gets what was tested: every package that the requirements draw in has one exact version."""

import re

from packaging.requirements import Requirement

from tests.pins import ELSEWHERE, ROOT, constrained, drawn_in, installed, pins, required


def test_every_package_that_is_drawn_in_is_pinned_at_the_version_that_the_tests_run_with():
    here = installed()
    pinned = {**constrained(), **pins(required())}
    found = {name: here[name].version for name in drawn_in(required(), here)}
    assert {name: (version, pinned.get(name)) for name, version in found.items() if pinned.get(name) != version} == {}


def test_what_is_drawn_in_on_another_python_or_system_is_pinned_too():
    pinned = {**constrained(), **pins(required())}
    asked = {name for place in ELSEWHERE for name in drawn_in(required(), installed(), **place)}
    assert sorted(asked - set(pinned)) == []


def test_a_package_that_nobody_pinned_is_found_through_those_that_ask_for_it():
    asked = drawn_in([Requirement("django-allauth[mfa]==65.21.1")], installed())
    assert {"django", "asgiref", "fido2", "cryptography", "cffi", "pycparser"} <= set(asked)
    assert "fido2" not in drawn_in([Requirement("django-allauth==65.21.1")], installed())


def test_every_requirement_names_one_version():
    assert [str(line) for line in required() if len(pins([line])) != 1] == []


def test_the_constraints_pin_each_package_once_and_nothing_that_is_not_asked_for():
    asked = {name for place in ({}, *ELSEWHERE) for name in drawn_in(required(), installed(), **place)}
    assert (sorted(set(constrained()) - asked), sorted(set(constrained()) & set(pins(required())))) == ([], [])


def test_whatever_installs_the_requirements_has_the_constraints_at_hand():
    assert (ROOT / "requirements.txt").read_text().splitlines().count("-c config/constraints.txt") == 1
    copied, installs = (
        (ROOT / "Dockerfile").read_text().find(words)
        for words in ("COPY config/constraints.txt config/\n", "RUN pip install")
    )
    assert 0 < copied < installs
    stamp = re.search(r"^\$\(VENV\)/\.requirements: (.+?) \|", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert stamp[1].split() == ["requirements.txt", "config/constraints.txt"]
