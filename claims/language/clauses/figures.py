"""The figures of a clause by their words: where each begins and ends, and what is counted or measured in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Piece, lower_of
from claims.language.clauses.grammar import is_of_date
from claims.language.quantities.numerals import read_numeral, read_word_numeral
from claims.language.quantities.ranges import MOST_TIMES

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = ("about", "around", "some", "nearly", "almost", "minus", "roughly", "approximately", "only", "just", "over")
_BOUNDS = (("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most"))
_CURRENCIES = ("$", "€", "£")
_MULTIPLIERS = ("hundred", "thousand", "million", "billion", "trillion")
#: Words of a figure's unit: "372 kg per hour", "2.4 percent of output", "4,000 cars a day".
_OF_UNIT = ("of", "per", "%")
_UNIT_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "DT", "$", "SYM")
_DURATIONS = ("minute", "minutes", "min", "second", "seconds", "sec", "hour", "hours")


@dataclass(frozen=True)
class PrintedFigure:
    """A figure as places in the pieces of a clause: from `start`, its digits up to `digits_end`, its unit up to `end`."""

    start: int
    digits_end: int
    end: int

    def words(self, pieces: list[Piece]) -> list[Piece]:
        """Return the whole figure."""
        return pieces[self.start : self.end]

    def scale(self, pieces: list[Piece]) -> str:
        """Return the "million" of "3.2 million euros"; nothing where the digits stand alone."""
        last = lower_of(pieces[self.digits_end - 1])
        return last if last in _MULTIPLIERS else ""

    def printed_number(self, pieces: list[Piece]) -> Decimal | None:
        """Return the 3.2 of "3.2 million euros"; None where it is not one number in digits or words."""
        digits = " ".join(str(piece) for piece in pieces[self.start : self.digits_end] if _is_digits(piece))
        numeral = read_numeral(digits, 0) or read_word_numeral(digits, 0) if digits else None
        return numeral.value if numeral is not None and numeral.end == len(digits) else None

    def unit(self, pieces: list[Piece]) -> list[Piece]:
        """Return what is counted or measured."""
        return pieces[self.digits_end : self.end]


def shared_scale(pieces: list[Piece], bare: PrintedFigure, other: PrintedFigure, *, may_be_more: bool) -> list[Piece]:
    """Return the "million" that the 3 of "rose from 3 to 12 million" leaves to the other figure.

    None where the first is the larger number: "from 900 to 1 million"; only of what fell (`may_be_more`) both are counted
    in one scale then, if they are at most a hundredfold apart.
    """
    scale, number, mantissa = other.scale(pieces), bare.printed_number(pieces), other.printed_number(pieces)
    if not scale or bare.scale(pieces) or not number or not mantissa:
        return []
    less = number <= mantissa
    return [scale] if less or (may_be_more and number <= MOST_TIMES * mantissa) else []


def figures_in(pieces: list[Piece]) -> Iterator[PrintedFigure]:
    """Yield every figure that is no date and no rank, in reading order."""
    at = 0
    while at < len(pieces):
        found = figure_at(pieces, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def figure_at(pieces: list[Piece], at: int) -> PrintedFigure | None:
    """Return the figure that begins at a place: "about $3 million", "372 kg per hour"; None where none does."""
    start, words = at, [lower_of(piece) for piece in pieces[at : at + 2]]
    at += 2 if tuple(words) in _BOUNDS else 0
    while at < len(pieces) and lower_of(pieces[at]) in (*_BEFORE, *_CURRENCIES):
        at += 1
    if at >= len(pieces) or not _is_digits(pieces[at]) or at > start + 3:
        return None
    while at < len(pieces) and (_is_digits(pieces[at]) or lower_of(pieces[at]) in _MULTIPLIERS):
        at += 1
    digits_end = at
    while at < len(pieces) and _is_of_unit(pieces, at):
        at += 1
    return PrintedFigure(start, digits_end, at)


def is_date(piece: Piece) -> bool:
    """Return whether a word is part of a date or time."""
    return not isinstance(piece, str) and is_of_date(piece)


def _is_digits(piece: Piece) -> bool:
    if isinstance(piece, str) or piece.ent_type_ == "ORDINAL" or piece.lower_ in _MULTIPLIERS:
        return False
    if is_date(piece) and not _is_duration(piece):
        return False
    return piece.like_num or (piece.tag_ == "CD" and piece.text[:1].isdigit())


def _is_duration(piece: Token) -> bool:
    """ "14 minutes" is a figure, "five years" before "ago" is none."""
    following = piece.nbor(1).lower_.rstrip(".") if piece.i + 1 < len(piece.doc) else ""
    return piece.lower_.rstrip(".") in _DURATIONS or (piece.like_num and following in _DURATIONS)


def _is_of_unit(pieces: list[Piece], at: int) -> bool:
    piece = pieces[at]
    if isinstance(piece, str) or (is_date(piece) and not _is_duration(piece)):
        return False
    if piece.lower_ == "of":
        return not any(_is_digits(following) for following in pieces[at + 1 : at + 3])
    return piece.lower_ in _OF_UNIT or (piece.tag_ in _UNIT_TAGS and not _is_subject(piece))


def _is_subject(piece: Token) -> bool:
    return piece.dep_ in ("nsubj", "nsubjpass") and not piece.like_num and piece.left_edge == piece
