"""Blocks and sentences of an article, with the quotation each sentence stands in."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from operator import itemgetter
from statistics import median

from claims.language.reading.boilerplate import skip_boilerplate, topic_label
from claims.language.reading.boundaries import sentence_spans
from claims.language.reading.cleaning import CleanText, clean_for_parser
from claims.language.reading.note_marks import without_note_marks
from claims.language.reading.turns import InterviewTurn, turns_of
from sources.extraction.line_ends import LineEnds

#: A heading has no more words than this and ends without a full stop.
_MOST_HEADING_WORDS = 14
_LONGEST_TITLE = 120
#: A quotation that has not closed after so many characters never will.
_LONGEST_QUOTATION = 1500
#: In lines of a paragraph, and in characters of a line.
_FEWEST_FILLED_LINES = 3
_NARROWEST, _WIDEST = 28, 120
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…。！？:;][”’\"')\]]*\s*$")
_QUOTE = re.compile('[“”"]')
#: A word that goes on in the next line.
_DIVIDED = re.compile("[^\\W_][-\u2010\u2011\u2013][ \t]*\r?\n[ \t]*[^\\W_]")
_OPEN_HYPHEN = re.compile("[^\\W_][-\u2010\u2011\u2013]\\s*$")
#: No heading ends with one of these.
_GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|as|than|that|which|who|whose|is|are|was|were|be|been|"
    r"has|have|had|its|their|his|her|our|not|will|would|could|should|into|between|about|under|against|near|said))\s*$"
)
_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its article span, its clean text, and the number of the quotation it begins in, if any."""

    start: int
    end: int
    clean: CleanText
    heading: bool
    quotation: int | None
    #: What stands before it as its topic: "USS Harrow - The frigate left".
    label: CleanText | None = None
    #: Whether it is part of an interview, in which "I" and "you" are those who talk.
    in_turn: bool = False

    @property
    def text(self) -> str:
        return self.clean.text

    @property
    def is_spoken(self) -> bool:
        """Return whether somebody says it, in a quotation or in an interview, with a context of his own."""
        return self.quotation is not None or self.in_turn


@dataclass(frozen=True)
class ParsedArticle:
    """An article read: title, the day its dateline gives, its sentences in order, the spans of its quotations, who talks when."""

    title: str
    published_on: date | None
    sentences: list[Sentence]
    quotations: list[tuple[int, int]]
    turns: list[InterviewTurn] = field(default_factory=list)


def read_sentences(text: str) -> ParsedArticle:
    """Read any text, however dirty, into sentences whose spans lie in it and are not empty."""
    text = without_note_marks(text)
    line_ends = LineEnds(text.splitlines() if _DIVIDED.search(text) else ())
    published_on = None
    sentences: list[Sentence] = []
    quotations: list[tuple[int, int]] = []
    blocks = _blocks(text)
    turns = turns_of(text, blocks)
    talk = _Talk(turns)
    for start, end in blocks:
        start, day = skip_boilerplate(text, start, end)
        published_on = published_on or day
        start = talk.behind_label(start, end)
        topic = None if talk.holds(start) else topic_label(text, start, end)
        start = topic[2] if topic else start
        spans = sentence_spans(text, start, end)
        quoted = _quotations(text, start, end, spans)
        heading = len(text[start:end].split()) <= _MOST_HEADING_WORDS and not _ENDS.search(text, start, end)
        read = [
            Sentence(
                first,
                last,
                cleaned,
                heading,
                _quotation_at(quoted, first, last, len(quotations)),
                in_turn=talk.holds(first),
            )
            for first, last in spans
            if _WORD.search((cleaned := clean_for_parser(text, first, last, line_ends=line_ends)).text)
        ]
        if topic and read:
            read[0] = replace(read[0], label=clean_for_parser(text, topic[0], topic[1]))
        sentences += read
        quotations += quoted
    return ParsedArticle(_title(sentences), published_on, sentences, quotations, turns)


class _Talk:
    """Where in a text people talk by turns, asked from its beginning to its end."""

    def __init__(self, turns: list[InterviewTurn]) -> None:
        self._starts = [turn.start for turn in turns]
        self._end = turns[-1].end if turns else 0

    def behind_label(self, start: int, end: int) -> int:
        """Return where the words of a block begin: behind the label of a turn, or where it begins itself."""
        at = bisect_left(self._starts, start)
        return self._starts[at] if at < len(self._starts) and self._starts[at] <= end else start

    def holds(self, place: int) -> bool:
        """Return whether somebody has the word there."""
        return bool(self._starts) and self._starts[0] <= place < self._end


