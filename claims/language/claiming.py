"""From the clauses of one sentence to standalone claims with their kind, worth, numbers and doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from claims.language.assembly import phrase_from, question_from, sentence_from
from claims.language.attribution import is_speech
from claims.language.check_worthiness import ClaimCandidate, check_worthiness_of, is_command
from claims.language.clauses import Clause, ClauseForm, clauses_of
from claims.language.clauses.clause import Piece, span_of
from claims.language.clauses.grammar import SUBJECTS, is_finite
from claims.language.clauses.soundness import is_sound
from claims.language.clauses.titles import title_clauses
from claims.language.dates import read_dates
from claims.language.kinds import ClaimWarning
from claims.language.quantities import Quantity, read_quantities
from claims.language.reading import Sentence
from claims.language.reading.cleaning import GAP
from claims.language.reference import Discourse, Referent
from claims.language.results import ExtractedClaim
from claims.language.vocabulary import word_set
from core.translation.messages import gettext_noop as _

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


#: What was read as whom.
READ_AS = _("“%(word)s” read as “%(name)s”")
#: Whom a word may stand for that no reading is sure of.
MAY_MEAN = _("“%(word)s” may mean: %(names)s")
#: More words than this in one claim make it hard to judge.
_LONG = 35
#: In words, of a list of figures.
_LONGEST_LABEL = 6
#: "Location: Harrow": what a list of facts says of its subject.
_PROPERTIES = word_set("""status class type location place venue site builder manufacturer designer owner operator home port harbour harbor
    base country nationality capital headquarters industry founder founders chairman chief president minister ceo director
    coach captain commander born died birthplace occupation profession position party team club league winner champion
    cause victims weapon weapons armament engine engines propulsion fuel material language currency religion parent
    launched commissioned decommissioned founded established opened closed completed introduced built""")
#: "“Who will pay?” asked the leader of the opposition."
_ASKED = re.compile(r'"[^"]*\?" ?(?:[^".,]{1,60}\s)?(?:asks?|asked|wondered|wonders|demanded|said|says|added)\b[^"]*$')
_POINTING = word_set("this these those that")
#: "this year" points at the day of the article, which its dates say.
_CALENDAR = word_set("year month week day time season decade century spring summer autumn fall winter morning evening")


@dataclass(frozen=True)
class ClaimDraft:
    """A standalone text with the clause it came from and the sentences that print it."""

    text: str
    clause: Clause
    places: list[Sentence]
    speaker: str | None
    question: bool
    ambiguous: bool
    unclear: bool
    named: bool
    readings: tuple[str, ...] = ()
    #: Whether the speaker is a "he" that nothing settles for certain.
    guessed: bool = False

    @property
    def quotation(self) -> int | None:
        return self.places[0].quotation


@dataclass(frozen=True)
class ScoredClaim:
    """A claim, and what it is if somebody turns out to say it; of the parse it holds nothing."""

    claim: ExtractedClaim
    if_spoken: ExtractedClaim
    quotation: int | None
    guessed: bool = False

    def lies_in(self, span: tuple[int, int]) -> bool:
        """Return whether the words of the claim stand inside the span of the article."""
        return span[0] <= self.claim.start and self.claim.end <= span[1]

    def spoken_by(self, speaker: str) -> ScoredClaim:
        """Return the same claim with its speaker."""
        claim = replace(self.if_spoken, attributed_to=speaker)
        return ScoredClaim(claim, claim, self.quotation)


def drafts_of(doc: Doc, places: list[Sentence], discourse: Discourse) -> list[ClaimDraft]:
    """Draft the claims of one parsed sentence; a question or a command stays whole."""
    clauses = clauses_of(doc)
    referents = discourse.read(doc, quoted=places[0].is_spoken)
    asked = _ASKED.match(places[0].text) is not None
    question = asked or places[0].text.rstrip("\"') ").endswith("?")
    command = bool(clauses) and is_command(clauses[0].head, clauses[0].pieces)
    verbless = not command and not any(is_finite(token) for token in doc)
    if not clauses or question or verbless or command:
        clauses, referents = [_whole(doc, verbless)], {}
        titles = title_clauses(doc) if asked else []
    else:
        clauses, titles = _sound(doc, clauses), []
    drafts = [_draft(clause, places, referents, question=question) for clause in clauses]
    drafts += [_draft(clause, places, referents, question=False) for clause in titles]
    return [draft for draft in drafts if _says_something(draft)]


def _sound(doc: Doc, clauses: list[Clause]) -> list[Clause]:
    """Return the clauses that stand alone; where one does not, and something can be checked in it, their sentence too."""
    broken = [clause for clause in clauses if not is_sound(clause)]
    whole = [clause for clause in clauses if clause not in broken]
    if not broken:
        return clauses
    if whole and not any(_tells(clause, doc) for clause in broken):
        scraps = [replace(clause, lint=(*clause.lint, ClaimWarning.FRAGMENT)) for clause in broken]
        return sorted([*whole, *scraps], key=lambda clause: (clause.start, clause.end))
    start, end = span_of(list(doc))
    head = next((token for token in doc if token.dep_ == "ROOT" and is_finite(token)), broken[0].head)
    verb = head if is_finite(head) else next(token for token in doc if is_finite(token))
    return [Clause(list(doc), verb, start, end, lint=(ClaimWarning.WHOLE_SENTENCE,)), *whole]


def _tells(clause: Clause, doc: Doc) -> bool:
    """Return whether the words of a clause print a number, a date or a name."""
    words = (token for token in doc if clause.start <= token.idx < clause.end)
    return any(token.like_num or token.pos_ == "PROPN" or token.ent_type_ == "DATE" for token in words)


def attribution_of(draft: ClaimDraft) -> ClaimDraft | None:
    """Draft the claim that a person, whom the sentence names in full, said what the draft says.

    Whether they said it is a fact of its own, and the first one that is checked about a quotation. Who is named in full
    is usually new to the text, so that a person is checked once and not at every later word. None where nobody is.
    """
    name = _full_name(draft.clause.speaker)
    verb = name[-1].head if name else None
    if verb is None or verb.tag_ not in ("VBD", "VBZ") or not is_speech(verb) or name[-1].text in draft.text:
        return None
    said = "said" if verb.lemma_ in ("tell", "point") else verb.text
    opening = next(piece for piece in draft.clause.pieces if not isinstance(piece, str) and not piece.is_punct)
    plain = opening.tag_ == "NNS" and opening.pos_ == "NOUN" and not opening.ent_type_ and opening.text[1:].islower()
    only_begins = opening.text[0].islower() or plain or opening.pos_ not in ("PROPN", "NOUN", "NUM")
    lowers = only_begins and draft.text.lower().startswith(opening.lower_)
    content = draft.text[0].lower() + draft.text[1:] if lowers else draft.text
    printed = [*name, verb, *(piece for piece in draft.clause.pieces if not isinstance(piece, str))]
    start, end = span_of(sorted(printed, key=lambda token: token.i))
    pieces: list[Piece] = [*name, said, "that", *draft.clause.pieces]
    return replace(
        draft,
        text=f"{' '.join(token.text for token in name)} {said} that {content}",
        clause=Clause(pieces, verb, start, end, form=ClauseForm.ATTRIBUTION),
        speaker=None,
    )


def _full_name(speaker: tuple[Piece, ...]) -> list[Token]:
    """Return the name of a person of two words or more; empty where the speaker is somebody or something else."""
    name = [
        piece
        for piece in speaker
        if not isinstance(piece, str) and piece.ent_type_ == "PERSON" and piece.pos_ == "PROPN"
    ]
    return name if len(name) > 1 and name[-1].dep_ in SUBJECTS else []


def _says_something(draft: ClaimDraft) -> bool:
    """False for what is left of a broken line: one or two words without a verb or a number."""
    scrap = ClaimWarning.FRAGMENT in draft.clause.lint or draft.clause.head.pos_ not in ("VERB", "AUX")
    return bool(draft.text) and not (scrap and draft.text.count(" ") < 2 and not any(map(str.isdigit, draft.text)))


def score_draft(draft: ClaimDraft, published_on: date | None) -> ScoredClaim:
    """Score a draft: as it stands, and as it would be in somebody's mouth."""
    claim = claim_from(draft, published_on)
    may_be_spoken = draft.speaker is None and draft.places[0].is_spoken
    if_spoken = claim_from(replace(draft, speaker="somebody"), published_on) if may_be_spoken else claim
    return ScoredClaim(claim, if_spoken, draft.quotation, draft.guessed)


