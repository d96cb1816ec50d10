"""Turns of phrase that no claim may open with: "there are X", "what X did was Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, Piece
from claims.language.clauses.grammar import has_subject, is_after_comma, is_plural, is_time, relative_word
from claims.language.inflection import past_tense, present_tense
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


#: They happen rather than exist.
_EVENTS = word_set("""launch attack accident case death exercise strike test flight meeting incident explosion election fire protest clash
    crash battle war earthquake drill delay failure talk raid arrest increase decrease rise fall change delivery""")
#: "Had the valve closed, …" opens with one of them and states nothing.
CONDITIONAL_OPENERS = ("had", "were", "should")
_AFTER_NOUN = ("prep", "relcl", "acl")
_JOINING = ("cc", "conj", "punct")
_PLACES = word_set("in on at aboard inside outside near under over onboard abroad nearby there here")


def reworded(clause: Clause) -> Clause:
    """Return the clause with a subject of substance in front; other clauses stay as they are."""
    return (
        _existential(clause)
        or _cleft(clause)
        or _it_cleft(clause)
        or _negative_inversion(clause)
        or _subject_auxiliary_inversion(clause)
        or clause
    )


def _negative_inversion(clause: Clause) -> Clause | None:
    """ "…, nor are they willing" becomes "They are not willing"."""
    verb = clause.head
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    first = verb.left_edge
    helper = first.nbor(1) if first.lower_ == "nor" and first.i + 1 < len(first.doc) else first
    if subject is None or helper.i == 0 or helper.nbor(-1).lower_ != "nor" or helper.i > subject.left_edge.i:
        return None
    if verb not in (helper, helper.head):
        return None
    named = [piece for piece in clause.pieces if not isinstance(piece, str) and piece in list(subject.subtree)]
    rest = [piece for piece in clause.pieces if piece not in named and piece not in (helper, helper.nbor(-1))]
    denial: list[Piece] = ["cannot"] if helper.lower_ == "can" else [helper, "not"]
    return replace(clause, pieces=[*named, *denial, *rest])


def _existential(clause: Clause) -> Clause | None:
    """ "There were 12 people killed" becomes "12 people were killed", "There is a gap" becomes "A gap exists"."""
    verb = clause.head
    there = next((child for child in verb.children if child.dep_ == "expl" and child.lower_ == "there"), None)
    thing = next(
        (child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj") and child.i > verb.i), None
    )
    if there is None or thing is None or there not in clause.pieces:
        return None
    if any(child.dep_ == "acl" and has_subject(child) for child in thing.rights):
        # "There were 30 tanks lost and 12 captured": of two counts neither is the whole subject.
        return None
    tokens = [piece for piece in clause.pieces if not isinstance(piece, str)]
    told = _told_of(thing, verb)
    moved = {
        inner.i for child in thing.rights if child.dep_ in _AFTER_NOUN or _is_place(child) for inner in child.subtree
    }
    moved |= {inner.i for inner in told.subtree} if told is not None else set()
    core = [token for token in tokens if token in list(thing.subtree) and token.i not in moved]
    # "plan B": the model may hang the letter on the verb.
    core += [
        token
        for token in tokens
        if core and token.i == core[-1].i + 1 and token.tag_ in ("NNP", "CD") and token.i not in moved
    ]
    while core and core[-1].is_punct and not core[-1].is_quote:
        core.pop()
    fronted = {inner.i for child in verb.lefts if _is_place(child) and not is_time(child) for inner in child.subtree}
    front: list[Piece] = [
        token for token in tokens if token.i < there.i and not token.is_punct and token.i not in fronted
    ]
    front += [","] if len(front) > 1 else []
    between = [token for token in tokens if there.i < token.i < thing.left_edge.i]
    rest = [token for token in tokens if token.i > thing.left_edge.i and token not in core]
    where = [token for token in tokens if token.i in fronted]
    word = relative_word(told) if told is not None else None
    if word is not None:
        return replace(clause, pieces=[*front, *core, *(token for token in rest if token != word), *where])
    after = next(
        (child for child in (*thing.rights, *verb.rights) if child.i > thing.i and child.dep_ not in _JOINING), thing
    )
    placed = thing.lemma_.lower() not in _EVENTS and (bool(where) or (_is_place(after) and not is_time(after)))
    if told is not None or placed or verb.lemma_ != "be":
        return replace(
            clause,
            pieces=[
                *front,
                *core,
                *between,
                *(where if told is None else []),
                *rest,
                *(where if told is not None else []),
            ],
        )
    return replace(clause, pieces=[*front, *core, *_existential_verb(verb, thing, between), *where, *rest])


def _told_of(thing: Token, verb: Token) -> Token | None:
    """Return what is told of the thing that there is: "12 people killed", "300 people who work here", "40 ships ready"."""
    for child in (*thing.rights, *verb.rights):
        if child.i < thing.i or is_after_comma(child):
            continue
        word = relative_word(child) if child.dep_ == "relcl" else None
        if word is not None and word.dep_ in ("nsubj", "nsubjpass") and word.head == child:
            return child
        participle = child.tag_ in ("VBN", "VBG") or child.lower_.endswith("ing")
        if child.dep_ in ("acl", "xcomp", "advcl") and participle and child.left_edge == child:
            return child
        if child.dep_ in ("amod", "acomp") and child.pos_ == "ADJ":
            return child
    return None


def _is_place(child: Token) -> bool:
    """Return whether a dependent tells where: "on board", "in the fleet", "aboard"."""
    return child.lower_ in _PLACES and child.dep_ in ("prep", "advmod")


def _subject_auxiliary_inversion(clause: Clause) -> Clause | None:
    """ "Not only did X lose Y" becomes "X did lose Y"."""
    verb = clause.head
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    helper = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), None)
    if (
        subject is None
        or helper is None
        or helper.i > subject.left_edge.i
        or (helper.lower_ in CONDITIONAL_OPENERS and clause.pieces[0] == helper)
        or helper not in clause.pieces
        or subject not in clause.pieces
    ):
        return None
    pieces = [piece for piece in clause.pieces if piece != helper]
    at = max(i for i, piece in enumerate(pieces) if not isinstance(piece, str) and piece.i <= subject.right_edge.i) + 1
    pieces[at:at] = [helper]
    emphatic = [p for p in pieces if not isinstance(p, str) and p.i < helper.i and p.lower_ in ("not", "only")]
    plain = [piece for piece in pieces if piece not in emphatic]
    if helper.lemma_ == "do" and not any(child.dep_ == "neg" for child in verb.children):
        form = (
            past_tense(verb.lemma_) if helper.tag_ == "VBD" else present_tense(verb.lemma_, plural=is_plural(subject))
        )
        plain = [form if piece == verb else piece for piece in plain if piece != helper]
    return replace(clause, pieces=plain)


def _it_cleft(clause: Clause) -> Clause | None:
    """ "It was X that did Y" becomes "X did Y"."""
    verb = clause.head
    thing = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "expl")), None)
    said = next((child for child in verb.rights if child.dep_ in ("ccomp", "relcl")), None)
    if said is None and thing is not None:
        said = next((child for child in thing.rights if child.dep_ == "relcl"), None)
    if thing is None or subject is None or said is None or subject.lower_ != "it" or thing.pos_ != "PROPN":
        return None
    word = said.left_edge
    if verb.lemma_ != "be" or word.lower_ not in ("that", "who") or word.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    content = set(said.subtree) - {word}
    named = [piece for piece in clause.pieces if piece in list(thing.subtree) and piece not in (*content, word)]
    return replace(clause, pieces=[*named, *(piece for piece in clause.pieces if piece in content)], head=said)


def _existential_verb(verb: Token, thing: Token, between: list[Token]) -> list[Piece]:
    auxiliaries = [token for token in between if token.dep_ in ("aux", "neg") or token.dep_ == "advmod"]
    lemma = "occur" if thing.lemma_.lower() in _EVENTS else "exist"
    if any(token.dep_ == "aux" for token in auxiliaries):
        return [*auxiliaries, past_tense(lemma) if verb.tag_ == "VBN" else lemma]
    plural = is_plural(thing)
    negated = any(token.dep_ == "neg" for token in between)
    adverbs = [token for token in auxiliaries if token.dep_ != "neg"]
    if negated:
        return ["did" if verb.tag_ == "VBD" else "do" if plural else "does", "not", *adverbs, lemma]
    form = past_tense(lemma) if verb.tag_ == "VBD" else present_tense(lemma, plural=plural)
    return [*adverbs, form]


def _cleft(clause: Clause) -> Clause | None:
    """ "What it needed most was X" becomes "X was what it needed most"."""
    verb = clause.head
    what = next((child for child in verb.children if child.dep_ == "csubj"), None)
    thing = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    if what is None or thing is None or verb.lemma_ != "be" or what.left_edge.lower_ != "what":
        return None
    named = [piece for piece in clause.pieces if not isinstance(piece, str) and piece.i >= thing.left_edge.i]
    asked = [piece for piece in clause.pieces if not isinstance(piece, str) and piece in list(what.subtree)]
    middle = [p for p in clause.pieces if not isinstance(p, str) and what.right_edge.i < p.i < thing.left_edge.i]
    named = [token for token in named if not token.is_punct or token.text in "'-\""]
    return replace(clause, pieces=[*named, *middle, *asked])
