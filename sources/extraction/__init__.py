"""Bytes to text: TXT, HTML, PDF and DOCX, untrusted ones parsed in a child process with limits."""

from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.extractor import extract
from sources.extraction.limits import MAX_BYTES, MAX_TEXT_CHARS
from sources.extraction.results import EXTRACTOR_VERSION, REFUSALS, ExtractedText, ExtractionRefused

__all__ = [
    "EXTRACTOR_VERSION",
    "MAX_BYTES",
    "MAX_TEXT_CHARS",
    "REFUSALS",
    "ExtractedText",
    "ExtractionRefused",
    "ExtractionWarning",
    "WarningKind",
    "extract",
]
