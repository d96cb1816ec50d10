"""Is a claim worth a fact-checker's time, and why: a score from what it says and how it says it."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from claims.language.attribution import is_report
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
_IDLE_NUMBER = re.compile(
    r"(?:one|once|twice|a|an)\b(?!\s+(?:and|hundred|thousand|million|billion|in|out|of))", re.IGNORECASE
)
_NONE = word_set("no nobody none never neither nor single")
_NAMING = word_set("call name describe regard label dub term hail praise")
_SOFTENING = word_set("not n't just all only really more also mostly simply")
_SEEMING = word_set("look seem appear feel sound")
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
    if _has_figure(subject):
        signs.append((0.35, "has a quantity"))
    if subject.dates:
        signs.append((0.15, "has a date"))
    if subject.named or _names(subject.text, tokens):
        signs.append((0.25, "names someone or something"))
    if {"no", "other"} <= words:
        signs.append((0.2, "compares with all others"))
    elif any(token.tag_ in ("JJS", "RBS") for token in tokens) or words & _COMPARING:
        signs.append((0.1, "compares"))
    if subject.attributed or _is_hearsay(subject.clause.head):
        signs.append((0.1, "someone is said to say it"))
    if is_past(subject.clause.head):
        signs.append((0.1, "says that something happened"))
    if words & _NONE and is_past(subject.clause.head):
        signs.append((0.1, "says that it never happened"))
    if _has_definite_subject(tokens):
        signs.append((0.1, "has a definite subject"))
    return signs + _doubts(subject, tokens, words, lemmas)


def _doubts(subject: Subject, tokens: list[Token], words: set[str], lemmas: set[str]) -> list[tuple[float, str]]:
    doubts: list[tuple[float, str]] = []
    if _opens_vaguely(subject.text):
        doubts.append((-0.4, "opens with a pronoun"))
    elif subject.ambiguous:
        doubts.append((-0.15, "unclear whom it is about"))
    if words & _OPINION and not _tells_a_judgement(subject.clause.head):
        doubts.append((-0.3, "judges"))
    if lemmas & _METAPHORS:
        doubts.append((-0.2, "figure of speech"))
    if words & _MODALS and not subject.attributed:
        doubts.append((-0.1, "says what should be"))
    doubts += _guesses(subject, words)
    if _is_simile(subject.clause.head):
        doubts.append((-0.3, "says what it is about or like"))
    if subject.clause.head.lemma_ in _SEEMING and _has_quality(subject.clause.head):
        doubts.append((-0.2, "says how something seems"))
    if _only_describes(subject, tokens):
        doubts.append((-0.1, "describes without a measure or a name"))
    if any(child.dep_ == "expl" for child in subject.clause.head.children):
        doubts.append((-0.05, "says that there is something"))
    if subject.heading:
        doubts.append((-0.3, "heading"))
    if len(subject.text.split()) < 4 and not _names(subject.text, tokens):
        doubts.append((-0.2, "very short"))
    return doubts


def _guesses(subject: Subject, words: set[str]) -> list[tuple[float, str]]:
    """What may or will be can hardly be checked, unless a figure or a day pins it down or somebody is said to say it."""
    pinned = subject.attributed or subject.dates or _has_figure(subject)
    loss = -0.05 if pinned else -0.25 if _has_quality(subject.clause.head) else -0.15
    if words & _POSSIBLE and not (subject.attributed and "would" in words):
        return [(loss, "says what may be")]
    return [(loss, "says what will be")] if words & _FUTURE else []


def _has_quality(head: Token) -> bool:
    """ "is crucial", "looks more inviting", "gets crowded"."""
    becomes = head.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.lemma_ == "get" for child in head.children)
    return becomes or any(
        child.dep_ in ("acomp", "oprd", "xcomp") and (child.pos_ == "ADJ" or child.tag_ in ("VBG", "VBN"))
        for child in head.children
    )


def _has_figure(subject: Subject) -> bool:
    return any(_is_telling(quantity, subject.text) for quantity in subject.quantities)


def _is_hearsay(head: Token) -> bool:
    """ "are believed to have been": somebody says so, nobody says who."""
    return is_report(head) and any(child.dep_ == "nsubjpass" for child in head.children)


def _tells_a_judgement(head: Token) -> bool:
    """ "Putin called the talks important": that he did so is a fact."""
    named = any(child.dep_ == "nsubj" and child.lower_ not in _FIRST for child in head.children)
    return named and (is_report(head) or head.lemma_ in _NAMING)


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
    return _has_quality(subject.clause.head) and not any(token.lower_ == "than" for token in tokens)


def _kind(subject: Subject, tokens: list[Token]) -> str:
    words = _words(subject.text)
    if _has_figure(subject):
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
    """False for ordinals, for the "two" of "the two countries", which only points back, and for "one day", "twice"."""
    if quantity.dimension == "ordinal":
        return False
    if any(character.isdigit() for character in quantity.surface):
        return True
    before = text[: quantity.start].rsplit(None, 1)
    pointing = bool(before) and before[-1].lower() in _DEFINITE
    idle = _IDLE_NUMBER.match(quantity.surface) is not None and not text[quantity.end :].startswith(" as ")
    return not idle and not (quantity.dimension == "count" and pointing)


def _names(text: str, tokens: list[Token]) -> bool:
    return _CAPITAL.search(text, 1) is not None or any(
        token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "ORG", "PERSON", "NORP", "LOC", "PRODUCT")
        for token in tokens
    )


def _has_definite_subject(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.dep_ in SUBJECTS), None)
    joined = [token for token in tokens if first is not None and token.dep_ in SUBJECTS and token.head == first.head]
    return any(child.lower_ in ("the", "both") or child.dep_ == "poss" for token in joined for child in token.children)


def _opens_vaguely(text: str) -> bool:
    return text.split(" ", 1)[0].rstrip(".,'’s").lower() in _VAGUE or text.split(" ", 1)[0].lower() in _VAGUE
