"""Webhooks as people and programs keep them: registered, changed, switched off and on, sent again."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from secrets import token_hex

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed, Role, roles_of
from core.audit.log import record
from core.jobs.models import STOPPED
from reviews import queries
from reviews.models import NoticeKind, Webhook, WebhookAttempt, WebhookMessage
from reviews.services.notifying import tell
from reviews.signing import secret_in_words

#: How many webhooks one account may have.
MOST_WEBHOOKS = 10
#: How many requests are removed from the log at a time.
BATCH = 5_000
#: For how long messages are signed with the secret before the present one, too.
OVERLAP = timedelta(hours=24)
#: How the history tells of it.
DISABLED, ENABLED = gettext_noop("Switched the webhook off."), gettext_noop("Switched the webhook on.")
REPLAYED = gettext_noop("Sent the changes of verdicts again.")
BY_A_PERSON = "It was switched off by a person."


class TooManyWebhooks(Exception):
    """The account has as many webhooks as one may have; the message says what to do."""


def create_webhook(
    *,
    by: User,
    url: str,
    check: Callable[[str], None],
    at: datetime,
    kinds: Iterable[str] = (),
    only_fetched: bool = False,
    after: int | None = None,
) -> tuple[Webhook, str]:
    """Register an address that is told of changes after the one with this number, or from now on. Return its secret too.

    `check` refuses an address that is never asked (AddressRefused). Raises TooManyWebhooks.
    """
    check(url)
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two at once count one after the other
        if Webhook.objects.filter(owner=by).count() >= MOST_WEBHOOKS:
            refusal = _("This account has %(count)s webhooks already. Delete one of them first.")
            raise TooManyWebhooks(refusal % {"count": MOST_WEBHOOKS})
        webhook = Webhook.objects.create(
            owner=by,
            url=url,
            kinds=sorted(set(kinds)),
            only_fetched=only_fetched,
            salt=token_hex(16),
            queued_through=queries.newest_change() if after is None else after,
            run_after=at,
            created_at=at,
        )
        record(by=by, what=webhook, did=gettext_noop("Registered the webhook."), at=at)
    return webhook, present_secret(webhook, at=at)


def delete_webhook(*, by: User, webhook: Webhook, at: datetime) -> None:
    """Forget a webhook with everything that it was sent. Raises NotAllowed for other people's."""
    _check_owner(webhook, by)
    with transaction.atomic():
        record(by=by, what=webhook, did=gettext_noop("Deleted the webhook."), at=at)
        webhook.delete()


def choose_changes(*, by: User, webhook: Webhook, kinds: Iterable[str], only_fetched: bool, at: datetime) -> None:
    """Set which changes a webhook is told of from now on. Raises NotAllowed."""
    _check_owner(webhook, by)
    chosen = {"kinds": sorted(set(kinds)), "only_fetched": only_fetched}
    if chosen == {"kinds": webhook.kinds, "only_fetched": webhook.only_fetched}:
        return
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(**chosen)
        record(by=by, what=webhook, did=gettext_noop("Chose of which changes the webhook is told."), at=at)


def change_secret(*, by: User, webhook: Webhook, at: datetime) -> str:
    """Give a webhook another secret and return it. Messages are signed with the old one too for OVERLAP."""
    if webhook.owner_id != by.pk:
        raise NotAllowed(_("Only whoever registered this webhook can change its secret."))
    with transaction.atomic():
        held = Webhook.objects.select_for_update().get(pk=webhook.pk)
        held.secret_number += 1
        held.secret_changed_at = at
        held.save(update_fields=["secret_number", "secret_changed_at"])
        record(by=by, what=held, did=gettext_noop("Changed the secret of the webhook."), at=at)
    return present_secret(held, at=at)


def disable_webhook(*, by: User, webhook: Webhook, at: datetime) -> None:
    """Switch a webhook off; what happens meanwhile is sent when it is on again. Raises NotAllowed, NothingToDo."""
    _check_owner(webhook, by)
    with transaction.atomic():
        off = Webhook.objects.filter(pk=webhook.pk, disabled_at=None)
        if not off.update(disabled_at=at, disabled_reason=BY_A_PERSON):
            raise NothingToDo(_("This webhook is switched off already."))
        record(by=by, what=webhook, did=DISABLED, at=at)


