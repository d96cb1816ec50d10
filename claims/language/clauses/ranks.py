"""A rank behind a clause: "…, the highest share in NATO" is said of the figure before it, "…, the second of five" of whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, ClauseForm, Piece, lower_of
from claims.language.clauses.figures import figures_in
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.closed_classes import ORDINALS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BORN_OF = ("children", "siblings", "sons", "daughters", "brothers", "sisters")


def with_ranks(clause: Clause) -> list[Clause]:
    """Return the clause without the rank behind its last comma, and one that says whose rank it is."""
    pieces = clause.pieces
    comma = next((n for n in range(len(pieces) - 1, 0, -1) if lower_of(pieces[n]) == ","), None)
    if comma is None or clause.form is ClauseForm.MODIFIER:
        return [clause]
    stop = pieces[-1:] if lower_of(pieces[-1]) == "." else []
    rank = pieces[comma + 1 : len(pieces) - len(stop)]
    about = _whose(clause, pieces[:comma], rank) if _is_rank(rank) else []
    if not about:
        return [clause]
    form = "was" if is_past(clause.head) else "is"
    return [replace(clause, pieces=[*pieces[:comma], *stop]), replace(clause, pieces=[*about, form, *rank, *stop])]


def _is_rank(phrase: list[Piece]) -> bool:
    """Return whether a phrase is "the highest…", "the most…", "the 12th…" and holds no other statement."""
    words = [piece for piece in phrase if not isinstance(piece, str)]
    if len(words) != len(phrase) or len(words) < 2 or words[0].lower_ not in ("the", "its", "their", "his", "her"):
        return False
    ranked = any(word.tag_ in ("JJS", "RBS") or _is_ordinal(word) for word in words[1:4])
    return ranked and not any(word.lower_ in (",", "which", "who", "and", "but") for word in words)


def _is_ordinal(word: Token) -> bool:
    return word.lower_ in ORDINALS or (word.text[:1].isdigit() and word.lower_[-2:] in ("st", "nd", "rd", "th"))


def _whose(clause: Clause, before: list[Piece], rank: list[Piece]) -> list[Piece]:
    """Return the figure that the rank stands behind, or the subject; nothing where that is anyone's guess."""
    if lower_of(rank[-1]) in _BORN_OF:
        subject = next((child for child in clause.head.children if child.dep_ in SUBJECTS), None)
        return _phrase(before, subject) if subject is not None else []
    figures = [each for each in figures_in(before) if each.start > 0]
    if not figures or any(_is_verb(piece) for piece in before[figures[-1].end :]):
        return []
    return before[figures[-1].start :]


def _phrase(pieces: list[Piece], subject: Token) -> list[Piece]:
    inside = {token.i for token in subject.subtree}
    return [piece for piece in pieces if not isinstance(piece, str) and piece.i in inside]


def _is_verb(piece: Piece) -> bool:
    return not isinstance(piece, str) and piece.pos_ in ("VERB", "AUX")