def _blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs, headings and list items. A line break inside a sentence, as in hard-wrapped text, ends nothing."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if not match.group().isspace()]
    wrapped = _is_hard_wrapped(text, lines)
    filled = _line_starts_of_filled_paragraphs(text, lines)
    blocks: list[tuple[int, int]] = []
    for start, end in lines:
        if blocks and _continues(text, blocks[-1], start, wrapped or start in filled):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _continues(text: str, block: tuple[int, int], start: int, wrapped: bool) -> bool:
    between = text[block[1] : start]
    if between.count("\n") > 1:
        return False
    if skip_boilerplate(text, start, min(len(text), start + 80))[0] > start and not text[start].isspace():
        return False
    if wrapped or (_OPEN_HYPHEN.search(text, max(block[0], block[1] - 10), block[1]) and text[start].isalnum()):
        return True
    if _GOES_ON.search(text, max(block[0], block[1] - 10), block[1]):
        return True
    return text[start : start + 40].lstrip()[:1].islower() and not _ENDS.search(
        text, max(block[0], block[1] - 10), block[1]
    )


def _is_hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """True where most lines break at one width in mid-sentence, as an e-mail or a PDF gives them."""
    if len(lines) < 4:
        return False
    width = median(end - start for start, end in lines)
    if not 45 <= width <= 120:
        return False
    near = sum(abs(end - start - width) <= 0.3 * width for start, end in lines)
    open_ends = sum(not _ENDS.search(text, max(start, end - 10), end) for start, end in lines)
    return near >= 0.6 * len(lines) and open_ends >= 0.5 * len(lines)


def _line_starts_of_filled_paragraphs(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """Return where lines go on with the one before, in paragraphs of which every line is as full as its width allows.

    No first word of a line would have fitted on the line above: so it was broken by a program, not by its author.
    """
    starts: set[int] = set()
    paragraph: list[tuple[int, int]] = []
    for line in [*lines, (len(text) + 2, len(text) + 2)]:
        if paragraph and (line[0] > len(text) or text.count("\n", paragraph[-1][1], line[0]) > 1):
            if _is_filled(text, paragraph):
                starts.update(start for start, _ in paragraph[1:])
            paragraph = []
        paragraph.append(line)
    return starts


def _is_filled(text: str, paragraph: list[tuple[int, int]]) -> bool:
    width = max(end - start for start, end in paragraph)
    if len(paragraph) < _FEWEST_FILLED_LINES or not _NARROWEST <= width <= _WIDEST:
        return False
    open_ends = sum(not _ENDS.search(text, max(start, end - 10), end) for start, end in paragraph[:-1])
    return open_ends * 2 >= len(paragraph) - 1 and all(
        end - start + 1 + len(text[following : following + width].split(None, 1)[0]) > width
        for (start, end), (following, _) in pairwise(paragraph)
    )


def _quotations(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the quoted spans of one block, marks included.

    One that never closes ends with its block where it opens a speech; around a word or two the closing mark was
    forgotten, and it ends with its sentence.
    """
    spans = []
    opened: int | None = None
    for match in _QUOTE.finditer(text, start, end):
        mark = match.group()
        if mark == "“" or (mark == '"' and opened is None):
            # A second opening mark shows that the first was a stray one.
            opened = match.start()
        elif opened is not None:
            spans.append((opened, match.end()))
            opened = None
    if opened is not None:
        speech = not text[start:opened].strip() or text[start:opened].rstrip().endswith((":", ","))
        closed = end if speech else next((last for _, last in sentences if last > opened), end)
        spans += [(opened, closed)] if closed - opened <= _LONGEST_QUOTATION else []
    return [span for span in spans if span[1] - span[0] > 2]


def _quotation_at(quoted: list[tuple[int, int]], start: int, end: int, offset: int) -> int | None:
    """Return the number of the quotation that the sentence begins in, or opens without closing it."""
    begun = bisect_right(quoted, start, key=itemgetter(0)) - 1
    if begun >= 0 and start < quoted[begun][1] - 1:
        return offset + begun
    opened = bisect_left(quoted, end, key=itemgetter(0)) - 1
    if opened >= 0 and end < quoted[opened][1]:
        return offset + opened
    return None


def _title(sentences: list[Sentence]) -> str:
    if not sentences:
        return ""
    text = sentences[0].text
    if len(text) <= _LONGEST_TITLE:
        return text.rstrip(".")
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
