"""Two versions of a passage, word by word: what stayed, what was taken out, what was put in."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

#: Beyond this many words on either side the two versions are shown one after the other.
LONGEST = 4_000
_WORDS = re.compile(r"\s+|\w+(?:[.,’'-]\w+)*|[^\w\s]")


class DiffOperation(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class DiffSegment:
    """Words in a row, and what became of them."""

    operation: DiffOperation
    text: str


def word_diff(before: str, after: str) -> list[DiffSegment]:
    """Tell two versions apart by words, in reading order, what was removed before what was added.

    The kept and removed segments together are `before`, the kept and added ones `after`, letter by letter. It compares at
    most LONGEST words a side; longer versions come whole, as one removed and one added segment.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return _joined(_change(before, after))
    segments: list[DiffSegment] = []
    for step in Levenshtein.opcodes(old, new):
        was = "".join(old[step.src_start : step.src_end])
        now = "".join(new[step.dest_start : step.dest_end])
        segments += [DiffSegment(DiffOperation.KEPT, was)] if step.tag == "equal" else _change(was, now)
    return _joined(_without_islands(segments))


def _change(before: str, after: str) -> list[DiffSegment]:
    return [DiffSegment(DiffOperation.REMOVED, before), DiffSegment(DiffOperation.ADDED, after)]


def _without_islands(segments: list[DiffSegment]) -> list[DiffSegment]:
    """Count a blank between two changes as changed with them: a phrase then reads as one, not as word after word."""
    changed: list[DiffSegment] = []
    for number, segment in enumerate(segments):
        is_inside = 0 < number < len(segments) - 1
        is_island = segment.operation is DiffOperation.KEPT and is_inside and segment.text.isspace()
        changed += _change(segment.text, segment.text) if is_island else [segment]
    return changed


def _joined(segments: list[DiffSegment]) -> list[DiffSegment]:
    """Join neighbouring changes to one removed and one added segment, and drop the empty ones."""
    joined: list[DiffSegment] = []
    removed = added = ""
    for segment in [*segments, DiffSegment(DiffOperation.KEPT, "")]:
        if segment.operation is DiffOperation.REMOVED:
            removed += segment.text
        elif segment.operation is DiffOperation.ADDED:
            added += segment.text
        else:
            joined += [each for each in (*_change(removed, added), segment) if each.text]
            removed = added = ""
    return joined
