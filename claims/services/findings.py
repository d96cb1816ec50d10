"""Findings: what a machine noticed, and what people made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext, gettext_noop

from claims.language.kinds import FindingKind
from claims.models import Citation, Claim, Finding
from claims.services.protecting import protect_claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import check_is_staff
from core.audit.log import record, record_each
from core.translation.rendering import translated

#: How the history tells of it.
ACCEPTED, DISMISSED = gettext_noop("Accepted."), gettext_noop("Dismissed.")


@dataclass(frozen=True)
class RecordedFinding:
    """A finding, and whether this call made it."""

    finding: Finding
    is_new: bool


@dataclass(frozen=True)
class PairFinding:
    """What is to be said to one claim about another one, or about itself where there is no other."""

    claim_id: int
    other_id: int | None
    kind: FindingKind
    explanation: str

    @property
    def occasion(self) -> tuple[int, str, str]:
        return self.claim_id, self.kind, f"claim {self.other_id or self.claim_id}"


def record_finding(
    *, claim: Claim, kind: FindingKind, explanation: str, key: str, at: datetime, citation: Citation | None = None
) -> RecordedFinding:
    """Note what a machine noticed; the same occasion noticed twice is one finding, open again where it had lapsed."""
    finding, is_new = Finding.objects.get_or_create(
        claim=claim,
        kind=kind,
        key=key,
        defaults={"citation": citation, "explanation": explanation, "created_at": at},
    )
    if finding.state == Finding.State.LAPSED:
        finding.state, finding.lapsed_reason = Finding.State.OPEN, ""
        finding.save(update_fields=["state", "lapsed_reason"])
    return RecordedFinding(finding, is_new)


def record_pair_findings(pairs: Iterable[PairFinding], *, at: datetime) -> None:
    """Note what holds between pairs of claims now; what lapsed is open again, what a person decided stays decided."""
    # In one order everywhere, so that two who note the same pairs at once wait for each other instead of locking up.
    by_occasion = {pair.occasion: pair for pair in sorted(pairs, key=lambda pair: pair.occasion)}
    if not by_occasion:
        return
    Finding.objects.bulk_create([_finding(pair, at=at) for pair in by_occasion.values()], ignore_conflicts=True)
    machines = [Finding.State.OPEN, Finding.State.LAPSED]
    stale = []
    for finding in Finding.objects.filter(claim__in={claim for claim, _, _ in by_occasion}, state__in=machines):
        pair = by_occasion.get((finding.claim_id, finding.kind, finding.key))
        if pair and (finding.state, finding.explanation) != (Finding.State.OPEN, pair.explanation):
            finding.state, finding.explanation, finding.lapsed_reason = Finding.State.OPEN, pair.explanation, ""
            stale.append(finding)
    Finding.objects.bulk_update(stale, ["state", "explanation", "lapsed_reason"], batch_size=500)


def lapse(reasons: dict[int, str]) -> None:
    """Take back open findings that no longer hold, each by its number and with the reason."""
    for reason in sorted(set(reasons.values())):
        numbers = [pk for pk, given in reasons.items() if given == reason]
        Finding.objects.filter(pk__in=numbers, state=Finding.State.OPEN).update(
            state=Finding.State.LAPSED, lapsed_reason=reason
        )


def decide_finding(*, by: User, finding: Finding, accept: bool) -> None:
    """Accept or dismiss an open finding, on both claims of its pair. Raises NothingToDo where somebody decided already, or it no longer holds."""
    check_is_staff(by)
    decision = Finding.State.ACCEPTED if accept else Finding.State.DISMISSED
    with transaction.atomic():
        pair = _open_of_pairs([finding])
        if finding.pk not in pair:
            raise NothingToDo(_why_not_open(finding))
        Finding.objects.filter(pk__in=pair).update(state=decision)
        protect_claim(finding.claim)
        record(by=by, what=finding, did=ACCEPTED if accept else DISMISSED)


@dataclass(frozen=True)
class Dismissals:
    """How many findings were dismissed, and how many somebody had decided, or a machine taken back, meanwhile."""

    dismissed: int
    decided_meanwhile: int


def dismiss_findings(*, by: User, ids: Iterable[int]) -> Dismissals:
    """Dismiss those of these findings that are still open, all or none. Raises NotAllowed as `decide_finding` does."""
    check_is_staff(by)
    numbers = set(ids)
    with transaction.atomic():
        pairs = _open_of_pairs(Finding.objects.filter(pk__in=numbers))
        still_open = [finding for pk, finding in pairs.items() if pk in numbers]
        for claim in {finding.claim_id: finding.claim for finding in still_open}.values():
            protect_claim(claim)
        Finding.objects.filter(pk__in=pairs).update(state=Finding.State.DISMISSED)
        record_each(by=by, whats=still_open, did=DISMISSED)
    return Dismissals(len(still_open), len(numbers) - len(still_open))


def _open_of_pairs(findings: Iterable[Finding]) -> dict[int, Finding]:
    """Lock and return the open ones of these findings, and those that say the same on the other claim of each pair."""
    wanted = Q(pk__in=[])
    for finding in findings:
        wanted |= Q(pk=finding.pk)
        if finding.other_claim_id:
            wanted |= Q(claim=finding.other_claim_id, other_claim=finding.claim_id, kind=finding.kind)
    found = Finding.objects.filter(wanted, state=Finding.State.OPEN).select_related("claim")
    return {finding.pk: finding for finding in found.order_by("pk").select_for_update(of=("self",))}


def _why_not_open(finding: Finding) -> str:
    finding.refresh_from_db(fields=["state", "lapsed_reason"])
    if finding.state == Finding.State.LAPSED:
        return gettext("This finding no longer holds. %(reason)s") % {"reason": translated(finding.lapsed_reason)}
    return gettext("This finding has already been decided.")


def _finding(pair: PairFinding, *, at: datetime) -> Finding:
    claim_id, kind, key = pair.occasion
    return Finding(
        claim_id=claim_id,
        other_claim_id=pair.other_id,
        kind=kind,
        explanation=pair.explanation,
        key=key,
        created_at=at,
    )
