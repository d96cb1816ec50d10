"""When a cited source is re-checked next."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from claims.models import Citation
from core.jobs.models import BACKOFF
from reviews import queries
from reviews.queries.annotated import AnnotatedSchedule
from sources.fetching import FetchOutcome
from sources.models import CheckInterval, Document, Snapshot
from sources.queries import READ
from sources.services import TRANSIENT

#: The next re-check comes after a quarter of the time for which the document has said the same, within these bounds:
#: what changed yesterday is re-checked daily, what has stood for months once a month.
SHORTEST_INTERVAL = timedelta(days=1)
LONGEST_INTERVAL = timedelta(days=30)
#: A quote that one re-check does not find is looked for once more after this time, before anything is made of it.
CONFIRMED_AFTER = timedelta(hours=6)
#: A refusal, a login or a missing page are rarely over in an hour, and three re-checks three days apart prove a death.
AFTER_REFUSAL = timedelta(days=1)
#: A page that is proven to be gone is asked now and then whether it has come back.
AFTER_DEATH = timedelta(days=7)


def after_reading(newest: Snapshot, *, at: datetime) -> datetime | None:
    """Return when a document that was read at this moment is re-checked next; None for an upload, which no fetch changes.

    Holds the document until the end of the transaction, so that an interval which is chosen meanwhile counts.
    """
    if newest.document.kind == Document.Kind.UPLOAD:
        return None
    document = Document.objects.select_for_update(no_key=True).get(pk=newest.document_id)
    return at + interval(document.check_interval, stood=at - queries.still_since(newest))


def interval(check_interval: int, *, stood: timedelta) -> timedelta:
    """Return the time between two re-checks: what an editor chose, or what follows from how long the text has stood."""
    if check_interval:
        return timedelta(days=check_interval)
    return min(max(stood / 4, SHORTEST_INTERVAL), LONGEST_INTERVAL)


def why_then(schedule: AnnotatedSchedule) -> str:
    """Return why a source of `queries.schedules` is re-checked next when it is."""
    if schedule.kind == Document.Kind.UPLOAD:
        return _("An uploaded file only changes when a new version is uploaded.")
    if schedule.is_gone:
        return _("It is no longer available. It is checked once a week in case it comes back.")
    if schedule.last_outcome and schedule.last_outcome not in READ:
        return _("The last check failed, so it is being retried early.")
    if schedule.is_undecided:
        return _("Cited words were not found at the last check. A second check within hours will confirm it.")
    if schedule.check_interval:
        return _("Set by an editor: %(interval)s.") % {"interval": schedule.get_check_interval_display()}
    return _why_observed((schedule.last_fetch_at or schedule.stood_since) - schedule.stood_since)


def _why_observed(stood: timedelta) -> str:
    every = interval(CheckInterval.AS_OBSERVED, stood=stood)
    if every == SHORTEST_INTERVAL:
        return _("It has been unchanged for only a few days, so it is checked every day.")
    if every == LONGEST_INTERVAL:
        return _("It has been unchanged for months, so it is checked every 30 days.")
    # Between two days and a month: never one day.
    told = _(
        "It has been unchanged for %(stood)s days, so it is checked after a quarter of that time: every %(every)s days."
    )
    return told % {"stood": stood.days, "every": f"{every / timedelta(days=1):.0f}"}


def after_failure(citation: Citation, outcome: FetchOutcome, *, is_dead: bool, at: datetime) -> datetime:
    """Return when an address that could not be read is asked again.

    Trouble that passes is asked again soon, then ever later; a site that asked to wait is left alone for as long as it
    said, whatever is returned here.
    """
    if is_dead:
        return at + AFTER_DEATH
    failures = queries.failures_in_a_row(citation)
    if outcome in TRANSIENT and failures < len(BACKOFF):
        return at + BACKOFF[failures]
    return at + AFTER_REFUSAL
