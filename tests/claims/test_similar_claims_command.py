"""similar_claims answers lines without a database, and says which line it cannot read."""

import json
import subprocess
import sys

from django.conf import settings

EARLIER = [
    {"id": 1, "text": "Norway banned whaling in 1986."},
    {"id": "b", "title": "No dolphins at Husavik", "text": "Iceland has no aquarium with dolphins."},
]


def answers(tmp_path, lines, earlier=EARLIER):
    path = tmp_path / "earlier.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in earlier))
    done = subprocess.run(
        [sys.executable, "manage.py", "similar_claims", "--among", str(path)],
        input="\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines),
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_each_line_gets_the_earlier_claims_best_first(tmp_path):
    code, [first, second], _ = answers(
        tmp_path,
        [{"id": "q", "text": "#Norway bans whaling in 1987 https://t.co/x"}, {"id": 7, "text": "Copper is red."}],
    )
    assert (code, first["id"], second) == (0, "q", {"id": 7, "similar": []})
    assert [(each["id"], each["how"], each["explanation"]) for each in first["similar"]] == [
        (1, "other_dates", "Same except for the dates: 1987 here, 1986 there.")
    ]


def test_a_title_counts_too(tmp_path):
    _, [answer], _ = answers(tmp_path, [{"id": 1, "text": "husavik"}])
    assert [each["id"] for each in answer["similar"]] == ["b"]


def test_lines_that_cannot_be_read_are_answered_and_the_others_too(tmp_path):
    bad = ["no json", "[1]", '{"id": 1}', '{"text": "x"}', '{"id": [1], "text": "x"}']
    good = {"id": 2, "text": "whaling"}
    code, found, errors = answers(tmp_path, [each for line in bad for each in (line, good)])
    assert (code, [list(answer) for answer in found[::2]]) == (1, [["id", "error"]] * len(bad))
    assert [answer["id"] for answer in found[1::2]] == [2] * len(bad)
    assert "5 of the lines could not be read" in errors


def test_earlier_claims_that_cannot_be_read_stop_it_with_the_line(tmp_path):
    code, found, errors = answers(tmp_path, [], earlier=[EARLIER[0], "no json"])
    assert (code, found) == (1, [])
    assert "Line 2 of" in errors
