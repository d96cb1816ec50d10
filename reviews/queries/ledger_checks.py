"""The verifications of the ledger, as the overview and the sender of heads ask for them."""

from datetime import datetime

from reviews.models import LedgerCheck, LedgerEntry


def newest_ledger_check() -> LedgerCheck | None:
    """Return the verification that began last."""
    return LedgerCheck.objects.order_by("-started_at").first()


def last_whole_ledger_check() -> LedgerCheck | None:
    """Return the last verification that came to its end, whatever it found."""
    return LedgerCheck.objects.filter(finished_at__isnull=False).order_by("-started_at").first()


def first_published_at() -> datetime | None:
    """Return when the first entry of the ledger was published."""
    first = LedgerEntry.objects.select_related("verdict").order_by("seq").first()
    return first.verdict.published_at if first is not None else None
