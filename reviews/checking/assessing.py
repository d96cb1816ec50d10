"""A claim held against a piece of evidence: what pairs up, what holds, and the measures a decision rests on."""

from dataclasses import dataclass
from functools import cached_property

from claims.language.dates import DateSpan
from reviews.checking.alignment import Pairing, pair_figures, surroundings
from reviews.checking.figures import Figure, dates_in_one_year, read_figures
from reviews.checking.relations import FAILS, Relation, relation
from reviews.checking.words import OPPOSITES, Word, content_words, denied_words


@dataclass(frozen=True)
class Statement:
    """A text with its figures, content words and negations read."""

    text: str
    figures: list[Figure]
    words: list[Word]
    denied: frozenset[str]

    @classmethod
    def read(cls, text: str, dates: list[DateSpan]) -> "Statement":
        words = content_words(text)
        return cls(text, read_figures(text, dates), words, denied_words(text, words))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)


@dataclass(frozen=True)
class Assessment:
    """What a claim and its evidence have in common."""

    claim: Statement
    evidence: Statement
    pairings: list[Pairing]

    @cached_property
    def relations(self) -> list[Relation]:
        return [relation(pairing.claim, pairing.evidence) for pairing in self.pairings]

    @cached_property
    def unpaired(self) -> list[Figure]:
        paired = [pairing.claim for pairing in self.pairings]
        return [figure for figure in self.claim.figures if figure not in paired]

    @property
    def failures(self) -> list[Pairing]:
        return [p for p, r in zip(self.pairings, self.relations, strict=True) if r in FAILS]

    @cached_property
    def negation_differs(self) -> bool:
        """Exactly one of the texts denies a word that both use."""
        one, other = self.claim, self.evidence
        return bool(one.denied & other.stems) != bool(other.denied & one.stems)

    @cached_property
    def opposed(self) -> bool:
        """One text uses the opposite of a word of the other, and not the word itself."""
        one, other = self.claim.stems, self.evidence.stems
        return any(
            (a in one and b in other and a not in other) or (b in one and a in other and b not in other)
            for a, b in OPPOSITES
        )


def assess(claim: str, evidence: str) -> Assessment:
    """This function will read both texts and pair the claim's figures with the evidence's."""
    claim_dates, evidence_dates = dates_in_one_year(claim, evidence)
    asserted, found = Statement.read(claim, claim_dates), Statement.read(evidence, evidence_dates)
    pairings = pair_figures(
        asserted.figures,
        surroundings(asserted.text, asserted.figures, asserted.words),
        found.figures,
        surroundings(found.text, found.figures, found.words),
    )
    return Assessment(asserted, found, pairings)
