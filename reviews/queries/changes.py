"""What became of published verdicts, and how given ones stand now."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery

from reviews.models import Verdict, VerdictChange, Withdrawal
from reviews.queries.rounds import is_endangered


def changes(*, after: int = 0) -> QuerySet[VerdictChange]:
    """Return every change after the one with this number, oldest first, with its verdicts, claim and ledger entry."""
    return (
        VerdictChange.objects.filter(pk__gt=after)
        .select_related("claim", "verdict__ledger_entry", "previous")
        .defer("verdict__ledger_entry__payload", "verdict__rationale", "previous__rationale")
        .order_by("pk")
    )


def newest_change() -> int:
    """Return the number of the newest change, or 0 where there is none."""
    return VerdictChange.objects.aggregate(newest=Max("pk"))["newest"] or 0


def standing_of(ids: Iterable[int]) -> QuerySet[Verdict]:
    """Return those of these verdicts that there are, with the newest on the same claim (`current_id`, `current_rating`).

    `is_endangered` says whether a source of the newest one changed, and `is_withdrawn` whether that one was taken back.
    """
    newest = Verdict.objects.filter(claim=OuterRef("claim")).order_by("-pk")
    withdrawn = Withdrawal.objects.filter(verdict__claim=OuterRef("claim"), verdict__superseded_by=None)
    return Verdict.objects.filter(pk__in=list(ids)).annotate(
        current_id=Subquery(newest.values("pk")[:1]),
        current_rating=Subquery(newest.values("rating")[:1]),
        is_endangered=is_endangered("claim"),
        is_withdrawn=Exists(withdrawn),
    )


def change_row(change: VerdictChange) -> dict:
    """Return a change of `changes` as the API and the webhooks say it: nothing in it ever becomes another."""
    verdict, previous = change.verdict, change.previous
    return {
        "id": change.pk,
        "kind": change.kind,
        "at": iso_moment(change.at),
        "claim": {"id": change.claim_id, "text": change.claim.text},
        "verdict": {
            "id": verdict.pk,
            "rating": verdict.rating,
            "published_at": iso_moment(verdict.published_at),
            "ledger": {"seq": verdict.ledger_entry.pk, "hash": verdict.ledger_entry.hash},
        },
        "previous": previous and {"id": previous.pk, "rating": previous.rating},
        "reason": change.reason,
    }


def iso_moment(at: datetime) -> str:
    """Return a moment as PostgreSQL spells it in a row: in UTC, as ISO 8601 that ends in Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
