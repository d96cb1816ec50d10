"""PDF files."""

from sources.extraction.pdf.document import extract_pdf

__all__ = ["extract_pdf"]
