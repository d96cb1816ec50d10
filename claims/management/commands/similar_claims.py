"""similar_claims: which earlier claims say the same as a text, JSON lines in and out, without a database."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.similarity import ClaimIndex, compare

SHOWN = 10


class Command(BaseCommand):
    """Reads {"id", "text"} lines on standard input and answers each with {"id", "similar"}, in order."""

    help = (
        'Read {"id","text"} lines and write {"id","similar":[{"id","score","how","explanation"}]} lines, best first. '
        'The earlier claims are {"id","text"} lines of the file after --among; where a line has a "title", it counts too.'
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--among", required=True, metavar="FILE", type=Path)
        parser.add_argument("--limit", type=int, default=SHOWN, help=f"Maximum number to show; default {SHOWN}.")

    def handle(self, *args, **options):
        texts = dict(_earlier(options["among"]))
        earlier = ClaimIndex(texts.items())
        bad = 0
        for line in sys.stdin.buffer:
            if not line.strip():
                continue
            answer = _answer(line, earlier, texts, limit=options["limit"])
            bad += "error" in answer
            written = json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace")
            self.stdout.write(written.decode())
        if bad:
            raise CommandError(f"{bad} of the lines could not be read; their answers say why.", returncode=1)


def _earlier(path: Path) -> Iterator[tuple[str | int, str]]:
    """Yield id and text of every claim of the file. Raises CommandError where a line cannot be read."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}. Name a file of JSON lines.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row, problem = _read(line)
        if problem:
            raise CommandError(f"Line {number} of {path}: {problem}")
        title = row.get("title")
        yield row["id"], f"{title} {row['text']}" if isinstance(title, str) else row["text"]


def _answer(line: bytes, earlier: ClaimIndex, texts: dict, *, limit: int) -> dict:
    row, problem = _read(line)
    if problem:
        return {"id": row.get("id"), "error": problem}
    similar = []
    for each in earlier.similar_to(row["text"], limit=limit):
        found = compare(row["text"], texts[each.id])
        similar.append(
            {"id": each.id, "score": round(each.score, 4), "how": found.how, "explanation": found.explanation}
        )
    return {"id": row["id"], "similar": similar}


def _read(line: bytes) -> tuple[dict, str]:
    """Return the object of a line and what is wrong with it: a sentence, empty if nothing is."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}, "This line is not JSON in UTF-8. Write one object with id and text on each line."
    if not isinstance(row, dict):
        return {}, "This line is JSON but not an object. Write one object with id and text on each line."
    if not isinstance(row.get("id"), str | int):
        return row, "This line has no id. Add an id field that holds a string or a whole number."
    if not isinstance(row.get("text"), str):
        return row, "This line has no text. Add a text field that holds a string."
    return row, ""
