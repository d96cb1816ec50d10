"""Check a claim against one piece of evidence: supports, contradicts, or not enough to tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from claims.language.normal_form import normal_form
from reviews.checking.alignment import Pairing
from reviews.checking.assessment import Assessment, assess
from reviews.checking.decision import CandidateOutcome, candidate_outcome, is_confident
from reviews.checking.explanations import explain
from reviews.checking.features import deciding_pairing, features_of
from reviews.checking.frames import Draft, Entailment, FigureLink, FrameVerdict, compare_frames
from reviews.checking.lists import distributed
from reviews.checking.outcomes import CheckOutcome, Ground, Mismatch
from reviews.checking.reasons import (
    also,
    readings,
    why_capacity_is_open,
    why_negated,
    why_not_enough,
    why_supported,
    why_unsure,
)
from reviews.checking.relations import FAILS, HOLDS, Relation, relation
from reviews.checking.same_words import is_without_parse, says_in_the_same_words

_UP_TO = re.compile(r"\bup to\b[^.;]{0,12}$", re.I)
_LEAD_WINDOW = 12
OTHER_WORDS = "The rules do not parse this language, and no sentence of the evidence says the claim in the same words. Compare the two yourself."
"""What is said of a claim that only the same words can support."""
NEGATED_ELSEWHERE = "One of the two denies or reverses a word of the other; please read both."
"""What is said where the words are denied and the parse does not show that the statement is."""
_FEWEST_ALIKE = 0.4
BATCH = 128
"""How many checks are parsed together: more gain nothing, and each holds its words in memory."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the evidence says about the claim; kind names the mismatch and is None unless it contradicts."""

    outcome: CheckOutcome
    kind: Mismatch | None
    explanation: str


def check_claim(claim: str, evidence: str) -> CheckResult:
    """Hold a claim against a passage of evidence and say what follows, in a sentence for the analyst.

    It never raises for any strings. Without aligned evidence, or with doubts about the alignment, it abstains.
    """
    return next(check_claims([(claim, evidence)]))


