"""Verdicts as a workbook: a sheet of verdicts, and a sheet of what they rest on."""

import json
from collections.abc import Generator

from core.admin.workbooks import Workbook
from reviews.api.export.columns import CITATION_COLUMNS, COLUMNS, cells, citation_cells
from reviews.api.export.texts import Chunks


def as_xlsx(chunks: Chunks) -> Generator[bytes]:
    """Yield XLSX. Its index stands at the end of the file, so that one that breaks off cannot be opened."""
    with Workbook() as book:
        verdicts, citations = book.sheet("Verdicts", COLUMNS), book.sheet("Citations", CITATION_COLUMNS)
        for rows in chunks:
            for row in map(json.loads, rows):
                verdicts.write(cells(row))
                for citation in row["citations"]:
                    citations.write(citation_cells(row["id"], citation))
        yield from book.pieces()
