"""Printed lines to text: raised figures settled with the help of the whole page, and lines that a break inside a sentence
parted joined again."""

import re
from dataclasses import replace

from sources.extraction.web.printing import PrintedLine, PrintedPage
from sources.extraction.web.raised import Kind, Reading, Settled, marks_shown_by_others, settle, tidied

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
    joined: list[str] = []
    for line, text in zip(page.lines, texts, strict=True):
        if not text:
            continue
        if lines and lines[-1].goes_on and _goes_on(joined[-1].rpartition("\n")[2], text):
            before = lines[-1]
            lines[-1] = replace(
                line,
                pieces=[],
                nodes=before.nodes + line.nodes,
                link_share=(before.link_share * len(joined[-1]) + line.link_share * len(text))
                / (len(joined[-1]) + len(text)),
            )
            joined[-1] += f" {text}"
        else:
            lines.append(line)
            joined.append(text)
    page.lines = lines
    return joined


def _goes_on(line: str, text: str) -> bool:
    """Whether a sentence goes on from a line over a break."""
    if _ENDS_SENTENCE.search(line[-8:]) or _BULLET.match(text):
        return False
    if text[0].islower() or _ENDS_OPEN.search(line[-12:]):
        return True
    return len(line) >= _HAND_BROKEN and not _LABEL.match(text)
