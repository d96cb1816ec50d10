"""What the re-checks of one citation found over time, and since when a document says what it says."""

from datetime import datetime

from django.db.models import Min, QuerySet

from claims.models import Citation, Finding
from reviews.checking import Change
from reviews.models import RecheckResult
from sources.models import Snapshot


def last_reading(citation: Citation) -> RecheckResult | None:
    """Return the last re-check of a citation that could read its source and needs no second one to count, or None."""
    return _readings(citation).filter(decides_at=None).order_by("-at", "-pk").first()


def missing_since(citation: Citation) -> datetime | None:
    """Return when the quote was first not found, if no re-check since has found it; None where the last re-check did."""
    gone, readings = Change.GONE, _readings(citation)
    last_found = readings.exclude(change=gone).order_by("-at", "-pk").values_list("at", flat=True).first()
    missed = readings.filter(change=gone)
    if last_found is not None:
        missed = missed.filter(at__gt=last_found)
    return missed.aggregate(first=Min("at"))["first"]


def flips(citation: Citation, *, since: datetime) -> int:
    """Return how often re-checks of a citation found something else than the re-check before."""
    return _results(citation).filter(is_flip=True, at__gte=since).count()


def failures_in_a_row(citation: Citation) -> int:
    """Return how many re-checks in a row, up to the last one, could not read the source."""
    last_read = _readings(citation).order_by("-at", "-pk").values_list("at", flat=True).first()
    failed = _results(citation).filter(change="")
    return (failed.filter(at__gt=last_read) if last_read is not None else failed).count()


def open_changes(citation: Citation) -> QuerySet[Finding]:
    """Return what re-checks of a citation noticed and nobody has decided."""
    return citation.findings.filter(state=Finding.State.OPEN)


def still_since(newest: Snapshot) -> datetime:
    """Since when a document says what its newest snapshot says: the first capture of it after one that differs."""
    captured = newest.captured_at
    if captured is None:
        raise ValueError("A snapshot that is not captured says nothing yet.")
    versions = newest.document.snapshots.captured()
    others = versions.filter(captured_at__lt=captured).exclude(text_sha256=newest.text_sha256)
    last_other = others.order_by("-captured_at").values_list("captured_at", flat=True).first()
    same = versions.filter(text_sha256=newest.text_sha256)
    if last_other is not None:
        same = same.filter(captured_at__gt=last_other)
    return same.aggregate(first=Min("captured_at"))["first"] or captured


def result_of(recheck_id: int) -> RecheckResult | None:
    """Return what one re-check found, or None where it is not done."""
    return RecheckResult.objects.filter(recheck=recheck_id).first()


def _results(citation: Citation) -> QuerySet[RecheckResult]:
    return RecheckResult.objects.filter(recheck__citation=citation)


def _readings(citation: Citation) -> QuerySet[RecheckResult]:
    return _results(citation).exclude(change="")
