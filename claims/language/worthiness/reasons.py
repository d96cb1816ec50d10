"""The reasons for and against a check that a claim shows, in words for the screen."""

import re

from spacy.tokens import Token

from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.judgement_words import FIGURATIVE_NOUNS, JUDGING, MUSING, VERDICT_NOUNS
from claims.language.vocabulary import word_set
from claims.language.worthiness.predicates import (
    OBLIGING,
    SEEMING,
    has_quality,
    is_abstract,
    is_advice,
    is_copula,
    is_general,
    is_hearsay,
    is_of_nobody,
    is_of_the_mind,
    is_only_a_quality,
    is_passive,
    is_simile,
    mixes_kinds,
    modals_of,
    tells_a_judgement,
    tells_of_a_thing,
)
from claims.language.worthiness.subject import FIRST_PERSON, Subject, count_names, has_name, words_of

VAGUE_OPENING = "opens with a pronoun"
#: Claims made of an apposition get their verb as plain words.
_VERB = re.compile(r"\b(?:is|are|was|were)\b")
#: As large as can be, not as good.
_GREAT_IN_SIZE = re.compile(
    r"\bgreat (?:\w+ )?(?:differences?|gaps?|numbers?|powers?|distances?|quantit|lengths?|losses|depths?|Britain|War|Wall)",
    re.IGNORECASE,
)
POSSIBLE = word_set("could may might would")
FUTURE = word_set("will shall 'll")
_VAGUE = (
    word_set("this that these those it its they their them there he she his her what which who such") | FIRST_PERSON
)
_NOWADAYS = word_set("today now nowadays currently tomorrow")
_NONE = word_set("no nobody none never neither nor single")
_CHANGING = word_set("go turn fall come run")
_CONSISTING = word_set("include contain comprise consist house employ accommodate incorporate")
COMPARING = word_set("bulk majority minority than equivalent equal twice double half compared exceed surpass outnumber")


def signs_of(subject: Subject, tokens: list[Token]) -> list[str]:
    """Return the reasons for a check that a claim shows."""
    words = words_of(subject.text)
    head = subject.clause.head
    names = count_names(subject, tokens)
    compares = any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & COMPARING
    signs = {
        "has a quantity": subject.has_figure,
        "has a date": bool(subject.dates) and not (_dates_nothing(subject) and not is_past(head)),
        "names someone or something": names > 0,
        "relates several names": names > 1,
        "compares with all others": {"no", "other"} <= words,
        "compares": bool(compares) and not {"no", "other"} <= words,
        "someone is said to say it": subject.attributed or is_hearsay(head),
        "says that something happened": is_past(head) and not is_copula(head),
        "says that it never happened": bool(words & _NONE) and is_past(head),
        "has a definite subject": _has_definite_subject(tokens),
        "tells of a thing or a document": tells_of_a_thing(head),
        "says what it consists of": head.lemma_ in _CONSISTING and head.pos_ == "VERB",
        "says what is done": not is_past(head) and not modals_of(tokens) and is_passive(head),
    }
    return [reason for reason, holds in signs.items() if holds]


def doubts_of(subject: Subject, tokens: list[Token]) -> list[str]:
    """Return the reasons against a check that a claim shows."""
    words = words_of(subject.text)
    head = subject.clause.head
    names = count_names(subject, tokens)
    figure = subject.has_figure
    measured = bool(subject.dates or figure)
    pinned = bool(subject.attributed or measured)
    modals = modals_of(tokens)
    vague = _opens_vaguely(subject.text)
    doubts = {
        VAGUE_OPENING: vague,
        "unclear whom it is about": subject.ambiguous and not vague,
        "judges": _judges(subject, words),
        "figure of speech": _is_figurative(subject, tokens),
        "sounds like a saying": MUSING.match(subject.text) is not None,
        "says what should be": bool(modals & OBLIGING) and not is_advice(head),
        "says what somebody should do": is_advice(head),
        "speaks of nobody in particular": is_of_nobody(head) and names == 0 and not figure,
        "says what somebody feels or knows": is_of_the_mind(head) and not pinned,
        "says how somebody is, without a measure": is_only_a_quality(head) and not pinned,
        "speaks of what nobody can see": is_abstract(head) and not (pinned and names) and not measured,
        "says how things are in general": subject.attributed and names == 0 and is_general(head) and not figure,
        **_guesses(subject, modals),
        "says what it is about or like": is_simile(head),
        "says how something seems": head.lemma_ in SEEMING and has_quality(head),
        "describes without a measure or a name": _only_describes(subject, tokens),
        "says that there is something": any(child.dep_ == "expl" for child in head.children),
        "has no verb": _is_verbless(subject, tokens),
        "heading": subject.heading,
        "very short": len(subject.text.split()) < 4 and not is_past(head) and not has_name(subject.text, tokens),
    }
    return [reason for reason, holds in doubts.items() if holds]


def _dates_nothing(subject: Subject) -> bool:
    """ "Today the joke writes itself": without a past event "today" is no day."""
    return all(subject.text[date.start : date.end].lower() in _NOWADAYS for date in subject.dates)


def _is_verbless(subject: Subject, tokens: list[Token]) -> bool:
    """Not "A missile killed three people", whose verb was a participle and is a plain word now."""
    verbs = (subject.clause.head, *tokens)
    return not _VERB.search(subject.text) and all(token.pos_ not in ("VERB", "AUX") for token in verbs)


def _guesses(subject: Subject, modals: set[str]) -> dict[str, bool]:
    """What may or will be can hardly be checked, unless a figure or a day pins it down or somebody is said to say it."""
    pinned = bool(subject.attributed or subject.dates or subject.has_figure)
    possible = bool(modals & POSSIBLE) and not (subject.attributed and "would" in modals)
    guess = possible or bool(modals & FUTURE)
    quality = has_quality(subject.clause.head)
    return {
        "says what will be, with a figure, a day or a speaker": guess and pinned,
        "says what may become": guess and not pinned and quality,
        "says what may be": possible and not pinned and not quality,
        "says what will be": guess and not possible and not pinned and not quality,
    }


def _judges(subject: Subject, words: set[str]) -> bool:
    head = subject.clause.head
    verdict = head.lemma_ in ("be", "become", "remain") and any(
        child.dep_ == "attr" and child.lemma_.lower() in VERDICT_NOUNS for child in head.children
    )
    degree = {"great"} if _GREAT_IN_SIZE.search(subject.text) else set()
    return (bool((words - degree) & JUDGING) or verdict) and not tells_a_judgement(head)


def _is_figurative(subject: Subject, tokens: list[Token]) -> bool:
    """Return a sentence with a figure or a day means its words as they stand."""
    if subject.dates or subject.has_figure:
        return False
    nouns = {token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"}
    picture = bool(subject.pictures) or bool(nouns & FIGURATIVE_NOUNS)
    return picture or mixes_kinds(subject.clause.head)


def _only_describes(subject: Subject, tokens: list[Token]) -> bool:
    """ "The road was not smooth": an adjective of nobody named."""
    if subject.named or subject.attributed or subject.dates or subject.has_figure or has_name(subject.text, tokens):
        return False
    if subject.clause.head.lemma_ in _CHANGING:
        return False
    return has_quality(subject.clause.head) and not any(token.lower_ == "than" for token in tokens)


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    joined = [token for token in tokens if first is not None and token.dep_ in SUBJECTS and token.head == first.head]
    return any(child.lower_ in ("the", "both") or child.dep_ == "poss" for token in joined for child in token.children)


def _opens_vaguely(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in _VAGUE or first.rstrip(".,'’s") in _VAGUE
