"""Two versions of a passage, word by word: what stayed, what was taken out, what was put in."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

#: Beyond this many words on either side the two versions are shown one after the other.
LONGEST = 4_000
_WORDS = re.compile(r"\s+|\w+(?:[.,’'-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share one fate."""

    fate: Literal["kept", "removed", "added"]
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Tell two versions apart by words, in reading order, what was removed before what was added.

    The kept and removed pieces together are `before`, the kept and added ones `after`, letter by letter. It compares at
    most LONGEST words a side; longer versions come whole, as one removed and one added piece.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return _pieces([("removed", before), ("added", after)])
    runs: list[tuple[str, str]] = []
    for step in Levenshtein.opcodes(old, new):
        was = "".join(old[step.src_start : step.src_end])
        now = "".join(new[step.dest_start : step.dest_end])
        runs += [("kept", was)] if step.tag == "equal" else [("removed", was), ("added", now)]
    return _pieces(_without_islands(runs))


def _without_islands(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Count a blank between two changes as changed with them: a phrase then reads as one, not as word after word."""
    joined: list[tuple[str, str]] = []
    for number, (fate, text) in enumerate(runs):
        is_inside = 0 < number < len(runs) - 1
        joined += (
            [("removed", text), ("added", text)] if fate == "kept" and is_inside and text.isspace() else [(fate, text)]
        )
    return joined


def _pieces(runs: list[tuple[str, str]]) -> list[Piece]:
    """Join neighbouring changes to one removed and one added piece, and drop the empty ones."""
    pieces: list[Piece] = []
    waiting = {"removed": "", "added": ""}
    for fate, text in [*runs, ("kept", "")]:
        if fate != "kept":
            waiting[fate] += text
            continue
        pieces += [Piece(change, waiting[change]) for change in ("removed", "added") if waiting[change]]
        pieces += [Piece("kept", text)] if text else []
        waiting = {"removed": "", "added": ""}
    return pieces
