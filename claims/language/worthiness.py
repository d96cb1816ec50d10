"""Is a claim worth a fact-checker's time, and why: a score from what it says and how it says it."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from claims.language.clauses import Clause
from claims.language.clauses.clause import Piece
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.dates import DateSpan
from claims.language.quantities import Quantity
from claims.language.vocabulary import word_set

#: A claim is worth checking from this score on.
THRESHOLD = 0.5
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<![.!?:] )(?<!\")\b[A-Z][\w-]+")
_FIRST = word_set("i me my mine myself we us our ours ourselves")
_SECOND = word_set("you your yours yourself yourselves guys folks let's")
_OPINION = word_set("""undoubtedly unimaginable crucial important interesting essential exciting remarkable pretty amazing incredible
    wonderful terrible disappointing good bad better best worst nice great beautiful ugly strange fascinating
    frankly honestly arguably clearly obviously naturally surely definitely certainly fortunately unfortunately sadly
    hopefully worth meaningful complex delicate necessary harmonious discordant cold urgent passive high-stakes
    multifaceted symbiotic classic noteworthy seriously massive vast""")
_DEFINITE = word_set("the these those both its their his her our between")
_MODALS = word_set("should must ought shall")
_POSSIBLE = word_set("could may might would")
_FUTURE = word_set("will shall 'll")
_METAPHORS = word_set(
    "jewel laurel testament game-changer puzzle dance pulse backbone cornerstone confidence sign dilemma"
)
_VAGUE = word_set("this that these those it its they their them there he she his her what which who such") | _FIRST
_CALLS = word_set(
    "think consider imagine note remember look let see watch monitor pay stay subscribe click read share follow"
)
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
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]


def worth_of(subject: Subject) -> Worth:
    """This function will score a claim: measurable and named statements high, talk and judgement low."""
    tokens = [piece for piece in subject.clause.pieces if isinstance(piece, Token)]
    refused = _refusal(subject, tokens)
    if refused is not None:
        return refused
    gains = [(points, reason) for points, reason in _signs(subject, tokens)]
    score = round(min(1.0, max(0.0, 0.3 + sum(points for points, _ in gains))), 2)
    return Worth(_kind(subject, tokens), score, tuple(reason for _, reason in gains))


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
    if words & _FIRST and not subject.attributed:
        return Worth("opinion", 0.1, ("first person",))
    return None


def is_command(head: Token, pieces: list[Piece]) -> bool:
    """This function will tell whether a clause without subject tells the reader to do something."""
    helped = any(
        child.dep_ in (*SUBJECTS, "aux", "auxpass") and child.lower_ not in ("do", "please") for child in head.children
    )
    return head.tag_ in ("VB", "VBP") and not helped and not any(_is_subject(piece) for piece in pieces)


def _is_subject(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.dep_ in SUBJECTS


def _signs(subject: Subject, tokens: list[Token]) -> list[tuple[float, str]]:
    words = _words(subject.text)
    lemmas = {token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"}
    signs: list[tuple[float, str]] = []
    if any(_is_telling(quantity, subject.text) for quantity in subject.quantities):
        signs.append((0.35, "has a quantity"))
    if subject.dates:
        signs.append((0.15, "has a date"))
    if _names(subject.text, tokens):
        signs.append((0.25, "names someone or something"))
    if any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING:
        signs.append((0.1, "compares"))
    if subject.attributed:
        signs.append((0.1, "someone is said to say it"))
    if is_past(subject.clause.head):
        signs.append((0.1, "says that something happened"))
    if _has_definite_subject(tokens):
        signs.append((0.1, "has a definite subject"))
    return signs + _doubts(subject, tokens, words, lemmas)


def _doubts(subject: Subject, tokens: list[Token], words: set[str], lemmas: set[str]) -> list[tuple[float, str]]:
    doubts: list[tuple[float, str]] = []
    if _opens_vaguely(subject.text):
        doubts.append((-0.4, "opens with a pronoun"))
    elif subject.ambiguous:
        doubts.append((-0.15, "unclear whom it is about"))
    if words & _OPINION:
        doubts.append((-0.3, "judges"))
    if lemmas & _METAPHORS:
        doubts.append((-0.2, "figure of speech"))
    if words & _MODALS and not subject.attributed:
        doubts.append((-0.1, "says what should be"))
    if words & _POSSIBLE and not (subject.attributed and "would" in words):
        doubts.append((-0.05, "says what may be"))
    if words & _FUTURE:
        doubts.append((-0.05, "says what will be"))
    if any(child.dep_ == "expl" for child in subject.clause.head.children):
        doubts.append((-0.05, "says that there is something"))
    if subject.heading:
        doubts.append((-0.3, "heading"))
    if len(subject.text.split()) < 4 and not _names(subject.text, tokens):
        doubts.append((-0.2, "very short"))
    return doubts


def _kind(subject: Subject, tokens: list[Token]) -> str:
    words = _words(subject.text)
    if any(_is_telling(quantity, subject.text) for quantity in subject.quantities):
        return "quantity"
    if any(child.dep_ == "aux" and child.lower_ in _FUTURE | _POSSIBLE for child in subject.clause.head.children):
        return "prediction"
    if words & _OPINION:
        return "opinion"
    if any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING:
        return "comparison"
    return "event" if is_past(subject.clause.head) else "state"


def _words(text: str) -> set[str]:
    """The words of a text in lower case; the country "US" is not the word "us"."""
    return {word if word == "US" else word.lower() for word in _WORD.findall(text)}


def _is_telling(quantity: Quantity, text: str) -> bool:
    """False for ordinals and for the "two" of "the two countries", which only points back."""
    before = text[: quantity.start].rsplit(None, 1)
    pointing = bool(before) and before[-1].lower() in _DEFINITE
    spelled_out = not any(character.isdigit() for character in quantity.surface)
    return quantity.dimension != "ordinal" and not (quantity.dimension == "count" and spelled_out and pointing)


def _names(text: str, tokens: list[Token]) -> bool:
    return _CAPITAL.search(text, 1) is not None or any(
        token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "ORG", "PERSON", "NORP", "LOC", "PRODUCT")
        for token in tokens
    )


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    return first is not None and any(
        child.lower_ in ("the", "both") or child.dep_ == "poss" for child in first.children
    )


def _opens_vaguely(text: str) -> bool:
    return text.split(" ", 1)[0].rstrip(".,'’s").lower() in _VAGUE or text.split(" ", 1)[0].lower() in _VAGUE
