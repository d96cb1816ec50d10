"""Sentences that tell of what a label names before them: "USS Harrow - The frigate left", of a caption or a list."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.parsing import parse_structure
from claims.language.reading import Sentence
from claims.language.reading.cleaning import CleanText

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_POINTING = ("the", "a", "an", "this")


def with_topics(sentences: list[Sentence]) -> list[Sentence]:
    """Return the sentences with the label before each as its subject: "USS Harrow, the frigate, left"."""
    labelled = [sentence for sentence in sentences if sentence.label is not None]
    docs = iter(parse_structure([sentence.text for sentence in labelled]))
    return [
        sentence if sentence.label is None else _about(sentence, sentence.label, next(docs)) for sentence in sentences
    ]


def _about(sentence: Sentence, label: CleanText, doc: Doc) -> Sentence:
    subject = next((token for token in doc if token.dep_ in _SUBJECTS and token.left_edge.i == 0), None)
    owner = _owner(subject) if subject is not None else None
    if subject is None or (subject.tag_ != "PRP" and doc[0].lower_ not in _POINTING):
        return sentence
    if owner is not None or subject.tag_ == "PRP":
        end = owner if owner is not None else subject
        clean = _joined(label, _from(sentence.clean, end.idx + len(end)))
    elif subject.tag_ == "NNS":
        return sentence
    else:
        end = _last_of_description(subject)
        closed = end.i + 1 < len(doc) and end.nbor(1).text == ","
        # "The frigate, launched in 1944, left": of two descriptions the parser would take one for the predicate.
        told = closed and end.i + 2 < len(doc) and end.nbor(2).tag_ in ("VBN", "VBG")
        rest = _from(sentence.clean, end.nbor(1).idx + 1 if told else end.idx + len(end))
        description = _from(sentence.clean, 0, end.idx + len(end))
        lowered = CleanText(description.text[0].lower() + description.text[1:], description.origins)
        clean = _joined(label, _mark(", ", label), lowered, *(() if closed else (_mark(",", lowered),)), rest)
    return replace(sentence, start=label.origins[0], clean=clean, label=None)


def _owner(subject: Token) -> Token | None:
    """ "The warship's nickname": the warship."""
    return next((child for child in subject.lefts if child.dep_ == "poss" and child.left_edge.i == 0 and child.i), None)


def _last_of_description(subject: Token) -> Token:
    """Return the last word of "the frigate of the Harrow class"."""
    following = next((child for child in subject.rights if child.i == subject.i + 1 and child.dep_ == "prep"), None)
    return subject if following is None else following.right_edge


def _from(clean: CleanText, start: int, end: int | None = None) -> CleanText:
    return CleanText(clean.text[start:end], clean.origins[start:end])


def _mark(text: str, before: CleanText) -> CleanText:
    return CleanText(text, array("q", [before.origins[-1]] * len(text)))


def _joined(*parts: CleanText) -> CleanText:
    origins = array("q")
    for part in parts:
        origins.extend(part.origins)
    return CleanText("".join(part.text for part in parts), origins)
