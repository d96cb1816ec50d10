"""Raised and lowered letters in one line of text: exponents, ordinals, fractions, note marks, formulas of chemistry."""

import re
from collections.abc import Iterable
from enum import IntEnum
from itertools import groupby
from operator import itemgetter

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


class Level(IntEnum):
    """Where a piece of text stands against its line."""

    LOWERED = -1
    ON_LINE = 0
    RAISED = 1


# Longer figures are no part of a fraction that Unicode has.
_MOST_DIGITS = 2
_SIGNED = re.compile(r"[+\-−–]\d{1,3}|\d{0,2}[+\-−–]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|re|e|è|ème|de|te|os|as|ti|tm|sm|mo|ma)", re.IGNORECASE)
_ORDINAL_LETTERS = {"a": "ª", "o": "º"}
_NOTE = re.compile(r"\[?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*\]?")
# What a letter or a list of figures may be the power of: a short figure that is no money, a symbol, an index.
_MAY_BE_A_BASE = re.compile(r"(?<![\d.,$€£¥₹])(?<![$€£¥₹]\s)\d{1,2}$|(?<![^\W\d_])[B-HJ-Zb-zα-ωΑ-Ω]$|[₀-₉]$")
_POWER_OF_LETTERS = re.compile(r"(?<![\d.,])(?:10|2)$|(?<!\w)[^\W\d_]$|[=×·*(+−-]\s?(?:\d{1,2}|[A-Za-zα-ω]{1,3})$")
_DEGREE_OF = re.compile(r"\s?[CFNSEWK](?![^\W\d_])")


def compose(pieces: Iterable[tuple[str, Level]], doubts: list[str] | None = None) -> str:
    """Return one line of text from its pieces: a power or an index with the digits that Unicode has for
    them (10⁵, m², H₂O), a fraction as one (3½), an ordinal as it stands (1st), a degree as °; a note mark is left out,
    and one in doubt stands in square brackets, so that it never becomes a digit of the figure before it. What was in doubt
    is added to `doubts` as it is printed."""
    doubts = [] if doubts is None else doubts
    merged = _merged(pieces)
    if len(merged) == 1 and merged[0][1] is Level.ON_LINE:
        return merged[0][0]
    line = ""
    place = 0
    while place < len(merged):
        text, level = merged[place]
        after = merged[place + 1][0] if place + 1 < len(merged) else ""
        fraction = _fraction_at(merged, place)
        if fraction:
            line += fraction if line[-1:].isdigit() and len(fraction) == 1 else _apart(line, fraction)
            place += 3
            continue
        if level is Level.ON_LINE:
            line += text
        elif level is Level.LOWERED:
            line += lowered(text)
        else:
            if is_loose_power(line[-LONGEST_BEFORE:], text.strip()[: LONGEST_NUMBER + 1], after):
                line = line.rstrip()
            line += _raised(line[-LONGEST_BEFORE:], text, after, doubts)
        place += 1
    return line


def _raised(before: str, text: str, after: str, doubts: list[str]) -> str:
    """Return how a raised piece is written on its line, between what stands before it and what follows."""
    mark = text.strip()
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not mark:
        return text
    if before[-1:].isdigit() and mark in ("o", "O", "0", "º", "°", "◦") and _DEGREE_OF.match(after):
        return f"{lead}°{tail}"
    if mark.isdecimal() and mark.isascii() and len(mark) <= LONGEST_NUMBER:
        return lead + _number(before, mark, after, doubts) + tail
    if _is_power(before, mark):
        return lead + mark.translate(RAISED) + tail
    if before[-1:].isdigit() and mark in _ORDINAL_LETTERS:
        return lead + _ORDINAL_LETTERS[mark] + tail
    if before[-1:].isdigit() and _ORDINAL.fullmatch(mark):
        return text
    if _NOTE.fullmatch(mark) and (mark[0].isdigit() or mark[0] == "[" or len(mark) == 1):
        if not before.strip():
            return lead + mark.translate(RAISED) + tail
        if mark[0] == "[" or not _MAY_BE_A_BASE.search(before.rstrip()):
            return f"{lead}{tail}"
        doubts.append(f"{before.rstrip()[-1:]}{mark.translate(RAISED)}")
        return f"{lead}{mark_in_doubt(mark)}{tail}"
    if before[-1:].isdigit() and mark[0].isalnum():
        return f"{lead}^({mark}){tail}"
    return text


def _number(before: str, mark: str, after: str, doubts: list[str]) -> str:
    match reading_of(before, mark, after):
        case Reading.SURE_POWER | Reading.POWER | Reading.MARK_AT_START:
            return mark.translate(RAISED)
        case Reading.CENTS:
            return printed_cents(before, mark)
        case Reading.DOUBTFUL:
            doubts.append(f"{before.split()[-1]}{mark.translate(RAISED)}")
            return mark_in_doubt(mark)
        case _:
            return ""


def lowered(text: str) -> str:
    """Return a lowered piece with the digits that Unicode has for it."""
    return text.translate(LOWERED)


def _is_power(before: str, mark: str) -> bool:
    base = before.rstrip()
    if _SIGNED.fullmatch(mark):
        return bool(base) and (base[-1].isalnum() or base[-1] in ")]}")
    return mark == "n" and _POWER_OF_LETTERS.search(before) is not None


def _fraction_at(pieces: list[tuple[str, Level]], place: int) -> str:
    if place + 2 >= len(pieces):
        return ""
    (top, up), (bar, level), (bottom, down) = pieces[place : place + 3]
    if (up, level, down) != (Level.RAISED, Level.ON_LINE, Level.LOWERED) or bar not in ("/", "⁄", "∕"):
        return ""
    if not (top.strip().isdecimal() and bottom.strip().isdecimal()):
        return ""
    above, below = top.strip(), bottom.strip()
    sign = FRACTIONS.get((int(above), int(below))) if max(len(above), len(below)) <= _MOST_DIGITS else None
    return sign or f"{above}/{below}"


def _apart(line: str, fraction: str) -> str:
    return f" {fraction}" if line[-1:].isdigit() else fraction


def _merged(pieces: Iterable[tuple[str, Level]]) -> list[tuple[str, Level]]:
    written = ((text, level) for text, level in pieces if text)
    return [("".join(text for text, _ in same), level) for level, same in groupby(written, key=itemgetter(1))]
