"""The order in which a page is read: columns of prose one after the other, the cells of a table row by row."""

import re
from dataclasses import dataclass
from statistics import median

from sources.extraction.pdf.rows import Cell, Row

_MOST_GAPS = 12
_BESIDE = 1.4
_FEWEST_ROWS = 3
_FEWEST_ROWS_IN_ORDER = 2
_FEWEST_WORDS = 3.2
_FEWEST_WORDS_IN_ORDER = 2.0
_FEWEST_LETTERS = 0.75
_USUAL_FILL = 0.55
_MOST_DEEP = 6
_SHARE_OF_WHOLE_LINES = 0.25
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Line:
    """A printed line of one column: its cells, and whether it is a row of a table. `left` and `right` are the
    edges of the column that it stands in."""

    base: float
    size: float
    cells: list[Cell]
    is_table_row: bool = False
    block: int = 0

    @property
    def start(self) -> float:
        """Return where the line begins."""
        return self.cells[0].start

    @property
    def end(self) -> float:
        """Return where the line ends."""
        return self.cells[-1].end

    @property
    def text(self) -> str:
        """Return the line as text, tabs between the cells of a table."""
        return ("\t" if self.is_table_row else " ").join(cell.text for cell in self.cells)


def reading_order(rows: list[Row]) -> list[Line]:
    """Return the lines of a page in the order in which they are read; lines of one column have one `block`."""
    lines: list[Line] = []
    blocks = [0]
    _read(rows, lines, blocks, 0)
    return lines


def _read(rows: list[Row], lines: list[Line], blocks: list[int], deep: int) -> None:
    place = 0
    pending: list[Row] = []
    while place < len(rows):
        bands = _bands_from(rows, place) if deep < _MOST_DEEP else []
        if not bands:
            pending.append(rows[place])
            place += 1
            continue
        for end, gutter in bands:
            halves = _halves(rows[place:end], gutter)
            if _are_columns(*halves):
                _emit(pending, lines, blocks)
                pending = []
                for half in halves:
                    _read(half, lines, blocks, deep + 1)
                    blocks[0] += 1
                break
        else:
            end = bands[0][0]
            pending.extend(rows[place:end])
        place = end
    _emit(pending, lines, blocks)


def _emit(rows: list[Row], lines: list[Line], blocks: list[int]) -> None:
    if not rows:
        return
    blocks[0] += 1
    left, right = min(row.start for row in rows), max(row.end for row in rows)
    full = [row for row in rows if _reaches(row, left, right)]
    # Lines that are spread to both edges of a narrow column have gaps as wide as those between cells.
    is_justified = sum(len(row.cells) == 1 for row in full) > len(full) * _SHARE_OF_WHOLE_LINES
    for place, row in enumerate(rows):
        beside = [rows[near] for near in (place - 1, place + 1) if 0 <= near < len(rows)]
        is_spread = is_justified and _reaches(row, left, right)
        lines.append(Line(row.base, row.size, row.cells, not is_spread and _is_table_row(row, beside), blocks[0]))


def _reaches(row: Row, left: float, right: float) -> bool:
    return row.start - left < row.size * 0.5 and right - row.end < row.size * 0.5


def _is_table_row(row: Row, beside: list[Row]) -> bool:
    if len(row.cells) < 2:
        return False
    words = sum(len(cell.text.split()) for cell in row.cells)
    return words <= 2.5 * len(row.cells) or any(len(other.cells) > 1 and _is_aligned(row, other) for other in beside)


def _is_aligned(row: Row, other: Row) -> bool:
    """Whether two rows have cells that begin, or end, at the same place, beyond the first."""
    return any(
        abs(cell.start - near.start) < row.size * 0.5 or abs(cell.end - near.end) < row.size * 0.5
        for cell in row.cells[1:]
        for near in other.cells[1:]
    )


def _bands_from(rows: list[Row], first: int) -> list[tuple[int, float]]:
    """Return the runs of rows from here on that one gutter divides, the longest first: (end, place of the gutter)."""
    found: list[tuple[int, float]] = []
    for gap in _gaps(rows, first)[:_MOST_GAPS]:
        low, high = gap
        end = first + 1
        while end < len(rows):
            narrowed = _narrowed(rows[end], low, high)
            if narrowed is None:
                break
            low, high = narrowed
            end += 1
        if end - first >= 2:
            found.append((end, (low + high) / 2))
    return sorted(found, reverse=True)


def _gaps(rows: list[Row], place: int) -> list[tuple[float, float]]:
    row = rows[place]
    found = [(cell.end, after.start) for cell, after in zip(row.cells, row.cells[1:], strict=False)]
    if place + 1 < len(rows):
        # Columns need not share their baselines: two lines beside each other, one a little lower.
        below = rows[place + 1]
        if abs(row.base - below.base) < max(row.size, below.size) * _BESIDE:
            if row.end < below.start:
                found.append((row.end, below.start))
            elif below.end < row.start:
                found.append((below.end, row.start))
    return found


def _narrowed(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """Return what is left of a gutter beside a row, None where the row crosses it."""
    for cell in row.cells:
        if cell.end <= low or cell.start >= high:
            continue
        if cell.start >= low and cell.start - low > row.size * 0.6:
            high = cell.start
        elif cell.end <= high and high - cell.end > row.size * 0.6:
            low = cell.end
        else:
            return None
    return (low, high) if high - low > row.size * 0.6 else None


def _halves(rows: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left, right = [], []
    for row in rows:
        before = [cell for cell in row.cells if cell.start < gutter]
        after = [cell for cell in row.cells if cell.start >= gutter]
        if before:
            left.append(Row(row.base, before[0].size, before))
        if after:
            right.append(Row(row.base, after[0].size, after))
    return left, right


def _are_columns(left: list[Row], right: list[Row]) -> bool:
    if not left or not right:
        return False
    orders = [[cell.order for row in half for cell in row.cells] for half in (left, right)]
    # Whoever writes a column from top to bottom before the next one means columns.
    in_order = max(orders[0]) < min(orders[1]) or max(orders[1]) < min(orders[0])
    return all(_is_prose(half, in_order) for half in (left, right))


def _is_prose(rows: list[Row], in_order: bool) -> bool:
    if len(rows) < (_FEWEST_ROWS_IN_ORDER if in_order else _FEWEST_ROWS):
        return False
    texts = [" ".join(cell.text for cell in row.cells) for row in rows]
    letters, digits = (len(sign.findall("".join(texts))) for sign in (_LETTER, _DIGIT))
    if letters < _FEWEST_LETTERS * (letters + digits):
        return False
    words = sum(len(text.split()) for text in texts) / len(texts)
    if words < (_FEWEST_WORDS_IN_ORDER if in_order else _FEWEST_WORDS):
        return False
    widths = [row.end - row.start for row in rows]
    return in_order or median(widths) >= max(widths) * _USUAL_FILL
