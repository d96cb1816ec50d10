"""Whether the ledger was verified lately, what was found, and whether its newest head left this machine."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.dashboard.health import HealthCheck
from reviews import queries
from reviews.models import LedgerCheck

#: It is due once a day, and asked for every hour.
OVERDUE = timedelta(hours=27)
#: How long the first verification, and a head that was not sent, may take.
FIRST_WITHIN = UNSENT_WITHIN = timedelta(hours=3)
COMMAND = "manage.py verify_ledger --record"


def ledger_check(*, at: datetime) -> HealthCheck:
    """Return the state of the ledger; what is wrong comes with the next step."""
    name = _("Verification of the ledger")
    last, newest = queries.last_whole_ledger_check(), queries.newest_ledger_check()
    first = queries.first_published_at()
    if last is not None and last.fault and last.bad_entry is None:
        unread = _(
            "It could not compare the recorded heads: %(fault)s. Put the file back from your copy, and see that the "
            "worker can read it where PLUMBLINE_LEDGER_HEADS says. Then run:"
        )
        return HealthCheck(name, False, unread % {"fault": last.fault}, COMMAND)
    if last is not None and last.fault:
        failed = _(
            "It failed at entry %(entry)s: %(fault)s. Sign nothing off until it is known who changed the database; "
            "compare with a backup. When it is mended, run:"
        )
        return HealthCheck(name, False, failed % {"entry": last.bad_entry, "fault": last.fault}, COMMAND)
    if first is None:
        return HealthCheck(name, True, _("The ledger has no entry yet."))
    if last is None or last.finished_at is None:
        if at - first <= FIRST_WITHIN:
            return HealthCheck(name, True, _("The first one is done within the hour."))
        return HealthCheck(name, False, _overdue(_("never"), newest), COMMAND)
    ago = timesince(last.finished_at, at, depth=1)
    if at - last.finished_at > OVERDUE:
        return HealthCheck(name, False, _overdue(_("%(time)s ago") % {"time": ago}, newest), COMMAND)
    if _is_unsent(last, at=at):
        unsent = _("%(entries)s, but its head has not left this machine. Check the mail server or the webhook for it.")
        return HealthCheck(name, False, unsent % {"entries": _verified(last, ago)})
    return HealthCheck(name, True, _verified(last, ago) + ".")


def _overdue(ago: str, newest: LedgerCheck | None) -> str:
    if newest is not None and newest.finished_at is None:
        sentence = _(
            "It is overdue (last done: %(ago)s), since the one that began last did not finish. If the ledger is too "
            "long for a worker, let cron run:"
        )
    else:
        sentence = _(
            "It is overdue (last done: %(ago)s). Check that the scheduler and a worker are running. To do it now, run:"
        )
    return sentence % {"ago": ago}


def _verified(check: LedgerCheck, ago: str) -> str:
    entries = ngettext("%(count)s entry whole", "%(count)s entries whole", check.entries) % {"count": check.entries}
    heads = ngettext("%(count)s recorded head compared", "%(count)s recorded heads compared", check.heads) % {
        "count": check.heads
    }
    return _("%(entries)s, %(heads)s, %(ago)s ago") % {"entries": entries, "heads": heads, "ago": ago}


def _is_unsent(check: LedgerCheck, *, at: datetime) -> bool:
    unsent = (settings.PLUMBLINE_LEDGER_MAIL and check.mailed_at is None) or (
        settings.PLUMBLINE_LEDGER_WEBHOOK and check.posted_at is None
    )
    has_head = check.head_seq is not None  # without one, and without a fault, there is nothing to send
    return bool(unsent) and has_head and check.finished_at is not None and at - check.finished_at > UNSENT_WITHIN
