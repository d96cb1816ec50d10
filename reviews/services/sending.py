"""Messages to webhooks: made from changes, sent in order, tried again until they are accepted."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.accounts.policies import roles_of
from reviews import queries
from reviews.models import ChangeKind, Delivery, VerdictChange, Webhook, WebhookAttempt, WebhookMessage
from reviews.services.deliveries import record_delivery
from reviews.services.webhooks import secrets_of, switch_off
from reviews.signing import signed_headers
from sources.fetching import PushResult

#: Posts a body with headers to an address, as `Pusher.post` does.
Push = Callable[[str, bytes, dict[str, str]], PushResult]

#: How many changes become messages at once, and how long one worker goes on sending to one webhook.
BATCH, LONGEST_RUN = 500, timedelta(seconds=20)
#: Statuses by which the other side refuses one message; the others say that it takes none at the moment.
REFUSES_THE_MESSAGE = frozenset({400, 409, 413, 415, 422})
GONE = 410
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE, LONGEST_PAUSE_OF_A_MESSAGE = timedelta(minutes=15), timedelta(hours=6)
LONGEST_WISH = timedelta(days=1)
#: From so many failures in a row on, the other side was away, and not only cross with a message.
AWAY = 3
#: A webhook that accepted nothing for so long is switched off, and a message that was refused for so long while others
#: were accepted is given up. Five days are what Standard Webhooks proposes.
DISABLED_AFTER, GIVEN_UP_AFTER = timedelta(days=5), timedelta(days=3)

ACCEPTED_NOTHING = "It accepted nothing for five days."
OWNER_MAY_NOT = "The account that registered it may not read verdicts any more."
SAID_GONE = "It answered that it is gone for good (410)."


def send_webhook(*, webhook_id: int, push: Push, clock: Callable[[], datetime]) -> int:
    """Send to a webhook what it has not accepted yet, oldest first. Return how many messages it accepted.

    The messages about one claim go out in their order: one that failed holds back those after it, and nobody else's. A
    worker that dies leaves everything as it was, so that a message may come twice and never not at all. Nothing happens
    where another worker has the webhook.
    """
    begun = clock()
    token = Webhook.objects.lease(webhook_id, begun)
    if token is None:
        return 0
    webhook = Webhook.objects.select_related("owner").get(pk=webhook_id)
    accepted = tried = 0
    goes_on = _may_be_told(webhook, at=begun) and _queue(webhook, token, at=begun)
    while goes_on and clock() - begun < LONGEST_RUN:
        message = _next_message(webhook, at=clock())
        if message is None:
            break
        result = push(webhook.url, *_signed(webhook, message, at=clock()))
        tried += 1
        accepted += result.is_accepted
        goes_on = _settle(webhook, token, message, result, at=clock())
    _release(webhook, token, tried=tried, begun=begun, at=clock())
    return accepted


def body_of(change: VerdictChange) -> bytes:
    """Return what a message about a change says: the same at every attempt."""
    said = queries.change_row(change)
    message = {"type": f"verdict.{change.kind}", "timestamp": said["at"], "data": said}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def _may_be_told(webhook: Webhook, *, at: datetime) -> bool:
    """Return whether the owner may still read verdicts; the webhook of one who may not is switched off."""
    if webhook.owner.is_active and roles_of(webhook.owner):
        return True
    with transaction.atomic():
        switch_off(webhook, reason=OWNER_MAY_NOT, at=at)
    return False


def _queue(webhook: Webhook, token: UUID, *, at: datetime) -> bool:
    """Make messages of the changes that came since, if this worker still has the webhook."""
    with transaction.atomic():
        held = _hold(webhook, token)
        if held is None:
            return False
        numbers = list(queries.changes(after=held.queued_through).values_list("pk", flat=True)[:BATCH])
        if numbers:
            wanted = _wanted(webhook).filter(pk__in=numbers)
            WebhookMessage.objects.bulk_create(
                [WebhookMessage(webhook=webhook, change=change, run_after=at) for change in wanted],
                ignore_conflicts=True,
            )
            Webhook.objects.filter(pk=webhook.pk).update(queued_through=numbers[-1])
    return True


def _wanted(webhook: Webhook) -> QuerySet[VerdictChange]:
    wanted = VerdictChange.objects.filter(kind__in=webhook.kinds or ChangeKind.values).order_by("pk")
    if not webhook.only_fetched:
        return wanted
    fetched = Delivery.objects.filter(
        Q(first_verdict__lte=OuterRef("verdict"), last_verdict__gte=OuterRef("verdict"))
        | Q(first_verdict__lte=OuterRef("previous"), last_verdict__gte=OuterRef("previous")),
        consumer=webhook.owner_id,
    )
    return wanted.filter(Exists(fetched))


def _next_message(webhook: Webhook, *, at: datetime) -> WebhookMessage | None:
    waiting = WebhookMessage.objects.filter(webhook=webhook, state=WebhookMessage.State.WAITING)
    earlier = waiting.filter(change__claim=OuterRef("change__claim"), change__lt=OuterRef("change"))
    return (
        waiting.filter(~Exists(earlier), run_after__lte=at)
        .select_related("change__claim", "change__verdict__ledger_entry", "change__previous")
        .order_by("change")
        .first()
    )


def _signed(webhook: Webhook, message: WebhookMessage, *, at: datetime) -> tuple[bytes, dict[str, str]]:
    body = body_of(message.change)
    headers = signed_headers(
        message_id=str(message), timestamp=int(at.timestamp()), body=body, secrets=secrets_of(webhook, at=at)
    )
    return body, headers


def _settle(webhook: Webhook, token: UUID, message: WebhookMessage, result: PushResult, *, at: datetime) -> bool:
    """Write down what came of a message. Return whether this worker goes on with the webhook."""
    with transaction.atomic():
        held = _hold(webhook, token)
        if held is None:
            return False
        error = "" if result.is_accepted else _sentence(result)
        WebhookAttempt.objects.create(message=message, status=result.status, error=error, millis=result.millis, at=at)
        message.attempts += 1
        if result.is_accepted:
            _note_accepted(held, message, at=at)
            goes_on = True
        else:
            goes_on = _note_failed(held, message, result, at=at)
        held.save(update_fields=["failures", "failing_since", "accepted_at", "run_after", "last_error"])
        message.save(update_fields=["state", "attempts", "run_after", "failing_since"])
    return goes_on


def _note_accepted(webhook: Webhook, message: WebhookMessage, *, at: datetime) -> None:
    if webhook.failures >= AWAY:  # it is back: what it missed need not wait any longer
        WebhookMessage.objects.filter(webhook=webhook, state=WebhookMessage.State.WAITING).update(run_after=at)
    message.state = WebhookMessage.State.ACCEPTED
    webhook.failures, webhook.failing_since, webhook.accepted_at, webhook.last_error = 0, None, at, ""
    number = message.change.verdict_id
    record_delivery(to=webhook.owner, ranges=[(number, number)], at=at)


def _note_failed(webhook: Webhook, message: WebhookMessage, result: PushResult, *, at: datetime) -> bool:
    webhook.failing_since = webhook.failing_since or at
    message.failing_since = message.failing_since or at
    webhook.last_error = _sentence(result)
    message.run_after = at + _pause(message.attempts, LONGEST_PAUSE_OF_A_MESSAGE)
    others_were_accepted = webhook.accepted_at is not None and webhook.accepted_at > message.failing_since
    if others_were_accepted and at - message.failing_since >= GIVEN_UP_AFTER:
        message.state = WebhookMessage.State.GIVEN_UP
    if result.status == GONE or at - webhook.failing_since >= DISABLED_AFTER:
        switch_off(webhook, reason=SAID_GONE if result.status == GONE else ACCEPTED_NOTHING, at=at)
        return False
    if result.status in REFUSES_THE_MESSAGE:
        return True
    webhook.failures += 1
    wish = timedelta(seconds=result.retry_after or 0)
    webhook.run_after = at + max(_pause(webhook.failures, LONGEST_PAUSE), min(wish, LONGEST_WISH))
    return False


def _pause(failures: int, longest: timedelta) -> timedelta:
    return min(FIRST_PAUSE * 2 ** min(failures - 1, 20), longest)


def _sentence(result: PushResult) -> str:
    return result.reason.sentence if result.reason else f"It answered with status {result.status}."


def _hold(webhook: Webhook, token: UUID) -> Webhook | None:
    """Hold the row until the transaction ends, if this worker still has its lease."""
    held = Webhook.objects.select_for_update(of=("self",)).select_related("owner")
    return held.filter(pk=webhook.pk, state=Webhook.State.RUNNING, lease_token=token).first()


def _release(webhook: Webhook, token: UUID, *, tried: int, begun: datetime, at: datetime) -> None:
    """Let the next worker send. A slow webhook rests for as long as it took, and one with nothing to send for a while."""
    with transaction.atomic():
        held = _hold(webhook, token)
        if held is not None:
            rest = at - begun if tried else FIRST_PAUSE
            Webhook.objects.complete(
                held.pk,
                token,
                state=Webhook.State.PENDING,
                attempt=0,
                run_after=max(held.run_after, at + rest),
                last_error=held.last_error,
            )
