"""Which lines of a page are its main text: trafilatura chooses, and what it chose is told by marks in the text."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

import trafilatura
from lxml import etree, html

from sources.extraction.web import elements
from sources.extraction.web.printing import PrintedLine, PrintedPage, TextNode

# A line's number in two braille patterns: no letters, so that what looks for words in a line does not see them, and yet
# printable, so that nothing takes them out.
_FIRST, _BASE = 0x2800, 256
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]{{2}}")
_MOST_LINES = _BASE * _BASE
_LINKS_ONLY = 0.5
#: Two lines of the main text that are no further apart have nothing between them but what belongs to them.
_SHORT_GAP = 8
_PASSAGE = 60
#: On a page with less main text, trafilatura's fallback keeps paragraphs only and loses the lists around them.
_SHORT_STORY = 1_000


def choose(root: html.HtmlElement, page: PrintedPage, texts: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that are the main text; the tree is used up.

    A line of links in a table that lays out the page is a menu and no row of the story. What stands between two lines of the main text and is neither around the article nor mostly links is part of it.
    """
    if len(page.lines) > _MOST_LINES:
        return set()
    _mark(page.lines)
    _simplify(root, page)
    try:
        # deduplicate stays off: a passage printed twice is a fact about the article.
        found = trafilatura.extract(root, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return set()
    chosen = {_number(mark[0]) for mark in _MARK.finditer(found or "")}
    chosen &= {n for n, line in enumerate(page.lines) if not (line.in_layout and line.link_share >= _LINKS_ONLY)}
    chosen |= _between(chosen, texts, page.lines)
    return chosen | _beside(chosen, texts, page.lines)


def _mark(lines: Sequence[PrintedLine]) -> None:
    """Put the number of its line before the first and the longest of a line's texts, outside links where there are some with
    words: more marks would make a list of links look like text."""
    for number, line in enumerate(lines):
        worded = [node for node in line.nodes if _length(node)]
        marked = [node for node in worded if not node.in_link] or worded[:1]
        mark = f"{chr(_FIRST + number // _BASE)}{chr(_FIRST + number % _BASE)} "
        for node in {id(node): node for node in (*marked[:1], *sorted(marked, key=_length)[-1:])}.values():
            node.write(mark + node.text)


def _length(node: TextNode) -> int:
    return len(node.text) if any(map(str.isalnum, node.text)) else 0


def _number(mark: str) -> int:
    return (ord(mark[0]) - _FIRST) * _BASE + ord(mark[1]) - _FIRST


def _simplify(root: html.HtmlElement, page: PrintedPage) -> None:
    """Take out what is not shown, and the mark-up inside sentences."""
    for element in page.left_out:
        if element.getparent() is not None:
            element.drop_tree()
    etree.strip_tags(root, *elements.PHRASING)


def _between(chosen: set[int], texts: Sequence[str], lines: Sequence[PrintedLine]) -> set[int]:
    """Return the lines between those of the main text that belong to it: in a short gap all but links, in a long one, where
    another part of the page may stand, only passages and the rows of tables."""
    added: set[int] = set()
    places = sorted(chosen)
    for before, after in pairwise(places):
        is_short = after - before <= _SHORT_GAP
        for number in range(before + 1, after):
            line, text = lines[number], texts[number]
            if line.surrounds or line.link_share >= _LINKS_ONLY:
                continue
            if is_short or "\t" in text or len(text) >= _PASSAGE:
                added.add(number)
    return added


def _beside(chosen: set[int], texts: Sequence[str], lines: Sequence[PrintedLine]) -> set[int]:
    """Return the lines before and after the main text of a short page, as far as no menu or link parts them from it."""
    if not chosen or sum(len(texts[number]) for number in chosen) > _SHORT_STORY:
        return set()

    def belongs(number: int) -> bool:
        return not lines[number].surrounds and lines[number].link_share < _LINKS_ONLY

    after = takewhile(belongs, range(max(chosen) + 1, len(lines)))
    before = takewhile(belongs, range(min(chosen) - 1, -1, -1))
    return {*after, *before}
