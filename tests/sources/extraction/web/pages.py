"""Builds web pages around one passage, and reads what the extraction makes of it."""

from sources.extraction.results import ExtractedText
from sources.extraction.web import extract_web_page

BEFORE = (
    "The quarry stands above the village and has been worked since the days of the canal, when barges took its slate "
    "to the towns of the plain."
)
AFTER = (
    "The parish keeps the old drawings of the works in a chest, and shows them to visitors on the first day of June."
)


def page(passage: str, *, head: str = "", attributes: str = ' lang="en"') -> bytes:
    """Return a whole page whose article has the passage between two ordinary paragraphs."""
    return (
        f"<!doctype html><html{attributes}><head><meta charset=utf-8><title>The quarry</title>{head}</head><body>"
        f"<article><h1>The quarry</h1><p>{BEFORE}</p>{passage}<p>{AFTER}</p></article></body></html>"
    ).encode()


def read(passage: str, *, head: str = "", attributes: str = ' lang="en"') -> ExtractedText:
    """Return what is read from the page around a passage."""
    return extract_web_page(page(passage, head=head, attributes=attributes), None)


def printed(passage: str, *, head: str = "", attributes: str = ' lang="en"') -> str:
    """Return the lines that the passage became, the same in the main and the visible text."""
    found = read(passage, head=head, attributes=attributes)
    assert found.text == found.visible_text
    lines = found.text.split("\n")
    assert (lines[:2], lines[-1]) == (["The quarry", BEFORE], AFTER)
    return "\n".join(lines[2:-1])
