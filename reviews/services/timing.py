"""When a cited source is looked at next."""

from datetime import datetime, timedelta

from claims.models import Citation
from reviews import queries
from sources.fetching import Outcome
from sources.models import Document, Snapshot
from sources.services import TRANSIENT
from sources.work import BACKOFF

#: The next look comes after a quarter of the time for which the document has said the same, within these bounds:
#: what changed yesterday is looked at daily, what has stood for months once a month.
SHORTEST_INTERVAL = timedelta(days=1)
LONGEST_INTERVAL = timedelta(days=30)
#: A quote that one look does not find is looked for once more after this time, before anything is made of it.
CONFIRMED_AFTER = timedelta(hours=6)
#: A refusal, a login or a missing page are rarely over in an hour, and three looks three days apart prove a death.
AFTER_REFUSAL = timedelta(days=1)
#: A page that is proven to be gone is asked now and then whether it has come back.
AFTER_DEATH = timedelta(days=7)


def after_reading(newest: Snapshot, *, at: datetime) -> datetime | None:
    """Return when a document that could be read is looked at next; None for an upload, which changes by no fetch."""
    if newest.document.kind == Document.Kind.UPLOAD:
        return None
    stood = at - queries.still_since(newest)
    return at + min(max(stood / 4, SHORTEST_INTERVAL), LONGEST_INTERVAL)


def after_failure(citation: Citation, outcome: Outcome, *, is_dead: bool, at: datetime) -> datetime:
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
