"""Tasks that take a re-check's id, or ask which re-checks are due."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from core.jobs.notifying import notify_of_due
from reviews import services, verification
from reviews.models import Recheck, Webhook
from sources.fetching import Fetcher, Pusher


@shared_task
def run_recheck(*, recheck_id: int, **_later: object) -> None:
    services.run_recheck(recheck_id=recheck_id, fetch=Fetcher().fetch, at=timezone.now())


@shared_task
def send_webhook(*, webhook_id: int, **_later: object) -> None:
    pusher = Pusher(internal_hosts=settings.PLUMBLINE_WEBHOOK_HOSTS)
    services.send_webhook(webhook_id=webhook_id, push=pusher.post, clock=timezone.now)


@shared_task
def schedule_rechecks(**_later: object) -> None:
    """Queue the looks that have come due; the sweep tells workers of them."""
    services.schedule_rechecks(at=timezone.now())


@shared_task
def note_ledger_head(**_later: object) -> None:
    """Write down where the ledger ends now, beside the database."""
    verification.note_head(settings.PLUMBLINE_LEDGER_HEADS, at=timezone.now())


# Longer than other tasks, and still shorter than the broker waits before it gives a task to somebody else.
@shared_task(soft_time_limit=240, time_limit=270)
def verify_ledger(**_later: object) -> None:
    """Verify the ledger where that was not done today, and send its head to where it is kept."""
    heads = settings.PLUMBLINE_LEDGER_HEADS
    is_expected = settings.LEDGER_HEADS_ARE_EXPECTED or heads.exists()
    services.verify_once_a_day(heads_file=heads if is_expected else None, clock=timezone.now)
    services.send_newest_head(
        mail_to=settings.PLUMBLINE_LEDGER_MAIL,
        webhook=settings.PLUMBLINE_LEDGER_WEBHOOK,
        push=Pusher(internal_hosts=settings.PLUMBLINE_WEBHOOK_HOSTS).post,
        site=settings.PLUMBLINE_SITE,
        at=timezone.now(),
    )


@shared_task
def send_digests(**_later: object) -> None:
    """Mail to each person what they have not read; a letter that fails goes out with the next digest."""
    services.send_digests(at=timezone.now(), address_of_site=settings.PLUMBLINE_SITE)


@shared_task
def forget_deliveries(**_later: object) -> None:
    """Remove what the log of webhooks has kept for long enough."""
    services.forget_attempts(keep=settings.PLUMBLINE_WEBHOOK_LOG_KEPT, at=timezone.now())


@shared_task
def sweep(**_later: object) -> None:
    """Open the first rounds of new claims, and tell workers of every re-check and every webhook that is due."""
    services.open_missing_reviews(at=timezone.now())
    services.give_up_rechecks(at=timezone.now())
    services.give_up_webhooks(at=timezone.now())
    notify_of_due(run_recheck, Recheck.objects.all(), name="recheck_id")
    notify_of_due(send_webhook, Webhook.objects.all(), name="webhook_id")
