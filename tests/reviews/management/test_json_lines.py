"""compare_quotes and check_claims as other programs use them: lines in, lines out, in order, without a database."""

import json
import os
import subprocess
import sys
from pathlib import Path

MANAGE = Path(__file__).parents[3] / "manage.py"


def run(command: str, *lines: bytes) -> tuple[int, list[dict]]:
    """Run a command on lines, with a database address at which nothing answers."""
    done = subprocess.run(
        [sys.executable, MANAGE, command],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        check=False,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_compare_quotes_answers_in_order_with_offsets_into_the_new_text():
    quote = "The dam holds 38 million cubic metres of water in spring."
    rows = [
        line(id="a", quote=quote, prefix="", suffix="", after=f"New: {quote}"),
        line(id="b", quote=quote, prefix="", suffix="", after=quote.replace("38", "35")),
    ]
    code, answers = run("compare_quotes", *rows)
    assert code == 0
    assert [(a["id"], a["change"], a["start"], a["end"]) for a in answers] == [
        ("a", "identical", 5, 5 + len(quote)),
        ("b", "number_changed", 0, len(quote)),
    ]
    assert list(answers[0]) == ["id", "change", "start", "end", "explanation"]


def test_check_claims_answers_with_outcome_kind_and_explanation():
    code, answers = run("check_claims", line(id=7, claim="The dam is 90 m high.", evidence="The dam is 90 ft high."))
    assert (code, answers) == (
        0,
        [
            {
                "id": 7,
                "outcome": "contradicts",
                "kind": "unit_swapped",
                "explanation": "The evidence says 90 ft, the claim 90 m: the number is the same, the unit is not.",
            }
        ],
    )


NO_JSON = "This line is not JSON in UTF-8; write one object on each line."
BAD_LINES = [
    (b"{", {"id": None, "error": NO_JSON}),
    (b'"\xff"', {"id": None, "error": NO_JSON}),
    (b"[1]", {"id": None, "error": "This line is not a JSON object; write one object with named fields on each line."}),
    (line(id=1, claim="x"), {"id": 1, "error": "The field “evidence” is missing; add it to the line."}),
    (line(id=1, claim="x", evidence=3), {"id": 1, "error": "The field “evidence” has to be text."}),
]


def test_a_bad_line_gets_a_sentence_and_the_next_one_its_answer():
    good = line(id=2, claim="The dam is 90 m high.", evidence="The dam is 90 m high.")
    code, answers = run("check_claims", *(each for bad, _ in BAD_LINES for each in (bad, good)))
    assert (code, answers[::2]) == (1, [answer for _, answer in BAD_LINES])
    assert [(answer["id"], answer["outcome"]) for answer in answers[1::2]] == [(2, "supports")] * len(BAD_LINES)
