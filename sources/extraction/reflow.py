"""Printed pages back to running text: lines joined to paragraphs, words over a line end joined, headers and footers dropped."""

import re
from collections import Counter
from collections.abc import Iterable

_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…。！？:;]['\"”’»)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_STARTS_LOWER = re.compile(r"[^\W\d_]")
_LIST_ITEM = re.compile(r"(?:[•◦▪●–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# A line this much shorter than the page's usual line ends its paragraph.
_SHORT_LINE = 0.72
_EDGE_LINES = 2
_PAGES_TO_KNOW_RUNNING_LINES = 3


def paragraphs(pages: Iterable[list[str]]) -> str:
    """Join the lines of pages to paragraphs, one paragraph a line; a paragraph that the page's end
    cuts goes on over it."""
    done: list[str] = []
    open_end = False
    for lines in pages:
        width = _usual_width(lines)
        for line in lines:
            if not line:
                open_end = False
                continue
            if open_end and not _LIST_ITEM.match(line):
                done[-1] = _joined(done[-1], line)
            else:
                done.append(line)
            open_end = len(line) >= width * _SHORT_LINE or bool(_BROKEN_WORD.search(line))
        open_end = bool(done) and open_end and not _SENTENCE_END.search(done[-1])
    return "\n".join(done)


def without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and headers and footers: lines at the edge of a page that stand, digits
    aside, at the edge of most pages."""
    if len(pages) < _PAGES_TO_KNOW_RUNNING_LINES:
        return [_without(lines, frozenset()) for lines in pages]
    counts = Counter(line for lines in pages for line in {_DIGITS.sub("#", lines[place]) for place in _edges(lines)})
    running = frozenset(line for line, count in counts.items() if count > max(2, len(pages) * 0.5))
    return [_without(lines, running) for lines in pages]


def _without(lines: list[str], running: frozenset[str]) -> list[str]:
    dropped = {place for place in _edges(lines) if _is_running(lines[place], running)}
    return [line for place, line in enumerate(lines) if place not in dropped]


def _is_running(line: str, running: frozenset[str]) -> bool:
    pattern = _DIGITS.sub("#", line)
    return pattern in running or pattern in {"#", "- # -", "– # –", "Page #", "page #", "Page # of #", "# / #", "#/#"}


def _edges(lines: list[str]) -> list[int]:
    filled = [place for place, line in enumerate(lines) if line]
    return sorted({*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]})


def _usual_width(lines: list[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.8)] if len(lengths) > 1 else 10**9


def _joined(before: str, line: str) -> str:
    if _BROKEN_WORD.search(before) and _STARTS_LOWER.match(line) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
