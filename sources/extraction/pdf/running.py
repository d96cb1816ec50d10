"""What stands on the pages of a PDF and not in its text: page numbers, running headers and footers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from sources.extraction.pdf.columns import Line

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|s\.|стр\.|第|-|–|—|\[|\()\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:(?:of|/|von|sur|de|из)\s*\d{1,4}|-|–|—|\]|\)|页))?",
    re.IGNORECASE,
)
# 119 | Chapter 7, and Chapter 7 · 119.
_NUMBER_DIVIDED = re.compile(r"(\d{1,4})\s*[|¦·•‖\t]\s*\D.*|.*\S\s*[|¦·•‖\t]\s*(\d{1,4})", re.DOTALL)
_EDGE_LINES = 2
_PAGES_TO_KNOW_RUNNING_LINES = 3
_SHARE_OF_PAGES = 0.5
# A page number stands this many lines' heights away from the text, at least.
_APART = 1.9
_SAME_PLACE = 6.0
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def running_lines(pages: Sequence[Sequence[Line]], labels: Sequence[str]) -> list[set[int]]:
    """Return, for each page, which of its lines (by their place) are page numbers, headers or footers: a number at the edge
    of the page, alone or divided from the words of a running head, that counts up with the pages, or alone the page's
    label; a line that stands at the same place of most pages, its numbers the same on all or counting up."""
    edges = [_edges(lines) for lines in pages]
    numbers = _page_numbers(pages, edges, labels)
    repeated = _repeated(pages, edges)
    return [numbers[page] | repeated[page] for page in range(len(pages))]


def _edges(lines: Sequence[Line]) -> list[int]:
    by_height = sorted(range(len(lines)), key=lambda place: -lines[place].base)
    return sorted({*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]})


def _page_numbers(pages: Sequence[Sequence[Line]], edges: list[list[int]], labels: Sequence[str]) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in pages]
    offsets: dict[tuple[int, str], list[tuple[int, int, float]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for place in edges[page]:
            text = lines[place].text.strip()
            if not _is_apart(lines, place):
                continue
            if (value := _value(text)) is not None:
                # A label as such is shown by readers of any file: only a stated or the plain count with a gap is believed.
                if text.lower() == labels[page].lower():
                    found[page].add(place)
                offsets[value - page, "digits" if text.isdigit() else "marked"].append((page, place, lines[place].base))
            elif divided := _NUMBER_DIVIDED.fullmatch(text):
                offsets[int(divided[1] or divided[2]) - page, "divided"].append((page, place, lines[place].base))
    for places in offsets.values():
        for page, place, base in places:
            if any(abs(near - page) <= 2 and near != page and _is_same_place(base, other) for near, _, other in places):
                found[page].add(place)
    return found


def _is_same_place(base: float, other: float) -> bool:
    return abs(base - other) < _SAME_PLACE


def _is_apart(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands at the edge of its page, away from every other."""
    line = lines[place]
    distances = [abs(line.base - other.base) for n, other in enumerate(lines) if n != place]
    outside = all(line.base > other.base for n, other in enumerate(lines) if n != place) or all(
        line.base < other.base for n, other in enumerate(lines) if n != place
    )
    size = median(other.size for other in lines)
    return outside and min(distances, default=float("inf")) > size * _APART


def _value(text: str) -> int | None:
    matched = _NUMBER.fullmatch(text.strip())
    if matched is None:
        return None
    if matched[1].isdigit():
        return int(matched[1])
    return _roman(matched[1].lower())


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if after is not None and value < after else value
        for value, after in zip(values, [*values[1:], None], strict=True)
    )


def _repeated(pages: Sequence[Sequence[Line]], edges: list[list[int]]) -> list[set[int]]:
    at: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for place in edges[page]:
            at[_DIGITS.sub("#", lines[place].text)].append((page, place))
    found: list[set[int]] = [set() for _ in pages]
    for pattern, places in at.items():
        on_pages = {page for page, _ in places}
        if len(pages) < _PAGES_TO_KNOW_RUNNING_LINES:
            # On both of two pages: only a line that stands away from the text.
            is_on_both = len(on_pages) == 2 and all(_is_apart(pages[page], place) for page, place in places)
            needed = 1.0 if is_on_both else len(pages)
        else:
            needed = max(_PAGES_TO_KNOW_RUNNING_LINES - 1, len(pages) * _SHARE_OF_PAGES)
        # Headers of even and odd pages take turns.
        if len(on_pages) <= needed and not (len(pages) > 4 and len(on_pages) >= len(pages) * 0.4):
            continue
        if "#" not in pattern or _count_with_pages(pages, places):
            heights = Counter(round(pages[page][place].base / _SAME_PLACE) for page, place in places)
            usual = [height for height, count in heights.items() if count > 1]
            for page, place in places:
                at_one_height = any(abs(pages[page][place].base / _SAME_PLACE - height) <= 1.5 for height in usual)
                if at_one_height and (_is_heading(pages[page][place].text) or _is_apart(pages[page], place)):
                    found[page].add(place)
    return found


def _is_heading(text: str) -> bool:
    """Whether a line that stands close to others may still be no part of a sentence."""
    return not text[0].islower() and text[-1] not in ".!?:;,"


def _count_with_pages(pages: Sequence[Sequence[Line]], places: list[tuple[int, int]]) -> bool:
    """Whether each number of a repeated line is the same on every page or counts up with the pages."""
    rows = [(page, [int(digits[-9:]) for digits in _DIGITS.findall(pages[page][place].text)]) for page, place in places]
    columns = zip(*(numbers for _, numbers in rows), strict=False)
    for column in columns:
        steps = {value - page for (page, _), value in zip(rows, column, strict=True)}
        if len(set(column)) > 1 and len(steps) > 1:
            return False
    return True
