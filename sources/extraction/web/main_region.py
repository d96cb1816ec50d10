"""Which lines of a page are its main text: trafilatura chooses, and what it chose is told by marks in the text."""

import re
from collections.abc import Sequence

import trafilatura
from lxml import etree, html

from sources.extraction.web import elements
from sources.extraction.web.printing import PrintedLine, PrintedPage

# A line's number in two braille patterns: no letters, so that what looks for words in a line does not see them, and yet
# printable, so that nothing takes them out.
_FIRST, _BASE = 0x2800, 256
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]{{2}}")
_BRAILLE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]")
_MOST_LINES = _BASE * _BASE
_LINKS_ONLY = 0.5


def choose(root: html.HtmlElement, page: PrintedPage, layout: set[html.HtmlElement]) -> set[int]:
    """Return the numbers of the lines that are the main text; the tree is used up.

    What stands between two lines of the main text and is neither around the article nor mostly links is part of it.
    """
    if len(page.lines) > _MOST_LINES:
        return set()
    _mark(page.lines)
    _simplify(root, page, layout)
    try:
        # deduplicate stays off: a passage printed twice is a fact about the article.
        found = trafilatura.extract(root, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return set()
    chosen = {_number(mark[0]) for mark in _MARK.finditer(found or "")}
    chosen &= set(range(len(page.lines)))
    return chosen | _between(chosen, page.lines)


def _mark(lines: Sequence[PrintedLine]) -> None:
    for number, line in enumerate(lines):
        mark = f"{chr(_FIRST + number // _BASE)}{chr(_FIRST + number % _BASE)} "
        outside_links = [node for node in line.nodes if not node.in_link] or line.nodes[:1]
        for node in outside_links:
            text = node.element.tail if node.is_tail else node.element.text
            marked = mark + _BRAILLE.sub(" ", text or "")
            if node.is_tail:
                node.element.tail = marked
            else:
                node.element.text = marked


def _number(mark: str) -> int:
    return (ord(mark[0]) - _FIRST) * _BASE + ord(mark[1]) - _FIRST


def _simplify(root: html.HtmlElement, page: PrintedPage, layout: set[html.HtmlElement]) -> None:
    """Take out what is not shown and the mark-up inside sentences, and make blocks of tables that hold no data."""
    for element in page.left_out:
        if element.getparent() is not None:
            element.drop_tree()
    for table in layout:
        for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
            element.tag = "div"
    etree.strip_tags(root, *elements.PHRASING)


def _between(chosen: set[int], lines: Sequence[PrintedLine]) -> set[int]:
    if not chosen:
        return set()
    return {
        number
        for number in range(min(chosen), max(chosen))
        if number not in chosen and not lines[number].surrounds and lines[number].link_share < _LINKS_ONLY
    }
