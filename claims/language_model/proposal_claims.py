"""A text that a model worded, read like one that the rules worded: its kind, worth, numbers, dates and doubts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claims.language.assembly import finish_sentence
from claims.language.claiming import ClaimDraft, claim_from
from claims.language.clauses import Clause
from claims.language.parsing import parse
from claims.language.results import ExtractedClaim
from claims.language_model.answer_schema import Proposal
from claims.language_model.chunking import NumberedSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSONAL = ("PRP", "PRP$")
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, eq=False)
class ParsedProposal:
    """A proposal with its text as it would be shown, parsed."""

    sentence: NumberedSentence
    proposal: Proposal
    text: str
    doc: Doc


def parse_proposals(proposals: Iterable[tuple[NumberedSentence, Proposal]]) -> list[ParsedProposal]:
    """Parse the texts of proposals, in their order."""
    pairs = [(sentence, proposal, sentence_of(proposal.text)) for sentence, proposal in proposals]
    docs = parse(text for _, _, text in pairs)
    return [
        ParsedProposal(sentence, proposal, text, doc)
        for doc, (sentence, proposal, text) in zip(docs, pairs, strict=True)
    ]


def claim_of(parsed: ParsedProposal, published_on: date | None) -> ExtractedClaim:
    """Make a claim of a proposal that holds."""
    return claim_from(_draft(parsed), published_on)


def sentence_of(text: str) -> str:
    """Give a model's text the looks of every other claim: one line, a capital, a full stop."""
    line = " ".join(text.split())
    return line if line.endswith("?") else finish_sentence(line)


def _draft(parsed: ParsedProposal) -> ClaimDraft:
    quote, doc, printed = parsed.proposal.quote.strip(), parsed.doc, parsed.sentence
    start = printed.text.index(quote)
    head = next((token for token in doc if token.head == token), doc[0])
    speaker = parsed.proposal.speaker
    unclear = _opens_with_pronoun(doc)
    return ClaimDraft(
        text=parsed.text,
        clause=Clause(list(doc), head, start, start + len(quote)),
        places=list(printed.places),
        speaker=" ".join(speaker.split()) if speaker else None,
        question=parsed.text.endswith("?"),
        ambiguous=unclear or _points_nowhere(doc),
        unclear=unclear,
        named=False,
    )


def _opens_with_pronoun(doc: Doc) -> bool:
    return doc[0].pos_ == "PRON" and doc[0].dep_ != "expl"


def _points_nowhere(doc: Doc) -> bool:
    """True where a personal pronoun stands before any noun that it could stand for."""
    nouns = [token.i for token in doc if token.pos_ in _NOUNS]
    return any(
        token.tag_ in _PERSONAL and token.dep_ != "expl" and not any(i < token.i for i in nouns) for token in doc
    )
