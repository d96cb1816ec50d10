"""The grammar gate: whether a clause that was cut out of a sentence stands as a sentence of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, ClauseForm, Piece, lower_of
from claims.language.clauses.grammar import SUBJECTS
from claims.language.clauses.rewording import CONDITIONAL_OPENERS
from claims.language.kinds import ClaimWarning
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: They say nothing without an object or a complement.
_TRANSITIVE = word_set("""have make include contain comprise cause provide require enable bring receive exceed cost weigh total spend
    own lack face seek become be constitute possess feature say tell put equal outnumber consist""")
#: Their passives keep an object: "was given a medal".
_DITRANSITIVE = word_set("""give award offer grant pay hand send show teach tell ask deny promise call name elect appoint fine charge
    allow allot assign bring buy leave lend owe refuse sell serve allocate declare consider deem judge crown dub vote proclaim""")
#: Their passives are none: "was then sat for".
_INTRANSITIVE = word_set("""sit go come arrive die live remain become occur happen appear disappear exist fall rise sleep vanish emerge
    belong consist lie depart participate""")
_OBJECTIVE = word_set("him them me us whom")
_COLLECTIVE = word_set("couple pair trio group number team part majority minority family band kind type series set lot")
_RELATIVE = word_set("which who whom whose")
_OPEN_ENDED = ("IN", "DT", "TO", "PRP$", "POS", "WDT")
_BE = ("is", "are", "was", "were", "been", "being", "be")


def is_sound(clause: Clause) -> bool:
    """Return whether a clause has a finite verb with its subject, what the verb needs, and nothing that was cut in two."""
    if ClaimWarning.FRAGMENT in clause.lint:
        return False
    tokens = [piece for piece in clause.pieces if not isinstance(piece, str)]
    return not (
        _lacks_complement(clause)
        or _breaks_off(tokens)
        or any(_relates_outside(token, clause.head) for token in tokens)
        or _borrows_wrong_passive(clause, tokens)
        or _is_bare_infinitive(clause)
        or lower_of(clause.pieces[0]) in CONDITIONAL_OPENERS
        or _joins_nothing(clause.pieces)
        or _names_many_as_one(clause)
        or any(token.lower_ in _OBJECTIVE and token.dep_ in SUBJECTS and token.head == clause.head for token in tokens)
    )


def _lacks_complement(clause: Clause) -> bool:
    """ "The yard had": the object went with what was cut off."""
    head = clause.head
    if head.lemma_ not in _TRANSITIVE or head not in clause.pieces or head.pos_ not in ("VERB", "AUX"):
        return False
    helpers = {child.lemma_ for child in head.lefts if child.dep_ in ("aux", "auxpass")}
    at = clause.pieces.index(head)
    if head.tag_ == "VBN" and "have" not in helpers or any(_asks(piece) for piece in clause.pieces[:at]):
        return False
    following = [piece for piece in clause.pieces[at + 1 :] if isinstance(piece, str) or not piece.is_punct]
    if head.lemma_ == "be":
        return not following and "have" not in helpers
    return all(not isinstance(piece, str) and piece.pos_ in ("ADV", "PART", "CCONJ") for piece in following)


def _asks(piece: Piece) -> bool:
    """ "all it has", "what it cost": the object stands before the verb."""
    return not isinstance(piece, str) and (piece.tag_ in ("WP", "WDT", "WRB") or piece.dep_ == "dobj")


def _breaks_off(tokens: list[Token]) -> bool:
    """ "It was lost in": what the last word leads to was cut off."""
    words = [token for token in tokens if not token.is_punct]
    if not words or words[-1].tag_ not in _OPEN_ENDED:
        return False
    last, members = words[-1], {token.i for token in tokens}
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if last.dep_ in ("prep", "agent") and not following.is_punct and following.i not in members | {last.i}:
        return True
    led_to = [child for child in last.children if child.i > last.i]
    led_to += [last.head] if last.dep_ in ("det", "poss", "case", "aux") and last.head.i > last.i else []
    return any(token.i not in members and not token.is_punct for token in led_to)


def _relates_outside(token: Token, head: Token) -> bool:
    """ "The figures of which were measured": what "which" stands for is not in the clause."""
    if token.lower_ not in _RELATIVE or token.i > head.i or token.dep_ in ("det", "csubj"):
        return False
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return above == head


def _borrows_wrong_passive(clause: Clause, tokens: list[Token]) -> bool:
    """ "was sold to Velden and made its last voyage": the second verb is no passive."""
    head = clause.head
    if head.tag_ not in ("VBN", "VBD") or head not in clause.pieces or head.lemma_ in _DITRANSITIVE:
        return False
    at = clause.pieces.index(head)
    before = next(
        (
            piece
            for piece in reversed(clause.pieces[:at])
            if isinstance(piece, str) or piece.pos_ not in ("ADV", "PUNCT")
        ),
        "",
    )
    word = before if isinstance(before, str) else before.lower_
    if word not in _BE or (not isinstance(before, str) and before.head == head):
        return False
    return head.lemma_ in _INTRANSITIVE or any(
        token.dep_ == "dobj" and token.head == head and token.i > head.i and token.ent_type_ not in ("DATE", "TIME")
        for token in tokens
    )


def _is_bare_infinitive(clause: Clause) -> bool:
    """ "allowed him to race and enter the cup": "he enter the cup" has no tense."""
    head = clause.head
    if head.tag_ != "VB" or head not in clause.pieces or clause.form is not ClauseForm.FINITE:
        return False
    before = clause.pieces[: clause.pieces.index(head)]
    helped = any(
        isinstance(piece, str) or piece.tag_ in ("MD", "TO") or piece.dep_ in ("aux", "auxpass") for piece in before
    )
    return not helped and any(
        not isinstance(piece, str) and piece.pos_ in ("NOUN", "PROPN", "PRON") for piece in before
    )


def _joins_nothing(pieces: list[Piece]) -> bool:
    """ "They had and to combine them", "The professor and is a doctor": what was joined went elsewhere."""
    for first, second in pairwise(pieces):
        if isinstance(first, str) or first.tag_ != "CC" or first.i == 0:
            continue
        joined = isinstance(second, str) or second.i == first.i + 1
        word = second if isinstance(second, str) else second.lower_
        if (word in _BE and isinstance(second, str)) or (
            word == "to" and joined and first.nbor(-1).tag_.startswith("VB")
        ):
            return True
    return False


def _names_many_as_one(clause: Clause) -> bool:
    """ "Whittle and Mills are a coachman": of whom an apposition speaks was misread."""
    many = next((at for at, piece in enumerate(clause.pieces) if piece in ("are", "were")), None)
    if clause.form is not ClauseForm.MODIFIER or many is None or clause.head.lemma_.lower() in _COLLECTIVE:
        return False
    following = clause.pieces[many + 1] if many + 1 < len(clause.pieces) else ""
    return not isinstance(following, str) and following.lower_ in ("a", "an")
