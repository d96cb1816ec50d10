"""Printed lines to running text: one paragraph a line, over the ends of columns and pages, notes at a page's foot apart."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain
from statistics import median

from sources.extraction.line_ends import LineEnds, last_word
from sources.extraction.pdf.columns import Line

_SENTENCE_END = re.compile(r"[.!?…。！？:;][\]\d⁰¹²³⁴⁵⁶⁷⁸⁹]*['\"”’»)\]]*(?:\[\d+\])?$")
_LIST_ITEM = re.compile(r"(?:[•◦▪●○■□–—*→➢✓·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_HYPHEN_END = re.compile(r"[^\W_][-\u00ad\u2010\u2011]$")
_FIGURES_ONLY = re.compile(r"[\W\d_]*\d[\W\d_]*\s[\W\d_]*\d[\W\d_]*")
# A figure that a line end divides at its thousands: 8 / 000 rounds.
_WHOLE_BEFORE_THOUSANDS = re.compile(r"\S+ \S+ (?:\S+ )*?\(?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*$")
_THOUSANDS = re.compile(r"\d{3}(?:[ \u00a0\u2009\u202f]\d{3})*(?:[ \u00a0][^\W\d_]|[%)])")
_NOTE_START = re.compile(r"(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§]{1,3})[.)]?\s*\S")
_NOTE_MARK = re.compile(r"\[?(\d{1,3})(?!\d)|[*†‡§]")
# Shares of the column's width that a line may leave open and still be full.
_OPEN_BEFORE_CAPITAL = 0.03
_OPEN_BEFORE_FIGURE = 0.3
_OPEN_BEFORE_LOWER = 0.45
# A line shorter than this is a heading or a number set in the middle.
_LEAST_OF_FULL = 0.5
_WIDER_LEADING = 1.35
_OTHER_SIZE = 0.12
_INDENT = 0.9
_SMALL_PRINT = 0.93
_MOST_FOOTERS = 2
# Of the size.
_LEADING_OF_ONE_PARAGRAPH = 1.9


class Paragraphs:
    """The text of a document while its pages come."""

    def __init__(self, line_ends: LineEnds):
        self._line_ends = line_ends
        self._done: list[str] = []
        self._held: list[str] = []
        self._open = False
        self._last: Line | None = None

    def add_page(self, lines: Sequence[Line]) -> None:
        """Add the lines of a page in reading order; a paragraph that its end cuts goes on over it, and the notes at
        its foot follow that paragraph."""
        body, notes = _without_notes(lines)
        self._add(body)
        if notes:
            for note in _notes_apart(notes):
                apart = Paragraphs(self._line_ends)
                apart._add(note)
                self._held.extend(apart._done)

    def text(self) -> str:
        """Return all paragraphs, one a line."""
        return "\n".join([*self._done, *self._held])

    def _add(self, lines: Sequence[Line]) -> None:
        blocks: dict[int, list[Line]] = {}
        for line in lines:
            blocks.setdefault(line.block, []).append(line)
        ordered = list(blocks.values())
        asides = {n for n in range(1, len(ordered) - 1) if _stands_beside(*ordered[n - 1 : n + 2])}
        for n, block in enumerate(ordered):
            if n in asides:
                apart = Paragraphs(self._line_ends)
                apart._add(block)
                self._held.extend(apart._done)
                continue
            edges = _Edges(block)
            before: Line | None = None
            for line in block:
                self._add_line(line, before, edges)
                before = line

    def _add_line(self, line: Line, before: Line | None, edges: "_Edges") -> None:
        text = line.text
        if before is None:
            goes_on = self._open and self._goes_on_elsewhere(line, text)
        else:
            goes_on = self._open and edges.goes_on(before, line, last_word(self._done[-1]))
        if goes_on:
            self._done[-1] = self._line_ends.joined(self._done[-1], text)
        else:
            self._done.extend(self._held)
            self._held.clear()
            self._done.append(text)
        self._open = not line.is_table_row and not _FIGURES_ONLY.fullmatch(text)
        self._last = line
        self._was_full = edges.is_full(line)

    def _goes_on_elsewhere(self, line: Line, text: str) -> bool:
        """Whether the first line of a column or a page goes on with the paragraph that stood last."""
        if line.is_table_row or _LIST_ITEM.match(text) or _FIGURES_ONLY.fullmatch(text) or self._last is None:
            return False
        if abs(line.size - self._last.size) > self._last.size * _OTHER_SIZE:
            return False
        written = last_word(self._done[-1])
        if _HYPHEN_END.search(written) or text[0].islower():
            return True
        return self._was_full and not _SENTENCE_END.search(written)


class _Edges:
    """The measures of one column: its edges and its usual leading."""

    def __init__(self, block: Sequence[Line]):
        prose = [line for line in block if not line.is_table_row]
        self.left = min((line.start for line in prose), default=0.0)
        self.right = max((line.end for line in prose), default=0.0)
        leadings = [
            upper.base - lower.base
            for upper, lower in zip(block, block[1:], strict=False)
            if 0 < upper.base - lower.base < upper.size * 3
        ]
        self.leading = median(leadings) if leadings else 0.0

    @property
    def width(self) -> float:
        """Return how wide the column is."""
        return max(1.0, self.right - self.left)

    def is_full(self, line: Line) -> bool:
        """Whether a line ends where the column ends, or nearly."""
        is_long = line.end - line.start > self.width * _LEAST_OF_FULL
        return is_long and self.right - line.end < self.width * _OPEN_BEFORE_FIGURE

    def goes_on(self, before: Line, line: Line, written: str) -> bool:
        """Whether a line goes on with the paragraph of the line before it, of which `written` is the last word."""
        text = line.text
        if line.is_table_row or before.is_table_row or _LIST_ITEM.match(text) or _FIGURES_ONLY.fullmatch(text):
            return False
        if abs(line.size - before.size) > before.size * _OTHER_SIZE:
            return False
        if self.leading and before.base - line.base > self.leading * _WIDER_LEADING:
            return False
        if _HYPHEN_END.search(written) or (_WHOLE_BEFORE_THOUSANDS.match(before.text) and _THOUSANDS.match(text)):
            return True
        left_open = self.right - before.end
        ended = bool(_SENTENCE_END.search(written))
        if ended and line.start > before.start + line.size * _INDENT:
            return False
        if ended or not (text[0].islower() or text[0].isdigit()):
            first_word = len(text.split(maxsplit=1)[0]) * line.size * 0.5
            room = max(first_word, 0.0) + line.size * 0.25
            return left_open < (room if ended else max(room, self.width * _OPEN_BEFORE_FIGURE * 0.5))
        return left_open < self.width * (_OPEN_BEFORE_LOWER if text[0].islower() else _OPEN_BEFORE_FIGURE)


def _stands_beside(before: Sequence[Line], block: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a block is a box beside text that goes on below it, narrower or wider: the sentence before it ends in the
    line right under the one that it began in, and the box has sentences of its own."""
    upper, lower = before[-1], after[0]
    if any(line.is_table_row for line in (upper, lower)) or _SENTENCE_END.search(upper.text):
        return False
    if not (lower.text[0].islower() or _HYPHEN_END.search(upper.text)) or block[0].text[0].islower():
        return False
    size = max(upper.size, lower.size)
    is_below = 0 < upper.base - lower.base < size * _LEADING_OF_ONE_PARAGRAPH
    is_of_one_column = min(upper.end, lower.end) > max(upper.start, lower.start)
    is_level = block[0].base > lower.base
    return is_below and is_of_one_column and is_level


