"""Names of a statement, and which name of one statement stands where the other has another one."""

import re
from calendar import day_name, month_abbr, month_name
from dataclasses import dataclass

from reviews.checking.words import ContentWord, stem

_CALENDAR = frozenset(stem(name.lower()) for name in (*month_name, *month_abbr, *day_name) if name)
_JOINT = re.compile(
    r"[^\W_]+(?:[-.'’][^\W_]+)*\.?(?:\s+(?:of|the|de|von|van|der|al|bin|&)){0,2}\s+|['’`\"“”]+\s*", re.I
)
_LEAD = re.compile(
    r"\b(in|on|at|by|from|of|to|for|with|against|near|into|over|under|as|after|before|via|and|or)(?:\s+(?:the|a|an))?\W*$",
    re.I,
)
_LEAD_WINDOW = 24
_INITIALS_FROM = 2
_ONE_WORD_EACH = 2
_ALIKE = 2
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A run of capitalised words: its stems and initials, the preposition that leads to it, the content words beside it."""

    text: str
    stems: frozenset[str]
    initials: str
    lead: str
    before: str
    after: str

    def is_short_for(self, other: "NamedEntity") -> bool:
        """Return whether one of the two is written as the other's initials, such as US or UAE."""
        return any(
            len(b.initials) >= _INITIALS_FROM and _letters(a.text) in (b.initials, b.initials[:2] + "a")
            for a, b in ((self, other), (other, self))
        )


def named_entities(text: str, words: list[ContentWord]) -> list[NamedEntity]:
    """List the names among the content words of text."""
    names = []
    first = 0
    while first < len(words):
        if not _is_part(words[first]):
            first += 1
            continue
        last = first
        while last + 1 < len(words) and _is_part(words[last + 1]) and _follows(text, words[last], words[last + 1]):
            last += 1
        names.append(_name(text, words, first, last))
        first = last + 1
    return names


def _is_part(word: ContentWord) -> bool:
    return word.is_capital and word.stem not in _CALENDAR


def _follows(text: str, word: ContentWord, following: ContentWord) -> bool:
    return bool(_JOINT.fullmatch(text, word.start, following.start))


def _name(text: str, words: list[ContentWord], first: int, last: int) -> NamedEntity:
    run = words[first : last + 1]
    lead = _LEAD.search(text, max(0, run[0].start - _LEAD_WINDOW), run[0].start)
    return NamedEntity(
        text[run[0].start : run[-1].end],
        frozenset(word.stem for word in run),
        "".join(text[word.start].lower() for word in run),
        lead.group(1).lower() if lead else "",
        words[first - 1].stem if first else "",
        words[last + 1].stem if last + 1 < len(words) else "",
    )


def hold_one_place(one: NamedEntity, other: NamedEntity) -> bool:
    """Return whether two names hold one place: led to alike and beside the same word."""
    if (
        one.lead != other.lead
        or one.is_short_for(other)
        or any(_is_inflected(a, b) for a in one.stems for b in other.stems)
    ):
        return False
    return bool(one.before and one.before == other.before) or bool(one.after and one.after == other.after)


def are_siblings(one: NamedEntity, other: NamedEntity) -> bool:
    """Return whether two names differ in one word of several: North and South Korea, Ann and Eve Lund.

    Words that begin alike don't count as different: Steve and Stephen, Rob and Robert.
    """
    apart = one.stems ^ other.stems
    if len(one.stems) != len(other.stems) or len(one.stems) == 1 or len(apart) != _ONE_WORD_EACH:
        return False
    first, second = apart
    return first[:_ALIKE] != second[:_ALIKE] and min(len(first), len(second)) >= _FEWEST_LETTERS


def _is_inflected(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalpha())
