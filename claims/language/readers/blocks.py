"""The paragraphs and headings of a text, in whichever language: lines belong together where a sentence goes on."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
#: A line is broken in mid-sentence where it is nearly as long as the longest one.
_FULL_LINE = 0.8
_FEWEST_CHARACTERS = 20
_BULLET = re.compile(r"\s*(?:[•▪◦‣·●■*–—-]|[（(]?\d{1,2}[.)、）]|[一二三四五六七八九十]{1,3}、)\s*(?=\S)")


@dataclass(frozen=True)
class TextBlock:
    """A span of an article, without the bullet that it opens with, and whether it is a heading."""

    start: int
    end: int
    heading: bool


def blocks_of(text: str, ends: re.Pattern[str], longest_heading: int) -> list[TextBlock]:
    """Return the blocks of a text in order. `ends` matches what a sentence ends with, at the end of a line."""
    lines = [
        (match.start() + len(match.group()) - len(match.group().lstrip()), match.start() + len(match.group().rstrip()))
        for match in _LINE.finditer(text)
        if not match.group().isspace()
    ]
    width = max((end - start for start, end in lines), default=0)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if spans and _goes_on(text, spans[-1], start, width, ends):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [_block(text, start, end, ends, longest_heading) for start, end in spans]


def _goes_on(text: str, before: tuple[int, int], start: int, width: int, ends: re.Pattern[str]) -> bool:
    """True where the line that begins at `start` continues the sentence of the lines before it."""
    if text.count("\n", before[1], start) > 1 or _BULLET.match(text, start):
        return False
    last = text.rfind("\n", before[0], before[1]) + 1 or before[0]
    full = before[1] - last >= max(_FULL_LINE * width, _FEWEST_CHARACTERS) and width < 200
    return full and not ends.search(text, last, before[1])


def _block(text: str, start: int, end: int, ends: re.Pattern[str], longest_heading: int) -> TextBlock:
    bullet = _BULLET.match(text, start, end)
    heading = end - start <= longest_heading and not ends.search(text, start, end)
    return TextBlock(bullet.end() if bullet else start, end, heading)
