"""Letters to printed rows: spans on one baseline, raised and lowered ones on the line they belong to, cells apart."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub
from statistics import median

from sources.extraction.pdf.direction import is_from_right, logical
from sources.extraction.pdf.glyph_runs import GlyphRun, TextObject, gaps_between
from sources.extraction.raised import Level, compose

# All shares are of the size of the letters. A gap from which on words are two; where the line has spaces of its own, only
# a wider one ends a word.
_WORD_GAP = 0.1
_WORD_GAP_BESIDE_SPACES = 0.18
# A gap from which on a row has two cells.
CELL_GAP = 1.0
# Letters this far apart, more than a word has, and no wider gap among them: nobody can tell where words end.
_TRACKED = 0.15
_LONGER_STEP = 1.4
_LONGEST_WORD = 16
_BACKWARD = 0.4
_STEP_BACK = 0.05
_SAME_BASE = 0.12
_NEAR = 0.35
_SMALLER = 0.93
_LONGEST_SCRIPT = 12
_SPACED_OUT = re.compile(r"(?<![^\W_])(?:[A-Za-zÀ-ɏͰ-ӿ] ){5,}[A-Za-zÀ-ɏͰ-ӿ](?![^\W_])")


@dataclass(slots=True)
class Span:
    """Letters that follow each other on one baseline, no gap between them wide enough for two cells: letter n stands
    from `starts[n]` to `ends[n]`. `text_object` and `base` are those of the first; `text` has the spaces that gaps show too."""

    letters: str
    starts: "array[float]"
    ends: "array[float]"
    text_object: TextObject
    base: float
    ends_in_space: bool = False
    level: Level = Level.ON_LINE
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = _text(self.letters, self.starts, self.ends, self.size)

    @property
    def start(self) -> float:
        """Return where it begins along its line."""
        return self.starts[0]

    @property
    def end(self) -> float:
        """Return where it ends along its line."""
        return self.ends[-1]

    @property
    def size(self) -> float:
        """Return the size of its letters."""
        return self.text_object.size


@dataclass(slots=True)
class Cell:
    """A piece of a row, a wide gap or a ruled line from the next: its text, where it begins and ends, and the raised
    figures in it that may be powers or note marks."""

    start: float
    end: float
    text: str
    order: int
    size: float
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """What stands on one baseline, from left to right."""

    base: float
    size: float
    cells: list[Cell] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Return where the first cell begins."""
        return self.cells[0].start

    @property
    def end(self) -> float:
        """Return where the last cell ends."""
        return self.cells[-1].end


def rows_of(runs: list[GlyphRun], rules: Iterable[tuple[float, float, float]] = ()) -> list[Row]:
    """Return the rows of letters that are written in one direction, from top to bottom. `rules` are the ruled lines
    across the direction of writing: (place along the line, lowest, highest)."""
    spans = _spans(runs)
    _mark_scripts(spans)
    grouped: list[list[Span]] = []
    for span in sorted(
        (span for span in spans if span.level is Level.ON_LINE), key=lambda span: (-span.base, span.start)
    ):
        if grouped and _is_same_base(grouped[-1][-1], span):
            grouped[-1].append(span)
        else:
            grouped.append([span])
    by_base = {id(span): group for group in grouped for span in group}
    for place, span in enumerate(spans):
        if span.level is not Level.ON_LINE:
            host = _host(spans, place)
            if host is not None:
                by_base[id(host)].append(span)
                by_base[id(span)] = by_base[id(host)]
    sorted_rules = sorted(rules)
    return [row for group in grouped if (row := _row(group, sorted_rules)).cells]


def _spans(runs: list[GlyphRun]) -> list[Span]:
    lengths: Counter[int] = Counter()
    for run in runs:
        lengths[run.text_object.order] += len(run.text)
    groups: list[list[GlyphRun]] = []
    for run in runs:
        for part in _unbroken_parts(run):
            if groups and _follows(groups[-1][-1], part, lengths):
                groups[-1].append(part)
            else:
                groups.append([part])
    return [span for group in groups if (span := _span(group)) is not None]


