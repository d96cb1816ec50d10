"""Commands that answer each JSON line of standard input with one JSON line, in order."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

Row = dict[str, object]


def answer_lines(required: Sequence[str], answer: Callable[[Row], Row]) -> None:
    """Answer every line of standard input, and exit with code 1 at the end if one could not be read.

    A line is an object with an "id" and the required text fields; its answer is written with the same id.
    """
    answer_batches(required, lambda rows: map(answer, rows), size=1)


def answer_batches(required: Sequence[str], answer: Callable[[list[Row]], Iterable[Row]], *, size: int) -> None:
    """Answer the lines of standard input as answer_lines does, `size` of them at a time."""
    failures = 0
    lines = (line for line in sys.stdin.buffer if line.strip())
    while batch := list(islice(lines, size)):
        read = [read_row(line, required) for line in batch]
        answers = iter(answer([row for row, problem in read if not problem]))
        for row, problem in read:
            failures += bool(problem)
            result = {"error": problem} if problem else next(answers)
            written = json.dumps({"id": row.get("id"), **result}, ensure_ascii=False) + "\n"
            # Half a surrogate pair, which JSON allows and UTF-8 does not, goes out as the escape it came in as.
            sys.stdout.buffer.write(written.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    if failures:
        raise SystemExit(1)


def read_row(line: bytes, required: Sequence[str]) -> tuple[Row, str]:
    """Return the object of a line and what is wrong with it: a sentence, empty if nothing is."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}, "This line is not JSON in UTF-8; write one object on each line."
    if not isinstance(row, dict):
        return {}, "This line is not a JSON object; write one object with named fields on each line."
    missing = [name for name in ("id", *required) if name not in row]
    if missing:
        return row, f"The field “{missing[0]}” is missing; add it to the line."
    wrong = [name for name in required if not isinstance(row[name], str)]
    if wrong:
        return row, f"The field “{wrong[0]}” has to be text."
    return row, ""
