"""Is a claim worth a fact-checker's time, and why: a score from what it says and how it says it."""

from dataclasses import dataclass

from spacy.tokens import Token

from claims.language.clauses import Clause
from claims.language.clauses.clause import Piece
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.dates import DateSpan
from claims.language.quantities import Quantity

#: A claim is worth checking from this score on.
THRESHOLD = 0.5
_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves guys folks let's".split())
_OPINION = frozenset(
    """undoubtedly unimaginable crucial important interesting essential exciting remarkable pretty amazing incredible
    wonderful terrible disappointing good bad better best worst nice great beautiful ugly strange fascinating key vital
    frankly honestly arguably clearly obviously naturally surely definitely certainly fortunately unfortunately sadly
    hopefully worth meaningful complex delicate necessary harmonious discordant cold urgent passive high-stakes
    multifaceted symbiotic classic noteworthy seriously massive vast""".split()
)
_MODALS = frozenset("should must ought shall".split())
_POSSIBLE = frozenset("could may might would".split())
_FUTURE = frozenset("will shall 'll".split())
_METAPHORS = frozenset("jewel laurel testament game-changer puzzle dance pulse backbone cornerstone confidence sign dilemma key".split())
_VAGUE = frozenset(
    "this that these those it its they their them there he she his her what which who such".split()
)
_COMPARING = frozenset("than equivalent equal twice double half compared exceed surpass outnumber".split())


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
    words = {token.lower_ for token in tokens}
    if subject.question:
        return Worth("question", 0.0, ("question",))
    if words & _SECOND:
        return Worth("advice", 0.0, ("second person",))
    if "fragment" in subject.clause.lint:
        return Worth("state", 0.1, ("not a full sentence",))
    if is_command(subject.clause.head, subject.clause.pieces):
        return Worth("advice", 0.0, ("call to the reader",))
    if words & _FIRST and not subject.attributed:
        return Worth("opinion", 0.1, ("first person",))
    return None


def is_command(head: Token, pieces: list[Piece]) -> bool:
    """This function will tell whether a clause without subject tells the reader to do something."""
    has_subject = any(child.dep_ in SUBJECTS for child in head.children)
    return head.tag_ in ("VB", "VBP") and not has_subject and bool(pieces) and pieces[0] == head


def _signs(subject: Subject, tokens: list[Token]) -> list[tuple[float, str]]:
    words = {token.lower_ for token in tokens}
    lemmas = {token.lemma_.lower() for token in tokens}
    signs: list[tuple[float, str]] = []
    if any(quantity.dimension != "ordinal" for quantity in subject.quantities):
        signs.append((0.35, "has a quantity"))
    if subject.dates:
        signs.append((0.1, "has a date"))
    if _names(tokens):
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
    if words & _OPINION:
        doubts.append((-0.3, "judges"))
    if lemmas & _METAPHORS:
        doubts.append((-0.2, "figure of speech"))
    if words & _MODALS and not subject.attributed:
        doubts.append((-0.1, "says what should be"))
    if words & _POSSIBLE:
        doubts.append((-0.1, "says what may be"))
    if words & _FUTURE:
        doubts.append((-0.1, "says what will be"))
    if any(child.dep_ == "expl" for child in subject.clause.head.children):
        doubts.append((-0.1, "says that there is something"))
    if subject.heading:
        doubts.append((-0.3, "heading"))
    if len(subject.text.split()) < 4:
        doubts.append((-0.2, "very short"))
    return doubts


def _kind(subject: Subject, tokens: list[Token]) -> str:
    words = {token.lower_ for token in tokens}
    if any(quantity.dimension != "ordinal" for quantity in subject.quantities):
        return "quantity"
    if words & _FUTURE or words & _POSSIBLE:
        return "prediction"
    if words & _OPINION:
        return "opinion"
    if any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING:
        return "comparison"
    return "event" if is_past(subject.clause.head) else "state"


def _names(tokens: list[Token]) -> bool:
    return any(token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "ORG", "PERSON", "NORP", "LOC", "PRODUCT") for token in tokens)


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    return first is not None and any(child.lower_ in ("the", "both") or child.dep_ == "poss" for child in first.children)


def _opens_vaguely(text: str) -> bool:
    return text.split(" ", 1)[0].rstrip(".,'’s").lower() in _VAGUE or text.split(" ", 1)[0].lower() in _VAGUE