def _unbroken_parts(run: GlyphRun) -> list[GlyphRun]:
    """Return a run in parts whose letters follow each other."""
    size, starts = run.text_object.size, run.starts
    gaps = gaps_between(starts, run.ends)
    steps = list(map(sub, starts[1:], starts))
    if not gaps or (-size * _BACKWARD < min(gaps) and max(gaps) < size * CELL_GAP and min(steps) > -size * _STEP_BACK):
        return [run]
    breaks = [
        n
        for n, (gap, step) in enumerate(zip(gaps, steps, strict=True), 1)
        if not (-size * _BACKWARD < gap < size * CELL_GAP and step > -size * _STEP_BACK)
    ]
    return [run.part(first, end) for first, end in pairwise([0, *breaks, len(run.text)])]


def _follows(before: GlyphRun, run: GlyphRun, lengths: Counter[int]) -> bool:
    """Whether a run goes on where the one before it ended."""
    size = before.text_object.size
    gap = run.starts[0] - before.ends[-1]
    # Letters that are written one by one: their distance alone tells where words end.
    one_by_one = lengths[before.text_object.order] == lengths[run.text_object.order] == 1
    return (
        abs(run.base - before.base) <= size * 0.03
        and abs(run.text_object.size - size) <= size * 0.04
        and (
            run.text_object is before.text_object
            or one_by_one
            or gap < size * _WORD_GAP
            or before.text[-1] == " "
            or run.text[0] == " "
        )
        and -size * _BACKWARD < gap < size * CELL_GAP
        and run.starts[0] > before.starts[-1] - size * _STEP_BACK
    )


def _span(group: list[GlyphRun]) -> Span | None:
    """Return runs that follow each other as one span without the spaces at its end, None where it has no others."""
    first = group[0]
    written = "".join(run.text for run in group)
    letters = written.rstrip(" ")
    if not letters:
        return None
    starts, ends = first.starts, first.ends
    if len(group) > 1:
        starts, ends = array("f"), array("f")
        for run in group:
            starts.extend(run.starts)
            ends.extend(run.ends)
    count = len(letters)
    return Span(letters, starts[:count], ends[:count], first.text_object, first.base, count < len(written))


def _text(letters: str, starts: "array[float]", ends: "array[float]", size: float) -> str:
    """Return the letters with the spaces between words: those that are printed, and those that only a gap shows."""
    has_spaces = " " in letters
    share = _WORD_GAP_BESIDE_SPACES if has_spaces else _WORD_GAP
    gaps = gaps_between(starts, ends)
    if not gaps or max(gaps) <= size * share:
        return without_single_spacing(letters)
    between = [n for n in range(1, len(letters)) if letters[n - 1] != " " and letters[n] != " "]
    usual = median([gaps[n - 1] for n in between]) if between else 0.0
    widest = max(0.0, usual) + size * share
    # Letters set apart stand at even steps, whatever their width: a wide gap after a narrow one ends no word.
    longest_step = 0.0
    if usual > size * _TRACKED:
        if len(letters) > _LONGEST_WORD and not has_spaces and max(gaps) <= widest:
            return " ".join(letters)
        longest_step = median(map(sub, starts[1:], starts)) * _LONGER_STEP
    ends_of_words = [n for n in between if gaps[n - 1] > widest and starts[n] - starts[n - 1] > longest_step]
    words = [letters[first:end] for first, end in pairwise([0, *ends_of_words, len(letters)])]
    return without_single_spacing(" ".join(words))


def without_single_spacing(text: str) -> str:
    """Return a text whose letters stand one by one with its words together, where wider gaps show their ends."""
    if "  " not in text or not _SPACED_OUT.search(text):
        return text
    return " ".join("".join(word.split(" ")) if _SPACED_OUT.search(text) else word for word in re.split(r" {2,}", text))


def is_spaced_out(text: str) -> bool:
    """Whether a run of letters stands one by one, so that nobody can tell where its words end."""
    found = _SPACED_OUT.search(text)
    # The letters of the alphabet one after the other are an index.
    return found is not None and found[0].split() != sorted(found[0].split())


def _mark_scripts(spans: list[Span]) -> None:
    for place, span in enumerate(spans):
        if len(span.text.strip()) > _LONGEST_SCRIPT:
            continue
        for host in (spans[place - 1] if place else None, spans[place + 1] if place + 1 < len(spans) else None):
            level = Level.ON_LINE if host is None else _level(span, host)
            if level is not Level.ON_LINE:
                span.level = level
                break


