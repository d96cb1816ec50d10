"""manage.py read_quantities: JSON lines in, JSON lines out, in order."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command


def run(monkeypatch, *lines):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\n".join(lines))))
    out = io.StringIO()
    try:
        call_command("read_quantities", stdout=out)
        problem = None
    except CommandError as error:
        problem = error
    return [json.loads(line) for line in out.getvalue().splitlines()], problem


def test_each_line_is_answered_in_order(monkeypatch):
    answers, problem = run(monkeypatch, b'{"id": "b", "text": "It weighs 5.5 t."}', b'{"id": 1, "text": "None here."}')
    assert answers == [
        {
            "id": "b",
            "quantities": [
                {
                    "surface": "5.5 t",
                    "start": 10,
                    "end": 15,
                    "low": "5450",
                    "high": "5550",
                    "unit": "tonne",
                    "dimension": "mass",
                    "comparator": "=",
                }
            ],
        },
        {"id": 1, "quantities": []},
    ]
    assert problem is None


def test_a_bad_line_is_answered_with_a_sentence_and_the_rest_goes_on(monkeypatch):
    answers, problem = run(
        monkeypatch, b"not json", b"\xff\xfe", b"[1]", b'{"id": 7}', b'{"id": 8, "text": "none"}', b""
    )
    assert [(answer["id"], "error" in answer) for answer in answers] == [
        (None, True),
        (None, True),
        (None, True),
        (7, True),
        (8, False),
    ]
    assert problem is not None
    assert problem.returncode == 1


@pytest.mark.parametrize("text", ["\ud800", "\u0000", "5 \ud83d"])
def test_odd_characters_in_json_are_answered(monkeypatch, text):
    answers, problem = run(monkeypatch, json.dumps({"id": 1, "text": text}).encode())
    assert [answer["id"] for answer in answers] == [1]
    assert problem is None
