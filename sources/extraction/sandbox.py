"""Starts the parsing child, waits within limits, and reads its answer as untrusted data."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import IO, Any, cast

from sources.extraction import limits
from sources.extraction.characters import clean
from sources.extraction.extraction_warnings import ExtractionWarning
from sources.extraction.kinds import FileKind
from sources.extraction.results import REFUSALS, ExtractedText, ExtractionRefused

_PROJECT = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.append(sys.argv[1]); from sources.extraction.child import main; main(*sys.argv[2:])"
_CHUNK = 1 << 16
# The longest BCP 47 tag that anybody uses, and then some.
_LONGEST_LANGUAGE = 35


def extract_in_child(
    data: bytes, kind: FileKind, declared_charset: str | None, *, wall_seconds: float | None = None
) -> ExtractedText:
    """Parse a file in a fresh interpreter with limits on memory, time, files and network.

    It has CHILD_WALL_SECONDS, or as many as are given.

    Raises ExtractionRefused: what the parser found, or "timeout", "too_complex", "corrupt", "extractor_unavailable" by the way
    the child ended.
    """
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, _PROJECT, kind.value, declared_charset or ""]
    with tempfile.TemporaryFile() as file, tempfile.TemporaryDirectory(prefix="extraction-") as folder:
        # A file instead of a pipe: the child reads at its own pace and nobody can block on the other.
        file.write(data)
        file.seek(0)
        try:
            child = subprocess.Popen(  # noqa: S603 - our own interpreter and code, no shell
                command,
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env={},
                start_new_session=True,
            )
        except OSError:
            raise ExtractionRefused("extractor_unavailable") from None
        output = cast(IO[bytes], child.stdout)  # there, as a pipe was asked for
        try:
            answer = _answer(child, output, time.monotonic() + (wall_seconds or limits.CHILD_WALL_SECONDS))
        finally:
            _end(child, output)
    return _read(answer, child.returncode)


def _answer(child: subprocess.Popen[bytes], output: IO[bytes], deadline: float) -> bytes:
    pieces, length = [], 0
    pipe = output.fileno()
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise ExtractionRefused("timeout")
        piece = os.read(pipe, _CHUNK)
        if not piece:
            break
        pieces.append(piece)
        length += len(piece)
        if length > limits.CHILD_ANSWER_BYTES:
            raise ExtractionRefused("too_complex")
    try:
        child.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise ExtractionRefused("timeout") from None
    return b"".join(pieces)


def _end(child: subprocess.Popen[bytes], output: IO[bytes]) -> None:
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    output.close()


def _read(answer: bytes, returncode: int) -> ExtractedText:
    if returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise ExtractionRefused("timeout")
    if returncode in (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL):
        # How parsers written in C++ end when they get no more memory.
        raise ExtractionRefused("too_complex")
    if not answer and returncode >= 0:
        # The interpreter ended by itself without a word: it never got to the parser.
        raise ExtractionRefused("extractor_unavailable")
    try:
        found = json.loads(answer)
        if "extracted" in found:
            return _rebuilt(found["extracted"])
        code = str(found["refused"])
    except (ValueError, TypeError, KeyError, RecursionError):
        # A parser that crashed, or was taken over by the file it read.
        raise ExtractionRefused("corrupt") from None
    raise ExtractionRefused(code if code in REFUSALS else "corrupt")


def _rebuilt(fields: dict[str, Any]) -> ExtractedText:
    text = clean(str(fields["text"]))
    visible = fields["visible_text"]
    return ExtractedText(
        text=text,
        visible_text=text if visible is None else clean(str(visible)),
        title=clean(str(fields["title"])),
        media_type=str(fields["media_type"]),
        charset=None if fields["charset"] is None else str(fields["charset"]),
        extractor=str(fields["extractor"]),
        extractor_version=str(fields["extractor_version"]),
        replacements=int(fields["replacements"]),
        published_on=date.fromisoformat(fields["published_on"]) if fields["published_on"] else None,
        language=None if fields["language"] is None else clean(str(fields["language"]))[:_LONGEST_LANGUAGE],
        warnings=tuple(ExtractionWarning.from_fields(warning) for warning in fields["warnings"]),
    )
