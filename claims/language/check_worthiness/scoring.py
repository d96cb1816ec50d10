"""Is a claim worth a fact-checker's time, and why: a score from its reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.check_worthiness.candidate import (
    FIRST_PERSON,
    ClaimCandidate,
    count_names,
    is_first_person,
    lower_words,
)
from claims.language.check_worthiness.predicates import is_copula
from claims.language.check_worthiness.reasons import (
    COMPARING,
    FUTURE,
    NAMES,
    POSSIBLE,
    UNCLEAR,
    VAGUE_OPENING,
    reasons_against,
    reasons_for,
    tells_as_headline,
)
from claims.language.clauses.clause import ClauseForm, Piece
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.kinds import ClaimKind, ClaimWarning
from claims.language.subjectivity_lexicon import JUDGING, NOTICE
from claims.language.vocabulary import word_set
from core.translation.messages import gettext_noop as _

if TYPE_CHECKING:
    from spacy.tokens import Token


#: A claim is worth checking from this score on.
THRESHOLD = 0.5
#: A claim that does not say whom it is about cannot be checked as it stands, whatever else speaks for it.
_UNREADY = 0.4
#: Log-odds per reason, from a logistic regression on the "learnt" half of tests/claims/language/data/worthiness.jsonl,
#: drawn towards hand-set values; what that half has too rarely (pronouns, seeming, headings, no verb) is set by hand.
_BIAS = -1.0
_PLAIN, _BEYOND = 2.5, 0.5
WEIGHTS = {
    _("has a quantity"): 3.5,
    _("has a date"): 1.7,
    _("names someone or something"): 2.8,
    _("connects several names"): 1.0,
    _("compares with all others"): 1.4,
    _("makes a comparison"): 1.0,
    _("attributed to someone"): 1.1,
    _("in the words of somebody named"): 1.4,
    _("reports an event"): 2.6,
    _("says something never happened"): 1.1,
    _("has a definite subject"): 0.4,
    _("says what something consists of"): 1.1,
    _("describes an object or a document"): 1.1,
    _("says what is done"): 1.7,
    _("a fact of a list"): 1.7,
    _("opens with a pronoun"): -2.0,
    _("about the author"): -0.3,
    _("unclear what it refers to"): -1.1,
    _("gives an opinion"): -3.4,
    _("figure of speech"): -4.7,
    _("reads like a saying"): -0.9,
    _("says how things should be"): -1.4,
    _("says what someone should do"): -3.0,
    _("about no one in particular"): -4.0,
    _("about feelings or thoughts"): -3.0,
    _("describes someone without a measurable fact"): -2.4,
    _("about something that cannot be observed"): -2.4,
    _("a generalisation"): -1.2,
    _("a prediction with a figure, a date or a source"): -0.2,
    _("about what may become of something"): -1.9,
    _("about a possibility"): -2.2,
    _("a prediction"): -1.3,
    _("says what something is about or is like"): -2.1,
    _("says how something seems"): -4.0,
    _("a description without figures or names"): -0.1,
    _("says only that something exists"): -0.9,
    _("has no verb"): -4.0,
    _("heading"): -2.1,
    _("very short"): -1.7,
}
_EVENT, _HEADING = "reports an event", "heading"
_SECOND = word_set("you your yours yourself yourselves guys folks let's")
_SOMEBODY = word_set("he she his her")
_SOMETHING = word_set("it they")
_OF_SOMETHING = word_set("its their")
_CALLS = word_set(
    "think consider imagine note remember look let see watch monitor pay stay subscribe click read share follow"
)


@dataclass(frozen=True)
class CheckWorthiness:
    """The kind of a claim, its score from 0 to 1, and the reasons for it in words for the screen."""

    kind: ClaimKind
    score: float
    reasons: tuple[str, ...]

    @property
    def check_worthy(self) -> bool:
        return self.score >= THRESHOLD


def check_worthiness_of(candidate: ClaimCandidate) -> CheckWorthiness:
    """Score a claim: the chance, by the table of weights, that a fact-checker would take it up."""
    tokens = [piece for piece in candidate.clause.pieces if not isinstance(piece, str)]
    refused = _refusal(candidate, tokens)
    if refused is not None:
        return refused
    reasons = (*reasons_for(candidate, tokens), *reasons_against(candidate, tokens))
    kind = _kind(candidate, tokens)
    return CheckWorthiness(kind, _score(candidate, tokens, kind, reasons), reasons)


def _score(candidate: ClaimCandidate, tokens: list[Token], kind: ClaimKind, reasons: tuple[str, ...]) -> float:
    """Return the chance by the table of weights; an open pronoun alone hides no figure, date or name of a fact."""
    chance = logistic_score(reasons)
    opening = candidate.text.split(" ", 1)[0].lower()
    head = candidate.clause.head
    passive = any(piece in ("was", "were") for piece in candidate.clause.pieces if isinstance(piece, str))
    past, named = is_past(head) or passive, count_names(candidate, tokens) > 0
    happened = (
        past and (head.tag_ == "VBD" or any(child.lower_ == "did" for child in head.lefts)) and not is_copula(head)
    )
    says_more = candidate.text.count(" ") > 1
    told = says_more and (
        (opening in _SOMEBODY and (past or named))
        or (opening in _SOMETHING and past and (named or (happened and opening == "it")))
        or (opening in _OF_SOMETHING and (happened or named))
    )
    pinned = (candidate.has_figure or candidate.dates) and opening not in FIRST_PERSON
    if kind != ClaimKind.OPINION and (pinned or told):
        # "She" and "her" are somebody of the text, whose name would count.
        stands_for = [NAMES] if opening in _SOMEBODY and not named else []
        clear = logistic_score([*stands_for, *(reason for reason in reasons if reason not in (VAGUE_OPENING, UNCLEAR))])
        return max(chance, min(clear, THRESHOLD))
    return min(chance, _UNREADY) if VAGUE_OPENING in reasons else chance


def logistic_score(reasons: Iterable[str]) -> float:
    """Return the chance, from 0 to 1, that reasons from the table of weights add up to (logistic).

    Many reasons at once say less than their sum, or every second claim would be as good as certain: what goes beyond
    `_PLAIN` counts half. On the sentences set apart ("held_out", "later", "second") that lowers the log loss from 0.192
    to 0.188, and leaves one worthy claim of twenty at 0.99 or more instead of one of three.
    """
    odds = _BIAS + sum(WEIGHTS[reason] for reason in reasons)
    odds = min(odds, _PLAIN + _BEYOND * (odds - _PLAIN))
    return round(1 / (1 + math.exp(-odds)), 3)


def _refusal(candidate: ClaimCandidate, tokens: list[Token]) -> CheckWorthiness | None:
    words = lower_words(candidate.text)
    if candidate.question:
        return CheckWorthiness(ClaimKind.QUESTION, 0.0, (_("question"),))
    if words & _SECOND:
        return CheckWorthiness(ClaimKind.ADVICE, 0.0, (_("in the second person"),))
    if tokens and tokens[0].lower_ in _CALLS and tokens[0].pos_ == "VERB":
        return CheckWorthiness(ClaimKind.ADVICE, 0.0, (_("addresses the reader"),))
    if NOTICE.match(candidate.text):
        return CheckWorthiness(ClaimKind.ADVICE, 0.0, (_("page notice"),))
    if candidate.heading and tells_as_headline(candidate, tokens):
        told = (
            _EVENT,
            "has a quantity" if candidate.has_figure else "has a date" if candidate.dates else NAMES,
            _HEADING,
        )
        return CheckWorthiness(ClaimKind.EVENT, logistic_score(told), told)
    is_fragment = ClaimWarning.FRAGMENT in candidate.clause.lint or candidate.text.count(" | ") > 1
    if is_fragment or _is_title(candidate):
        return CheckWorthiness(ClaimKind.STATE, 0.1, (_("not a full sentence"),))
    if is_command(candidate.clause.head, candidate.clause.pieces):
        return CheckWorthiness(ClaimKind.ADVICE, 0.0, (_("addresses the reader"),))
    if words & FIRST_PERSON and not candidate.attributed and any(is_first_person(token) for token in tokens):
        return CheckWorthiness(ClaimKind.OPINION, 0.1, (_("in the first person"),))
    return None


def _is_title(candidate: ClaimCandidate) -> bool:
    """Return whether a heading names its topic and says nothing of it: "The bridge that grew"."""
    says_nothing = candidate.heading and ClaimWarning.WHOLE_SENTENCE in candidate.clause.lint
    return says_nothing and not (candidate.has_figure or candidate.dates or candidate.named)


def is_command(head: Token, pieces: list[Piece]) -> bool:
    """Return whether a clause without subject tells the reader to do something."""
    helped = any(
        child.dep_ in (*SUBJECTS, "aux", "auxpass") and child.lower_ not in ("do", "please") for child in head.children
    )
    return head.tag_ in ("VB", "VBP") and not helped and not any(_is_subject(piece) for piece in pieces)


def _is_subject(piece: Piece) -> bool:
    return not isinstance(piece, str) and piece.dep_ in SUBJECTS


def _kind(candidate: ClaimCandidate, tokens: list[Token]) -> ClaimKind:
    words = lower_words(candidate.text)
    if candidate.clause.form is ClauseForm.ATTRIBUTION:
        return ClaimKind.ATTRIBUTION
    if candidate.has_figure:
        return ClaimKind.QUANTITY
    if any(child.dep_ == "aux" and child.lower_ in FUTURE | POSSIBLE for child in candidate.clause.head.children):
        return ClaimKind.PREDICTION
    if words & JUDGING:
        return ClaimKind.OPINION
    if any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & COMPARING:
        return ClaimKind.COMPARISON
    return ClaimKind.EVENT if is_past(candidate.clause.head) else ClaimKind.STATE