def claim_from(draft: ClaimDraft, published_on: date | None) -> ExtractedClaim:
    """Make the claim of a draft, with its worth and its places in the article."""
    dates = tuple(read_dates(draft.text, anchor=published_on))
    quantities = tuple(read_quantities(draft.text, dates=dates))
    heading = draft.places[0].heading and draft.clause.form is not ClauseForm.PROPERTY
    worth = check_worthiness_of(
        ClaimCandidate(
            draft.text,
            draft.clause,
            draft.question,
            heading,
            draft.unclear,
            bool(draft.speaker),
            draft.named,
            quantities,
            dates,
            quoted=draft.quotation is not None and bool(draft.speaker),
        )
    )
    spans = tuple(sentence.clean.span(draft.clause.start, draft.clause.end) for sentence in draft.places)
    return ExtractedClaim(
        text=draft.text,
        start=spans[0][0],
        end=spans[0][1],
        sentence_start=draft.places[0].start,
        sentence_end=draft.places[0].end,
        kind=worth.kind,
        check_worthy=worth.check_worthy,
        score=worth.score,
        reasons=worth.reasons,
        attributed_to=draft.speaker,
        quantities=quantities,
        dates=dates,
        lint=_lint(draft, quantities),
        places=spans,
    )


def _whole(doc: Doc, verbless: bool) -> Clause:
    """Return the sentence as it stands; "Range: 1,400 km" of a list of figures says what the range is."""
    root = next((token for token in doc if token.head == token), doc[0])
    start, end = span_of(list(doc))
    pieces: list[Piece] = list(doc)
    colon = next((token.i for token in doc if token.text == ":"), 0)
    figure = colon and doc[colon + 1 :].text[:1].isdigit() and not any(token.like_num for token in doc[:colon])
    is_property = 0 < colon < len(doc) - 1 and doc[colon - 1].lower_ in _PROPERTIES
    if verbless and (figure or is_property) and colon <= _LONGEST_LABEL:
        first: Piece = doc[0].lower_ if doc[0].text.istitle() and (is_property or not doc[0].ent_type_) else doc[0]
        form = "are" if doc[colon - 1].tag_ == "NNS" else "is"
        labelled: list[Piece] = ["the", first, *doc[1:colon], form, *doc[colon + 1 :]]
        return Clause(labelled, root, start, end, form=ClauseForm.PROPERTY, lint=(ClaimWarning.AMBIGUOUS,))
    return Clause(pieces, root, start, end, lint=(ClaimWarning.FRAGMENT,) if verbless else ())


