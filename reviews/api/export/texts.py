"""Verdicts as JSON, NDJSON or CSV."""

import csv
import json
from collections.abc import Generator, Iterable
from io import StringIO

from core.admin.spreadsheets import BYTE_ORDER_MARK, disarmed
from reviews.api.export.columns import COLUMNS, cells

#: Rows come in chunks of JSON texts, as `rows.chunks` yields them.
Chunks = Iterable[list[str]]

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
    """Yield RFC 4180 CSV in UTF-8 behind its mark: every cell quoted, lines that end in CRLF, a line of names first.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; JSON is the lossless format.
    `citations` is a JSON array.
    """
    yield BYTE_ORDER_MARK + _lines([(*COLUMNS, "citations")])
    for rows in chunks:
        yield _lines([_cells(json.loads(row)) for row in rows])


def _lines(rows: Iterable[Iterable[object]]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def _cells(row: dict) -> list:
    return [*map(_cell, cells(row)), _spell(row["citations"])]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return disarmed(value) if isinstance(value, str) else value
