"""Whether everything runs: the cache, a worker, beat, and each thing that is to be done again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from redis import RedisError

from config import heartbeats

#: A worker and beat are heard of every few seconds; whoever is not for so long is not there.
SILENT = timedelta(minutes=1)
#: What the entries of CELERY_BEAT_SCHEDULE are called.
TASKS = {
    "sweep sources": gettext_lazy("Queue pages waiting to be captured"),
    "sweep claims": gettext_lazy("Queue articles waiting to be split"),
    "sweep reviews": gettext_lazy("Queue re-checks that are due"),
    "schedule re-checks": gettext_lazy("Schedule re-checks"),
    "mail digests": gettext_lazy("Send email digests"),
    "write down the head of the ledger": gettext_lazy("Record the head of the ledger"),
    "verify the ledger": gettext_lazy("Verify the ledger once a day"),
    "read passages": gettext_lazy("Prepare sources for search"),
    "forget sessions that have ended": gettext_lazy("Delete expired sessions"),
    "forget answers kept for a retry": gettext_lazy("Delete answers kept for retries"),
    "forget old deliveries of webhooks": gettext_lazy("Delete old webhook deliveries from the log"),
}


@dataclass(frozen=True)
class HealthCheck:
    """One thing that is to run, whether it does, a sentence for who looks at it, and the command that it asks for."""

    name: str
    is_well: bool
    sentence: str
    command: str = ""


def checks(*, at: datetime) -> list[HealthCheck]:
    """Return the checks. Nothing is known of worker and beat while the cache, which has their heartbeats, is away."""
    database = HealthCheck(_("Database"), True, _("Responding."))
    try:
        last_seen = heartbeats.last_seen()
    except (RedisError, OSError):
        away = _("It cannot be reached, so it is not known whether the worker and the scheduler are running.")
        return [database, HealthCheck(_("Cache"), False, away)]
    return [
        database,
        HealthCheck(_("Cache"), True, _("Responding.")),
        _alive(_("Worker"), last_seen.get(heartbeats.WORKER), at),
        _alive(_("Scheduler (Celery beat)"), last_seen.get(heartbeats.BEAT), at),
        *(_done(name, entry, last_seen, at) for name, entry in settings.CELERY_BEAT_SCHEDULE.items()),
    ]


def _alive(name: str, last: datetime | None, at: datetime) -> HealthCheck:
    if last is None:
        return HealthCheck(name, False, _("It has never reported. Start it, and check its log if it stops again."))
    if at - last > SILENT:
        ago = timesince(last, at, depth=1)
        silent = _("It last reported %(time)s ago. Restart it and check its log.")
        return HealthCheck(name, False, silent % {"time": ago})
    return HealthCheck(name, True, _("Running."))


def _done(name: str, entry: dict, last_seen: dict[str, datetime], at: datetime) -> HealthCheck:
    """Return whether a scheduled task was done as lately as its interval asks, one that was missed forgiven."""
    title = str(TASKS.get(name, name))
    last, every = last_seen.get(entry["task"]), timedelta(seconds=entry["schedule"])
    if last is None:
        return HealthCheck(title, False, _("Not run since the cache was last cleared."))
    done = _("Ran just now.")
    if at - last > SILENT:
        done = _("Last ran %(time)s ago.") % {"time": timesince(last, at, depth=1)}
    return HealthCheck(title, at - last <= 2 * every + SILENT, done)