def _draft(clause: Clause, places: list[Sentence], referents: dict[int, Referent], *, question: bool) -> ClaimDraft:
    if question:
        return ClaimDraft(question_from(clause.pieces), clause, places, None, True, False, False, False)
    replacements, ambiguous = _replacements(clause.pieces, referents)
    opening = _opening(clause.pieces)
    unclear = any(i in replacements and not referents[i].certain for i in (opening, opening + 1) if i in referents)
    text = sentence_from(clause.pieces, replacements)
    spoken = _spoken(clause, referents)
    speaker = phrase_from(list(clause.speaker), spoken) or None
    named = any(referents[i].certain for i in (opening, opening + 1) if i in replacements and i in referents)
    ambiguous = ambiguous or ClaimWarning.AMBIGUOUS in clause.lint
    words, given = [*clause.pieces, *clause.speaker], replacements | spoken
    readings = (*_readings(words, given, referents), *_open_readings(words, given, referents))
    guessed = any(
        piece.lower_ in ("he", "she") and not referents[piece.i].certain
        for piece in clause.speaker
        if not isinstance(piece, str) and piece.i in referents
    )
    return ClaimDraft(text, clause, places, speaker, question, ambiguous, unclear, named, readings, guessed)


def _spoken(clause: Clause, referents: dict[int, Referent]) -> dict[int, str]:
    """Names for a speaker who is only pointed at; "the company" stays beside the name, for all to see the reading."""
    spoken: dict[int, str] = {}
    for token in clause.speaker:
        if isinstance(token, str) or token.i not in referents:
            continue
        referent = referents[token.i]
        if token.pos_ == "PRON" and (
            referent.certain or (len(clause.speaker) == 1 and (referent.likely or not referent.candidates))
        ):
            spoken[token.i] = referent.words
        elif (referent.certain or referent.likely) and token.head not in clause.speaker:
            phrase = " ".join([*(left.lower_ for left in token.lefts), token.text])
            spoken |= {left.i: "" for left in token.lefts} | {token.i: f"{referent.words} ({phrase})"}
    return spoken


def _readings(pieces: list[Piece], replacements: dict[int, str], referents: dict[int, Referent]) -> tuple[str, ...]:
    """Return what was read as whom, in words for the screen: “its” read as “Russia's”."""
    read = [
        piece for piece in pieces if not isinstance(piece, str) and piece.i in referents and replacements.get(piece.i)
    ]
    return tuple(dict.fromkeys(READ_AS % {"word": _printed(token), "name": replacements[token.i]} for token in read))


