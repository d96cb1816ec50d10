"""A claim held against a piece of evidence: what pairs up, what holds, and the measures a decision rests on."""

from dataclasses import dataclass
from functools import cached_property

from claims.language.dates import DateSpan
from reviews.checking.alignment import Pairing, pair_figures, surroundings
from reviews.checking.figures import Figure, dates_in_one_year, read_figures
from reviews.checking.relations import FAILS, Relation, relation
from reviews.checking.words import OPPOSITES, Word, content_words, denied_words

_PARALLEL = 0.5
_MOST_FIGURES = 30


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

    @cached_property
    def subject_differs(self) -> bool:
        """Both texts open with a name, and neither name occurs in the other text."""
        claim, evidence = self.claim.words[:1], self.evidence.words[:1]
        if not claim or not evidence or not (claim[0].is_capital and evidence[0].is_capital):
            return False
        return claim[0].stem not in self.evidence.stems and evidence[0].stem not in self.claim.stems

    @cached_property
    def speaks_of_another(self) -> bool:
        """The same sentence about another subject, or a sibling of the claim's designation (RD-191 for RD-180)."""
        rest = (self.claim.stems | self.evidence.stems) - {
            w.stem for w in (*self.claim.words[:1], *self.evidence.words[:1])
        }
        shared = self.claim.stems & self.evidence.stems
        parallel = self.subject_differs and len(shared) >= _PARALLEL * len(rest)
        missing, others = (_designations(a) - _designations(b) for a, b in self._both_ways)
        return parallel or bool({_letters(name) for name in missing} & {_letters(name) for name in others})

    @property
    def _both_ways(self) -> tuple[tuple[Statement, Statement], tuple[Statement, Statement]]:
        return (self.claim, self.evidence), (self.evidence, self.claim)


def _designations(statement: Statement) -> frozenset[str]:
    """Names of types and models: letters and digits in one word."""
    return frozenset(s for s in statement.stems if _letters(s) and _letters(s) != s)


def _letters(stem: str) -> str:
    return "".join(character for character in stem if character.isalpha())


def assess(claim: str, evidence: str) -> Assessment | None:
    """This function will read both texts and pair their figures; None for a claim with more figures than one has."""
    claim_dates, evidence_dates = dates_in_one_year(claim, evidence)
    asserted, found = Statement.read(claim, claim_dates), Statement.read(evidence, evidence_dates)
    if len(asserted.figures) > _MOST_FIGURES:
        return None
    pairings = pair_figures(
        asserted.figures,
        surroundings(asserted.text, asserted.figures, asserted.words),
        found.figures,
        surroundings(found.text, found.figures, found.words),
    )
    return Assessment(asserted, found, pairings)
