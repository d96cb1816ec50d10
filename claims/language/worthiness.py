"""Is a claim worth a fact-checker's time, and why: a score from what it says and how it says it."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from claims.language.attribution import is_report
from claims.language.clauses import Clause
from claims.language.clauses.clause import Piece
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.dates import DateSpan
from claims.language.judgement_words import FIGURATIVE_NOUNS, IDIOM, JUDGING, MUSING, VERDICT_NOUNS
from claims.language.quantities import Quantity
from claims.language.vocabulary import word_set

#: A claim is worth checking from this score on.
THRESHOLD = 0.5
#: A claim that does not say whom it is about cannot be checked as it stands, whatever else speaks for it.
_UNREADY = 0.4
#: Log-odds per reason, from a logistic regression on the "learnt" half of tests/claims/language/data/worthiness.jsonl,
#: drawn towards hand-set values; what that half has too rarely (pronouns, seeming, headings, no verb) is set by hand.
_BIAS = -1.0
WEIGHTS = {
    "has a quantity": 3.5,
    "has a date": 1.7,
    "names someone or something": 2.8,
    "relates several names": 1.0,
    "compares with all others": 1.4,
    "compares": 1.0,
    "someone is said to say it": 1.1,
    "says that something happened": 2.6,
    "says that it never happened": 1.1,
    "has a definite subject": 0.4,
    "says what is done": 1.7,
    "opens with a pronoun": -2.0,
    "unclear whom it is about": -1.1,
    "judges": -3.4,
    "figure of speech": -4.7,
    "sounds like a saying": -0.9,
    "says what should be": -1.4,
    "says what will be, with a figure, a day or a speaker": -0.2,
    "says what may become": -1.9,
    "says what may be": -2.2,
    "says what will be": -1.3,
    "says what it is about or like": -2.1,
    "says how something seems": -4.0,
    "describes without a measure or a name": -0.1,
    "says that there is something": -0.9,
    "has no verb": -4.0,
    "heading": -2.1,
    "very short": -1.7,
}
#: Claims made of an apposition get their verb as plain words.
_VERB = re.compile(r"\b(?:is|are|was|were)\b")
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<![.!?:] )(?<!\")\b[A-Z][\w-]+")
_FIRST = word_set("i me my myself we us our ours ourselves")
_SECOND = word_set("you your yours yourself yourselves guys folks let's")
_DEFINITE = word_set("the these those both its their his her our between")
_MODALS = word_set("should must ought shall")
_POSSIBLE = word_set("could may might would")
_FUTURE = word_set("will shall 'll")
_VAGUE = word_set("this that these those it its they their them there he she his her what which who such") | _FIRST
_CALLS = word_set(
    "think consider imagine note remember look let see watch monitor pay stay subscribe click read share follow"
)
_IDLE_NUMBER = re.compile(
    r"(?:one|once|twice|a|an)\b(?!\s+(?:and|hundred|thousand|million|billion|in|out|of))", re.IGNORECASE
)
_NONE = word_set("no nobody none never neither nor single")
_NAMING = word_set("call name describe regard label dub term hail praise")
_SOFTENING = word_set("not n't just all only really more also mostly simply")
_CHANGING = word_set("go turn fall come run")
_SEEMING = word_set("look seem appear feel sound")
_NAME_TYPES = word_set("GPE ORG PERSON NORP LOC PRODUCT")
_COMPARING = word_set("than equivalent equal twice double half compared exceed surpass outnumber")


@dataclass(frozen=True)
class Worth:
    """The kind of a claim, its score from 0 to 1, and the reasons for it in words for the screen."""

    kind: str
    score: float
    reasons: tuple[str, ...]

    @property
    def check_worthy(self) -> bool:
        return self.score >= THRESHOLD


@dataclass(frozen=True)
class Subject:
    """What a claim's worth is read from."""

    text: str
    clause: Clause
    question: bool
    heading: bool
    ambiguous: bool
    attributed: bool
    named: bool
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]


def worth_of(subject: Subject) -> Worth:
    """This function will score a claim: the chance, by the table of weights, that a fact-checker would take it up."""
    tokens = [piece for piece in subject.clause.pieces if isinstance(piece, Token)]
    refused = _refusal(subject, tokens)
    if refused is not None:
        return refused
    reasons = (*_signs(subject, tokens), *_doubts(subject, tokens))
    chance = _chance(reasons)
    return Worth(
        _kind(subject, tokens), min(chance, _UNREADY) if "opens with a pronoun" in reasons else chance, reasons
    )


def _chance(reasons: Iterable[str]) -> float:
    return round(1 / (1 + math.exp(-_BIAS - sum(WEIGHTS[reason] for reason in reasons))), 2)


