"""What one re-check of a source means: whether it counts yet, what it endangers, and a source that goes back and forth."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from claims import services as claim_services
from claims.language.kinds import FindingKind
from claims.models import Citation, Finding
from reviews import queries
from reviews.checking import ENDANGERING, Change, CheckOutcome, check_claim
from reviews.models import RecheckResult, Review, Verdict
from reviews.services.relocating import COULD_NOT_COMPARE, RelocatedQuote, has_same_text
from reviews.services.reopening import note_reverted, reopen_for
from reviews.services.timing import CONFIRMED_AFTER
from sources.models import Document, Snapshot

logger = logging.getLogger(__name__)

#: A source that said something else than before so often in so long keeps changing: that is one matter, not many.
FLAPPING_FLIPS = 3
FLAPPING_WINDOW = timedelta(days=90)


@dataclass(frozen=True)
class RecheckEvaluation:
    """What a re-check comes to. `decides_at` is set where only a second re-check, then or later, will tell.

    `fingerprint` names what the source says in place of the quote, and `is_flip` whether that differs from the time before.
    """

    fingerprint: str
    explanation: str
    health: str
    is_flip: bool = False
    decides_at: datetime | None = None
    opened: Review | None = None


def evaluate(citation: Citation, found: RelocatedQuote, newest: Snapshot, *, at: datetime) -> RecheckEvaluation:
    """Write down what a re-check means for a citation and for the verdict on it.

    A changed number, unit, name or denial counts at once: the words are there to be read, and nobody should rest on
    them meanwhile. That a page shows nothing may be a fault of the moment, so it counts when a second re-check, hours
    later, shows nothing either; an upload has no such moments.
    """
    if not found.compared:
        return _left_to_a_person(citation, found, at=at)
    if citation.health == Citation.Health.UNCERTAIN:
        _lapse_not_compared(citation, at=at)
    if has_same_text(citation, newest) and citation.health == Citation.Health.STANDS:
        return RecheckEvaluation(found.fingerprint, found.explanation, citation.health)
    if found.change == Change.GONE and newest.document.kind == Document.Kind.URL:
        decides_at = _decides_at(citation, at=at)
        if at < decides_at:
            explanation = f"{found.explanation} It will be checked again after {decides_at:%H:%M} UTC before it counts."
            return RecheckEvaluation(found.fingerprint, explanation, Citation.Health.UNCERTAIN, decides_at=decides_at)
    before = queries.last_reading(citation)
    is_flip = found.fingerprint != (before.fingerprint if before else "")
    if found.is_quiet:
        explanation = _take_back(citation, found, at=at) if is_flip else found.explanation
        return RecheckEvaluation(found.fingerprint, explanation, Citation.Health.STANDS, is_flip)
    flips = queries.flips(citation, since=at - FLAPPING_WINDOW) + is_flip
    opened = _act_on(citation, found, flips=flips, at=at)
    return RecheckEvaluation(found.fingerprint, found.explanation, health_after(found.change), is_flip, opened=opened)


def health_after(change: Change | str) -> str:
    """Return how a citation stands after a change that is not quiet."""
    return Citation.Health.UNCERTAIN if change == Change.UNCERTAIN else Citation.Health.CHANGED


def health_after_trouble(citation: Citation) -> str:
    """Return how a citation stands after a re-check that failed by itself: no better, and never as if all were well."""
    return Citation.Health.CHANGED if citation.health == Citation.Health.CHANGED else Citation.Health.UNCERTAIN


def health_before(result: RecheckResult | None) -> str:
    """Return how a citation stood after its last reading, if it had one."""
    is_as_cited = result is None or (not result.fingerprint and result.change != Change.UNCERTAIN)
    return Citation.Health.STANDS if result is None or is_as_cited else health_after(result.change)


def note_not_compared(citation: Citation, *, at: datetime) -> None:
    """Leave to a person what became of a citation whose source could not be read or compared."""
    claim_services.record_finding(
        claim=citation.claim,
        citation=citation,
        kind=FindingKind.UNCERTAIN,
        explanation=COULD_NOT_COMPARE,
        key=_not_compared(citation),
        at=at,
    )


def _left_to_a_person(citation: Citation, found: RelocatedQuote, *, at: datetime) -> RecheckEvaluation:
    """Nothing is known of the source, so it says what it said at the re-check before, and a person has to look."""
    note_not_compared(citation, at=at)
    before = queries.last_reading(citation)
    fingerprint = before.fingerprint if before else ""
    return RecheckEvaluation(fingerprint, found.explanation, health_after_trouble(citation))


def _lapse_not_compared(citation: Citation, *, at: datetime) -> None:
    """Take back that the words could not be compared: now they were."""
    words = f"On {at:%-d %B %Y} the cited words could be compared with the source again."
    numbers = queries.open_changes(citation).filter(key=_not_compared(citation)).values_list("pk", flat=True)
    claim_services.lapse(dict.fromkeys(numbers, words))


def _not_compared(citation: Citation) -> str:
    return f"citation {citation.pk}: not compared"


def _decides_at(citation: Citation, *, at: datetime) -> datetime:
    """Return when a re-check that doesn't find the quote counts: hours after the first of those in a row that didn't."""
    return (queries.missing_since(citation) or at) + CONFIRMED_AFTER


def _take_back(citation: Citation, found: RelocatedQuote, *, at: datetime) -> str:
    """The source says the cited words again: what was noticed of the change no longer holds. Return what to tell."""
    words = f"Since {at:%-d %B %Y} the source has contained the cited words again."
    claim_services.lapse(
        {
            pk: words
            for pk in queries.open_changes(citation)
            .exclude(kind=FindingKind.KEEPS_CHANGING)
            .values_list("pk", flat=True)
        }
    )
    note_reverted(citation=citation, words=words)
    return f"{found.explanation} {words}"


def _act_on(citation: Citation, found: RelocatedQuote, *, flips: int, at: datetime) -> Review | None:
    """Write down a change that matters, and return the round that it opened, if it endangers the standing verdict."""
    is_dangerous = found.change in ENDANGERING
    finding = _finding(citation, found, flips=flips if is_dangerous else 0, at=at)
    verdict = queries.newest_verdict(citation.claim)
    if not is_dangerous or verdict is None or not queries.rests_on(verdict, citation):
        return None
    return None if _led_to_a_round(finding, verdict) else reopen_for(finding=finding, at=at)


def _finding(citation: Citation, found: RelocatedQuote, *, flips: int, at: datetime) -> Finding:
    """Note the change; of a source that keeps changing only that it does, so that it is weighed once and not daily."""
    kind, key, explanation = (
        FindingKind(found.change),
        f"citation {citation.pk}: {found.fingerprint}",
        _what_it_means(citation, found),
    )
    if flips >= FLAPPING_FLIPS:
        kind, key = FindingKind.KEEPS_CHANGING, f"citation {citation.pk}"
        explanation = (
            f"The source keeps changing these words: {flips} times within {FLAPPING_WINDOW.days} days. {explanation} "
            "Cite a more stable source, or state in the reason when the claim was true."
        )
    return claim_services.record_finding(
        claim=citation.claim, citation=citation, kind=kind, explanation=explanation, key=key, at=at
    ).finding


def _led_to_a_round(finding: Finding, verdict: Verdict) -> bool:
    """Return whether this change led to the round of the standing verdict, or to one after it."""
    return Review.objects.filter(finding=finding, round__gte=verdict.review.round).exists()


def _what_it_means(citation: Citation, found: RelocatedQuote) -> str:
    """Say what changed, and whether the new words still speak for the claim."""
    if found.words is None:
        return found.explanation
    try:
        outcome = check_claim(citation.claim.text, found.words).outcome
    except Exception:  # what changed is known, and must be told, whatever the check of the claim ran into
        logger.exception("Checking claim %s against the words of citation %s failed.", citation.claim_id, citation.pk)
        outcome = CheckOutcome.NOT_ENOUGH
    meaning = {
        CheckOutcome.SUPPORTS: "The new words support the claim.",
        CheckOutcome.CONTRADICTS: "The new words contradict the claim.",
        CheckOutcome.NOT_ENOUGH: "A person has to decide whether the claim still holds.",
    }[outcome]
    return f"{found.explanation} {meaning}"