def _open_readings(
    pieces: list[Piece], replacements: dict[int, str], referents: dict[int, Referent]
) -> tuple[str, ...]:
    """Return whom each word may stand for that stayed as printed and that nothing in the claim explains."""
    tokens = [piece for piece in pieces if not isinstance(piece, str)]
    inside = {token.i for token in tokens}
    still = [
        (token, referent)
        for token in tokens
        for referent in [referents.get(token.i)]
        if referent is not None and referent.candidates and not referent.certain
        if token.i not in replacements and referent.token not in inside
    ]
    return tuple(
        dict.fromkeys(
            MAY_MEAN % {"word": _printed(token), "names": "; ".join(referent.candidates)} for token, referent in still
        )
    )


def _printed(token: Token) -> str:
    article = next((left for left in token.lefts if left.dep_ in ("det", "poss")), token)
    between = [word.text for word in token.doc[article.i + 1 : token.i]] if token.pos_ == "NOUN" else []
    return " ".join([article.lower_, *between, token.lower_] if article != token else [token.lower_])


def _replacements(pieces: list[Piece], referents: dict[int, Referent]) -> tuple[dict[int, str], bool]:
    """Words for the pronouns that the claim itself does not explain, and whether one of them stays open, as printed.

    What grammar alone reads, whoever may be meant, opens a claim in any case: "the author's country", "the missile".
    """
    replacements: dict[int, str] = {}
    ambiguous = False
    inside = {piece.i for piece in pieces if not isinstance(piece, str)}
    said: set[str] = set()
    opening = _opening(pieces)
    for piece in pieces:
        if isinstance(piece, str) or piece.i in replacements:
            continue
        referent = referents.get(piece.i)
        if referent is None and not piece.is_punct:
            ambiguous = ambiguous or _points_nowhere(piece, referents) or _is_bare_pointer(piece)
        elif referent is not None and referent.token not in inside and referent.name not in said:
            said.add(referent.name)
            ambiguous = ambiguous or not referent.certain
            if referent.certain or (referent.named and opening in (piece.i, piece.left_edge.i)):
                replacements |= _whole_phrase(piece, referent)
    if opening not in replacements and _opens_with_pointer(pieces):
        replacements[opening] = "the"
        ambiguous = True
    return replacements, ambiguous


def _opening(pieces: list[Piece]) -> int:
    """Return the index of the first word that is the sentence's own; -1 where there is none."""
    return next((piece.i for piece in pieces if not isinstance(piece, str) and not piece.is_punct), -1)


def _whole_phrase(token: Token, referent: Referent) -> dict[int, str]:
    """ "the company" gives way whole to the name that it stands for."""
    blanks = {word.i: "" for left in token.lefts for word in left.subtree} if token.pos_ in ("NOUN", "ADJ") else {}
    return {**blanks, token.i: referent.words}


def _points_nowhere(token: Token, referents: dict[int, Referent]) -> bool:
    personal = token.tag_ in ("PRP", "PRP$") and token.lower_ not in ("i", "we", "itself", "themselves")
    return personal and token.dep_ != "expl" and token.head.i not in referents


def _is_bare_pointer(token: Token) -> bool:
    """ "this leads to…", "in these fields", "such strength": what it points at stands in another sentence."""
    if token.lower_ == "such":
        return token.dep_ in ("amod", "predet") and token.nbor(1).lower_ != "as"
    if token.lower_ in ("latter", "former"):
        return token.dep_ in SUBJECTS and any(child.lower_ == "the" for child in token.children)
    if token.lower_ not in _POINTING or token.tag_ != "DT":
        return False
    if token.dep_ == "det":
        return token.head.lemma_.lower() not in _CALENDAR
    return not any(child.dep_ in ("prep", "relcl", "acl") for child in token.children)


def _opens_with_pointer(pieces: list[Piece]) -> bool:
    first = pieces[0] if pieces else None
    return (
        not isinstance(first, str | None)
        and first.lower_ in _POINTING
        and first.dep_ == "det"
        and first.head.i > first.i
    )


def _lint(draft: ClaimDraft, quantities: tuple[Quantity, ...]) -> tuple[str, ...]:
    lint: list[ClaimWarning] = []
    if draft.ambiguous:
        lint.append(ClaimWarning.AMBIGUOUS)
    if GAP in draft.places[0].text:
        lint.append(ClaimWarning.CUT_OUT)
    if sum(quantity.dimension not in ("time", "ordinal") for quantity in quantities) > 1:
        lint.append(ClaimWarning.TWO_QUANTITIES)
    if ClaimWarning.WHOLE_SENTENCE in draft.clause.lint:
        lint.append(ClaimWarning.WHOLE_SENTENCE)
    if len(draft.text.split()) > _LONG:
        lint.append(ClaimWarning.LONG)
    return (*lint, *draft.readings)
