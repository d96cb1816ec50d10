"""The content words of a statement, reduced so that inflected forms and plain synonyms meet."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from claims.anchoring import normalise
from reviews.checking.wordlists import NEGATIONS, OPPOSITE_WORDS, STOP_WORDS, SYNONYMS

_WORD = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ied", "ies", "ers", "er", "ed", "es", "ly", "s", "y", "e")
_SHORTEST_STEM = 3
_NEGATION = re.compile(
    r"(?:n['’]t\b|\b(?:"
    + "|".join(sorted(NEGATIONS))
    + r")\b)(?!\s+(?:only|just|merely|solely|un[a-z]{3,})\b|\.?\s?\d)",
    re.I,
)
_REACH_OF_NEGATION = 2
_NEAR = 40
_EXCLUDING = frozenset({"outside", "excluding", "except"})


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A content word: its stem, where it stands, and whether it is written like a name."""

    stem: str
    start: int
    end: int
    index: int
    is_capital: bool
    is_name: bool


def content_words(text: str) -> list[ContentWord]:
    """List the words of text that say what it is about, without numbers and function words.

    Names that "outside", "excluding" or "except" rule out are left out: the statement is not about them.
    """
    words = []
    excluded = False
    for index, match in enumerate(_WORD.finditer(text)):
        surface = match.group()
        lower, is_capital = _plain(surface), surface[:1].isupper()
        if lower in STOP_WORDS or lower.isdigit() or not lower:
            continue
        if excluded and is_capital:
            continue
        excluded = lower in _EXCLUDING
        words.append(
            ContentWord(
                stem(lower),
                match.start(),
                match.end(),
                index,
                is_capital,
                is_capital and not _opens_sentence(text, match.start()),
            )
        )
    return words


@lru_cache(maxsize=20_000)
def _plain(surface: str) -> str:
    return normalise(surface).text.removesuffix("'s")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start].rstrip()
    return before[-1:] in (".", "!", "?") or (start <= _NEAR and not before.rstrip(" \"'“‘`("))


def denied_words(text: str, words: list[ContentWord]) -> frozenset[str]:
    """Return the stems that a negation of the text denies: the next few content words after it.

    What the text also says without a negation is not denied: "93 cases, 34 in the north and no cases in the south".
    """
    denied: set[int] = set()
    starts = [word.start for word in words]
    for match in _NEGATION.finditer(text):
        first = bisect_left(starts, match.end())
        reach = range(first, min(first + _REACH_OF_NEGATION, len(words)))
        denied.update(at for at in reach if starts[at] - match.end() < _NEAR)
    asserted = {word.stem for at, word in enumerate(words) if at not in denied}
    return frozenset(words[at].stem for at in denied) - asserted


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut the inflection off an English word and give its group's name where it has plain synonyms.

    A light stemmer on purpose: "reviewers" and "reviewed" meet, and no dictionary is loaded.
    """
    if word in SYNONYMS:
        return SYNONYMS[word]
    if any(character.isdigit() for character in word):
        return word.replace("-", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


OPPOSITES = tuple((stem(one), stem(other)) for one, other in OPPOSITE_WORDS)
"""Pairs of stems of which one says the opposite of the other."""

OPPOSITE_STEMS = frozenset(part for pair in OPPOSITES for part in pair)
"""Every stem that has an opposite here."""