def check_claims(pairs: Iterable[tuple[str, str]]) -> Iterator[CheckResult]:
    """Check pairs of claim and evidence in order, parsing many texts at a time where a parse can change the outcome."""
    remaining = iter(pairs)
    while batch := list(islice(remaining, BATCH)):
        drafts = [_draft(claim, evidence) for claim, evidence in batch]
        framed = compare_frames(
            Draft(d.claim, d.evidence, d.links, d.result.outcome is CheckOutcome.SUPPORTS, d.is_open)
            for d in drafts
            if d.may_turn
        )
        yield from (_settled(draft, framed.get((draft.claim, draft.evidence))) for draft in drafts)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What words and figures say, before anybody asks who did what to whom and whether it is a fact.

    `is_open` where the frames alone may decide; `is_denied` where one text denies a word of the other, and they may only contradict.
    """

    claim: str
    evidence: str
    result: CheckResult
    links: tuple[FigureLink, ...] = ()
    is_open: bool = False
    is_denied: bool = False

    @property
    def may_turn(self) -> bool:
        """Return whether the frames of its parse may change the outcome."""
        return not is_without_parse(self.claim) and (self.is_open or self.result.outcome is not CheckOutcome.NOT_ENOUGH)


def _draft(claim_as_given: str, evidence_as_given: str) -> _Draft:
    claim = _as_seen(claim_as_given)
    evidence = distributed(claim, _as_seen(evidence_as_given))
    assessment = assess(claim, evidence)
    if assessment is None:
        too_many = _undecided("The claim contains too many figures to be checked at once; split it first.")
        return _Draft(claim, evidence, too_many)
    links = tuple(
        FigureLink(
            (p.claim.start, p.claim.end),
            (p.evidence.start, p.evidence.end),
            tuple((r.start, r.end) for r in p.rivals if relation(p.claim, r) in FAILS),
            tuple((r.start, r.end) for r in p.rivals if relation(p.claim, r) in HOLDS),
            p.claim.is_date,
            relation(p.claim, p.evidence) in FAILS,
        )
        for p in assessment.pairings
    )
    if is_without_parse(claim) and not says_in_the_same_words(claim, evidence):
        return _Draft(claim, evidence, _undecided(OTHER_WORDS))
    found = candidate_outcome(assessment)
    if found is None:
        is_denied = (assessment.negation_differs or assessment.opposed) and not assessment.failures
        return _Draft(claim, evidence, _undecided(why_not_enough(assessment)), links, is_denied, is_denied)
    features = features_of(assessment)
    if not is_confident(found, assessment, features):
        is_open = (
            found.outcome is CheckOutcome.SUPPORTS
            and features["words_alike"] >= _FEWEST_ALIKE
            and all(_says_the_same(pairing) for pairing in assessment.pairings)
        )
        return _Draft(claim, evidence, _undecided(why_unsure(assessment)), links, is_open)
    return _Draft(claim, evidence, _by_words_and_figures(found, assessment), links)


def _by_words_and_figures(found: CandidateOutcome, assessment: Assessment) -> CheckResult:
    if found.ground is Ground.NEGATED:
        return CheckResult(CheckOutcome.CONTRADICTS, Mismatch.NEGATED, why_negated(assessment))
    if found.outcome is CheckOutcome.SUPPORTS and (capacity := _capacity_left_open(assessment)) is not None:
        return _undecided(why_capacity_is_open(capacity))
    return _told(found.outcome, assessment)


def _says_the_same(pairing: Pairing) -> bool:
    """Return whether both figures are printed without a bound and are equal: "in 1998" is not "until 1998"."""
    is_plain = pairing.claim.comparator == pairing.evidence.comparator == "="
    return is_plain and relation(pairing.claim, pairing.evidence) is Relation.EQUAL


def _capacity_left_open(assessment: Assessment) -> Pairing | None:
    """Return the figures of "can carry up to 20 tonnes" and "carries 5 tonnes": the smaller one leaves the limit open."""
    for pairing in assessment.pairings:
        before = assessment.claim.text[max(0, pairing.claim.start - _LEAD_WINDOW) : pairing.claim.start]
        is_limit = _UP_TO.search(f"{before}{pairing.claim.surface}")
        if (
            is_limit
            and not pairing.claim.is_date
            and pairing.evidence.comparator == "="
            and pairing.evidence.point_high < pairing.claim.point_low
        ):
            return pairing
    return None


def _told(outcome: CheckOutcome, assessment: Assessment) -> CheckResult:
    pairing = deciding_pairing(assessment)
    if outcome is CheckOutcome.CONTRADICTS and pairing is not None:
        kind, sentence = explain(pairing.claim, pairing.evidence, pairing.rivals)
        return CheckResult(outcome, kind, sentence + also(assessment, pairing) + readings([pairing]))
    return CheckResult(CheckOutcome.SUPPORTS, None, why_supported(assessment) + readings(assessment.pairings))


def _settled(draft: _Draft, framed: FrameVerdict | None) -> CheckResult:
    """Return the draft's outcome unless the frames say that the evidence does not assert the same."""
    result = draft.result
    if framed is None:
        return result
    if draft.is_open:
        opened = {Entailment.EXCLUDED: CheckOutcome.CONTRADICTS}
        if not draft.is_denied:
            opened[Entailment.ASSERTED] = CheckOutcome.SUPPORTS
        outcome = opened.get(framed.verdict)
        return result if outcome is None else CheckResult(outcome, framed.mismatch, framed.explanation)
    if result.kind is Mismatch.NEGATED and framed.verdict is not Entailment.EXCLUDED:
        return _undecided(NEGATED_ELSEWHERE)
    if framed.verdict is Entailment.ASSERTED:
        return CheckResult(CheckOutcome.SUPPORTS, None, framed.explanation)
    if framed.verdict is Entailment.MISSING:
        return _undecided(framed.explanation)
    if framed.verdict is Entailment.EXCLUDED and result.outcome is CheckOutcome.SUPPORTS:
        return CheckResult(CheckOutcome.CONTRADICTS, framed.mismatch, framed.explanation)
    return result


def _as_seen(text: str) -> str:
    """Return a text as people see it: without what prints nothing, and with ligatures spelled out."""
    normal = normal_form(text)
    return text if normal is None else normal.text


def _undecided(explanation: str) -> CheckResult:
    return CheckResult(CheckOutcome.NOT_ENOUGH, None, explanation)
