"""An article as numbered sentences, in chunks that one request can hold."""

from collections import defaultdict
from dataclasses import dataclass

from claims.language.reading import Sentence, read_sentences

#: Small enough that an answer comes within seconds, large enough that the instructions are not most of the request.
CHUNK_CHARACTERS = 2_000
#: Sentences before a chunk that explain its pronouns.
CONTEXT_SENTENCES = 4


@dataclass(frozen=True, eq=False)
class NumberedSentence:
    """A sentence as the model sees it, by its number in the article, and every place that prints it."""

    number: int
    text: str
    places: tuple[Sentence, ...]


@dataclass(frozen=True)
class Chunk:
    """Passages that are asked about together, and the ones before them, which are only there to be understood."""

    before: tuple[NumberedSentence, ...]
    sentences: tuple[NumberedSentence, ...]


def numbered_sentences(text: str) -> list[NumberedSentence]:
    """Number the sentences of an article from 1, in reading order, the repeated ones once."""
    places: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in read_sentences(text).sentences:
        places[sentence.text].append(sentence)
    return [
        NumberedSentence(number, words, tuple(found)) for number, (words, found) in enumerate(places.items(), start=1)
    ]


def chunks_of(sentences: list[NumberedSentence]) -> list[Chunk]:
    """Cut the sentences into chunks of whole sentences, at least one sentence in each."""
    chunks: list[Chunk] = []
    start, size = 0, 0
    for at, sentence in enumerate(sentences):
        if at > start and size + len(sentence.text) > CHUNK_CHARACTERS:
            chunks.append(_chunk(sentences, start, at))
            start, size = at, 0
        size += len(sentence.text)
    return [*chunks, _chunk(sentences, start, len(sentences))] if sentences else []


def _chunk(sentences: list[NumberedSentence], start: int, end: int) -> Chunk:
    return Chunk(tuple(sentences[max(0, start - CONTEXT_SENTENCES) : start]), tuple(sentences[start:end]))
