"""What a raised or lowered piece of a line is: an exponent, an index, an ordinal, a fraction, cents, or a note mark."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from sources.extraction.note_marks import (
    LONGEST_BEFORE,
    LONGEST_NUMBER,
    Reading,
    is_loose_power,
    mark_in_doubt,
    printed_cents,
    reading_of,
)
from sources.extraction.raised_letters import FRACTIONS, LOWERED, RAISED

_RAISABLE = frozenset(map(chr, RAISED))
_LOWERABLE = frozenset(map(chr, LOWERED))
_DIGITS = frozenset("0123456789")
_DENOMINATORS = frozenset([*range(2, 13), 15, 16, 20, 32, 64, 100, 128])
_SIGNS = {"tm": "™", "sm": "℠", "r": "®", "®": "®", "™": "™", "©": "©", "℠": "℠"}
_ORDINALS = frozenset(
    ["st", "nd", "rd", "th", "d", "er", "re", "e", "me", "ere", "ère", "eme", "ème", "ième", "nde", "es"]
    + ["de", "ste", "ος", "η", "ή", "ой", "го", "я", "й", "ª", "º", "a", "o", "as", "os"]
)
_ORDINALS_BY_LANGUAGE = {"a": ("es", "it", "pt", "gl", "ca"), "o": ("es", "it", "pt", "gl", "ca"), "d": ("en",)}
_EXPONENT_LETTERS = frozenset("nxyzkijmt")

_SYMBOLS = re.compile(r"[*†‡§¶#※•◊]{1,4}")
_BRACKETED = re.compile(r"\[[^\[\]]{0,40}\](?:\s*,?\s*\[[^\[\]]{0,40}\])*")
_IN_PARENTHESES = re.compile(r"\(\d{1,3}\)")
_LIST_OF_MARKS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})+,?")
_LINKED_MARK = re.compile(
    r"[\[(]?\s?(?:(?:note|nb|n|fn|a|b|ref|lower)[.\s]{0,2})?[\w*†‡§¶#]{1,4}(?:\s?[,–-]\s?\w{1,4})*\s?[\])]?", re.I
)
_MARK_AS_LINK = re.compile(r"\[\s?(?:(?:note|nb|n|fn)[.\s]{1,2})?\w{1,4}\s?\]", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?<![\d.,])\d[\d.,]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_ROMAN_BEFORE = re.compile(r"\b[IVXLC]{1,8}$")
_OPERATOR_BEFORE = re.compile(r"[×·*=+−^/<>≈(]\s?(?:[A-Za-z]{0,3}|\d{0,2})$")
_SLASH = re.compile(r"\s?[/⁄∕]\s?")
_SLASHED = re.compile(r"(\d{1,3})\s?[/⁄∕]\s?(\d{1,3})")
_SLASH_THEN_NUMBER = re.compile(r"\s?[/⁄∕]\s?(\d{1,3})(?![\d.,]?\d)")
_DEGREES_AFTER = re.compile(
    r"\s?(?:[CFNSEW]\b|\d{1,2}\s?[′'’]|(?:north|south|east|west|celsius|fahrenheit)\b)", re.IGNORECASE
)
_WITH_SIGN = re.compile(r"[+−–-]?\d{1,4}[+−–-]?|[+−–-]{1,3}")


class Kind(Enum):
    """How a piece of a line is set."""

    PLAIN = auto()
    RAISED = auto()
    LOWERED = auto()


@dataclass(frozen=True)
class Piece:
    """A piece of a line, how it is set, and whether it links to a note."""

    text: str
    kind: Kind = Kind.PLAIN
    links_to_note: bool = False


@dataclass
class Settled:
    """A line of text, and what its raised bare numbers were taken for: piece → (number, reading, as printed)."""

    text: str = ""
    readings: dict[int, tuple[int, Reading, str]] = field(default_factory=dict)


class _Line:
    """A line as far as it is printed; `end` holds its last characters, all that the next piece needs to see."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.end = ""
        self.readings: dict[int, tuple[int, Reading, str]] = {}

    def add(self, text: str) -> None:
        self.printed.append(text)
        self.end = (self.end + text[-LONGEST_BEFORE:])[-LONGEST_BEFORE:]

    def drop_space(self) -> None:
        while self.printed and not self.printed[-1].strip():
            self.printed.pop()
        if self.printed:
            self.printed[-1] = self.printed[-1].rstrip()
        self.end = self.end.rstrip()