def _refusal(subject: Subject, tokens: list[Token]) -> Worth | None:
    words = _words(subject.text)
    if subject.question:
        return Worth("question", 0.0, ("question",))
    if words & _SECOND:
        return Worth("advice", 0.0, ("second person",))
    if tokens and tokens[0].lower_ in _CALLS and tokens[0].pos_ == "VERB":
        return Worth("advice", 0.0, ("call to the reader",))
    if "fragment" in subject.clause.lint:
        return Worth("state", 0.1, ("not a full sentence",))
    if is_command(subject.clause.head, subject.clause.pieces):
        return Worth("advice", 0.0, ("call to the reader",))
    if words & _FIRST and not subject.attributed and any(_is_first_person(token) for token in tokens):
        return Worth("opinion", 0.1, ("first person",))
    return None


def _is_first_person(token: Token) -> bool:
    """Not the "I" of "World War I"."""
    return token.lower_ in _FIRST and token.tag_ in ("PRP", "PRP$") and not (token.i and token.nbor(-1).pos_ == "PROPN")


def is_command(head: Token, pieces: list[Piece]) -> bool:
    """This function will tell whether a clause without subject tells the reader to do something."""
    helped = any(
        child.dep_ in (*SUBJECTS, "aux", "auxpass") and child.lower_ not in ("do", "please") for child in head.children
    )
    return head.tag_ in ("VB", "VBP") and not helped and not any(_is_subject(piece) for piece in pieces)


