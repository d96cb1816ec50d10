"""A statement as a sequence of comparable tokens: values that were read, and the words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import unescape

from claims.anchoring import normalise
from claims.anchoring.scripts import HAN_NUMERALS, UNSPACED, WORD_MARKS, with_western_digits
from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, currency_of, read_quantities
from reviews.checking.figures import points
from reviews.checking.other_languages import SCALES_OF_OTHER_LANGUAGES, is_han_figure

_LETTER = f"(?:(?![{UNSPACED}])[^\\W\\d_]|[{WORD_MARKS}\\u0306])"
_LETTER_OR_DIGIT = f"(?:(?![{UNSPACED}])[^\\W_]|[{WORD_MARKS}\\u0306])"
_APPROXIMATE_SIGNS = "~≈∼≃≅"
_SIGN = rf"[%$€£¥<>=≤≥±{_APPROXIMATE_SIGNS}^+°/]"
_MINUS = r"(?<![\w)])-(?=\d)"
_PLAIN = re.compile(rf"\d+(?:[.,]\d+)*|{_LETTER}+|[{UNSPACED}]|{_SIGN}|{_MINUS}|(?<=\d)-(?=\d)|(?<=\d )- (?=\d)")
_GAP_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*(?=[{UNSPACED}])|[{HAN_NUMERALS}]+|[{UNSPACED}]"
    rf"|{_LETTER_OR_DIGIT}+(?:[-.,']{_LETTER_OR_DIGIT}+)*|{_SIGN}|{_MINUS}"
)
_LETTERS_AND_SIGNS = re.compile(r"[^\W\d_]+|[%$€£¥°]")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PERCENT = re.compile(r"\bper\s?cent\b")
_NOT = re.compile(r"(?<=[a-z])n't\b")
_CANNOT = re.compile(r"\bcannot\b")
_NOTE_MARK = re.compile(
    r"(?<!\s)\[\s?(?:\d{1,3}|[a-z]{1,2}|(?:note|nb|n) \d{1,3})\s?\]"
    r"|\s?\[(?:[a-z][a-z '-]{1,40} needed|(?:who|whom|when|where|why|how|which|what|by whom|according to whom)\?|sic)\]"
    r"|(?:^|(?<=[.,;:!?”\"’)]))[⁰¹²³⁴-⁹]{1,3}(?!\w)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}(?![\w*])")
_AND = re.compile(r"(?<=\s)&(?=\s)")
_CLOCK = re.compile(r"\b(1[0-2]|0?[1-9])(?:[:.](\d\d))?\s{0,8}([ap])\.?\s?m\b(?:\.(?!\s*$))?", re.IGNORECASE)
_SUPERSCRIPT_OF_UNIT = re.compile(r"(?<=[^\W\d_])\^(?=\d)")
_BEFORE_OPENING = frozenset(" \n\t\"'“”‘’`([")
_SOME_DAY = date(2000, 12, 31)
"""Dates that lack a year, or count from today, are compared as if both texts were of this one day."""


@dataclass(frozen=True, slots=True)
class ComparableToken:
    """One unit of comparison. Two tokens with equal keys say the same; value is set for what was read as a value."""

    key: tuple[object, ...]
    surface: str
    start: int
    value: Quantity | DateSpan | None = None
    opens_sentence: bool = False
    follows_figure: bool = False

    @property
    def is_figure(self) -> bool:
        """A value that was read, or what starts with a digit or a sign, or counts in Chinese, and could not be read as one."""
        if self.value is not None or is_han_figure(self.surface):
            return True
        return not self.surface[0].isalpha() and self.surface not in _APPROXIMATE_SIGNS

    @property
    def word(self) -> str:
        """The word as it is compared; empty for a value."""
        return "" if self.value else str(self.key[-1])

    @property
    def is_name(self) -> bool:
        """Written like a name: a capital letter that no sentence opening explains."""
        return self.value is None and self.surface[:1].isupper() and not self.opens_sentence

    @property
    def has_digit(self) -> bool:
        return any(character.isdigit() for character in self.surface)


def plain_tokens(text: str) -> list[str]:
    """List the words, numbers and signs of text without its typography.

    Two texts with equal lists differ in typography only: case, quotes, dashes between words, spaces,
    full stops, thousands separators, "%" for "percent".
    """
    return _PLAIN.findall(_GROUPING.sub("", _spelled(_without_apparatus(text))))


def value_tokens(text: str) -> list[ComparableToken]:
    """List the values of text, each as one token that compares by what it means, and the words between."""
    text = with_western_digits(_without_apparatus(text))
    dates = read_dates(text)
    values: list[Quantity | DateSpan] = [*read_quantities(text, dates=dates), *dates]
    values.sort(key=lambda value: (value.start, -value.end))
    tokens: list[ComparableToken] = []
    done = 0
    for value in values:
        if value.start < done:
            continue
        tokens += _words(text, done, value.start)
        tokens.append(ComparableToken(value_key(value), value.surface, value.start, value))
        done = value.end
    tokens += _words(text, done, len(text))
    return list(_told_of_figures(tokens))


def _told_of_figures(tokens: list[ComparableToken]) -> Iterator[ComparableToken]:
    """The tokens, each told whether it stands right behind a figure or its scale word: it may be the unit."""
    is_behind = False
    for token in tokens:
        yield replace(token, follows_figure=True) if is_behind and not token.is_figure else token
        is_behind = token.is_figure or (is_behind and token.word in SCALES_OF_OTHER_LANGUAGES)


def value_key(value: Quantity | DateSpan) -> tuple[object, ...]:
    """Return what a value means, so that equal meanings written differently compare equal."""
    if isinstance(value, DateSpan):
        return _date_key(value)
    bounds = (_plain(value.low), _plain(value.high))
    # A bound swallows one end of a range ("300 to 900 ft or more"), and a score's top is no part of its value.
    ends = points(value) if None in bounds else None
    top = value.surface.partition("/")[2] if value.dimension == "count" else ""
    return (value.dimension, *bounds, value.comparator, _currency(value), ends, top)


def _date_key(value: DateSpan) -> tuple[object, ...]:
    """Return the days a date means, and how finely it is printed: "by May 2027" ends where "by 31 May 2027" does."""
    days = (value.first, value.last)
    if days == (None, None):
        days = next(((d.first, d.last) for d in read_dates(value.surface, anchor=_SOME_DAY)), days)
    printed = (value.year, value.month, value.day) if days == (None, None) and not value.relative else None
    unread = value.surface.casefold() if days == (None, None) and not (printed and any(printed)) else None
    return ("date", *days, value.comparator, value.precision, value.relative, printed, unread)


def written_form(value: Quantity) -> str:
    """Return the unit and scale words of a value as printed, without its digits."""
    return "".join(_LETTERS_AND_SIGNS.findall(_spelled(value.surface)))


def _without_apparatus(text: str) -> str:
    """The text without the marks of its notes, such as [12] behind a word, and of emphasis, its signs and clocks spelled alike."""
    plain = _EMPHASIS.sub("", _NOTE_MARK.sub("", unescape(text) if "&" in text else text))
    return _CLOCK.sub(_on_24_hours, _AND.sub("and", plain))


def _on_24_hours(clock: re.Match[str]) -> str:
    hour = int(clock[1]) % 12 + (12 if clock[3] in "pP" else 0)
    return f"{hour:02}:{clock[2] or '00'}"


def _currency(value: Quantity) -> str | None:
    return currency_of(value.unit)


def _plain(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.normalize()


def _spelled(text: str) -> str:
    spelled = _PERCENT.sub("%", normalise(text).text)
    return _CANNOT.sub("can not", _NOT.sub(" not", _SUPERSCRIPT_OF_UNIT.sub("", spelled)))


@lru_cache(maxsize=8192)
def _keys_of(surface: str) -> tuple[str, ...]:
    """Return the words that a surface without spaces is compared as; texts are made of the same few thousand surfaces."""
    return tuple(key.replace("-", "") for key in _spelled(surface).split() or [surface])


def _words(text: str, start: int, end: int) -> Iterator[ComparableToken]:
    gap = text[start:end]
    for match in _GAP_WORD.finditer(gap):
        surface = match.group()
        opens = _opens_sentence(text, start + match.start())
        for key in _keys_of(surface):
            yield ComparableToken(("word", key), surface, start + match.start(), None, opens)


def _opens_sentence(text: str, start: int) -> bool:
    while start and text[start - 1] in _BEFORE_OPENING:
        start -= 1
    return not start or text[start - 1] in ".!?:"
