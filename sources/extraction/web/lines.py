"""Printed lines to text: raised figures settled with the help of the whole page, and lines that a break inside a sentence
parted joined again."""

import re

from sources.extraction.note_marks import Reading
from sources.extraction.web.printing import PrintedLine, PrintedPage
from sources.extraction.web.raised import Kind, Settled, marks_shown_by_others, settle, tidied

_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？：；][\"'”’»)\]]*$")
_ENDS_OPEN = re.compile(
    r"(?:,|\b(?:a|an|and|at|by|for|from|had|has|have|in|is|its|of|on|or|the|their|to|was|were|which|with|that|than|about))$"
)
_LABEL = re.compile(r"^\W*[\w ]{1,24}:")
_BULLET = re.compile(r"^(?:[•◦▪●–—*·-]|\(?\d{1,3}[.)])\s")
#: Lines of running text that were broken by hand are about this long.
_HAND_BROKEN = 50


def settled_lines(page: PrintedPage, language: str) -> tuple[list[str], list[str]]:
    """Return the lines of a page as text, one for each of its lines, which are joined in place, and the raised numbers that
    may be powers or note marks."""
    settled = {number: settle(line.pieces, language) for number, line in enumerate(page.lines) if _needs_settling(line)}
    for number, places in marks_shown_by_others(settled).items():
        settled[number] = settle(page.lines[number].pieces, language, places)
    doubts = [
        printed
        for line in settled.values()
        for _, reading, printed in line.readings.values()
        if reading is Reading.DOUBTFUL
    ]
    texts = [(settled.get(number) or Settled(_plain(line))).text for number, line in enumerate(page.lines)]
    return _joined(page, texts), doubts


def _needs_settling(line: PrintedLine) -> bool:
    return any(piece.kind is not Kind.PLAIN or piece.links_to_note for piece in line.pieces)


def _plain(line: PrintedLine) -> str:
    return tidied("".join(piece.text for piece in line.pieces))


def _joined(page: PrintedPage, texts: list[str]) -> list[str]:
    lines: list[PrintedLine] = []
    parts: list[list[str]] = []
    goes_on = False
    for line, text in zip(page.lines, texts, strict=True):
        if not text:
            continue
        if goes_on and _goes_on(parts[-1][-1], text):
            lines[-1].nodes.extend(line.nodes)
            lines[-1].link_share = min(lines[-1].link_share, line.link_share)
            parts[-1].append(text)
        else:
            lines.append(line)
            parts.append([text])
        goes_on = line.goes_on
    page.lines = lines
    return [" ".join(joined) for joined in parts]


def _goes_on(line: str, text: str) -> bool:
    """Whether a sentence goes on from a line over a break."""
    if _ENDS_SENTENCE.search(line[-8:]) or _BULLET.match(text):
        return False
    if text[0].islower() or _ENDS_OPEN.search(line[-12:]):
        return True
    return len(line) >= _HAND_BROKEN and not _LABEL.match(text)
