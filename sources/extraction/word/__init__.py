"""DOCX files."""

from sources.extraction.word.document import extract_docx

__all__ = ["extract_docx"]
