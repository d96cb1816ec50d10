"""Extract the text of every kind of file: each has its own parser, untrusted ones run in a child process."""

import codecs
import re
from dataclasses import replace

from sources.extraction.characters import decode
from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.kinds import FileKind, detect_kind
from sources.extraction.limits import MAX_BYTES
from sources.extraction.lookalikes import warn_of_lookalikes
from sources.extraction.plain import extract_plain
from sources.extraction.results import ExtractedText, ExtractionRefused
from sources.extraction.sandbox import extract_in_child

_DECLARED_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def extract(
    data: bytes,
    *,
    filename: str | None = None,
    declared_type: str | None = None,
    chosen_encoding: str | None = None,
) -> ExtractedText:
    """Return the text of a TXT, HTML, PDF or DOCX file.

    `filename` matters by its ending only; `declared_type` is a Content-Type header, its charset included. In
    `chosen_encoding` a text or a page is read whatever else speaks for another one. HTML, PDF and DOCX are parsed in a
    child process with limits. Raises ExtractionRefused, whose codes are the keys of REFUSALS.
    """
    if len(data) > MAX_BYTES:
        raise ExtractionRefused("too_big")
    if not data:
        raise ExtractionRefused("empty")
    kind = detect_kind(data, filename, declared_type)
    if chosen_encoding and kind in (FileKind.TEXT, FileKind.HTML):
        return _extract_chosen(data, kind, chosen_encoding)
    charset = _DECLARED_CHARSET.search(declared_type or "")
    declared_charset = charset[1] if charset else None
    return _extract_kind(data, kind, declared_charset)


def _extract_chosen(data: bytes, kind: FileKind, encoding: str) -> ExtractedText:
    decoded = decode(data, chosen=encoding)
    # Behind its byte order mark a parser believes nothing else about the encoding.
    extracted = _extract_kind(codecs.BOM_UTF8 + decoded.text.encode(), kind, None)
    chosen = ExtractionWarning(WarningKind.CHOSEN_ENCODING, sample=encoding)
    return replace(
        extracted,
        charset=decoded.charset,
        replacements=decoded.replacements,
        chosen_encoding=encoding,
        warnings=(chosen, *decoded.warnings, *extracted.warnings),
    )


def _extract_kind(data: bytes, kind: FileKind, declared_charset: str | None) -> ExtractedText:
    extracted = (
        extract_plain(data, declared_charset)
        if kind is FileKind.TEXT
        else extract_in_child(data, kind, declared_charset)
    )
    return replace(extracted, warnings=extracted.warnings + warn_of_lookalikes(extracted.text))