def enable_webhook(*, by: User, webhook: Webhook, at: datetime) -> None:
    """Switch a webhook on again; what it missed is sent first. Raises NotAllowed, NothingToDo."""
    _check_owner(webhook, by)
    with transaction.atomic():
        on = Webhook.objects.filter(pk=webhook.pk, disabled_at__isnull=False)
        fresh = {"state": Webhook.State.PENDING, "attempt": 0, "run_after": at, "lease_until": None, "last_error": ""}
        if not on.update(disabled_at=None, disabled_reason="", failures=0, failing_since=None, **fresh):
            raise NothingToDo(_("This webhook is switched on already."))
        _begin_anew(webhook, after=0, states=[WebhookMessage.State.WAITING], at=at)
        record(by=by, what=webhook, did=ENABLED, at=at)


def replay_webhook(*, by: User, webhook: Webhook, after: int, at: datetime) -> int:
    """Send every change after the one with this number again, in order. Return how many messages wait for it.

    Changes that never became a message, since nobody wanted them then, become one now where they are wanted.
    """
    _check_owner(webhook, by)
    with transaction.atomic():
        held = Webhook.objects.select_for_update().get(pk=webhook.pk)
        Webhook.objects.filter(pk=held.pk).update(queued_through=min(after, held.queued_through), run_after=at)
        count = _begin_anew(held, after=after, states=WebhookMessage.State.values, at=at)
        record(by=by, what=webhook, did=REPLAYED, at=at)
    return count


def give_up_webhooks(*, at: datetime) -> int:
    """Switch off the webhooks at which one worker after another died. Return how many there were."""
    with transaction.atomic():
        stopped = list(Webhook.objects.stopped().select_for_update(skip_locked=True, of=("self",)))
        for webhook in stopped:
            switch_off(webhook, reason=STOPPED, at=at)
        Webhook.objects.filter(pk__in=[webhook.pk for webhook in stopped]).mark_dead()
    return len(stopped)


def switch_off(webhook: Webhook, *, reason: str, at: datetime) -> None:
    """Switch a webhook off by itself, and tell its owner and the editors."""
    if not Webhook.objects.filter(pk=webhook.pk, disabled_at=None).update(disabled_at=at, disabled_reason=reason):
        return
    at_work = queries.judges().filter(pk=webhook.owner_id)
    tell(
        recipients=[*queries.editors(), *at_work],
        kind=NoticeKind.WEBHOOK,
        key=f"webhook {webhook.pk} {at:%Y-%m-%d %H:%M:%S}",
        facts={"owner": webhook.owner.get_username(), "host": webhook.host, "reason": reason},
        at=at,
    )


def secrets_of(webhook: Webhook, *, at: datetime) -> list[bytes]:
    """Return the secret of a webhook, and the one before it for as long as both are used."""
    changed = webhook.secret_changed_at
    is_both = changed is not None and at < changed + OVERLAP
    numbers = [webhook.secret_number, webhook.secret_number - 1] if is_both else [webhook.secret_number]
    return [
        salted_hmac("plumbline.webhook", f"{webhook.salt} {number}", algorithm="sha256").digest() for number in numbers
    ]


def present_secret(webhook: Webhook, *, at: datetime) -> str:
    """Return the secret that messages are signed with now, as its owner is told it."""
    return secret_in_words(secrets_of(webhook, at=at)[0])


def forget_attempts(*, keep: timedelta, at: datetime) -> int:
    """Remove from the log of deliveries what is older than `keep`. Return how many requests that were.

    What is waiting or was accepted is kept with the message itself, so that it can still be sent again. Each batch is a
    transaction of its own, so that a log of years holds no locks for long, and what was removed stays removed.
    """
    old = WebhookAttempt.objects.filter(at__lt=at - keep).order_by("at").values("pk")
    forgotten = 0
    while removed := WebhookAttempt.objects.filter(pk__in=old[:BATCH]).delete()[0]:
        forgotten += removed
    return forgotten


def _begin_anew(webhook: Webhook, *, after: int, states: list[str], at: datetime) -> int:
    messages = WebhookMessage.objects.filter(webhook=webhook, change__gt=after, state__in=states)
    return messages.update(state=WebhookMessage.State.WAITING, attempts=0, failing_since=None, run_after=at)


def _check_owner(webhook: Webhook, by: User) -> None:
    if webhook.owner_id != by.pk and Role.EDITOR not in roles_of(by):
        raise NotAllowed(_("Only whoever registered this webhook, or an editor, can do this."))
