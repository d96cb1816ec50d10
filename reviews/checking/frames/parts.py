"""Which parts of a claim its evidence has: each word that carries meaning, and who or what it goes with."""

from dataclasses import dataclass
from functools import cached_property

from reviews.checking.frames.events import Event, events_of
from reviews.checking.frames.kinds import is_kind_of
from reviews.checking.frames.phrases import plain_name
from reviews.checking.frames.predicates import NOMINALISATIONS, synonym_groups, valencies
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.wordlists import STOP_WORDS
from reviews.checking.words import stem

_FAMILY = 5


@dataclass(frozen=True)
class Parts:
    """The words of a claim that carry meaning, each with the words of the evidence that say the same or something narrower."""

    claim: Tree
    evidence: Tree
    claimed: list[Event]
    events: list[Event]

    @classmethod
    def of(cls, claim: Tree, evidence: Tree) -> "Parts":
        return cls(claim, evidence, events_of(claim), events_of(evidence))

    @cached_property
    def found(self) -> dict[int, list[Word]]:
        """The words of the evidence that say what a word of the claim says, by its place in the claim."""
        known = self._by_meaning
        return {
            word.index: list(
                {each.index: each for meaning in meanings(word) for each in known.get(meaning, ())}.values()
            )
            + [each for each in self._nouns if is_kind_of(each.lemma, word.lemma)]
            for word in self.claim.words
            if is_content(word)
        }

    def is_missing(self, word: Word) -> bool:
        """Return whether a word of the claim carries meaning and the evidence has nothing that says it."""
        return word.index in self.found and not self.found[word.index]

    @cached_property
    def _nouns(self) -> list[Word]:
        return [word for word in self.evidence.words if word.is_noun]

    @cached_property
    def _by_meaning(self) -> dict[str, list[Word]]:
        known: dict[str, list[Word]] = {}
        for word in self.evidence.words:
            for meaning in meanings(word):
                known.setdefault(meaning, []).append(word)
        return known


def is_content(word: Word) -> bool:
    """Return whether a word carries meaning of its own; figures are compared as figures."""
    if word.lower in STOP_WORDS or word.tag == "CD" or not any(letter.isalnum() for letter in word.text):
        return False
    return word.is_noun or word.tag.startswith(("VB", "JJ", "RB"))


def meanings(word: Word) -> frozenset[str]:
    """Return keys of what a word may mean: two words that share one say the same."""
    if word.is_name:
        return frozenset({f"={plain_name(word.text)}", _family(word)})
    forms = {word.lemma, word.lower, NOMINALISATIONS.get(word.lemma, word.lemma)}
    forms |= {f"{word.lemma}-{particle.lower}" for particle in word.having("prt")}
    relations = {f"~{valencies()[form].relation}" for form in forms if form in valencies()}
    groups = {f"|{group}" for form in forms for group in synonym_groups().get(form, ())}
    return frozenset({f"={form}" for form in forms} | relations | groups | {_family(word)})


def _family(word: Word) -> str:
    """Return the opening of a word's stem, in which its inflections and most of its derivations meet."""
    root = stem(word.lower)
    return f"-{root[:_FAMILY]}" if len(root) >= _FAMILY else f"_{root}"