def _level(span: Span, host: Span) -> Level:
    moved = (span.base - host.base) / host.size if host.size else 0.0
    smaller = span.size < host.size * _SMALLER
    left_gap, right_gap = span.start - host.end, host.start - span.end
    near = -host.size * _NEAR < left_gap < host.size * _NEAR or -host.size * _NEAR < right_gap < host.size * 0.25
    if not near or span.size > host.size * 1.02:
        return Level.ON_LINE
    if 0.15 < moved < 0.85 and (smaller or (moved > 0.25 and span.text.strip().isdigit() and left_gap > right_gap)):
        return Level.RAISED
    if -0.6 < moved < -0.06 and smaller:
        return Level.LOWERED
    return Level.ON_LINE


def _host(spans: list[Span], place: int) -> Span | None:
    """Return the span on whose line a raised or lowered one stands."""
    span = spans[place]
    for step in (-1, 1, -2, 2, -3, 3):
        if 0 <= place + step < len(spans):
            other = spans[place + step]
            if other.level is Level.ON_LINE and abs(other.base - span.base) < other.size:
                return other
    return None


def _is_same_base(before: Span, span: Span) -> bool:
    return abs(before.base - span.base) <= _SAME_BASE * min(before.size, span.size) + 0.3


def _row(group: list[Span], rules: list[tuple[float, float, float]]) -> Row:
    largest = max((span for span in group if span.level is Level.ON_LINE), key=lambda span: len(span.letters))
    row = Row(largest.base, largest.size)
    if any(is_from_right(span.text) for span in group):
        group = _placed_again(group)
    pieces: list[tuple[str, Level]] = []
    ordered = sorted(group, key=lambda span: (span.start, span.end))
    first = last = ordered[0]
    for span in ordered:
        gap = span.start - last.end
        size = max(span.size, last.size)
        if span is not last and (gap > size * CELL_GAP or _is_ruled_off(last, span, rules)):
            _finish(row, pieces, first, last)
            pieces, first = [], span
        elif (
            span is not last
            and _is_word_apart(last, span, gap, size)
            and not _ends_in_space(pieces)
            and span.text[0] != " "
        ):
            pieces.append((" ", Level.ON_LINE))
        pieces.append((span.text, span.level))
        last = span
    _finish(row, pieces, first, last)
    return row


def _placed_again(group: list[Span]) -> list[Span]:
    """Return the spans of a row with letters from right to left, which were written in any order, by their places."""
    placed = sorted(
        (
            (start, end, letter, span)
            for span in group
            if span.level is Level.ON_LINE
            for letter, start, end in zip(span.letters, span.starts, span.ends, strict=True)
            if letter != " "
        ),
        key=lambda letter: letter[0],
    )
    breaks = [
        n
        for n, (before, letter) in enumerate(pairwise(placed), 1)
        if letter[0] - before[1] >= letter[3].size * CELL_GAP
    ]
    spans = []
    for first, end in pairwise([0, *breaks, len(placed)]):
        starts, ends, letters, hosts = zip(*placed[first:end], strict=True)
        spans.append(Span("".join(letters), array("f", starts), array("f", ends), hosts[0].text_object, hosts[0].base))
    return [*spans, *(span for span in group if span.level is not Level.ON_LINE)]


def _is_word_apart(last: Span, span: Span, gap: float, size: float) -> bool:
    if span.level is not Level.ON_LINE:
        return gap > size * _NEAR
    # A printed space may be wider than the place that the next word leaves it.
    return gap > size * _WORD_GAP or last.ends_in_space


def _finish(row: Row, pieces: list[tuple[str, Level]], first: Span, last: Span) -> None:
    doubts: list[str] = []
    text = logical(" ".join(compose(pieces, doubts).split()))
    if text:
        row.cells.append(Cell(first.start, last.end, text, first.text_object.order, first.size, doubts))


def _ends_in_space(pieces: list[tuple[str, Level]]) -> bool:
    return bool(pieces) and pieces[-1][0].endswith(" ")


def _is_ruled_off(last: Span, span: Span, rules: list[tuple[float, float, float]]) -> bool:
    middle = span.base + span.size * 0.3
    return any(
        last.end - last.size * 0.2 <= place <= span.start + span.size * 0.2 and low <= middle <= high
        for place, low, high in rules
        if place <= span.start + span.size
    )
