"""Web pages: the main text, the whole visible text beside it, the day of publication and the language."""

from sources.extraction.web.reading import extract_web_page

__all__ = ["extract_web_page"]
