"""Who a clause names as its source: the noun of an "according to" or of a reporting clause, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.attribution import is_the_author, source_head, speaker_head
from claims.language.clauses.clause import ClauseContext
from claims.language.clauses.detachment import DetachedPart, Detachment, cut
from claims.language.clauses.grammar import is_after_comma, is_name

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What the words that name a speaker may say of him beside his name.
TOLD_OF_SOURCE = (
    Detachment.APPOSITION,
    Detachment.AGE,
    Detachment.RELATIVE_CLAUSE,
    Detachment.REDUCED_RELATIVE,
)


def with_source(context: ClauseContext, detached: list[DetachedPart]) -> ClauseContext:
    """Return the context with the speaker that an "according to" or a reporting clause in the clause names."""
    for part in detached:
        head = source_of(part)
        if head is not None and not context.speaker:
            words = cut(named_speaker(head))[0]
            return replace(context, speaker=tuple(word for word in words if word.dep_ != "case" or word.head != head))
    return context


def source_of(part: DetachedPart) -> Token | None:
    """Return the noun that an "according to" or a reporting clause names; None where that is the author."""
    if part.kind is Detachment.SOURCE:
        return source_head(part.token)
    named = speaker_head(part.token) if part.kind is Detachment.REPORTING_CLAUSE else None
    return named if named is not None and not is_the_author(named) else None


def named_speaker(speaker: Token) -> Token:
    """ "the mayor, Edda Lind,": the name speaks, where there is one."""
    names = (child for child in speaker.children if child.dep_ == "appos" and is_name(child) and speaker.pos_ == "NOUN")
    return next((name for name in names if is_after_comma(name)), speaker)
