"""A claim held against a piece of evidence: what pairs up, what holds, and the measures a decision rests on."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claims.language.dates import read_dates
from reviews.checking.alignment import Pairing, pair_figures, surroundings
from reviews.checking.figures import Figure, read_figures
from reviews.checking.relations import FAILS, HOLDS, Relation, relation
from reviews.checking.wordlists import NEGATIONS
from reviews.checking.words import Word, content_words

_SOME_YEAR = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Statement:
    """A text with its figures, content words and negations read."""

    text: str
    figures: list[Figure]
    words: list[Word]
    negations: frozenset[str]

    @classmethod
    def read(cls, text: str, *, anchor: date | None = None) -> "Statement":
        figures = read_figures(text, anchor=anchor)
        return cls(text, figures, content_words(text), frozenset(NEGATIONS & {w.casefold() for w in text.split()}))


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

    @property
    def supports_nothing(self) -> bool:
        return not any(r in HOLDS for r in self.relations)


def assess(claim: str, evidence: str) -> Assessment:
    """This function will read both texts and pair the claim's figures with the evidence's."""
    asserted, found = Statement.read(claim), Statement.read(evidence)
    if any(_needs_year(text) for text in (claim, evidence)):
        year = _year_of(asserted.figures) or _year_of(found.figures) or _SOME_YEAR
        asserted, found = Statement.read(claim, anchor=year), Statement.read(evidence, anchor=year)
    pairings = pair_figures(
        asserted.figures,
        surroundings(asserted.text, asserted.figures, asserted.words),
        found.figures,
        surroundings(found.text, found.figures, found.words),
    )
    return Assessment(asserted, found, pairings)


def _needs_year(text: str) -> bool:
    return any(span.first is None and span.last is None for span in read_dates(text))


def _year_of(figures: list[Figure]) -> date | None:
    return next((date(f.value.year, 1, 1) for f in figures if f.is_date and f.value.year), None)
