"""A row that waits for a worker: due time, lease, attempts, and the fence that lets one worker finish it."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

#: Longer than Celery's hard time limit for one task, shorter than the broker's visibility timeout: a worker that
#: still runs never loses its lease, and a dead one blocks its row for no longer than this.
LEASE = timedelta(seconds=150)
MAX_ATTEMPTS = 5
#: What is left on a row of work that nobody could finish, for the person who may run it again.
STOPPED = gettext_noop("The task stopped 5 times without a result. Retry it, or check the log.")
BACKOFF = (timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6))


class JobQuerySet(models.QuerySet):
    def due(self, at: datetime | None = None) -> "JobQuerySet":
        """Rows that a worker may take at this time: now, by the database's clock, where none is given."""
        now = at or Now()
        waiting = Q(state=Job.State.PENDING, run_after__lte=now)
        abandoned = Q(state=Job.State.RUNNING, lease_until__lt=now, attempt__lt=MAX_ATTEMPTS)
        return self.filter(waiting | abandoned)

    def stopped(self) -> "JobQuerySet":
        """Rows on which one worker after another has died."""
        return self.filter(state=Job.State.RUNNING, lease_until__lt=Now(), attempt__gte=MAX_ATTEMPTS)

    def mark_dead(self) -> int:
        """Mark as dead the rows on which one worker after another has died. Return how many there were."""
        return self.stopped().update(
            state=Job.State.DEAD,
            lease_until=None,
            last_error=STOPPED,
        )

    def lease(self, pk: int, at: datetime | None = None) -> uuid.UUID | None:
        """Lease one due row in a single UPDATE. Return the token that finishes it, or None if somebody else has it."""
        token = uuid.uuid4()
        taken = (
            self.due(at)
            .filter(pk=pk)
            .update(
                state=Job.State.RUNNING,
                attempt=F("attempt") + 1,
                lease_until=(at or Now()) + LEASE,
                lease_token=token,
            )
        )
        return token if taken else None

    def complete(self, pk: int, token: uuid.UUID, **fields: object) -> bool:
        """Close a row that this token still holds. Return False if the lease has gone to another worker."""
        closing = {"state": Job.State.DONE, "lease_until": None, "last_error": "", **fields}
        return bool(self.filter(pk=pk, state=Job.State.RUNNING, lease_token=token).update(**closing))

    def retry_later(self, pk: int, token: uuid.UUID, *, error: str) -> bool:
        """Put a row back for its next attempt, or mark it dead after the last one. Return True if it is dead."""
        held = self.filter(pk=pk, state=Job.State.RUNNING, lease_token=token)
        attempt = held.values_list("attempt", flat=True).first()
        if attempt is None:
            return False
        if attempt >= MAX_ATTEMPTS:
            return bool(held.update(state=Job.State.DEAD, lease_until=None, last_error=error))
        held.update(
            state=Job.State.PENDING,
            run_after=Now() + BACKOFF[attempt - 1],
            lease_until=None,
            last_error=error,
        )
        return False

    def release(self, pk: int, token: uuid.UUID, *, until: datetime, reason: str) -> bool:
        """Put a row back that could not be begun, as if nobody had taken it, to wait until then."""
        held = self.filter(pk=pk, state=Job.State.RUNNING, lease_token=token)
        waiting = {"state": Job.State.PENDING, "run_after": until, "lease_until": None, "last_error": reason}
        return bool(held.update(attempt=F("attempt") - 1, **waiting))

    def run_again(self, *, at: datetime) -> int:
        """Make dead rows due again with a fresh count of attempts. Return how many there were."""
        return self.filter(state=Job.State.DEAD).update(state=Job.State.PENDING, run_after=at, attempt=0)


class Job(models.Model):
    """What is to be done, committed with the fact that caused it; Celery only saves the wait."""

    class State(models.TextChoices):
        PENDING = "PENDING", _("waiting")
        RUNNING = "RUNNING", _("running")
        DONE = "DONE", _("done")
        DEAD = "DEAD", _("failed")

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PENDING)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    run_after = models.DateTimeField(_("scheduled for"), db_default=Now())
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    last_error = models.TextField(_("last error"), blank=True)

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta:
        abstract = True
