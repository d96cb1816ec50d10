"""The verb of a clause in the number of the subject that the clause is left with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.clause import Piece
from claims.language.inflection import present_tense

if TYPE_CHECKING:
    from spacy.tokens import Token


def agreeing(pieces: list[Piece], verb: Token, *, plural: bool) -> list[Piece]:
    """Return the pieces with the finite verb of the clause of `verb` in the singular or the plural."""
    finite = next(
        (
            piece
            for piece in pieces
            if not isinstance(piece, str)
            and (piece == verb or (piece.head == verb and piece.dep_ in ("aux", "auxpass", "cop")))
            and piece.tag_ in ("VBP", "VBZ", "VBD")
        ),
        None,
    )
    if finite is None:
        return pieces
    form = _form(finite, plural=plural)
    return [form if form is not None and piece == finite else piece for piece in pieces]


def _form(finite: Token, *, plural: bool) -> str | None:
    if finite.tag_ == "VBD":
        return ("were" if plural else "was") if finite.lower_ in ("was", "were") else None
    agrees = (finite.tag_ == "VBP") == plural
    return None if agrees else present_tense(finite.lemma_, plural=plural)