def _without_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return a page's lines without the notes at its foot, and those: lines in smaller print below all others, the
    first of which begins with a mark."""
    if len(lines) < 3:
        return list(lines), []
    usual = median(chain.from_iterable([line.size] * max(1, len(line.text)) for line in lines))
    from_below = sorted(lines, key=lambda line: line.base)
    # A footer may stand below the notes.
    footers = 0
    while footers < _MOST_FOOTERS and from_below[footers].size >= usual * _SMALL_PRINT:
        footers += 1
    small: list[Line] = []
    for line in from_below[footers:]:
        if line.size >= usual * _SMALL_PRINT:
            break
        small.append(line)
    while small and not _NOTE_START.match(small[-1].text):
        small.pop()
    if not small or len(small) == len(lines):
        return list(lines), []
    chosen = {id(line) for line in (*from_below[:footers], *small)}
    return [line for line in lines if id(line) not in chosen], [line for line in lines if id(line) in chosen]


def _notes_apart(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each note: one begins with a sign, or with the number after that of the note before."""
    notes: list[list[Line]] = []
    expected: int | None = None
    for line in lines:
        mark = _NOTE_MARK.match(unicodedata.normalize("NFKC", line.text))
        number = int(mark[1]) if mark and mark[1] else None
        if not notes or (mark and (number is None or number == expected)):
            notes.append([line])
            expected = None if number is None else number + 1
        else:
            notes[-1].append(line)
    return notes


def paragraphs(pages: Iterable[Sequence[Line]], line_ends: LineEnds) -> str:
    """Return the text of pages whose lines stand in reading order."""
    text = Paragraphs(line_ends)
    for lines in pages:
        text.add_page(lines)
    return text.text()