def _is_subject(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.dep_ in SUBJECTS


def _signs(subject: Subject, tokens: list[Token]) -> list[str]:
    words = _words(subject.text)
    head = subject.clause.head
    names = _count_names(subject, tokens)
    compares = any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING
    signs = {
        "has a quantity": _has_figure(subject),
        "has a date": bool(subject.dates),
        "names someone or something": names > 0,
        "relates several names": names > 1,
        "compares with all others": {"no", "other"} <= words,
        "compares": bool(compares) and not {"no", "other"} <= words,
        "someone is said to say it": subject.attributed or _is_hearsay(head),
        "says that something happened": is_past(head) and not _is_copula(head),
        "says that it never happened": bool(words & _NONE) and is_past(head),
        "has a definite subject": _has_definite_subject(tokens),
        "says what is done": not is_past(head) and any(child.dep_ == "auxpass" for child in head.children),
    }
    return [reason for reason, holds in signs.items() if holds]


def _doubts(subject: Subject, tokens: list[Token]) -> list[str]:
    words = _words(subject.text)
    head = subject.clause.head
    vague = _opens_vaguely(subject.text)
    doubts = {
        "opens with a pronoun": vague,
        "unclear whom it is about": subject.ambiguous and not vague,
        "judges": _judges(subject, words),
        "figure of speech": _is_figurative(subject, tokens),
        "sounds like a saying": MUSING.match(subject.text) is not None,
        "says what should be": bool(_modals(tokens) & _MODALS) and not subject.attributed,
        **_guesses(subject, _modals(tokens)),
        "says what it is about or like": _is_simile(head),
        "says how something seems": head.lemma_ in _SEEMING and _has_quality(head),
        "describes without a measure or a name": _only_describes(subject, tokens),
        "says that there is something": any(child.dep_ == "expl" for child in head.children),
        "has no verb": not _VERB.search(subject.text) and all(token.pos_ not in ("VERB", "AUX") for token in tokens),
        "heading": subject.heading,
        "very short": len(subject.text.split()) < 4 and not is_past(head) and not _names(subject.text, tokens),
    }
    return [reason for reason, holds in doubts.items() if holds]


def _modals(tokens: list[Token]) -> set[str]:
    """The month of May is none."""
    return {token.lower_ for token in tokens if token.tag_ == "MD"}


def _guesses(subject: Subject, modals: set[str]) -> dict[str, bool]:
    """What may or will be can hardly be checked, unless a figure or a day pins it down or somebody is said to say it."""
    pinned = bool(subject.attributed or subject.dates or _has_figure(subject))
    possible = bool(modals & _POSSIBLE) and not (subject.attributed and "would" in modals)
    guess = possible or bool(modals & _FUTURE)
    quality = _has_quality(subject.clause.head)
    return {
        "says what will be, with a figure, a day or a speaker": guess and pinned,
        "says what may become": guess and not pinned and quality,
        "says what may be": possible and not pinned and not quality,
        "says what will be": guess and not possible and not pinned and not quality,
    }


def _judges(subject: Subject, words: set[str]) -> bool:
    head = subject.clause.head
    verdict = head.lemma_ == "be" and any(
        child.dep_ == "attr" and child.lemma_.lower() in VERDICT_NOUNS for child in head.children
    )
    return (bool(words & JUDGING) or verdict) and not _tells_a_judgement(head)


def _is_figurative(subject: Subject, tokens: list[Token]) -> bool:
    """A sentence with a figure or a day means its words as they stand."""
    if subject.dates or _has_figure(subject):
        return False
    nouns = {token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"}
    return IDIOM.search(subject.text) is not None or bool(nouns & FIGURATIVE_NOUNS)


def _count_names(subject: Subject, tokens: list[Token]) -> int:
    """Names stand apart where another word stands between them: "Lake Baikal" is one."""
    proper = [token.i for token in tokens if token.pos_ == "PROPN" or token.ent_type_ in _NAME_TYPES]
    runs = sum(at - 1 not in proper for at in proper)
    return max(runs, int(subject.named or _names(subject.text, tokens)))


def _has_quality(head: Token) -> bool:
    """ "is crucial", "looks more inviting", "gets crowded"."""
    becomes = head.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.lemma_ == "get" for child in head.children)
    return becomes or any(
        child.dep_ in ("acomp", "oprd", "xcomp") and (child.pos_ == "ADJ" or child.tag_ in ("VBG", "VBN"))
        for child in head.children
    )


def _has_figure(subject: Subject) -> bool:
    pictures = [match.span() for match in IDIOM.finditer(subject.text)]
    return any(
        _is_telling(quantity, subject.text)
        and not any(start <= quantity.start and quantity.end <= end for start, end in pictures)
        for quantity in subject.quantities
    )


def _is_hearsay(head: Token) -> bool:
    """ "are believed to have been": somebody says so, nobody says who."""
    return is_report(head) and any(child.dep_ == "nsubjpass" for child in head.children)


def _tells_a_judgement(head: Token) -> bool:
    """ "Putin called the talks important": that he did so is a fact."""
    named = any(child.dep_ == "nsubj" and child.lower_ not in _FIRST for child in head.children)
    return named and (is_report(head) or head.lemma_ in _NAMING)


def _is_copula(head: Token) -> bool:
    """ "was cold" in contrast to "was sold"."""
    return head.lemma_ == "be" or (head.lemma_ in _SEEMING and _has_quality(head))


def _is_simile(head: Token) -> bool:
    """ "It is about power", "it is like a chess game"."""
    if head.lemma_ != "be":
        return False
    following = (token for token in head.doc[head.i + 1 : head.i + 5] if token.lower_ not in _SOFTENING)
    return next((token.lower_ in ("about", "like") for token in following), False)


def _only_describes(subject: Subject, tokens: list[Token]) -> bool:
    """ "The road was not smooth": an adjective of nobody named."""
    if subject.named or subject.attributed or subject.dates or _has_figure(subject) or _names(subject.text, tokens):
        return False
    if subject.clause.head.lemma_ in _CHANGING:
        return False
    return _has_quality(subject.clause.head) and not any(token.lower_ == "than" for token in tokens)


def _kind(subject: Subject, tokens: list[Token]) -> str:
    words = _words(subject.text)
    if subject.clause.shape == "attribution":
        return "attribution"
    if _has_figure(subject):
        return "quantity"
    if any(child.dep_ == "aux" and child.lower_ in _FUTURE | _POSSIBLE for child in subject.clause.head.children):
        return "prediction"
    if words & JUDGING:
        return "opinion"
    if any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING:
        return "comparison"
    return "event" if is_past(subject.clause.head) else "state"


def _words(text: str) -> set[str]:
    """The words of a text in lower case; the country "US" is not the word "us"."""
    return {word if word == "US" else word.lower() for word in _WORD.findall(text)}


def _is_telling(quantity: Quantity, text: str) -> bool:
    """False for ordinals, for the "two" of "the two countries", which only points back, and for "one day", "twice"."""
    if quantity.dimension == "ordinal":
        return False
    if quantity.dimension == "fraction" or any(character.isdigit() for character in quantity.surface):
        return True
    before = text[: quantity.start].rsplit(None, 1)
    pointing = bool(before) and before[-1].lower() in _DEFINITE
    idle = _IDLE_NUMBER.match(quantity.surface) is not None and not text[quantity.end :].startswith(" as ")
    return not idle and not (quantity.dimension == "count" and pointing)


def _names(text: str, tokens: list[Token]) -> bool:
    return _CAPITAL.search(text, 1) is not None or any(
        token.pos_ == "PROPN" or token.ent_type_ in _NAME_TYPES for token in tokens
    )


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    joined = [token for token in tokens if first is not None and token.dep_ in SUBJECTS and token.head == first.head]
    return any(child.lower_ in ("the", "both") or child.dep_ == "poss" for token in joined for child in token.children)


def _opens_vaguely(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in _VAGUE or first.rstrip(".,'’s") in _VAGUE
