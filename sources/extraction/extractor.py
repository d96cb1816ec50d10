"""Extract the text of every kind of file: each has its own parser, untrusted ones run in a child process."""

import re
from dataclasses import replace

from sources.extraction.kinds import FileKind, detect_kind
from sources.extraction.limits import MAX_BYTES
from sources.extraction.lookalikes import warn_of_lookalikes
from sources.extraction.plain import extract_plain
from sources.extraction.results import ExtractedText, ExtractionRefused
from sources.extraction.sandbox import extract_in_child

_DECLARED_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def extract(data: bytes, *, filename: str | None = None, declared_type: str | None = None) -> ExtractedText:
    """Return the text of a TXT, HTML, PDF or DOCX file.

    `filename` matters by its ending only; `declared_type` is a Content-Type header, its charset included. HTML, PDF
    and DOCX are parsed in a child process with limits. Raises ExtractionRefused, whose codes are the keys of REFUSALS.
    """
    if len(data) > MAX_BYTES:
        raise ExtractionRefused("too_big")
    if not data:
        raise ExtractionRefused("empty")
    kind = detect_kind(data, filename, declared_type)
    charset = _DECLARED_CHARSET.search(declared_type or "")
    declared_charset = charset[1] if charset else None
    extracted = (
        extract_plain(data, declared_charset)
        if kind is FileKind.TEXT
        else extract_in_child(data, kind, declared_charset)
    )
    return replace(extracted, warnings=extracted.warnings + warn_of_lookalikes(extracted.text))
