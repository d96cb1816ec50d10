"""Two versions of a whole text: only the passages that changed, each word by word and with what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from core.translation.messages import Message
from core.translation.messages import gettext_noop as _
from reviews.checking.word_diff import DiffOperation, DiffSegment, word_diff

#: Beyond this many sentences on either side, after what both begin and end with, the change comes as one passage.
MOST_SENTENCES = 8_000
#: How many sentences before and after a change are shown with it, and how many characters of them.
AROUND, AROUND_CHARACTERS = 1, 240
#: How many words of a change a line quotes.
QUOTED_WORDS = 8

_SENTENCES = re.compile(r".+?(?:[.!?…][\"'”’)\]]*\s+|\s*\n\s*|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TextDiff:
    """The changed passages in reading order, and how many words went and came in all of them."""

    passages: tuple[tuple[DiffSegment, ...], ...]
    removed: int
    added: int

    @property
    def first_change(self) -> Message:
        """The first change in a few words."""
        return _first_change(self.passages[0]) if self.passages else Message(_("No changes in wording."))


def text_diff(before: str, after: str) -> TextDiff:
    """Compare two texts sentence by sentence, and the sentences that differ word by word.

    White space alone is no difference. Sentences are paired along their longest common subsequence; the time grows with
    the product of those that lie between the first and the last difference, of which it takes MOST_SENTENCES a side.
    """
    old, new = _sentences(before), _sentences(after)
    changes = [step for step in _steps(_keys(old), _keys(new)) if step[0] != step[1] or step[2] != step[3]]
    groups = _near_ones(changes)
    passages = tuple(_passage(old, new, group) for group in groups)
    return TextDiff(passages, _words(passages, DiffOperation.REMOVED), _words(passages, DiffOperation.ADDED))


def _sentences(text: str) -> list[str]:
    return _SENTENCES.findall(text)


def _keys(sentences: Sequence[str]) -> list[str]:
    return [" ".join(sentence.split()) for sentence in sentences]


def _steps(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the spans (of old, of new) that differ, in order."""
    head = next(
        (at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), min(len(old), len(new))
    )
    longest_tail = min(len(old), len(new)) - head
    tail = next((at for at in range(longest_tail) if old[-1 - at] != new[-1 - at]), longest_tail)
    was, now = old[head : len(old) - tail], new[head : len(new) - tail]
    if not was and not now:
        return []
    if max(len(was), len(now)) > MOST_SENTENCES:
        return [(head, head + len(was), head, head + len(now))]
    return [
        (head + step.src_start, head + step.src_end, head + step.dest_start, head + step.dest_end)
        for step in LCSseq.opcodes(was, now)
        if step.tag != "equal"
    ]


def _near_ones(changes: list[tuple[int, int, int, int]]) -> list[list[tuple[int, int, int, int]]]:
    """Put changes together whose surroundings touch, so that no sentence is shown twice."""
    groups = [changes[:1]] if changes else []
    for before, after in pairwise(changes):
        if after[0] - before[1] <= 2 * AROUND:
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _passage(old: list[str], new: list[str], group: list[tuple[int, int, int, int]]) -> tuple[DiffSegment, ...]:
    """Return the changes of one group as segments, with the sentences between and around them."""
    start, end = group[0][2], group[-1][3]
    before = "".join(new[max(0, start - AROUND) : start])
    after = "".join(new[end : end + AROUND])
    was = "".join(old[group[0][0] : group[-1][1]])
    now = "".join(new[start:end])
    segments = [*_kept(_ending(before)), *word_diff(was, now), *_kept(_beginning(after))]
    return tuple(segments)


def _kept(text: str) -> list[DiffSegment]:
    return [DiffSegment(DiffOperation.KEPT, text)] if text else []


def _ending(text: str) -> str:
    return text if len(text) <= AROUND_CHARACTERS else f"…{text[-AROUND_CHARACTERS:]}"


def _beginning(text: str) -> str:
    return text if len(text) <= AROUND_CHARACTERS else f"{text[:AROUND_CHARACTERS]}…"


def _words(passages: tuple[tuple[DiffSegment, ...], ...], operation: DiffOperation) -> int:
    return sum(
        len(segment.text.split()) for segments in passages for segment in segments if segment.operation is operation
    )


def _first_change(segments: tuple[DiffSegment, ...]) -> Message:
    """Say the first change that has a word in it."""
    for segment, following in pairwise([*segments, DiffSegment(DiffOperation.KEPT, "")]):
        if segment.operation is DiffOperation.REMOVED and following.operation is DiffOperation.ADDED:
            return Message(
                _("“%(was)s” was changed to “%(now)s”."), was=_quoted(segment.text), now=_quoted(following.text)
            )
        if segment.operation is DiffOperation.REMOVED and segment.text.strip():
            return Message(_("“%(words)s” was removed."), words=_quoted(segment.text))
        if segment.operation is DiffOperation.ADDED and segment.text.strip():
            return Message(_("“%(words)s” was added."), words=_quoted(segment.text))
    return Message(_("Only white space differs."))


def _quoted(text: str) -> str:
    words = text.split()
    return " ".join(words[:QUOTED_WORDS]) + (" …" if len(words) > QUOTED_WORDS else "")
