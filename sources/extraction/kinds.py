"""Which kind of file some bytes are: by what they begin with, held against the name and the declared type."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from sources.extraction.results import ExtractionRefused


class FileKind(StrEnum):
    """The kinds of file that can be read; the value is the media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_BY_ENDING = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
}
_BY_TYPE = {kind.value: kind for kind in FileKind} | {
    "application/xhtml+xml": FileKind.HTML,
    "text/markdown": FileKind.TEXT,
    "application/x-pdf": FileKind.PDF,
}
_UNREADABLE_ENDINGS = frozenset(
    {".rtf", ".odt", ".pages", ".epub", ".xls", ".xlsx", ".ppt", ".pptx", ".ods", ".odp", ".zip", ".rar", ".7z"}
    | {
        ".gz",
        ".tar",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".tif",
        ".tiff",
        ".mp3",
        ".mp4",
        ".exe",
        ".docm",
        ".json",
    }
)
_UNREADABLE_STARTS = (
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"RIFF",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_MARK = b"%PDF-"
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


def detect_kind(data: bytes, filename: str | None, declared_type: str | None) -> FileKind:
    """Name the kind of a file.

    The name's ending and the first bytes must agree where both are known. A declared type (the header of a server)
    settles only what the ending leaves open, since servers often declare the wrong one for PDF and DOCX.
    Raises ExtractionRefused: "mismatch", "unsupported", "old_word".
    """
    ending = PurePosixPath((filename or "").lower().replace("\\", "/")).suffix
    named = _BY_ENDING.get(ending)
    declared = _BY_TYPE.get((declared_type or "").split(";")[0].strip().lower())
    if ending in _UNREADABLE_ENDINGS:
        raise ExtractionRefused("unsupported")
    seen = _binary_kind(data, named or declared)
    if seen is not None:
        if named not in (None, seen):
            raise ExtractionRefused("mismatch")
        return seen
    claimed = named or declared
    if claimed in (FileKind.PDF, FileKind.DOCX):
        raise ExtractionRefused("mismatch")
    return claimed or (FileKind.HTML if _HTML_START.match(data[:4096]) else FileKind.TEXT)


def _binary_kind(data: bytes, claimed: FileKind | None) -> FileKind | None:
    if data.startswith(_OLD_OFFICE):
        raise ExtractionRefused("old_word")
    if data.startswith(_UNREADABLE_STARTS):
        raise ExtractionRefused("unsupported" if claimed is None else "mismatch")
    if data.startswith(_ZIP_STARTS):
        return FileKind.DOCX
    head = data[:1024]
    # Junk before the mark is allowed by readers; in a file that claims to be text it may be an article about PDF.
    if head.lstrip().startswith(_PDF_MARK) or (claimed is FileKind.PDF and _PDF_MARK in head):
        return FileKind.PDF
    return None
