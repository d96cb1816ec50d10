"""What a second verb shares with the first one and does not repeat: auxiliaries, a time in front of the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.agreement import agreeing
from claims.language.clauses.clause import Piece
from claims.language.clauses.grammar import SUBJECTS, is_finite, is_plural, is_plural_alone
from claims.language.inflection import is_only_past
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


#: "was elected in 1990 and served until 1998": nobody is served.
_WITHOUT_OBJECT = word_set("""serve retire return die live work stay remain arrive depart emigrate settle appear resign graduate escape
    disappear fight play sail stand act perform travel rule reign""")
_AUXILIARIES = ("aux", "auxpass")


def shared_auxiliaries(verb: Token, first: Token, inherited: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the auxiliaries of the first verb, or what it shares itself, where the second verb needs them."""
    own = tuple(child for child in first.children if child.dep_ in _AUXILIARIES and child.i < first.i)
    shared = own or inherited
    bare = verb.tag_ in ("VB", "VBN", "VBG") and not is_finite(verb) and _fit(shared, verb)
    return shared if bare or _is_shared_passive(verb, first) or _is_shared_infinitive(verb, shared) else ()


def _fit(auxiliaries: tuple[Piece, ...], verb: Token) -> bool:
    """ "have ended in failure or have no use": the second "have" can't take the first one as its auxiliary."""
    last = auxiliaries[-1] if auxiliaries else None
    return isinstance(last, str | None) or last.lemma_ not in ("have", "be") or verb.tag_ != "VB"


def _is_shared_passive(verb: Token, first: Token) -> bool:
    """ "was signed by A and ratified by B": the second participle looks like a past tense."""
    holder = first.head if first.tag_ == "VBN" and first.dep_ == "conj" else first
    passive = first.dep_ == "advcl" or any(child.dep_ == "auxpass" for child in holder.children)
    subject = next((child for child in holder.children if child.dep_ in SUBJECTS), None)
    acts = subject is not None and (subject.ent_type_ == "PERSON" or subject.tag_ in ("PRP", "WP"))
    if verb.lemma_ in _WITHOUT_OBJECT and (acts or verb.lemma_ != "retire"):
        return False
    roles = {child.dep_ for child in verb.children}
    return (
        passive
        and verb.tag_ == "VBD"
        and not is_only_past(verb.lower_)
        and ("agent" in roles or first.tag_ == "VBN")
        and not roles & {"dobj", "aux", "auxpass"}
    )


def _is_shared_infinitive(verb: Token, auxiliaries: tuple[Piece, ...]) -> bool:
    """ "can detect targets, track 300 of them": the second infinitive looks like a present tense."""
    return verb.tag_ == "VBP" and any(not isinstance(word, str) and word.tag_ == "MD" for word in auxiliaries)


def is_gapped_passive(verb: Token, first: Token) -> bool:
    """ "12 people were killed and 40 injured": the second participle has a subject, and the helper of the first."""
    roles = {child.dep_ for child in verb.children}
    passive = any(child.dep_ == "auxpass" for child in first.children)
    return passive and verb.tag_ == "VBN" and "nsubj" in roles and not roles & {"dobj", "aux", "auxpass", "agent"}


def gapped_auxiliaries(verb: Token, first: Token) -> tuple[Piece, ...]:
    """Return the helpers that a gapped passive leaves out, in the number of its subject."""
    subject = next(child for child in verb.children if child.dep_ == "nsubj")
    helpers: list[Piece] = [child for child in first.children if child.dep_ in _AUXILIARIES and child.i < first.i]
    return tuple(agreeing(helpers, first, plural=is_plural(subject) or is_plural_alone(subject)))


def shared_by_gapped(first: Token) -> list[Token]:
    """Return the time and place behind a gapped passive, which are those of the first verb where it has none itself."""
    gapped = next((child for child in first.rights if child.dep_ == "conj" and is_gapped_passive(child, first)), None)
    if gapped is None or any(child.dep_ in ("prep", "advcl", "npadvmod") for child in first.rights):
        return []
    shared = [child for child in gapped.rights if child.dep_ in ("prep", "npadvmod")]
    return [token for phrase in shared for token in phrase.subtree]


def fronted_time(top: Token, kept: list[Token]) -> tuple[Piece, ...]:
    """Return a time in front of the subject, with its comma: "In 2021, X rose and Y fell"."""
    subject = next((child for child in top.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return ()
    members = {token.i for token in kept}
    for child in top.children:
        if child.i >= subject.i or child.dep_ not in ("prep", "npadvmod", "advmod"):
            continue
        tokens = [token for token in child.subtree if token.i in members]
        if any(token.ent_type_ in ("DATE", "TIME") for token in tokens):
            return (*tokens, ",")
    return ()
