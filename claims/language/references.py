"""What the pronouns and definite nouns of a text stand for, with their places in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from claims.language.normal_form import NormalForm, normal_form
from claims.language.parsing import parse
from claims.language.reading import Sentence, read_sentences
from claims.language.reference import Discourse, Referent, home_country
from claims.language.topics import with_topics

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class ReferenceJson(TypedDict):
    """A reference as `manage.py resolve_references` prints it."""

    start: int
    end: int
    words: str
    means: str
    means_start: int | None
    means_end: int | None
    sure: bool
    candidates: list[str]


@dataclass(frozen=True)
class Reference:
    """Printed words that stand for a name, and where the text prints that name; spans count code points of the text."""

    span: tuple[int, int]
    words: str
    means: str
    named_at: tuple[int, int] | None
    sure: bool
    candidates: tuple[str, ...]

    def as_json(self) -> ReferenceJson:
        start, end = self.named_at or (None, None)
        return {
            "start": self.span[0],
            "end": self.span[1],
            "words": self.words,
            "means": self.means,
            "means_start": start,
            "means_end": end,
            "sure": self.sure,
            "candidates": list(self.candidates),
        }


def references_in(text: str) -> list[Reference]:
    """Return what each pronoun, possessive and definite noun stands for, in reading order, wherever anybody can tell."""
    normal = normal_form(text)
    readable = text if normal is None else normal.text
    places: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in with_topics(read_sentences(readable).sentences):
        places[sentence.text].append(sentence)
    discourse = Discourse(home=home_country(readable))
    read: list[tuple[Doc, list[Sentence], dict[int, Referent]]] = [
        (doc, printed, discourse.read(doc, quoted=printed[0].is_spoken))
        for doc, printed in discourse.reading_ahead(zip(parse(places), places.values(), strict=True))
    ]
    sentences = [(doc, printed[0]) for doc, printed, _ in read]
    found = [
        _reference(text, normal, doc, sentence, at, referent, sentences)
        for doc, printed, referents in read
        for at, referent in referents.items()
        for sentence in printed
    ]
    return sorted(found, key=lambda reference: reference.span)


def _reference(
    text: str,
    normal: NormalForm | None,
    doc: Doc,
    sentence: Sentence,
    at: int,
    referent: Referent,
    sentences: list[tuple[Doc, Sentence]],
) -> Reference:
    first = doc[at]
    if first.pos_ in ("NOUN", "ADJ"):
        first = next((left for left in first.lefts if left.dep_ == "det"), first.left_edge)
    start, end = _span(normal, sentence, first, doc[at])
    named_at = None
    if referent.place is not None:
        naming, named_in = sentences[referent.place[0] - 1]
        named_at = _span(normal, named_in, naming[referent.place[1]], naming[referent.place[2] - 1])
    return Reference((start, end), text[start:end], referent.name, named_at, referent.certain, referent.candidates)


def _span(normal: NormalForm | None, sentence: Sentence, first: Token, last: Token) -> tuple[int, int]:
    start, end = sentence.clean.span(first.idx, last.idx + len(last.text))
    return (start, end) if normal is None else normal.span(start, end)
