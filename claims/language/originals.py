"""Which sentence of an original a sentence of its translation renders: told by figures, days, types and order.

A translation keeps its figures and dates, mostly one sentence for one, in the same order. The pairs of most evidence that
keep the order are found by dynamic programming (as in Gale and Church 1993, with evidence in the place of lengths). A pair
is believed only where no other sentence has as much evidence for either side; what is left between two believed pairs is
paired by order where both sides have as many sentences, few, that speak of the same figures or of none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

Span = tuple[int, int]
#: A figure as an interval of its dimension: (dimension or currency, lowest, highest).
Interval = tuple[str, Decimal | None, Decimal | None]

_MOST_SENTENCES = 400
#: So many sentences between two believed pairs are paired by order.
_MOST_BETWEEN = 2
#: What one side prints and the other does not speaks against a pair.
_MISSING = 0.3
_TYPE = re.compile(
    "(?P<letters>[A-Z]{1,4}[a-z]{0,2}|[А-ЯЁ][А-Яа-яЁё]{0,2}|[\u4e00-\u9fff])-?(?P<number>[0-9]{1,4})(?![0-9])"
)
#: Types are written alike in letters that look or sound alike: Су-57, 苏-57, Su-57.
_LETTERS = {
    "А": "a", "Б": "b", "В": "v", "Г": "g", "И": "i", "К": "k", "Л": "l", "М": "m", "Н": "n", "О": "o", "П": "p", "Р": "r", "С": "s", "Т": "t", "У": "u", "Ф": "f", "Я": "y",
    "苏": "s", "歼": "j", "运": "y", "轰": "h", "米": "m", "图": "t", "伊": "i", "安": "a", "直": "z", "卡": "k",
}  # fmt: skip


@dataclass(frozen=True)
class PrintedSentence:
    """A sentence at its place, with its figures and with its days as (first, last) in ISO form."""

    span: Span
    text: str
    figures: tuple[Interval, ...] = ()
    days: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def types(self) -> frozenset[str]:
        """Return the designations of a sentence in one spelling: the first letter and the number."""
        found = (_TYPE.finditer(self.text)) if any(map(str.isdigit, self.text)) else ()
        return frozenset(
            f"{_LETTERS.get(each['letters'][0], each['letters'][0].lower())}{each['number']}" for each in found
        )


def originals_of(translated: Sequence[PrintedSentence], original: Sequence[PrintedSentence]) -> dict[Span, Span]:
    """Return the place of the original's sentence for each sentence of a translation of which that is sure."""
    translated, original = translated[:_MOST_SENTENCES], original[:_MOST_SENTENCES]
    evidence = [[_evidence(one, other) for other in original] for one in translated]
    believed = [pair for pair in _in_order(evidence) if _is_alone(evidence, *pair)]
    pairs = sorted([*believed, *_between(believed, evidence)])
    return {translated[one].span: original[other].span for one, other in pairs}


def _evidence(one: PrintedSentence, other: PrintedSentence) -> float:
    """Return how much the two sentences share, less what only one of them prints."""
    rest = list(other.figures)
    shared = 0
    for figure in one.figures:
        match = next((each for each in rest if _overlap(figure, each)), None)
        if match is not None:
            rest.remove(match)
            shared += 1
    missing = len(one.figures) + len(other.figures) - 2 * shared
    for mine, theirs in ((one.days, other.days), (one.types, other.types)):
        shared += len(mine & theirs)
        missing += len(mine ^ theirs)
    return shared - _MISSING * missing


def _overlap(one: Interval, other: Interval) -> bool:
    if one[0] != other[0]:
        return False
    low = max((bound for bound in (one[1], other[1]) if bound is not None), default=None)
    high = min((bound for bound in (one[2], other[2]) if bound is not None), default=None)
    return low is None or high is None or low <= high


def _in_order(evidence: list[list[float]]) -> list[tuple[int, int]]:
    """Return the pairs of most evidence of which none crosses another."""
    rows, columns = len(evidence), len(evidence[0]) if evidence else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows):
        for column in range(columns):
            best[row + 1][column + 1] = max(
                best[row][column + 1], best[row + 1][column], best[row][column] + max(0.0, evidence[row][column])
            )
    pairs = []
    row, column = rows, columns
    while row and column:
        if best[row][column] == best[row - 1][column]:
            row -= 1
        elif best[row][column] == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _is_alone(evidence: list[list[float]], row: int, column: int) -> bool:
    """True where no other sentence has as much evidence for either side of the pair."""
    value = evidence[row][column]
    return (
        value > 0
        and sum(other >= value for other in evidence[row]) == 1
        and sum(each[column] >= value for each in evidence) == 1
    )


def _between(believed: list[tuple[int, int]], evidence: list[list[float]]) -> list[tuple[int, int]]:
    pairs = []
    for (row, column), (next_row, next_column) in zip(believed, believed[1:], strict=False):
        rows, columns = range(row + 1, next_row), range(column + 1, next_column)
        if len(rows) == len(columns) <= _MOST_BETWEEN:
            pairs += [pair for pair in zip(rows, columns, strict=True) if evidence[pair[0]][pair[1]] >= 0]
    return pairs
