"""The ledger as people read it: entry by entry, and everything that led to the verdicts of one claim."""

from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Claim
from reviews.models import LedgerEntry, Verdict


def entries() -> QuerySet[LedgerEntry]:
    """Return every entry, newest first, with its verdict, claim and article, and whether it `is_superseded`."""
    later = Verdict.objects.filter(supersedes=OuterRef("verdict"))
    return (
        LedgerEntry.objects.select_related(
            "verdict__claim__article",
            "verdict__review",
            "verdict__signed_off_by",
            "verdict__superseded_by__ledger_entry",
        )
        .annotate(is_superseded=Exists(later))
        .order_by("-seq")
    )


def entries_of(claim: Claim) -> QuerySet[LedgerEntry]:
    """Return the entries of one claim, newest first, as `entries` has them."""
    return entries().filter(verdict__claim=claim)
