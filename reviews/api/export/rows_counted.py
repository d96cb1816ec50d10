"""How many rows left in exports, as Prometheus reads it at /metrics."""

from collections.abc import Generator

from prometheus_client import Counter

from reviews.api.export.texts import Chunks

ROWS = Counter("plumbline_export_rows_total", "Rows that were written into exports, by format.", ("format",))


def counted(chunks: Chunks, *, form: str) -> Generator[list[str]]:
    """Yield the chunks, counting their rows as they leave."""
    rows = ROWS.labels(form)
    for chunk in chunks:
        yield chunk
        rows.inc(len(chunk))
