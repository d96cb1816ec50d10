"""An export of the library as a file: a ZIP with one row a line, and each stored file once, named by its SHA-256."""

import hashlib
import json
import shutil
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from claims.models import Article
from sources.extraction import MAX_BYTES
from sources.models import Blob, Document, Snapshot
from sources.services import StoredVersion

ROWS, FILES = "library.ndjson", "files/"
#: Bytes of one row; each version of a source takes some two hundred.
MOST_IN_ROW = 20_000_000
#: What zipfile raises for a damaged file; RuntimeError also where a file is encrypted or its compression is unknown.
_DAMAGED = (KeyError, BadZipFile, zlib.error, EOFError, RuntimeError)


class LibraryTooLarge(Exception):
    """A source with more versions than the import reads; the message names it."""


class LibraryUnreadable(Exception):
    """A file, or a row of it, that no export wrote; the message says what is wrong."""


def write_library(file: BinaryIO, *, seen: Callable[[], object]) -> tuple[int, int]:
    """Write every source of the library and every article. Return how many there were of each.

    `seen` is called for each row. Memory holds one file at a time. Raises LibraryTooLarge.
    """
    sources = articles = 0
    written: set[str] = set()
    # An archive takes one file after the other: the rows wait beside it until theirs can be written.
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, TemporaryFile() as rows:
        for document in Document.objects.library().order_by("pk").iterator():
            versions = document.snapshots.captured().defer("text").order_by("captured_at", "pk")
            row: dict[str, Any] = {
                "kind": "source",
                "versions": [_version(archive, each, written) for each in versions],
            }
            if row["versions"]:
                told = ("url", "title", "publisher", "grade")
                rows.write(_line(row | {name: getattr(document, name) for name in told}))
                sources += 1
            seen()
        known = Article.objects.filter(duplicate_of=None, snapshot__state=Snapshot.State.DONE)
        for article in known.select_related("snapshot__document").defer("snapshot__text").order_by("pk").iterator():
            row = {
                "kind": "article",
                "url": article.snapshot.document.url,
                "title": article.title,
                "published_on": article.published_on and article.published_on.isoformat(),
                "readers": article.judgements_required,
                "versions": [_version(archive, article.snapshot, written)],
            }
            rows.write(_line(row))
            articles += 1
            seen()
        rows.seek(0)
        with archive.open(ROWS, "w", force_zip64=True) as written_rows:
            shutil.copyfileobj(rows, written_rows)
    return sources, articles


def read_rows(archive: ZipFile) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each row with the number of its line. Raises LibraryUnreadable for a file that no export wrote."""
    try:
        with archive.open(ROWS) as rows:
            for number, line in enumerate(iter(lambda: rows.readline(MOST_IN_ROW + 1), b""), 1):
                if len(line) > MOST_IN_ROW:
                    raise LibraryUnreadable(f"Line {number} is longer than any export writes.")
                yield number, json.loads(line.decode())
    except (*_DAMAGED, ValueError) as fault:
        raise LibraryUnreadable("This is not an export of a library, or it is damaged.") from fault


def versions_of(archive: ZipFile, row: dict[str, Any], *, at: datetime) -> list[StoredVersion]:
    """Return the versions of a row with their bytes. Raises LibraryUnreadable where a file is missing or is another one."""
    try:
        told = [
            (each["sha256"], each["content_type"], datetime.fromisoformat(each["captured_at"]), each["encoding"])
            for each in row["versions"]
        ]
    except (KeyError, TypeError, ValueError) as fault:
        raise LibraryUnreadable("This row lacks a version, or part of one.") from fault
    if not told or any(moment.tzinfo is None or moment > at for _sha, _type, moment, _encoding in told):
        raise LibraryUnreadable("This row has no version, or one from the future.")
    return [
        StoredVersion(_bytes(archive, sha256), content_type, moment, encoding)
        for sha256, content_type, moment, encoding in told
    ]


def _bytes(archive: ZipFile, sha256: str) -> bytes:
    try:
        with archive.open(f"{FILES}{sha256}") as file:
            data = file.read(MAX_BYTES + 1)
    except _DAMAGED as fault:
        raise LibraryUnreadable(f"The file {sha256} is missing or damaged.") from fault
    if len(data) > MAX_BYTES or hashlib.sha256(data).hexdigest() != sha256:
        raise LibraryUnreadable(f"The file {sha256} has other bytes than its name says.")
    return data


def _version(archive: ZipFile, snapshot: Snapshot, written: set[str]) -> dict[str, str]:
    sha256 = snapshot.blob_id or ""
    if sha256 not in written:
        archive.writestr(f"{FILES}{sha256}", bytes(Blob.objects.get(pk=sha256).data))
        written.add(sha256)
    charset = f"; charset={snapshot.charset}" if snapshot.charset else ""
    return {
        "sha256": sha256,
        "content_type": snapshot.media_type + charset,
        "encoding": snapshot.chosen_encoding,
        "captured_at": snapshot.captured_at.isoformat() if snapshot.captured_at else "",
    }


def _line(row: dict[str, Any]) -> bytes:
    line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
    if len(line) > MOST_IN_ROW:
        raise LibraryTooLarge(f"“{row['title']}” has more versions than one row of an export may hold.")
    return line
