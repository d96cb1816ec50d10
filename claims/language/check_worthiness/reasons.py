"""The reasons for and against a check that a claim shows, in words for the screen."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.language.check_worthiness.candidate import FIRST_PERSON, ClaimCandidate, count_names, has_name, lower_words
from claims.language.check_worthiness.predicates import (
    OBLIGING,
    SEEMING,
    breaks_selectional_preference,
    has_generic_subject,
    has_quality,
    is_about_a_thing,
    is_abstract,
    is_advice,
    is_bare_quality,
    is_copula,
    is_general,
    is_hearsay,
    is_mental_state,
    is_passive,
    is_simile,
    modals_of,
    reports_a_judgement,
)
from claims.language.clauses import ClauseForm
from claims.language.clauses.grammar import SUBJECTS, is_finite, is_past
from claims.language.subjectivity_lexicon import FIGURATIVE_NOUNS, JUDGING, MUSING, VERDICT_NOUNS
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMES = "names someone or something"
VAGUE_OPENING = "opens with a pronoun"
UNCLEAR = "unclear what it refers to"
#: Claims made of an apposition get their verb as plain words.
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
#: As large as can be, not as good.
_GREAT_IN_SIZE = re.compile(
    r"\bgreat-|\bgreat (?:\w+ )?(?:differences?|gaps?|numbers?|powers?|distances?|quantit|lengths?|losses|depths?|Britain|War|Wall)",
    re.IGNORECASE,
)
POSSIBLE = word_set("could may might would")
FUTURE = word_set("will shall 'll")
_VAGUE = (
    word_set("this that these those it its they their them there he she his her what which who such") | FIRST_PERSON
)
_NOWADAYS = word_set("today now nowadays currently tomorrow")
_HEADLINE_VERBS = word_set("""lifts raises cuts wins beats sinks doubles hits kills jails buys sells hosts opens closes signs names bans
    sues fires hires tops joins quits seeks backs rejects approves launches orders posts halts loses warns""")
_NONE = word_set("no nobody none never neither nor single")
_CHANGING = word_set("go turn fall come run")
_CONSISTING = word_set("include contain comprise consist house employ accommodate incorporate")
COMPARING = word_set("bulk majority minority than equivalent equal twice double half compared exceed surpass outnumber")


def reasons_for(candidate: ClaimCandidate, tokens: list[Token]) -> list[str]:
    """Return the reasons for a check that a claim shows."""
    words = lower_words(candidate.text)
    head = candidate.clause.head
    names = count_names(candidate, tokens)
    compares = any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & COMPARING
    signs = {
        "has a quantity": candidate.has_figure,
        "has a date": bool(candidate.dates) and not (_dates_nothing(candidate) and not is_past(head)),
        NAMES: names > 0,
        "connects several names": names > 1,
        "compares with all others": {"no", "other"} <= words,
        "makes a comparison": bool(compares) and not {"no", "other"} <= words,
        "attributed to someone": candidate.attributed or is_hearsay(head),
        "in the words of somebody named": candidate.quoted and not modals_of(tokens),
        "reports an event": is_past(head) and not is_copula(head),
        "says something never happened": bool(words & _NONE) and is_past(head),
        "has a definite subject": _has_definite_subject(tokens),
        "describes an object or a document": is_about_a_thing(head),
        "says what something consists of": head.lemma_ in _CONSISTING and head.pos_ == "VERB",
        "a fact of a list": candidate.clause.form is ClauseForm.PROPERTY,
        "says what is done": not is_past(head) and not modals_of(tokens) and is_passive(head),
    }
    return [reason for reason, holds in signs.items() if holds]


def reasons_against(candidate: ClaimCandidate, tokens: list[Token]) -> list[str]:
    """Return the reasons against a check that a claim shows."""
    words = lower_words(candidate.text)
    head = candidate.clause.head
    names = count_names(candidate, tokens)
    figure = candidate.has_figure
    measured = bool(candidate.dates or figure)
    pinned = bool(candidate.attributed or measured)
    modals = modals_of(tokens)
    vague = _opens_vaguely(candidate.text)
    doubts = {
        VAGUE_OPENING: vague,
        UNCLEAR: candidate.ambiguous and not vague,
        "gives an opinion": _judges(candidate, words),
        "figure of speech": _is_figurative(candidate, tokens),
        "reads like a saying": MUSING.match(candidate.text) is not None,
        "says how things should be": bool(modals & OBLIGING) and (not is_advice(head) or _is_rule(head, figure)),
        "says what someone should do": is_advice(head) and not _is_rule(head, figure),
        "about no one in particular": has_generic_subject(head) and names == 0 and not figure,
        "about feelings or thoughts": is_mental_state(head) and not pinned,
        "describes someone without a measurable fact": is_bare_quality(head) and not pinned,
        "about something that cannot be observed": is_abstract(head) and not (pinned and names) and not measured,
        "a generalisation": candidate.attributed and names == 0 and is_general(head) and not figure,
        **_guesses(candidate, modals),
        "says what something is about or is like": is_simile(head),
        "says how something seems": head.lemma_ in SEEMING and has_quality(head),
        "a description without figures or names": _only_describes(candidate, tokens),
        "says only that something exists": any(child.dep_ == "expl" for child in head.children),
        "has no verb": _is_verbless(candidate, tokens),
        "heading": candidate.heading,
        "very short": len(candidate.text.split()) < 4 and not is_past(head) and not has_name(candidate.text, tokens),
    }
    return [reason for reason, holds in doubts.items() if holds]


def tells_as_headline(candidate: ClaimCandidate, tokens: list[Token]) -> bool:
    """Return whether a line without a finite verb tells what happened, as headlines do, of something that can be looked up.

    "Port director jailed for six years", "Norden to cut 400 jobs", "Norden Foods lifts outlook" with its verb read as a
    noun.
    """
    if any(is_finite(token) for token in tokens) or not (
        candidate.has_figure or candidate.dates or _has_inner_name(tokens)
    ):
        return False
    return any(_is_headline_verb(token, following) for token, following in pairwise(tokens[1:]))


def _has_inner_name(tokens: list[Token]) -> bool:
    return any(token.pos_ == "PROPN" and (token.i or token.ent_type_) for token in tokens)


def _is_headline_verb(token: Token, following: Token) -> bool:
    if token.tag_ == "VBN":
        return token.dep_ in ("acl", "ROOT") and following.tag_ in ("IN", "CD", "TO")
    if token.lower_ == "to" and token.tag_ == "TO":
        return following.tag_ == "VB"
    return token.lower_ in _HEADLINE_VERBS and following.tag_ not in ("CC", "IN") and not following.is_punct


def _is_rule(head: Token, figure: bool) -> bool:
    """ "The president must call an election within 60 days": what must be so in figures stands in some rule."""
    return figure and any(child.tag_ == "MD" and child.lower_ in ("must", "shall") for child in head.lefts)


def _dates_nothing(candidate: ClaimCandidate) -> bool:
    """ "Today the joke writes itself": without a past event "today" is no day."""
    return all(candidate.text[date.start : date.end].lower() in _NOWADAYS for date in candidate.dates)


def _is_verbless(candidate: ClaimCandidate, tokens: list[Token]) -> bool:
    """Not "A missile killed three people", whose verb was a participle and is a plain word now."""
    verbs = (candidate.clause.head, *tokens)
    return not _VERB.search(candidate.text) and all(token.pos_ not in ("VERB", "AUX") for token in verbs)


def _guesses(candidate: ClaimCandidate, modals: set[str]) -> dict[str, bool]:
    """What may or will be can hardly be checked, unless a figure or a day pins it down or somebody is said to say it."""
    pinned = bool(candidate.attributed or candidate.dates or candidate.has_figure)
    possible = bool(modals & POSSIBLE) and not (candidate.attributed and "would" in modals)
    guess = possible or bool(modals & FUTURE)
    quality = has_quality(candidate.clause.head)
    return {
        "a prediction with a figure, a date or a source": guess and pinned,
        "about what may become of something": guess and not pinned and quality,
        "about a possibility": possible and not pinned and not quality,
        "a prediction": guess and not possible and not pinned and not quality,
    }


def _judges(candidate: ClaimCandidate, words: set[str]) -> bool:
    head = candidate.clause.head
    verdict = head.lemma_ in ("be", "become", "remain") and any(
        child.dep_ == "attr" and child.lemma_.lower() in VERDICT_NOUNS for child in head.children
    )
    degree = {"great"} if _GREAT_IN_SIZE.search(candidate.text) else set()
    return (bool((words - degree) & JUDGING) or verdict) and not reports_a_judgement(head)


def _is_figurative(candidate: ClaimCandidate, tokens: list[Token]) -> bool:
    """Return whether a picture is meant. A sentence with a figure or a day means its words as they stand."""
    if candidate.dates or candidate.has_figure:
        return False
    nouns = {token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"}
    picture = bool(candidate.pictures) or bool(nouns & FIGURATIVE_NOUNS)
    return picture or breaks_selectional_preference(candidate.clause.head)


def _only_describes(candidate: ClaimCandidate, tokens: list[Token]) -> bool:
    """ "The road was not smooth": an adjective of nobody named."""
    if (
        candidate.named
        or candidate.attributed
        or candidate.dates
        or candidate.has_figure
        or has_name(candidate.text, tokens)
    ):
        return False
    if candidate.clause.head.lemma_ in _CHANGING:
        return False
    return has_quality(candidate.clause.head) and not any(token.lower_ == "than" for token in tokens)


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    joined = [token for token in tokens if first is not None and token.dep_ in SUBJECTS and token.head == first.head]
    return any(child.lower_ in ("the", "both") or child.dep_ == "poss" for token in joined for child in token.children)


def _opens_vaguely(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in _VAGUE or first.rstrip(".,'’s") in _VAGUE
