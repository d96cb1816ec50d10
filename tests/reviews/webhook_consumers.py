"""Consumers of webhooks with their moods, and a clock that passes when it is told to."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import standardwebhooks

from reviews import services
from reviews.models import Webhook, WebhookMessage
from sources.fetching import OutcomeReason, PushResult

SWEEP = timedelta(seconds=30)
#: What one request comes to: the status, or None where there is no response.
Mood = Callable[[dict], int | None]


@dataclass
class Clock:
    """A clock of a test: it stands still until something takes its time."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **length: float) -> None:
        self.now += timedelta(**length)


@dataclass
class Consumer:
    """The other side of a webhook: verifies each request by a library that is not ours, and answers by its mood."""

    secret: str
    clock: Clock
    webhook: Webhook
    mood: Mood = lambda message: 200
    takes: timedelta = timedelta(milliseconds=20)
    accepted: list[dict] = field(default_factory=list)
    requests: list[tuple[str, bytes]] = field(default_factory=list)

    def push(self, url: str, body: bytes, headers: dict[str, str]) -> PushResult:
        message = standardwebhooks.Webhook(self.secret).verify(body, headers)
        self.requests.append((headers["webhook-id"], body))
        status = self.mood(message)
        self.clock.now += self.takes
        if status is not None and 200 <= status < 300:
            self.accepted.append(message)
        reason = OutcomeReason.CONNECTION_FAILED if status is None else None
        return PushResult(status, reason, round(self.takes.total_seconds() * 1000))

    def numbers(self) -> list[int]:
        """The changes that it accepted, as they came."""
        return [message["data"]["id"] for message in self.accepted]

    def tried(self) -> Counter:
        """How many requests there were for each message."""
        return Counter(name for name, _ in self.requests)


def work_for(consumer: Consumer, clock: Clock, **length: float) -> None:
    """Let workers do for so long what sweeps tell them of, one sweep every half minute; most in vain are left out."""
    end = clock.now + timedelta(**length)
    while clock.now < end:
        due = Webhook.objects.due(clock.now).values_list("pk", flat=True)
        for pk in due:
            services.send_webhook(webhook_id=pk, push=consumer.push, clock=clock)
        idle = timedelta(0) if due else min(_next_turn(clock.now), end) - clock.now
        clock.now += max(1, -(-idle // SWEEP)) * SWEEP


def _next_turn(now: datetime) -> datetime:
    """Return when a webhook or a message that waits, or is being sent, may be due, where none is."""
    waiting = [
        *Webhook.objects.filter(run_after__gt=now).values_list("run_after", flat=True),
        *Webhook.objects.filter(lease_until__gte=now).values_list("lease_until", flat=True),
        *WebhookMessage.objects.filter(state="WAITING", run_after__gt=now).values_list("run_after", flat=True),
    ]
    return min(waiting, default=datetime.max.replace(tzinfo=now.tzinfo))
