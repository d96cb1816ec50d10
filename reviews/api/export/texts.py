"""Verdicts as JSON, NDJSON or CSV."""

from collections.abc import Generator, Iterable

from core.formula_cells import BYTE_ORDER_MARK
from reviews.api.export.columns import COLUMNS

#: Rows come in chunks of texts, JSON where nothing else is said, as `rows.chunks` yields them.
Chunks = Iterable[list[str]]


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

    Rows come as lines, as `rows.as_csv_line` spells them: a cell that a spreadsheet would run as a formula has an
    apostrophe in front. JSON is the lossless format. `citations` is a JSON array.
    """
    names = ",".join(f'"{name}"' for name in (*COLUMNS, "citations"))
    yield BYTE_ORDER_MARK + f"{names}\r\n".encode()
    for rows in chunks:
        yield ("\r\n".join(rows) + "\r\n").encode()
