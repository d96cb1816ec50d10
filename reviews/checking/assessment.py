"""A claim held against a piece of evidence: what pairs up, what holds, and the pairing that a decision rests on."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from claims.language.dates import DateSpan
from reviews.checking.alignment import Pairing, context_weights, pair_figures
from reviews.checking.designations import (
    have_siblings,
    is_designation,
    numbered_names,
    with_numbers,
    without_kinds,
)
from reviews.checking.figures import Figure, dates_in_one_year, read_figures
from reviews.checking.names import NamedEntity, are_siblings, hold_one_place, named_entities
from reviews.checking.ranks import as_rank
from reviews.checking.relations import FAILS, HOLDS, Relation, relation
from reviews.checking.words import OPPOSITES, ContentWord, content_words, denied_words

_PARALLEL = 0.5
_MOST_FIGURES = 30
_MOST_NAMES = 30
_OPENING = re.compile(r"[^\w]*(?:(?:the|a|an)\s+)?[^\w]*", re.I)
_LEADS_TO_VALUE = re.compile(
    r"(?:reach|total|equall?)(?:s|es|ed|ing)?\s+(?:to\s+|about\s+|some\s+|nearly\s+|almost\s+)?$", re.I
)
_LEAD_WINDOW = 24


@dataclass(frozen=True)
class AnnotatedText:
    """A text with its figures, content words and negations read."""

    text: str
    figures: list[Figure]
    words: list[ContentWord]
    denied: frozenset[str]

    @classmethod
    def read(cls, text: str, dates: list[DateSpan]) -> "AnnotatedText":
        figures = [as_rank(figure, text) for figure in read_figures(text, dates)]
        words = with_numbers(text, _outside(figures, content_words(text)))
        leading = {lead for figure in figures if (lead := _verb_before(text, figure)) is not None}
        words = [word for word in words if word.start not in leading]
        return cls(text, figures, words, denied_words(text, words))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    @cached_property
    def subject(self) -> ContentWord | None:
        """The name that the text opens with; None where it opens with anything else, such as "On", "As of" or "It"."""
        first = self.words[0] if self.words else None
        if first is None or not first.is_capital or not _OPENING.fullmatch(self.text, 0, first.start):
            return None
        return first

    @cached_property
    def designations(self) -> frozenset[str]:
        """Names of types and models: letters and digits in one word, such as RD-180."""
        return frozenset(w.stem for w in self.words if is_designation(w.stem)) | numbered_names(self.text)

    @cached_property
    def names(self) -> list[NamedEntity]:
        return list(dict.fromkeys(named_entities(self.text, self.words)))


@dataclass(frozen=True)
class Assessment:
    """What a claim and its evidence have in common."""

    claim: AnnotatedText
    evidence: AnnotatedText
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
        claim, evidence = self.claim.subject, self.evidence.subject
        if claim is None or evidence is None:
            return False
        return claim.stem not in self.evidence.stems and evidence.stem not in self.claim.stems

    @cached_property
    def replaced_names(self) -> list[tuple[NamedEntity, NamedEntity]]:
        """Names of the claim and of the evidence that are not the same: they hold one place, or differ in one of their words.

        What tells them apart is missing from the whole of the other text.
        """
        known, claimed = self.evidence.stems, self.claim.stems
        pairs = [(one, other) for one in self.claim.names[:_MOST_NAMES] for other in self.evidence.names]
        return [
            (one, other)
            for one, other in pairs
            if not (one.stems - other.stems) & known and not (other.stems - one.stems) & claimed
            if are_siblings(one, other) or (not one.stems & other.stems and hold_one_place(one, other))
        ]

    @cached_property
    def other_period(self) -> Pairing | None:
        """The dates that tell why another figure fails: the evidence gives it for another time than the claim."""
        if all(pairing.claim.is_date for pairing in self.failures):
            return None
        dates = [p for p in self.pairings if p.claim.is_date and p.claim.comparator in ("=", "~", "<=")]
        apart = [p for p in dates if p.are_apart and not any(relation(p.claim, r) in HOLDS for r in p.rivals)]
        return apart[0] if apart else None

    @cached_property
    def speaks_of_another(self) -> bool:
        """The same sentence about another subject, or a sibling of the claim's designation (RD-191 for RD-180)."""
        subjects = {word.stem for word in (self.claim.subject, self.evidence.subject) if word}
        rest = (self.claim.stems | self.evidence.stems) - subjects
        shared = self.claim.stems & self.evidence.stems
        parallel = self.subject_differs and len(shared) >= _PARALLEL * len(rest)
        missing, others = (a.designations - b.designations for a, b in self._both_ways)
        return parallel or have_siblings(missing, others)

    @property
    def _both_ways(self) -> tuple[tuple[AnnotatedText, AnnotatedText], tuple[AnnotatedText, AnnotatedText]]:
        return (self.claim, self.evidence), (self.evidence, self.claim)


def _outside(figures: list[Figure], words: list[ContentWord]) -> list[ContentWord]:
    """Return the words that no figure holds: units, scale words and months are compared as parts of their figures."""
    ends = [figure.end for figure in figures]
    following = [(word, bisect_right(ends, word.start)) for word in words]
    return [word for word, at in following if at == len(figures) or figures[at].start > word.start]


def _verb_before(text: str, figure: Figure) -> int | None:
    """Return where the verb starts that only leads to the figure: "the thrust reaches 4 MN" says that it is 4 MN."""
    first = max(0, figure.start - _LEAD_WINDOW)
    found = None if figure.is_date else _LEADS_TO_VALUE.search(text, first, figure.start)
    return found.start() if found else None


def assess(claim: str, evidence: str) -> Assessment | None:
    """Read both texts and pair their figures; None for a claim with more figures than one has."""
    claim_dates, evidence_dates = dates_in_one_year(claim, evidence)
    asserted, found = AnnotatedText.read(claim, claim_dates), AnnotatedText.read(evidence, evidence_dates)
    if len(asserted.figures) > _MOST_FIGURES:
        return None
    asserted, found = _on_one_thing(asserted, found), _on_one_thing(found, asserted)
    pairings = pair_figures(
        asserted.figures,
        context_weights(asserted.text, asserted.figures, asserted.words),
        found.figures,
        context_weights(found.text, found.figures, found.words),
    )
    return Assessment(asserted, found, pairings)


def _on_one_thing(text: AnnotatedText, other: AnnotatedText) -> AnnotatedText:
    """Return the text without the nouns behind a name of both texts that only say what kind of thing it names."""
    words = without_kinds(text.words, text.designations & other.designations, other.stems)
    return text if len(words) == len(text.words) else replace(text, words=words)
