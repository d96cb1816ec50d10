"""The child process that parses one untrusted file: limits itself, reads it from stdin, answers in JSON on stdout."""

import ctypes
import json
import resource
import sys
from dataclasses import asdict
from typing import Any

from sources.extraction import limits
from sources.extraction.kinds import FileKind
from sources.extraction.results import ExtractedText, ExtractionRefused

_CLONE_NEWNET = 0x40000000
_CLONE_NEWUSER = 0x10000000


def main(kind: str, declared_charset: str) -> None:
    """Parse the file on stdin and print {"extracted": …} or {"refused": code}."""
    confine()
    data = sys.stdin.buffer.read(limits.MAX_BYTES + 1)
    answer: dict[str, Any]
    try:
        answer = {"extracted": _compact(parse_file(FileKind(kind), data, declared_charset or None))}
    except ExtractionRefused as refusal:
        answer = {"refused": refusal.code}
    except (MemoryError, RecursionError):
        answer = {"refused": "too_complex"}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


def confine() -> None:
    """Take from this process the network, files to write, and all but 1 GiB and 20 CPU seconds."""
    _leave_the_network()
    for what, most in (
        (resource.RLIMIT_AS, limits.CHILD_MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, limits.CHILD_OPEN_FILES),
    ):
        _lower(what, most)


def parse_file(kind: FileKind, data: bytes, declared_charset: str | None) -> ExtractedText:
    """Parse a file of a known kind. Raises ExtractionRefused."""
    if kind is FileKind.HTML:
        from sources.extraction.web import extract_web_page  # noqa: PLC0415 - loaded only inside the limits

        return extract_web_page(data, declared_charset)
    if kind is FileKind.PDF:
        from sources.extraction.pdf import extract_pdf  # noqa: PLC0415 - loaded only inside the limits

        return extract_pdf(data)
    if kind is FileKind.DOCX:
        from sources.extraction.word import extract_docx  # noqa: PLC0415 - loaded only inside the limits

        return extract_docx(data)
    from sources.extraction.plain import extract_plain  # noqa: PLC0415 - loaded only inside the limits

    return extract_plain(data, declared_charset)


def _compact(extracted: ExtractedText) -> dict[str, Any]:
    fields = asdict(extracted)
    if fields["visible_text"] == fields["text"]:
        fields["visible_text"] = None
    fields["published_on"] = extracted.published_on and extracted.published_on.isoformat()
    return fields


def _lower(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(what, (most, most))
    except (ValueError, OSError):
        # macOS refuses an address-space limit; the wall-clock limit of the parent still holds there.
        return


def _leave_the_network() -> None:
    # os.unshare exists from Python 3.12 on. Where the kernel refuses, parsers that never ask for the network remain.
    try:
        unshare = ctypes.CDLL(None).unshare
    except (AttributeError, OSError):
        return
    if unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