def raised(text: str) -> str:
    """Return text as an exponent: in raised characters where there are some, else after a caret."""
    text = text.strip()
    if text and _RAISABLE.issuperset(text):
        return text.translate(RAISED)
    return f"^({text})" if text else ""


def lowered(text: str) -> str:
    """Return text as an index: digits in lowered characters, letters as they are."""
    text = text.strip()
    return text.translate(LOWERED) if _LOWERABLE.issuperset(text) else text


def settle(pieces: Sequence[Piece], language: str, marks: frozenset[int] = frozenset()) -> Settled:
    """Return a line in which every raised and lowered piece is printed as what it is.

    `marks` are the places of pieces that other marks of the page have shown to be note marks.
    """
    line = _Line()
    last, consumed = -1, 0
    for place, piece in enumerate(pieces):
        text = piece.text
        if place <= last:
            text = text[consumed:] if place == last else ""
        if not text:
            continue
        if piece.kind is Kind.PLAIN:
            if not (piece.links_to_note and line.end.strip() and _MARK_AS_LINK.fullmatch(text.strip())):
                # A mark that stood between two digits must not make one number of them.
                parted = place > 0 and pieces[place - 1].kind is Kind.RAISED and _both_digits(line.end, text)
                line.add(f" {text}" if parted else text)
        elif fraction := _fraction(line.end, pieces, place):
            printed, last, consumed = fraction
            if _is_whole_part(line.end) and not printed[0].isascii():
                line.drop_space()
            line.add(printed)
        elif piece.kind is Kind.LOWERED:
            line.add(lowered(text))
        else:
            after = next((p.text for p in pieces[place + 1 : place + 3] if p.text), "")
            printed = _printed(line, piece, place, after, language, place in marks)
            line.add(printed or (" " if text[0].isspace() or text[-1].isspace() else ""))
    return Settled(tidied("".join(line.printed)), line.readings)


def tidied(text: str) -> str:
    """Return a line with single spaces, and single tabs between the cells that hold something."""
    if "\t" not in text:
        return " ".join(text.split())
    return "\t".join(cell for cell in (" ".join(cell.split()) for cell in text.split("\t")) if cell)


def marks_shown_by_others(lines: Mapping[int, Settled]) -> dict[int, frozenset[int]]:
    """Return which powers and doubtful numbers are note marks after all: line → places.

    They are where a note with their number stands at the foot of the page, or where the marks before and after count up
    to and from them.
    """
    found = [
        (line, place, *reading[:2]) for line, settled in lines.items() for place, reading in settled.readings.items()
    ]
    explained = {number for *_, number, reading in found if reading is Reading.MARK_AT_START}
    sure = {number for *_, number, reading in found if reading is Reading.SURE_MARK}
    marks: dict[int, set[int]] = {}
    before: int | None = None
    waiting: list[tuple[int, int, int]] = []
    for line, place, number, reading in found:
        if reading is Reading.SURE_MARK:
            for waiting_line, waiting_place, waiting_number in waiting:
                if number == waiting_number + 1:
                    marks.setdefault(waiting_line, set()).add(waiting_place)
            before, waiting = number, []
        elif reading in (Reading.POWER, Reading.DOUBTFUL):
            if number in explained and number not in sure:
                marks.setdefault(line, set()).add(place)
            elif number not in sure and before == number - 1:
                waiting.append((line, place, number))
    return {line: frozenset(places) for line, places in marks.items()}


def _both_digits(before: str, after: str) -> bool:
    return before[-1:] in _DIGITS and after[0] in _DIGITS if before else False


def _is_whole_part(before: str) -> bool:
    number = _NUMBER_BEFORE.search(before.rstrip())
    return number is not None and len(number[0]) <= 3


