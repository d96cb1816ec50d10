"""An article as numbered passages, in portions that one question can hold."""

from collections import defaultdict
from dataclasses import dataclass

from claims.language.reading import Sentence, read_sentences

#: Small enough that an answer comes within seconds, large enough that the instructions are not most of the question.
PORTION_CHARACTERS = 2_000
#: Sentences before a portion that explain its pronouns.
CONTEXT_PASSAGES = 4


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence as the model sees it, by its number in the article, and every place that prints it."""

    number: int
    text: str
    places: tuple[Sentence, ...]


@dataclass(frozen=True)
class Portion:
    """Passages that are asked about together, and the ones before them, which are only there to be understood."""

    before: tuple[Passage, ...]
    passages: tuple[Passage, ...]


def passages_of(text: str) -> list[Passage]:
    """Number the sentences of an article from 1, in reading order, the repeated ones once."""
    places: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in read_sentences(text).sentences:
        places[sentence.text].append(sentence)
    return [Passage(number, words, tuple(found)) for number, (words, found) in enumerate(places.items(), start=1)]


def portions_of(passages: list[Passage]) -> list[Portion]:
    """Cut the passages into portions of whole sentences, at least one sentence in each."""
    portions: list[Portion] = []
    start, size = 0, 0
    for at, passage in enumerate(passages):
        if at > start and size + len(passage.text) > PORTION_CHARACTERS:
            portions.append(_portion(passages, start, at))
            start, size = at, 0
        size += len(passage.text)
    return [*portions, _portion(passages, start, len(passages))] if passages else []


def _portion(passages: list[Passage], start: int, end: int) -> Portion:
    return Portion(tuple(passages[max(0, start - CONTEXT_PASSAGES) : start]), tuple(passages[start:end]))
