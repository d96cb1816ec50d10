"""Letters to printed rows: spans on one baseline, raised and lowered ones on the line they belong to, cells apart."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from sources.extraction.pdf.direction import is_from_right, logical
from sources.extraction.pdf.glyphs import Glyph
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
_SAME_BASE = 0.12
_NEAR = 0.35
_SMALLER = 0.93
_LONGEST_SCRIPT = 12
_SPACED_OUT = re.compile(r"(?<![^\W_])(?:[A-Za-zÀ-ɏͰ-ӿ] ){5,}[A-Za-zÀ-ɏͰ-ӿ](?![^\W_])")


@dataclass(slots=True)
class Span:
    """Letters that follow each other on one baseline, no gap between them wide enough for two cells."""

    glyphs: list[Glyph]
    level: Level = Level.ON_LINE
    text: str = ""
    ends_in_space: bool = False

    @property
    def start(self) -> float:
        """Return where it begins along its line."""
        return self.glyphs[0].start

    @property
    def end(self) -> float:
        """Return where it ends along its line."""
        return self.glyphs[-1].end

    @property
    def base(self) -> float:
        """Return its baseline."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """Return the size of its letters."""
        return self.glyphs[0].run.size


@dataclass(slots=True)
class Cell:
    """A piece of a row, a wide gap or a ruled line from the next: its text, where it begins and ends."""

    start: float
    end: float
    text: str
    order: int
    size: float


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


def rows_of(glyphs: Iterable[Glyph], rules: Iterable[tuple[float, float, float]] = ()) -> list[Row]:
    """Return the rows of letters that are written in one direction, from top to bottom. `rules` are the ruled lines
    across the direction of writing: (place along the line, lowest, highest)."""
    spans = _spans(glyphs)
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


def _spans(glyphs: Iterable[Glyph]) -> list[Span]:
    glyphs = list(glyphs)
    lengths = Counter(glyph.run.order for glyph in glyphs)
    spans: list[Span] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None and _follows(before, glyph, lengths):
            spans[-1].glyphs.append(glyph)
        else:
            spans.append(Span([glyph]))
        before = glyph
    for span in spans:
        while len(span.glyphs) > 1 and span.glyphs[-1].text == " ":
            span.glyphs.pop()
            span.ends_in_space = True
    kept = [span for span in spans if any(glyph.text != " " for glyph in span.glyphs)]
    for span in kept:
        span.text = _text(span.glyphs)
    return kept


def _follows(before: Glyph, glyph: Glyph, lengths: Counter[int]) -> bool:
    size = before.run.size
    gap = glyph.start - before.end
    # Letters that are written one by one: their distance alone tells where words end.
    one_by_one = lengths[before.run.order] == lengths[glyph.run.order] == 1
    return (
        abs(glyph.base - before.base) <= size * 0.03
        and abs(glyph.run.size - size) <= size * 0.04
        and (glyph.run is before.run or one_by_one or gap < size * _WORD_GAP or before.text == " " or glyph.text == " ")
        and -size * _BACKWARD < gap < size * CELL_GAP
        and glyph.start > before.start - size * 0.05
    )


def _text(glyphs: list[Glyph]) -> str:
    """Return the letters with the spaces between words: those that are printed, and those that only a gap shows."""
    size = glyphs[0].run.size
    gaps = [
        after.start - before.end
        for before, after in zip(glyphs, glyphs[1:], strict=False)
        if before.text != " " and after.text != " "
    ]
    steps = [after.start - before.start for before, after in zip(glyphs, glyphs[1:], strict=False)]
    usual = median(gaps) if gaps else 0.0
    # Letters set apart stand at even steps, whatever their width: a wide gap after a narrow one ends no word.
    longest_step = median(steps) * _LONGER_STEP if steps and usual > size * _TRACKED else 0.0
    has_spaces = any(glyph.text == " " for glyph in glyphs)
    widest = max(0.0, usual) + size * (_WORD_GAP_BESIDE_SPACES if has_spaces else _WORD_GAP)
    if usual > size * _TRACKED and len(glyphs) > _LONGEST_WORD and not has_spaces and max(gaps) <= widest:
        return " ".join(glyph.text for glyph in glyphs)
    pieces = [glyphs[0].text]
    for before, after in zip(glyphs, glyphs[1:], strict=False):
        is_apart = after.start - before.end > widest and after.start - before.start > longest_step
        if is_apart and before.text != " " and after.text != " ":
            pieces.append(" ")
        pieces.append(after.text)
    return without_single_spacing("".join(pieces))


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
    largest = max((span for span in group if span.level is Level.ON_LINE), key=lambda span: len(span.glyphs))
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
        (glyph for span in group if span.level is Level.ON_LINE for glyph in span.glyphs if glyph.text != " "),
        key=lambda glyph: glyph.start,
    )
    spans = [Span([placed[0]])]
    for before, glyph in zip(placed, placed[1:], strict=False):
        if glyph.start - before.end < glyph.run.size * CELL_GAP:
            spans[-1].glyphs.append(glyph)
        else:
            spans.append(Span([glyph]))
    for span in spans:
        span.text = _text(span.glyphs)
    return [*spans, *(span for span in group if span.level is not Level.ON_LINE)]


def _is_word_apart(last: Span, span: Span, gap: float, size: float) -> bool:
    if span.level is not Level.ON_LINE:
        return gap > size * _NEAR
    # A printed space may be wider than the place that the next word leaves it.
    return gap > size * _WORD_GAP or last.ends_in_space


def _finish(row: Row, pieces: list[tuple[str, Level]], first: Span, last: Span) -> None:
    text = logical(" ".join(compose(pieces).split()))
    if text:
        row.cells.append(Cell(first.start, last.end, text, first.glyphs[0].run.order, first.size))


def _ends_in_space(pieces: list[tuple[str, Level]]) -> bool:
    return bool(pieces) and pieces[-1][0].endswith(" ")


def _is_ruled_off(last: Span, span: Span, rules: list[tuple[float, float, float]]) -> bool:
    middle = span.base + span.size * 0.3
    return any(
        last.end - last.size * 0.2 <= place <= span.start + span.size * 0.2 and low <= middle <= high
        for place, low, high in rules
        if place <= span.start + span.size
    )
