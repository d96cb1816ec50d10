"""PDF files: the text layer, its printed lines joined to paragraphs."""

import logging
from importlib.metadata import version
from io import BytesIO

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from sources.extraction import limits
from sources.extraction.characters import clean
from sources.extraction.kinds import FileKind
from sources.extraction.reflow import paragraphs, without_running_lines
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of

_TAIL_BYTES = 64 * 1024
# What pypdf lets through on damaged files, beside its own errors.
_DAMAGE = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    OverflowError,
    OSError,
)


def extract_pdf(data: bytes) -> ExtractedText:
    """Read the text layer of a PDF, page by page.

    Raises ExtractionRefused: "truncated", "encrypted", "corrupt", "too_many_pages", "no_text_layer", "too_complex",
    "too_long".
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if b"%%EOF" not in data[-_TAIL_BYTES:]:
        raise ExtractionRefused("truncated")
    try:
        reader = _opened(data)
        title = _stated_title(reader)
        pages = _page_lines(reader)
    except LimitReachedError:
        raise ExtractionRefused("too_complex") from None
    except (FileNotDecryptedError, DependencyError):
        raise ExtractionRefused("encrypted") from None
    except _DAMAGE:
        raise ExtractionRefused("corrupt") from None
    visible = paragraphs(pages)
    if not visible:
        raise ExtractionRefused("no_text_layer")
    text = paragraphs(without_running_lines(pages)) or visible
    return ExtractedText(
        text=text,
        visible_text=visible,
        title=title_of(text, title),
        media_type=FileKind.PDF,
        charset=None,
        extractor="pypdf",
        extractor_version=f"{EXTRACTOR_VERSION} (pypdf {version('pypdf')})",
        replacements=visible.count("\ufffd"),
    )


def _opened(data: bytes) -> pypdf.PdfReader:
    reader = pypdf.PdfReader(BytesIO(data), strict=False)
    # An empty password opens files that only forbid printing or copying.
    if reader.is_encrypted and not reader.decrypt(""):
        raise ExtractionRefused("encrypted")
    if len(reader.pages) > limits.PDF_PAGES:
        raise ExtractionRefused("too_many_pages")
    if not reader.pages:
        raise ExtractionRefused("corrupt")
    return reader


def _page_lines(reader: pypdf.PdfReader) -> list[list[str]]:
    pages, length = [], 0
    for page in reader.pages:
        text = clean(page.extract_text())
        length += len(text)
        if length > limits.MAX_TEXT_CHARS:
            raise ExtractionRefused("too_long")
        pages.append([" ".join(line.split()) for line in text.splitlines()])
    return pages


def _stated_title(reader: pypdf.PdfReader) -> str:
    try:
        return clean(str(reader.metadata.title or "")) if reader.metadata else ""
    except _DAMAGE:
        return ""
