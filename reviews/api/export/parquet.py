"""Verdicts as Parquet, where pyarrow is installed: `pip install "plumbline[parquet]"`."""

import json
from collections.abc import Generator
from importlib.util import find_spec
from tempfile import TemporaryFile

from core.admin.workbooks import pieces_of
from reviews.api.export.columns import CITATION_COLUMNS, COLUMNS, cells, citation_cells
from reviews.api.export.texts import Chunks

#: Columns of whole numbers and of true and false; all others are texts.
_NUMBERS = {
    "id",
    "claim_id",
    "article_id",
    "round",
    "supersedes",
    "superseded_by",
    "ledger_seq",
    "coverage_settled",
    "coverage_total",
}
_TRUTHS = {"stands", "endangered"}
_CITATION_NUMBERS = {"verdict_id", "citation_id", "start", "end", "source_id", "snapshot_id"}


class ParquetMissing(Exception):
    """pyarrow is not installed here."""

    def __init__(self) -> None:
        super().__init__("Parquet needs pyarrow, which is not installed here. Install it, or choose another format.")


def check_installed() -> None:
    """Raise ParquetMissing where there is no pyarrow."""
    if find_spec("pyarrow") is None:
        raise ParquetMissing


def as_parquet(chunks: Chunks) -> Generator[bytes]:
    """Yield Parquet: a row for each verdict, its citations a list of records. Raises ParquetMissing before the first byte.

    Its schema stands at the end of the file, so that one that breaks off cannot be opened.
    """
    check_installed()
    # Only here: it takes a second and 50 MB, and is an extra.
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    cited = pa.struct(
        [(name, pa.int64() if name in _CITATION_NUMBERS else pa.string()) for name in CITATION_COLUMNS[1:]]
    )
    kinds = {**dict.fromkeys(_NUMBERS, pa.int64()), **dict.fromkeys(_TRUTHS, pa.bool_())}
    schema = pa.schema([*((name, kinds.get(name, pa.string())) for name in COLUMNS), ("citations", pa.list_(cited))])
    with TemporaryFile() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for rows in chunks:
                writer.write_table(pa.Table.from_pylist([_record(json.loads(row)) for row in rows], schema=schema))
        yield from pieces_of(file)


def _record(row: dict) -> dict:
    citations = [
        dict(zip(CITATION_COLUMNS[1:], citation_cells(row["id"], citation)[1:], strict=True))
        for citation in row["citations"]
    ]
    return {**dict(zip(COLUMNS, cells(row), strict=True)), "citations": citations}
