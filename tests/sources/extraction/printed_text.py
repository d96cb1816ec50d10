"""Compare what the extractor read with what a person reads on the printed page.

    python -m tests.sources.extraction.printed_text [FOLDER] [--each]

prints, per format and writer, the words lost and invented, the figures changed, the hidden words read and the sentences
broken by what stands beside them, and how many of these faults came without a warning. `--each` adds every fault.
"""

import difflib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sources.extraction import ExtractionRefused, extract

FOLDER = Path(__file__).parent / "printed"

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_QUOTATION_MARKS = re.compile('["“”„‟«»‹›]')
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "−": "-", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": " ", "⁄": "/", "⧸": "/"}
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_LEVEL = str.maketrans(_RAISED + _LOWERED + "⁺⁻", "0123456789" * 2 + "+-")
_BUILT_FRACTION = re.compile(f"([{_RAISED}]+)/([{_LOWERED}]+)")
_RAISED_RUN = re.compile(f"[{_RAISED}⁺⁻]+")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2005-\u200a\u202f]\d{3})+(?!\d)")
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u9fff]"
#: Symbols of units that a raised digit turns into another unit; behind any other word a raised digit is a note mark.
_UNITS = {"m", "km", "cm", "mm", "μm", "nm", "dm", "s", "h", "ft", "in", "mi", "yd", "м", "км", "см"}
_EDGES = ".,;:!?'()[]{}…*†‡•·◦▪●✓^=/\\"


@dataclass(frozen=True)
class Gold:
    """What a person reads in one file, and what nobody sees there."""

    file: str
    writer: str
    #: The running text, paragraph by paragraph in reading order; the cells of a row are divided by " | ".
    printed: tuple[str, ...]
    #: What stands on the page but not inside the running text; note marks are written as [1].
    apart: tuple[str, ...]
    hidden: tuple[str, ...]
    clean: bool


@dataclass
class Measure:
    """The faults of one reading: words, or figures as (printed, read)."""

    lost: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        return len(self.lost) + len(self.invented) + len(self.figures) + len(self.hidden) + len(self.broken)

    @property
    def silent(self) -> int:
        """Return how many faults nobody was warned of."""
        return 0 if self.warnings else self.faults


