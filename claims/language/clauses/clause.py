"""A clause as pieces in reading order: tokens of the sentence, and the few words a standalone sentence needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Token


#: A token stands for itself; a string is a word that the sentence implies ("is", "'s").
Piece: TypeAlias = "Token | str"


def lower_of(piece: Piece) -> str:
    """Return a piece in small letters."""
    return piece.lower() if isinstance(piece, str) else piece.lower_


class ClauseForm(Enum):
    """What a clause was in its sentence."""

    FINITE = auto()
    RELATIVE = auto()
    #: "…, injuring two": it gets its tense from the clause around.
    PARTICIPIAL = auto()
    #: "which makes its weight only 5.5 tons": its weight is only 5.5 tons.
    SMALL = auto()
    #: An apposition, an age or a reduced relative clause.
    MODIFIER = auto()
    #: "the ferry company Orla": Orla is a ferry company.
    TITLE = auto()
    #: "Range: 1,400 km" of a list of facts: the range is 1,400 km.
    PROPERTY = auto()
    #: That somebody said what another clause says.
    ATTRIBUTION = auto()


@dataclass(frozen=True)
class Clause:
    """One predicate with its subject. start and end are the character span of its own words in the sentence."""

    pieces: list[Piece]
    head: Token
    start: int
    end: int
    speaker: tuple[Piece, ...] = ()
    form: ClauseForm = ClauseForm.FINITE
    lint: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClauseContext:
    """What a clause gets from the one around it: a subject, auxiliaries, a fronted time, a speaker, a tense."""

    subject: tuple[Piece, ...] = ()
    auxiliaries: tuple[Piece, ...] = ()
    fronted: tuple[Piece, ...] = ()
    speaker: tuple[Piece, ...] = ()
    past: bool = False
    form: ClauseForm = ClauseForm.FINITE
    lint: tuple[str, ...] = ()

    def inside(self, *, past: bool, form: ClauseForm = ClauseForm.FINITE, lint: tuple[str, ...] = ()) -> ClauseContext:
        """Return the context of a clause within this one: only the speaker is passed on."""
        return ClauseContext(speaker=self.speaker, past=past, form=form, lint=lint)


def span_of(tokens: list[Token]) -> tuple[int, int]:
    """Return the character span from the first to the last token that isn't punctuation."""
    words = [token for token in tokens if not token.is_punct and not token.is_space] or tokens
    first, last = words[0], words[-1]
    return first.idx, last.idx + len(last)
