"""A verb that a second subject leaves out: "Norden won 12 medals and Velland nine", "exports rose by 4% and imports by 6%"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.agreement import agreeing
from claims.language.clauses.clause import Clause, Piece, lower_of, span_of
from claims.language.clauses.conjuncts import chain_from, own_tokens
from claims.language.clauses.figures import figure_at, is_date, shared_scale
from claims.language.clauses.grammar import SUBJECTS, is_name, is_plural_alone, is_time
from claims.language.closed_classes import ORDINALS
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = ("by", "to", "in", "for", "at", "with")
#: What several do to one thing, each in its own year; a city and a place that were shelled are two.
_DONE_ALIKE = word_set("join sign ratify leave enter win adopt approve accept host quit reject accede")
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "PRON")


def gapped(clause: Clause) -> list[Clause]:
    """Return one clause for each subject that the verb is said of; only the clause where it has one."""
    shared_object = _gapped_around_object(clause)
    if shared_object:
        return shared_object
    pieces = clause.pieces
    verb = next((n for n, piece in enumerate(pieces) if piece == clause.head), None)
    subject = next((child for child in clause.head.lefts if child.dep_ in SUBJECTS), None)
    if verb is None or subject is None or subject not in pieces:
        return [clause]
    told = _value(pieces, verb + 1, None)
    found = _next_subject(pieces, told[1], told[0]) if told is not None else None
    if told is None or found is None:
        return [clause]
    ends, unit = told[1], told[2]
    named_first = {inner.i for inner in subject.subtree}
    begins = min(n for n, piece in enumerate(pieces) if not isinstance(piece, str) and piece.i in named_first)
    clauses = [replace(clause, pieces=[*pieces[:ends], *pieces[len(pieces) - _has_stop(pieces) :]])]
    helpers = [child for child in clause.head.lefts if child.dep_ in ("aux", "auxpass")]
    verbs: list[Piece] = [piece for piece in pieces[: verb + 1] if piece in (*helpers, clause.head)]
    while found is not None:
        named, start, end = found
        if not isinstance(named[0], str) and named[0].tag_ == "PRP$" and lower_of(pieces[begins]) == named[0].lower_:
            # Whose it is, is read where it stands first.
            named = [pieces[begins], *named[1:]]
        own = _value(pieces, start, told[0])
        value = [*pieces[start:end]]
        if own is not None and not own[2]:
            value += [*_scale_left_out(pieces, start, verb + 1, told[0]), *(str(piece) for piece in unit)]
        plural = is_plural_alone(_head_of(found[0]))
        clauses.append(
            replace(clause, pieces=[*pieces[:begins], *named, *agreeing(verbs, clause.head, plural=plural), *value])
        )
        ends, found = end, _next_subject(pieces, end, told[0])
    return clauses if ends >= len(pieces) - _has_stop(pieces) else [clause]


def _scale_left_out(pieces: list[Piece], own: int, first: int, preposition: str) -> list[Piece]:
    """ "won 12 million euros and Velland nine": nine million."""
    figure, model = (figure_at(pieces, at + bool(preposition)) for at in (own, first))
    return [] if figure is None or model is None else shared_scale(pieces, figure, model, may_be_more=True)


def _value(pieces: list[Piece], at: int, opener: str | None) -> tuple[str, int, list[Piece]] | None:
    """Return the preposition of the value at a place ("" for none), where it ends, and its unit."""
    word = lower_of(pieces[at]) if at < len(pieces) else ""
    preposition = word if word in _PREPOSITIONS else ""
    figure = figure_at(pieces, at + bool(preposition))
    if opener is not None and preposition != opener:
        return None
    if figure is not None:
        return preposition, figure.end, figure.unit(pieces)
    end = at + 1
    while preposition and end < len(pieces) and is_date(pieces[end]):
        end += 1
    return (preposition, end, []) if end > at + 1 else None


def _next_subject(pieces: list[Piece], at: int, preposition: str) -> tuple[list[Piece], int, int] | None:
    """Return the next subject, with where its value begins and ends."""
    start = at
    while start < len(pieces) and lower_of(pieces[start]) in (",", "and", "while"):
        start += 1
    if start == at:
        return None
    end = start
    while end < len(pieces) and _is_nominal(pieces[end]) and _value(pieces, end, preposition) is None:
        end += 1
    value = _value(pieces, end, preposition) if end > start else None
    last = pieces[end - 1]
    # "22 points and a season-high nine assists": an adjective before a figure is no subject.
    if value is None or isinstance(last, str) or not (last.pos_ in ("NOUN", "PROPN") or last.lower_ in ORDINALS):
        return None
    return pieces[start:end], end, value[1]


def _is_nominal(piece: Piece) -> bool:
    return not isinstance(piece, str) and piece.pos_ in _NOMINAL and piece.text not in (",", ".") and not is_date(piece)


def _head_of(named: list[Piece]) -> Token:
    nouns = [piece for piece in named if not isinstance(piece, str)]
    return next((piece for piece in reversed(nouns) if piece.pos_ in ("NOUN", "PROPN")), nouns[-1])


def _has_stop(pieces: list[Piece]) -> bool:
    return bool(pieces) and lower_of(pieces[-1]) in (".", "!")


def may_be_second_subject(noun: Token, first: Token) -> bool:
    """ "Norden joined the pact in 2003 and Velland in 2004": what is joined to the object may have done the same.

    It may where it is a name, told the time of its own, and the object is none of its kind.
    """
    subject = next((child for child in first.head.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or first.dep_ != "dobj" or not is_name(noun) or not is_name(subject):
        return False
    timed = any(child.dep_ == "prep" and is_time(child) for child in noun.rights)
    object_alike = is_name(first) and first.ent_type_ == noun.ent_type_ != subject.ent_type_
    return timed and noun.left_edge == noun and not object_alike


def _gapped_around_object(clause: Clause) -> list[Clause]:
    """Return "Norden joined the pact in 2003" and "Velland joined the pact in 2004"; nothing where it is not sure."""
    members = {piece.i for piece in clause.pieces if not isinstance(piece, str)}
    thing = next((child for child in clause.head.rights if child.dep_ == "dobj" and child.i in members), None)
    others = chain_from(thing, members)[1:] if thing is not None else []
    if thing is None or not others or is_name(thing) or clause.head.lemma_ not in _DONE_ALIKE:
        return []
    subject = next((child for child in clause.head.lefts if child.dep_ in SUBJECTS), clause.head)
    if subject.i not in members or not all(may_be_second_subject(other, thing) for other in others):
        return []
    joined = {token.i for token in others[0].subtree} | {
        child.i for child in thing.rights if child.dep_ in ("cc", "conj")
    }
    joined |= {child.i for child in thing.rights if child.is_punct}
    times = {token.i for token in clause.head.subtree if token.i > thing.i and token.i not in joined}
    first = [piece for piece in clause.pieces if isinstance(piece, str) or piece.i not in joined]
    shared = [
        piece
        for piece in first
        if isinstance(piece, str) or piece.i not in times | {token.i for token in subject.subtree}
    ]
    clauses = [replace(clause, pieces=first)]
    for other in others:
        own = [token for token in other.subtree if token.i in own_tokens(others, other)]
        start, end = span_of(own)
        clauses.append(replace(clause, pieces=[other, *shared, *own[1:]], start=start, end=end))
    return clauses
