"""An application for a real server: an export whose rows end, or break off, after the first chunk."""

from collections.abc import Callable, Iterator

from reviews.api.export.texts import as_ndjson


def application(environ: dict, start_response: Callable) -> Iterator[bytes]:
    start_response("200 OK", [("Content-Type", "application/x-ndjson")])
    return as_ndjson(_chunks(breaks=environ["PATH_INFO"] == "/breaks"))


def _chunks(*, breaks: bool) -> Iterator[list[str]]:
    yield ['{"id":1}', '{"id":2}']
    if breaks:
        raise RuntimeError("The database went away.")
    yield ['{"id":3}']
