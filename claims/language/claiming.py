"""From the clauses of one sentence to standalone claims with their kind, worth, numbers and doubts."""

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token

from claims.language.assembly import phrase_from, sentence_from
from claims.language.clauses import Clause, clauses_of
from claims.language.clauses.clause import Piece, span_of
from claims.language.dates import read_dates
from claims.language.quantities import Quantity, read_quantities
from claims.language.reading import Sentence
from claims.language.reference import Discourse, Referent
from claims.language.results import ExtractedClaim
from claims.language.vocabulary import word_set
from claims.language.worthiness import Subject, is_command, worth_of

#: More words than this in one claim make it hard to judge.
_LONG = 35
_POINTING = word_set("this these those that")


@dataclass(frozen=True)
class Draft:
    """A standalone text with the clause it came from and the sentences that print it."""

    text: str
    clause: Clause
    places: list[Sentence]
    speaker: str | None
    question: bool
    ambiguous: bool
    unclear: bool
    named: bool

    @property
    def quotation(self) -> int | None:
        return self.places[0].quotation

    def lies_in(self, span: tuple[int, int]) -> bool:
        """This function will tell whether the words of the draft stand inside the span of the article."""
        start, end = self.places[0].clean.span(self.clause.start, self.clause.end)
        return span[0] <= start and end <= span[1]

    def spoken_by(self, speaker: str) -> "Draft":
        """This function will give the same draft with its speaker."""
        return replace(self, speaker=speaker)


def drafts_of(doc: Doc, places: list[Sentence], discourse: Discourse) -> list[Draft]:
    """This function will draft the claims of one parsed sentence; a question or a command stays whole."""
    clauses = clauses_of(doc)
    referents = discourse.read(doc, quoted=places[0].quotation is not None)
    question = doc.text.rstrip("\"') ").endswith("?")
    if not clauses or question or any(is_command(clause.head, clause.pieces) for clause in clauses[:1]):
        clauses = [_whole(doc)]
    drafts = (_draft(clause, places, referents, question) for clause in clauses)
    return [draft for draft in drafts if _says_something(draft)]


def _says_something(draft: Draft) -> bool:
    """False for what is left of a broken line: one or two words without a verb or a number."""
    scrap = "fragment" in draft.clause.lint or draft.clause.head.pos_ not in ("VERB", "AUX")
    return bool(draft.text) and not (scrap and draft.text.count(" ") < 2 and not any(map(str.isdigit, draft.text)))


def claim_from(draft: Draft, published_on: date | None) -> ExtractedClaim | None:
    """This function will judge a draft and give it its places in the article."""
    quantities = tuple(read_quantities(draft.text))
    dates = tuple(read_dates(draft.text, anchor=published_on))
    heading = draft.places[0].heading
    worth = worth_of(
        Subject(
            draft.text,
            draft.clause,
            draft.question,
            heading,
            draft.unclear,
            bool(draft.speaker),
            draft.named,
            quantities,
            dates,
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


def _whole(doc: Doc) -> Clause:
    root = next((token for token in doc if token.head == token), doc[0])
    start, end = span_of(list(doc))
    return Clause(list(doc), root, start, end)


def _draft(clause: Clause, places: list[Sentence], referents: dict[int, Referent], question: bool) -> Draft:
    replacements, ambiguous = _replacements(clause.pieces, referents)
    opening = _opening(clause.pieces)
    unclear = any(i in replacements and not referents[i].certain for i in (opening, opening + 1) if i in referents)
    text = sentence_from(clause.pieces, replacements)
    if question:
        text = text.rstrip(".") + "?" if text else text
    spoken = {
        token.i: referents[token.i].words
        for token in clause.speaker
        if isinstance(token, Token) and token.i in referents and token.pos_ == "PRON"
    }
    speaker = phrase_from(list(clause.speaker), spoken) or None
    named = any(referents[i].certain for i in (opening, opening + 1) if i in replacements and i in referents)
    return Draft(text, clause, places, speaker, question, ambiguous or "ambiguous" in clause.lint, unclear, named)


def _replacements(pieces: list[Piece], referents: dict[int, Referent]) -> tuple[dict[int, str], bool]:
    """Words for the pronouns that the claim itself does not explain, and whether one of them stays open."""
    replacements: dict[int, str] = {}
    ambiguous = False
    inside = {piece.i for piece in pieces if isinstance(piece, Token)}
    said: set[str] = set()
    opening = _opening(pieces)
    for piece in pieces:
        if not isinstance(piece, Token) or piece.i in replacements:
            continue
        referent = referents.get(piece.i)
        if referent is None and not piece.is_punct:
            ambiguous = ambiguous or _points_nowhere(piece, referents)
        elif referent is not None and referent.token not in inside and referent.name not in said:
            said.add(referent.name)
            first = opening in (piece.i, piece.left_edge.i)
            ambiguous = ambiguous or not referent.certain
            if referent.certain or first:
                replacements |= _whole_phrase(piece, referent)
    if opening not in replacements and _opens_with_pointer(pieces):
        replacements[opening] = "the"
        ambiguous = True
    return replacements, ambiguous


def _opening(pieces: list[Piece]) -> int:
    """The index of the first word that is the sentence's own; -1 where there is none."""
    return next((piece.i for piece in pieces if isinstance(piece, Token) and not piece.is_punct), -1)


def _whole_phrase(token: Token, referent: Referent) -> dict[int, str]:
    """ "the company" gives way whole to the name that it stands for."""
    blanks = {left.i: "" for left in token.lefts} if token.pos_ == "NOUN" else {}
    return {**blanks, token.i: referent.words}


def _points_nowhere(token: Token, referents: dict[int, Referent]) -> bool:
    personal = token.tag_ in ("PRP", "PRP$") and token.lower_ not in ("i", "we", "itself", "themselves")
    return personal and token.dep_ != "expl" and token.head.i not in referents


def _opens_with_pointer(pieces: list[Piece]) -> bool:
    first = pieces[0] if pieces else None
    return isinstance(first, Token) and first.lower_ in _POINTING and first.dep_ == "det" and first.head.i > first.i


def _lint(draft: Draft, quantities: tuple[Quantity, ...]) -> tuple[str, ...]:
    lint = []
    if draft.ambiguous:
        lint.append("ambiguous")
    if sum(quantity.dimension not in ("time", "ordinal") for quantity in quantities) > 1:
        lint.append("two_quantities")
    if len(draft.text.split()) > _LONG:
        lint.append("long")
    return tuple(lint)
