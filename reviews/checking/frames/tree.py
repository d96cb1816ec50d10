"""A parsed text as plain words with their governors: what the frames are read from."""

from __future__ import annotations

from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claims.language.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

MONTHS = frozenset(name.lower() for name in (*month_name, *month_abbr) if name)
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "EX", "DT", "FW")


@dataclass(slots=True, eq=False)
class Word:
    """One token: its base form, its Penn Treebank tag, the relation to its governor (`head`, an index) and its dependents."""

    index: int
    text: str
    lower: str
    lemma: str
    tag: str
    relation: str
    head: int
    start: int
    dependents: list[Word] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith("VB") and self.relation not in ("aux", "auxpass")

    @property
    def is_noun(self) -> bool:
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        return self.tag.startswith("NNP")

    @property
    def is_nominal(self) -> bool:
        return self.tag in _NOMINAL

    @property
    def is_pronoun(self) -> bool:
        return self.tag in ("PRP", "WP", "WDT", "EX") or (self.tag == "DT" and self.relation not in ("det", "quantmod"))

    def having(self, *relations: str) -> list[Word]:
        """List the dependents that stand in one of these relations to the word."""
        return [word for word in self.dependents if word.relation in relations]

    def first(self, *relations: str) -> Word | None:
        """Return the first dependent in one of these relations."""
        return next((word for word in self.dependents if word.relation in relations), None)


def _retag_name(words: list[Word], word: Word) -> None:
    """Tell names from common nouns by their capitals, which the tagger overlooks in words that it has never seen."""
    if word.tag == "NNP" and word.text.islower():
        word.tag, word.lemma = "NN", lemma(word.text, "NN")
    elif word.tag == "NN" and word.text.istitle() and word.index and words[word.index - 1].text[-1:].isalnum():
        word.tag, word.lemma = "NNP", word.lower


class Tree:
    """The words of a text in order; each sentence is one tree."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        for word in words:
            if word.head != word.index:
                words[word.head].dependents.append(word)
        for word in words:
            _retag_name(words, word)
            # "did not found the club": behind these a verb stands in its base form, whatever the tagger takes it for.
            helpers = word.having("aux", "auxpass") if word.tag in ("VBN", "VBD") else []
            if helpers and (helpers[-1].lemma == "do" or helpers[-1].tag in ("MD", "TO")):
                word.tag, word.lemma = "VB", word.lower
            # "was disabled": a participle that the tagger took for an adjective.
            if word.tag == "JJ" and word.text.endswith("ed") and word.having("auxpass", "nsubjpass"):
                word.tag, word.lemma = "VBN", lemma(word.text, "VBN")

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Copy what the frames need out of a parse."""
        words = [Word(t.i, t.text, t.lower_, lemma(t.text, t.tag_), t.tag_, t.dep_, t.head.i, t.idx) for t in doc]
        return cls(doc.text, words)

    def governor(self, word: Word) -> Word | None:
        """Return the word that this one depends on; None for the head of a sentence."""
        return None if word.head == word.index else self.words[word.head]

    def ancestors(self, word: Word) -> Iterator[tuple[Word, Word]]:
        """Walk up to the head of the sentence: each word with its governor."""
        child, steps = word, 0
        while (parent := self.governor(child)) is not None and steps < len(self.words):
            yield child, parent
            child, steps = parent, steps + 1

    def root(self, word: Word) -> Word:
        """Return the head of the sentence that the word stands in."""
        top = word
        for _, parent in self.ancestors(word):
            top = parent
        return top

    def subtree(self, word: Word) -> list[Word]:
        """List the word and everything that depends on it, in reading order."""
        found, stack = [word], [word]
        while stack:
            inner = stack.pop().dependents
            found += inner
            stack += inner
        return sorted(found, key=lambda each: each.index)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(word.lemma for word in self.words)

    def sentence(self, word: Word) -> list[Word]:
        """List the words of the sentence that the word stands in."""
        return self.subtree(self.root(word))

    def at(self, start: int, end: int) -> list[Word]:
        """List the words of a span of characters."""
        return [word for word in self.words if word.start < end and word.end > start]

    def written(self, words: Iterable[Word]) -> str:
        """Return the stretch of the text from the first to the last of these words."""
        each = sorted(words, key=lambda word: word.index)
        return self.text[each[0].start : each[-1].end] if each else ""