def load(folder: Path = FOLDER) -> list[Gold]:
    """Return the gold of every file in the folder."""
    rows = [json.loads(line) for line in (folder / "printed.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Gold(r["file"], r["writer"], tuple(r["printed"]), tuple(r["apart"]), tuple(r["hidden"]), r["clean"])
        for r in rows
    ]


def words(text: str, marks: Iterable[str] = ()) -> list[str]:
    """Return the words of a text in one spelling, so that only what a reader would miss makes a difference.

    Raised digits become ^n, built fractions n/d (3½ and 3 1/2 are both 3+1/2), lowered digits stand level, digits grouped by
    any kind of space are joined, and characters nobody sees are dropped. `marks` are the note marks of the page: a raised
    digit among them that follows a word, not a figure or a unit, is the mark [n].
    """
    text = _UNSEEN.sub("", text).translate(_SAME)
    text = _QUOTATION_MARKS.sub("", text)
    text = _BUILT_FRACTION.sub(lambda m: f" {m[1].translate(_LEVEL)}/{m[2].translate(_LEVEL)}", text)
    text = re.sub(r"(\d?)([¼-¾⅐-⅞])", lambda m: f"{m[1]} {unicodedata.normalize('NFKC', m[2]).replace('⁄', '/')}", text)
    text = re.sub(r"\((\w+)\)/\((\w+)\)", r"\1/\2", text)
    text = re.sub(r"(?<![\d/.,])(\d{1,4})[ \u00a0\u2009\u202f]+(?=\d{1,2}/\d{1,2}(?![\d/]))", r"\1+", text)
    text = _RAISED_RUN.sub(lambda m: "^" + m[0].translate(_LEVEL), text)
    text = re.sub(r"\^[({]([^(){}\s]+)[)}]", r"^\1", text)
    text = re.sub(r"(?<=[\w)])_[({]?(\w+)[)}]?", r"\1", text)
    text = _GROUPED.sub(lambda m: re.sub(r"\D", "", m[0]), text)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(?<=\d)·(?=\d)", ".", text)
    text = re.sub(r"[ \t]*([×=])[ \t]*", r"\1", text)
    for mark in {m.strip("[]") for m in marks}:
        text = re.sub(rf"(?<=[^\s\d])\^{re.escape(mark)}(?![\w^])", _mark_or_unit, text)
        text = re.sub(rf"(?<!\S)\^{re.escape(mark)}(?=[^\W\d])", f"[{mark}] ", text)
    text = text.replace("[", " [")
    text = re.sub(r"\[\w{1,3}(?:[,:]\w{1,3})*\]", lambda m: f" {m[0]} ", text)
    text = re.sub(f"({_IDEOGRAPH})", r" \1 ", text)
    return [word for word in (_bare(w) for w in re.split(r"[\s|]+", text)) if word]


def _mark_or_unit(match: re.Match[str]) -> str:
    before = re.search(r"[^\W\d]*$", match.string[: match.start()])
    return match[0] if before and before[0] in _UNITS else f" [{match[0][1:]}] "


def _bare(word: str) -> str:
    if re.fullmatch(r"\[[\w,:]+\]", word):
        return word
    word = word.strip(_EDGES).rstrip("-")
    return word if re.match(r"[-+±]+\d", word) else word.lstrip("-").lstrip(_EDGES)


def is_figure(word: str) -> bool:
    return any(c.isdigit() for c in word) and not word.startswith("[")


def measure(gold: Gold, text: str, warnings: Sequence[str] = ()) -> Measure:
    """Return the faults of `text` as a reading of the file.

    Words are aligned in order. A paragraph that stands whole at another place counts as read; a paragraph whose lines are
    mixed with those of another one does not.
    """
    marks = [mark for mark in gold.apart if re.fullmatch(r"\[[\w*,:]+\]", mark)]
    read = words(text, marks)
    printed = [(word, n) for n, paragraph in enumerate(gold.printed) for word in words(paragraph)]
    partner = _align([word for word, _ in printed], read)
    _let_go_of_strays(printed, partner)
    _find_moved(printed, read, partner)
    owner = {at: n for (_, n), at in zip(printed, partner, strict=True) if at is not None}
    apart, intruders = _beside(gold.apart, read, owner)
    found = Measure(warnings=list(warnings))
    found.lost = [word for (word, _), at in zip(printed, partner, strict=True) if at is None]
    unseen = {word for hidden in gold.hidden for word in words(hidden)}
    for at, word in enumerate(read):
        if at not in owner and at not in apart:
            (found.hidden if word in unseen else found.invented).append(word)
    for n in range(len(gold.printed)):
        mine = [at for at in owner if owner[at] == n]
        if not mine:
            continue
        inside = range(min(mine), max(mine) + 1)
        found.broken += [read[at] for at in inside if at in intruders]
        shown = Counter(
            word
            for (word, paragraph), at in zip(printed, partner, strict=True)
            if paragraph == n and at is None and is_figure(word)
        )
        got = Counter(read[at] for at in inside if at not in owner and at not in apart and is_figure(read[at]))
        missing, extra = sorted((shown - got).elements()), sorted((got - shown).elements())
        width = max(len(missing), len(extra))
        found.figures += zip(missing + [""] * (width - len(missing)), extra + [""] * (width - len(extra)), strict=True)
    return found


def _align(printed: Sequence[str], read: Sequence[str]) -> list[int | None]:
    """Return for each printed word the index of the word read for it."""
    partner: list[int | None] = [None] * len(printed)
    matcher = difflib.SequenceMatcher(None, printed, read, autojunk=False)
    for tag, p1, p2, r1, r2 in matcher.get_opcodes():
        if tag == "equal":
            partner[p1:p2] = range(r1, r2)
        elif tag == "replace" and "=" in (joined := "".join(printed[p1:p2])) and joined == "".join(read[r1:r2]):
            # In an equation spaces have no meaning: ½mv² is ½ m v².
            partner[p1:p2] = [min(r1 + i, r2 - 1) for i in range(p2 - p1)]
    return partner


#: A word or two of a paragraph, this many words away from the rest of it, are the same words of another sentence.
_STRAY_WORDS, _STRAY_DISTANCE = 2, 8


def _let_go_of_strays(printed: Sequence[tuple[str, int]], partner: list[int | None]) -> None:
    """Take the partner from first and last words of a paragraph that were found far from the rest of it."""
    for n in dict.fromkeys(paragraph for _, paragraph in printed):
        places = [i for i, (_, paragraph) in enumerate(printed) if paragraph == n and partner[i] is not None]
        for order in (places, places[::-1]):
            for size in range(1, min(_STRAY_WORDS, len(order) - 1) + 1):
                inner, outer = partner[order[size]], partner[order[size - 1]]
                if inner is not None and outer is not None and abs(inner - outer) > _STRAY_DISTANCE:
                    for i in order[:size]:
                        partner[i] = None


def _find_moved(printed: Sequence[tuple[str, int]], read: Sequence[str], partner: list[int | None]) -> None:
    """Find paragraphs that stand whole at another place, and give their words their partners."""
    for n in dict.fromkeys(paragraph for _, paragraph in printed):
        places = [i for i, (_, paragraph) in enumerate(printed) if paragraph == n]
        wanted = [printed[i][0] for i in places]
        taken = {at for i, at in enumerate(partner) if at is not None and printed[i][1] != n}
        if sum(partner[i] is not None for i in places) > len(places) / 2:
            continue
        for start in range(len(read) - len(wanted) + 1):
            window = range(start, start + len(wanted))
            if taken.isdisjoint(window) and list(read[start : start + len(wanted)]) == wanted:
                for i, at in zip(places, window, strict=True):
                    partner[i] = at
                break


def _beside(apart: Sequence[str], read: Sequence[str], owner: dict[int, int]) -> tuple[set[int], set[int]]:
    """Return the indices of the words read that stand beside the text, and of those that would break a sentence."""
    free = [at for at in range(len(read)) if at not in owner]
    found: set[int] = set()
    intruders: set[int] = set()
    loose: Counter[str] = Counter()
    for note in sorted(apart, key=len, reverse=True):
        if not (wanted := words(note)):
            continue
        # The number of a note may be read as its mark.
        run = _run(wanted, read, free, found) or (wanted[1:] and _run(wanted[1:], read, free, found))
        if not run:
            loose.update(wanted)
            continue
        found.update(run)
        if len(note.split()) > 1 or note.isdecimal():
            intruders.update(run)
    marks = {mark for mark in (words(note)[:1] for note in apart) for mark in mark if mark.startswith("[")}
    for at in free:
        if at not in found and (loose[read[at]] > 0 or read[at] in marks):
            loose[read[at]] -= 1
            found.add(at)
    return found, intruders


def _run(wanted: Sequence[str], read: Sequence[str], free: Sequence[int], taken: set[int]) -> Sequence[int]:
    """Return the indices of the first unbroken run of these words among the free ones, or none."""
    for i in range(len(free) - len(wanted) + 1):
        run = free[i : i + len(wanted)]
        if run[-1] - run[0] == len(run) - 1 and taken.isdisjoint(run) and [read[at] for at in run] == wanted:
            return run
    return []


def read_and_measure(gold: Gold, folder: Path = FOLDER) -> Measure:
    """Return the faults of the extractor on one file. A refusal loses every word, and is said."""
    try:
        extraction = extract((folder / gold.file).read_bytes(), filename=gold.file)
    except ExtractionRefused as refused:
        return measure(gold, "", [f"refused: {refused}"])
    return measure(gold, extraction.text, [str(warning) for warning in extraction.warnings])


COLUMNS = (
    "files",
    "words",
    "lost",
    "invented",
    "figures",
    "hidden",
    "broken",
    "silent",
    "silent files",
    "false alarms",
)


def table(results: Sequence[tuple[Gold, Measure]]) -> str:
    """Return the faults per format and writer, one line each."""
    groups: dict[tuple[str, str], Counter[str]] = {}
    for gold, found in results:
        kind = gold.file.rpartition(".")[2]
        counts = Counter(
            {
                "files": 1,
                "words": sum(len(words(paragraph)) for paragraph in gold.printed),
                "silent": found.silent,
                "silent files": int(found.silent > 0),
                "false alarms": len(found.warnings) if gold.clean else 0,
            }
            | {name: len(getattr(found, name)) for name in ("lost", "invented", "figures", "hidden", "broken")}
        )
        for key in ((kind, gold.writer), (kind, "all"), ("all", "")):
            groups.setdefault(key, Counter()).update(counts)
    lines = [f"{'':6}{'writer':34}" + "".join(f"{name:>14}" for name in COLUMNS)]
    for (kind, writer), counts in sorted(
        groups.items(), key=lambda item: (item[0][0] == "all", item[0][0], item[0][1] == "all")
    ):
        lines.append(f"{kind:6}{writer:34}" + "".join(f"{counts[name]:>14}" for name in COLUMNS))
    return "\n".join(lines)


def each_fault(results: Sequence[tuple[Gold, Measure]]) -> str:
    """Return every fault, and every false alarm, file by file."""
    lines = []
    for gold, found in results:
        if found.faults or (gold.clean and found.warnings):
            lines.append(f"\n{gold.file}{'' if found.warnings else '  SILENT'}")
            lines += [f"  {name}: {faults}" for name, faults in asdict(found).items() if faults]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    folder = next((Path(a) for a in arguments if not a.startswith("--")), FOLDER)
    results = [(gold, read_and_measure(gold, folder)) for gold in load(folder)]
    sys.stdout.write(table(results) + "\n")
    if "--each" in arguments:
        sys.stdout.write(each_fault(results) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
