"""Marks that are left at the edges of what was cut out of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.language.clauses.clause import Piece

_LOOSE_ENDS = frozenset(",;:-–—.")


def without_loose_ends(phrase: list[Token]) -> list[Token]:
    """Return the phrase without the marks that are left at its end."""
    end = len(phrase)
    while end > 1 and (phrase[end - 1].text in _LOOSE_ENDS or _is_lone_quote(phrase[:end])):
        end -= 1
    return phrase[:end]


def _is_lone_quote(phrase: list[Token]) -> bool:
    return phrase[-1].is_quote and sum(token.is_quote for token in phrase) % 2 == 1


def was_cut_between(last: Token, token: Token, kept: list[Piece]) -> bool:
    """Return whether words, and not only marks, are missing between two tokens."""
    if token.i == last.i + 1:
        return False
    members = {piece.i for piece in kept if not isinstance(piece, str)}
    return any(not word.is_punct and word.i not in members for word in token.doc[last.i + 1 : token.i])


def opens_inset(token: Token, subject: Token, top: Token) -> bool:
    """ "Russia, while it trades, buys": the words between subject and verb that a comma closes."""
    return any(
        child.left_edge == token and subject.i < child.i < top.i and child.right_edge.nbor(1).text == ","
        for child in top.children
        if child.dep_ in ("advcl", "prep")
    )
