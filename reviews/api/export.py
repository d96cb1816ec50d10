"""Every verdict as one stream of bytes: JSON, NDJSON or CSV."""

import csv
import json
from collections.abc import Callable, Generator, Iterable
from io import StringIO

from core.admin.spreadsheets import disarmed

#: Rows come in chunks of JSON texts, as `rows.chunks` yields them.
Chunks = Iterable[list[str]]

COLUMNS = (
    "id",
    "claim_id",
    "claim_text",
    "article_id",
    "article_title",
    "article_url",
    "article_published_on",
    "rating",
    "rationale",
    "round",
    "supersedes",
    "superseded_by",
    "stands",
    "endangered",
    "published_at",
    "ledger_seq",
    "ledger_hash",
    "citations",
)

#: One encoder for all cells: json.dumps would make a new one for each.
_spell = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_json(chunks: Chunks) -> Generator[bytes]:
    """Yield one JSON array; its closing bracket comes only after the last row."""
    separator = "[\n"
    for rows in chunks:
        yield (separator + ",\n".join(rows)).encode()
        separator = ",\n"
    yield b"[]\n" if separator == "[\n" else b"\n]\n"


def as_ndjson(chunks: Chunks) -> Generator[bytes]:
    """Yield one JSON object per line."""
    for rows in chunks:
        yield ("\n".join(rows) + "\n").encode()


def as_csv(chunks: Chunks) -> Generator[bytes]:
    """Yield RFC 4180 CSV in UTF-8: every cell quoted, lines that end in CRLF, a line of names first.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; JSON is the lossless format.
    `citations` is a JSON array.
    """
    yield _lines([COLUMNS])
    for rows in chunks:
        yield _lines([_cells(json.loads(row)) for row in rows])


#: Format, as in the address and the option of the command: how to write it, and what to call it in a header.
FORMATS: dict[str, tuple[Callable[[Chunks], Generator[bytes]], str]] = {
    "json": (as_json, "application/json"),
    "ndjson": (as_ndjson, "application/x-ndjson"),
    "csv": (as_csv, "text/csv; charset=utf-8; header=present"),
}


def _lines(rows: Iterable[Iterable[object]]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def _cells(row: dict) -> tuple:
    claim, article = row["claim"], row["claim"]["article"]
    return (
        row["id"],
        claim["id"],
        disarmed(claim["text"]),
        article["id"],
        disarmed(article["title"]),
        disarmed(article["url"]),
        article["published_on"],
        row["rating"],
        disarmed(row["rationale"]),
        row["round"],
        row["supersedes"],
        row["superseded_by"],
        _spell(row["stands"]),
        _spell(row["endangered"]),
        row["published_at"],
        row["ledger"]["seq"],
        row["ledger"]["hash"],
        _spell(row["citations"]),
    )
