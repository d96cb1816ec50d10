"""A statement as a sequence of comparable tokens: values that were read, and the words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from claims.anchoring import normalise
from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, read_quantities
from reviews.checking.figures import points

_PLAIN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$€£¥<>=≤≥±~^+°/]|(?<![\w)])-(?=\d)|(?<=\d)-(?=\d)|(?<=\d )- (?=\d)")
_GAP_WORD = re.compile(r"[^\W_]+(?:[-.,'][^\W_]+)*|[%$€£¥<>=≤≥±~^+°/]|(?<![\w)])-(?=\d)")
_LETTERS_AND_SIGNS = re.compile(r"[^\W\d_]+|[%$€£¥°]")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PERCENT = re.compile(r"\bper\s?cent\b")
_NOT = re.compile(r"(?<=[a-z])n't\b")
_CANNOT = re.compile(r"\bcannot\b")
_NOTE_MARK = re.compile(
    r"(?<!\s)\[(?:\d{1,3}|[a-z]{1,2}|(?:note|nb|n) \d{1,3}|citation needed|clarification needed)\]"
    r"|(?:^|(?<=[.,;:!?”\"’)]))[⁰¹²³⁴-⁹]{1,3}(?!\w)",
    re.IGNORECASE,
)
_SUPERSCRIPT_OF_UNIT = re.compile(r"(?<=[^\W\d_])\^(?=\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of comparison. Two tokens with equal keys say the same; value is set for what was read as a value."""

    key: tuple[object, ...]
    surface: str
    start: int
    value: Quantity | DateSpan | None = None
    opens_sentence: bool = False

    @property
    def is_name(self) -> bool:
        """Written like a name: a capital letter that no sentence opening explains."""
        return self.value is None and self.surface[:1].isupper() and not self.opens_sentence

    @property
    def has_digit(self) -> bool:
        return any(character.isdigit() for character in self.surface)


def plain_tokens(text: str) -> list[str]:
    """This function will list the words, numbers and signs of text without its typography.

    Two texts with equal lists differ in typography only: case, quotes, dashes between words, spaces,
    full stops, thousands separators, "%" for "percent".
    """
    return _PLAIN.findall(_GROUPING.sub("", _spelled(_without_apparatus(text))))


def value_tokens(text: str) -> list[Token]:
    """This function will list the values of text, each as one token that compares by what it means, and the words between."""
    text = _without_apparatus(text)
    values = sorted([*read_quantities(text), *read_dates(text)], key=lambda value: (value.start, -value.end))
    tokens: list[Token] = []
    done = 0
    for value in values:
        if value.start < done:
            continue
        tokens += _words(text, done, value.start)
        tokens.append(Token(value_key(value), value.surface, value.start, value))
        done = value.end
    tokens += _words(text, done, len(text))
    return tokens


def value_key(value: Quantity | DateSpan) -> tuple[object, ...]:
    """This function will give what a value means, so that equal meanings written differently compare equal."""
    if isinstance(value, DateSpan):
        printed = (value.year, value.month, value.day)
        if value.first is None and value.last is None:
            return (
                "date",
                printed if any(printed) and not value.relative else value.surface.casefold(),
                value.comparator,
            )
        return ("date", value.first, value.last, value.comparator)
    bounds = (_plain(value.low), _plain(value.high))
    # A bound swallows one end of a range ("300 to 900 ft or more"), and a score's top is no part of its value.
    ends = points(value) if None in bounds else None
    top = value.surface.partition("/")[2] if value.dimension == "count" else ""
    return (value.dimension, *bounds, value.comparator, _currency(value), ends, top)


def written_form(value: Quantity) -> str:
    """This function will give the unit and scale words of a value as printed, without its digits."""
    return "".join(_LETTERS_AND_SIGNS.findall(_spelled(value.surface)))


def _without_apparatus(text: str) -> str:
    """The text without the marks of its notes, such as [12] behind a word, and with its character references resolved."""
    return _NOTE_MARK.sub("", unescape(text) if "&" in text else text)


def _currency(value: Quantity) -> str | None:
    return value.unit if value.dimension == "money" else None


def _plain(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.normalize()


def _spelled(text: str) -> str:
    spelled = _PERCENT.sub("%", normalise(text).text)
    return _CANNOT.sub("can not", _NOT.sub(" not", _SUPERSCRIPT_OF_UNIT.sub("", spelled)))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    gap = text[start:end]
    for match in _GAP_WORD.finditer(gap):
        surface = match.group()
        before = text[: start + match.start()].rstrip(" \n\t\"'“”‘’`([")
        opens = not before or before[-1] in ".!?:"
        for key in _spelled(surface).split() or [surface]:
            yield Token(("word", key.replace("-", "")), surface, start + match.start(), None, opens)