def _fraction(before: str, pieces: Sequence[Piece], place: int) -> tuple[str, int, int] | None:
    """Return a fraction that begins at a piece: its text, the last piece of it, how many characters of that."""
    text = pieces[place].text.strip()
    if pieces[place].kind is not Kind.RAISED or pieces[place].links_to_note or before[-1:].isalpha():
        return None
    if whole := _SLASHED.fullmatch(text):
        return _as_fraction(whole[1], whole[2], before), place, len(pieces[place].text)
    rest = pieces[place + 1 : place + 3]
    if not (text.isdecimal() and len(text) <= 3 and rest and rest[0].kind is Kind.PLAIN):
        return None
    if len(rest) > 1 and rest[1].kind is Kind.LOWERED and _SLASH.fullmatch(rest[0].text):
        below = rest[1].text.strip()
        if below.isdecimal():
            return _as_fraction(text, below, before), place + 2, len(rest[1].text)
    if (typed := _SLASH_THEN_NUMBER.match(rest[0].text)) and 0 < int(text) < int(typed[1]) in _DENOMINATORS:
        number = _NUMBER_BEFORE.search(before)
        if number is None or len(number[0]) <= 3:
            return _as_fraction(text, typed[1], before), place + 1, typed.end()
    return None


def _as_fraction(above: str, below: str, before: str) -> str:
    vulgar = FRACTIONS.get((int(above), int(below)))
    return vulgar or f"{' ' if before[-1:] in _DIGITS else ''}{above}/{below}"


def _printed(line: _Line, piece: Piece, place: int, after: str, language: str, is_mark: bool) -> str:
    text = " ".join(piece.text.split())
    before = line.end
    word = text.casefold()
    if sign := _SIGNS.get(word):
        return sign
    if (before[-1:].isdigit() or _ROMAN_BEFORE.search(before)) and _is_ordinal(word, language):
        return text
    if word in ("o", "0", "º", "°", "о") and before[-1:].isdigit() and _DEGREES_AFTER.match(after):
        return "°"
    if piece.links_to_note and _LINKED_MARK.fullmatch(text):
        number = text.strip("[]() ")
        if number.isdecimal():
            line.readings[place] = int(number), Reading.SURE_MARK, ""
        return ""
    if _SYMBOLS.fullmatch(text) or _BRACKETED.fullmatch(text) or _IN_PARENTHESES.fullmatch(text):
        return ""
    if text.isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER:
        return _bare_number(line, text, place, after, is_mark)
    if _WITH_SIGN.fullmatch(text):
        return raised(text)
    if _LIST_OF_MARKS.fullmatch(text):
        return ""
    return _letters(before, text)


def _is_ordinal(word: str, language: str) -> bool:
    languages = _ORDINALS_BY_LANGUAGE.get(word)
    return word in _ORDINALS and (languages is None or language.partition("-")[0] in languages)


def _letters(before: str, text: str) -> str:
    number, word = _NUMBER_BEFORE.search(before), _WORD_BEFORE.search(before)
    base = number[0] if number else word[0] if word else ""
    if base in ("10", "2", "e") or (word and len(word[0]) == 1 and _OPERATOR_BEFORE.search(before)):
        return raised(text)
    if text in _EXPONENT_LETTERS and word and len(word[0]) == 1 and word[0].islower():
        return raised(text)
    if text.isalpha() and len(text) == 1 and text.isascii() and (number or (word and len(word[0]) > 1)):
        return text if text in "eoº" and word and len(word[0]) <= 2 else ""
    if number:
        return f" {text}"
    return text


def _bare_number(line: _Line, text: str, place: int, after: str, is_mark: bool) -> str:
    """Print a raised number without sign or brackets as a power, as cents or in brackets, or leave it out as a mark."""
    if not is_mark and is_loose_power(line.end, text, after):
        line.drop_space()
    before = line.end
    reading = Reading.MARK if is_mark else reading_of(before, text, after)
    if reading is Reading.CENTS:
        return printed_cents(before, text)
    base = _NUMBER_BEFORE.search(before)
    line.readings[place] = int(text), reading, f"{base[0] if base else before[-1:]}{raised(text)}"
    if reading is Reading.DOUBTFUL:
        return mark_in_doubt(text)
    return raised(text) if reading in (Reading.SURE_POWER, Reading.POWER) else ""
