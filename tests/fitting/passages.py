"""Passages with one pronoun whose person is known, and the evidence on all their pronouns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc

from claims.language.parsing import parse
from claims.language.reading import Sentence, read_sentences
from claims.language.reference.people import Nearby
from claims.language.reference.personal_pronouns import Anaphor, PersonReader


@dataclass(frozen=True)
class Passage:
    """A passage read without a model. The labels of the asked pronoun's persons: 1 meant, 0 not meant, -1 not labelled."""

    reader: PersonReader
    anaphors: list[Anaphor]
    asked: Anaphor | None
    labels: NDArray[numpy.int64]
    names: list[str]  # "A", "B" or "" for each person
    answers: frozenset[str]


def passages_of(rows: Iterable[Mapping[str, str]]) -> list[Passage]:
    """Read and parse all texts."""
    read = [(row, read_sentences(row["Text"]).sentences) for row in rows]
    docs = parse(sentence.text for _, sentences in read for sentence in sentences)
    return [passage_of(row, sentences, [next(docs) for _ in sentences]) for row, sentences in read]


def passage_of(row: Mapping[str, str], sentences: list[Sentence], docs: list[Doc]) -> Passage:
    """Return the evidence on the pronouns of a passage, with the labels of the one that it asks about."""
    reader = PersonReader()
    opened = [sentence.quotation is not None for sentence in sentences]
    anaphors = reader.anaphors_in(zip(docs, opened, strict=True), None)
    at = _place(sentences, docs, int(row["Pronoun-offset"]))
    asked = next((each for each in anaphors if (each.pronoun.sentence, each.pronoun.token.i) == at), None)
    persons = asked.persons if asked is not None else []
    named = {name: _named_at(persons, set(_places(row, name, sentences, docs))) for name in "AB"}
    names = [next((name for name in "AB" if named[name] is person), "") for person in persons]
    answers = frozenset(name for name in "AB" if row[f"{name}-coref"].upper() == "TRUE")
    found = any(name in answers for name in names)
    labels = [1 if name in answers else 0 if name or found else -1 for name in names]
    return Passage(reader, anaphors, asked, numpy.array(labels, dtype=int), names, answers)


def _places(
    row: Mapping[str, str], name: str, sentences: list[Sentence], docs: list[Doc]
) -> Iterator[tuple[int, int] | None]:
    offset = int(row[f"{name}-offset"])
    yield _place(sentences, docs, offset)
    yield _place(sentences, docs, offset + len(row[name]) - 1)


def _place(sentences: list[Sentence], docs: list[Doc], offset: int) -> tuple[int, int] | None:
    """Return the number of the sentence and the index of the token that print the character at an offset."""
    for number, (sentence, doc) in enumerate(zip(sentences, docs, strict=True), start=1):
        if sentence.start <= offset < sentence.end:
            for token in doc:
                start, end = sentence.clean.span(token.idx, token.idx + len(token.text))
                if start <= offset < end:
                    return number, token.i
    return None


def _named_at(persons: list[Nearby], places: set[tuple[int, int] | None]) -> Nearby | None:
    for person in persons:
        for mention in person.mentions:
            if any(
                place and place[0] == mention.sentence and mention.start <= place[1] < mention.end for place in places
            ):
                return person
    return None
