"""Each change reaches each webhook at least once, in order for each claim, whatever the other side is like."""

import random
from datetime import datetime
from itertools import pairwise

import pytest
import standardwebhooks
from django.utils import timezone
from standardwebhooks import webhooks as library

from core.accounts.policies import NotAllowed
from core.jobs.models import LEASE
from reviews import queries, services, tasks
from reviews.models import ChangeKind, Notice, VerdictChange, Webhook, WebhookAttempt, WebhookMessage
from reviews.services import changes, sending
from reviews.services.webhooks import TooManyWebhooks
from tests import factories
from tests.reviews.webhook_consumers import Clock, Consumer, work_for

pytestmark = pytest.mark.django_db

HOOK = "https://cms.example.org/hooks?token=secret-of-theirs"


@pytest.fixture
def clock(at, monkeypatch) -> Clock:
    """The time of a test, which the library that verifies goes by too."""
    ticking = Clock(at)

    class Ticking(datetime):
        @classmethod
        def now(cls, tz=None):
            return ticking.now

    monkeypatch.setattr(library, "datetime", Ticking)
    return ticking


@pytest.fixture
def verdicts(analyst, editor, at):
    """Three verdicts on three claims of one article."""
    article = factories.article(by=analyst, at=at)
    return [
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
        for claim in article.claims.active().order_by("pk")[:3]
    ]


@pytest.fixture
def registered(consumer, clock):
    """Register a webhook of the consumer's from the first change on, and return its other side."""

    def register(**details: object) -> Consumer:
        given = {"url": HOOK, "check": lambda url: None, "after": 0, **details}
        webhook, secret = services.create_webhook(by=consumer, at=clock.now, **given)
        return Consumer(secret, clock, webhook)

    return register


def doubt_and_relief(verdict, times: int, at) -> None:
    """A verdict that comes into doubt and out of it again, so many times."""
    for number in range(times):
        changes.note_endangered(verdict.claim, reason=f"The source says {number} now.", at=at)
        changes.note_reaffirmed(verdict.claim, at=at)


def everything() -> list[int]:
    return list(VerdictChange.objects.order_by("pk").values_list("pk", flat=True))


def in_order_for_each_claim(consumer: Consumer) -> bool:
    """Whether each change was accepted for the first time after all earlier ones of the same claim."""
    first: dict[int, list[int]] = {}
    seen = set()
    for message in consumer.accepted:
        data = message["data"]
        if data["id"] not in seen:
            seen.add(data["id"])
            first.setdefault(data["claim"]["id"], []).append(data["id"])
    return all(before < after for numbers in first.values() for before, after in pairwise(numbers))


def test_a_consumer_that_is_down_slow_lying_and_back_gets_everything_in_order(verdicts, registered, clock, at):
    consumer, dice = registered(), random.Random(14)
    work_for(consumer, clock, seconds=30)
    assert consumer.numbers() == everything()  # the three first verdicts

    consumer.mood = lambda message: None  # down for an hour
    for verdict in verdicts:
        doubt_and_relief(verdict, 3, clock.now)
    work_for(consumer, clock, hours=1)
    assert (len(consumer.accepted), WebhookMessage.objects.filter(state="WAITING").count()) == (3, 18)
    assert len(consumer.requests) < 3 + 15  # it is left alone while it is away

    consumer.mood, consumer.takes = lambda message: 200, sending.LONGEST_RUN * 0.45  # slow
    doubt_and_relief(verdicts[0], 2, clock.now)
    work_for(consumer, clock, minutes=20)

    def lies(message: dict) -> int | None:
        """It says no to what it took, leads elsewhere, breaks, refuses a message, says nothing."""
        said = dice.choice([200, 302, 500, 400, None, 204])
        if said in (500, None):
            consumer.accepted.append(message)
        return said

    consumer.mood, consumer.takes = lies, sending.LONGEST_RUN * 0.001
    for verdict in verdicts:
        doubt_and_relief(verdict, 2, clock.now)
    work_for(consumer, clock, hours=2)

    consumer.mood = lambda message: 200  # back
    doubt_and_relief(verdicts[2], 1, clock.now)
    work_for(consumer, clock, hours=7)
    assert set(consumer.numbers()) == set(everything())
    assert in_order_for_each_claim(consumer)
    assert WebhookMessage.objects.exclude(state="ACCEPTED").count() == 0
    bodies: dict[str, set[bytes]] = {}
    for name, body in consumer.requests:
        bodies.setdefault(name, set()).add(body)
    assert {len(said) for said in bodies.values()} == {1}  # a message says the same each time
    assert WebhookAttempt.objects.count() == len(consumer.requests)


def test_without_the_order_a_message_that_failed_is_overtaken(verdicts, registered, clock, monkeypatch):
    def of_any_claim(webhook, *, at):
        waiting = WebhookMessage.objects.filter(webhook=webhook, state="WAITING", run_after__lte=at)
        return waiting.select_related("change__claim").order_by("change").first()

    monkeypatch.setattr(sending, "_next_message", of_any_claim)
    consumer = registered()
    consumer.mood = lambda message: 400 if len(consumer.requests) == 1 else 200
    doubt_and_relief(verdicts[0], 1, clock.now)
    work_for(consumer, clock, minutes=5)
    assert not in_order_for_each_claim(consumer)


def test_a_message_says_what_the_list_of_changes_says(verdicts, registered, clock):
    consumer = registered()
    work_for(consumer, clock, seconds=30)
    first = queries.changes().first()
    assert consumer.accepted[0] == {
        "type": "verdict.new",
        "timestamp": "2026-11-02T12:00:00.000000Z",
        "data": queries.change_row(first),
    }
    assert consumer.requests[0][0] == f"msg_{first.pk}"


def test_another_secret_does_not_verify(verdicts, registered, clock):
    consumer, other = registered(), registered()
    consumer.secret = other.secret
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)


def test_a_new_secret_and_the_old_one_verify_for_a_day(verdicts, registered, clock, consumer):
    other_side = registered()
    work_for(other_side, clock, seconds=30)
    newer = services.change_secret(by=consumer, webhook=other_side.webhook, at=clock.now)
    doubt_and_relief(verdicts[0], 1, clock.now)
    work_for(other_side, clock, seconds=30)
    other_side.secret = newer
    doubt_and_relief(verdicts[0], 1, clock.now)
    clock.passes(hours=25)
    work_for(other_side, clock, seconds=30)
    assert other_side.numbers() == everything()


def test_a_message_that_is_refused_holds_back_its_own_claim_until_it_is_given_up(verdicts, registered, clock):
    consumer = registered()
    bad = VerdictChange.objects.filter(claim=verdicts[0].claim).get().pk
    consumer.mood = lambda message: 422 if message["data"]["id"] == bad else 200
    for verdict in verdicts[:2]:
        doubt_and_relief(verdict, 1, clock.now)
    work_for(consumer, clock, hours=3)
    held_back = {change.pk for change in VerdictChange.objects.filter(claim=verdicts[0].claim)}
    assert set(consumer.numbers()) == set(everything()) - held_back
    clock.passes(days=3)
    work_for(consumer, clock, hours=7)
    assert set(consumer.numbers()) == set(everything()) - {bad}
    assert list(WebhookMessage.objects.filter(state="GIVEN_UP").values_list("change", flat=True)) == [bad]
    assert consumer.tried()[f"msg_{bad}"] < 20

    consumer.mood = lambda message: 200
    count = services.replay_webhook(by=consumer.webhook.owner, webhook=consumer.webhook, after=bad - 1, at=clock.now)
    consumer.accepted.clear()
    work_for(consumer, clock, seconds=30)
    assert consumer.numbers() == [pk for pk in everything() if pk >= bad]
    assert count == len(consumer.accepted)


def test_a_webhook_that_accepts_nothing_for_five_days_is_switched_off_and_editors_are_told(
    verdicts,
    registered,
    clock,
    editor,
    consumer,
):
    other_side = registered()
    other_side.mood = lambda message: 503
    work_for(other_side, clock, minutes=2)
    clock.passes(days=5)
    work_for(other_side, clock, minutes=2)
    off = Webhook.objects.get()
    assert (off.is_on, off.disabled_reason) == (False, sending.ACCEPTED_NOTHING)
    assert [(notice.recipient, notice.text) for notice in Notice.objects.filter(kind="webhook")] == [
        (
            editor,
            "The webhook of carl at cms.example.org was switched off: it no longer hears of verdicts. "
            "It accepted nothing for five days.",
        )
    ]
    tried = len(other_side.requests)
    doubt_and_relief(verdicts[0], 1, clock.now)
    other_side.mood = lambda message: 200
    work_for(other_side, clock, hours=1)
    assert len(other_side.requests) == tried

    services.enable_webhook(by=consumer, webhook=off, at=clock.now)
    work_for(other_side, clock, minutes=1)
    assert other_side.numbers() == everything()


def test_one_that_says_it_is_gone_is_asked_no_more(verdicts, registered, clock):
    consumer = registered()
    consumer.mood = lambda message: 410
    work_for(consumer, clock, hours=1)
    assert (len(consumer.requests), Webhook.objects.get().disabled_reason) == (1, sending.SAID_GONE)


@pytest.mark.parametrize("lost", ["role", "account"])
def test_an_owner_who_may_read_no_verdicts_is_told_of_none(verdicts, registered, clock, consumer, lost):
    other_side = registered()
    if lost == "role":
        consumer.groups.clear()
    else:
        consumer.is_active = False
        consumer.save()
    work_for(other_side, clock, hours=1)
    assert (other_side.requests, Webhook.objects.get().disabled_reason) == ([], sending.OWNER_MAY_NOT)


def test_one_worker_at_a_time_sends_to_a_webhook(verdicts, registered, clock):
    consumer = registered()

    def meanwhile(message: dict) -> int:
        assert services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock) == 0
        return 200

    consumer.mood = meanwhile
    assert services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock) == 3


def test_what_a_worker_sent_before_it_died_is_sent_again(verdicts, registered, clock):
    consumer = registered()

    def dies(message: dict) -> int:
        consumer.accepted.append(message)
        raise SystemExit

    consumer.mood = dies
    with pytest.raises(SystemExit):
        services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)
    consumer.mood = lambda message: 200
    work_for(consumer, clock, seconds=60)
    assert len(consumer.requests) == 1  # the lease of the dead one still runs
    clock.now += LEASE
    work_for(consumer, clock, seconds=60)
    first, *others = everything()
    assert consumer.numbers() == [first, first, *others]


def test_a_worker_that_was_taken_for_dead_writes_nothing_down(verdicts, registered, clock):
    consumer = registered()

    def sleeps(message: dict) -> int:
        if len(consumer.requests) == 1:
            clock.now += 2 * LEASE
            services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)
        return 200

    consumer.mood = sleeps
    assert services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock) == 1
    assert (len(consumer.requests), WebhookAttempt.objects.count()) == (4, 3)


def test_a_webhook_at_which_workers_die_is_switched_off(verdicts, registered, clock, editor):
    consumer = registered()
    Webhook.objects.update(state="RUNNING", attempt=5, lease_until=clock.now)
    assert (services.give_up_webhooks(at=clock.now), Webhook.objects.get().is_on) == (1, False)
    assert Notice.objects.filter(kind="webhook", recipient=editor).count() == 1
    services.enable_webhook(by=editor, webhook=consumer.webhook, at=clock.now)
    work_for(consumer, clock, seconds=30)
    assert consumer.numbers() == everything()


def test_a_webhook_hears_of_what_it_chose(verdicts, registered, clock, consumer):
    fetched = registered(only_fetched=True)
    services.record_delivery(to=consumer, ranges=[(verdicts[1].pk, verdicts[1].pk)], at=clock.now)
    for verdict in verdicts:
        doubt_and_relief(verdict, 1, clock.now)
    work_for(fetched, clock, seconds=30)
    assert [message["data"]["verdict"]["id"] for message in fetched.accepted] == [verdicts[1].pk] * 3
    services.disable_webhook(by=consumer, webhook=fetched.webhook, at=clock.now)
    doubts = registered(kinds=[ChangeKind.ENDANGERED])
    work_for(doubts, clock, seconds=30)
    assert [message["type"] for message in doubts.accepted] == ["verdict.endangered"] * 3


def test_who_was_told_by_a_webhook_holds_the_verdict(verdicts, registered, clock, consumer):
    other_side = registered()
    other_side.mood = lambda message: 500
    work_for(other_side, clock, seconds=30)
    assert [queries.consumers_of(verdict).count() for verdict in verdicts] == [0, 0, 0]
    other_side.mood = lambda message: 200
    work_for(other_side, clock, minutes=10)
    assert [list(queries.consumers_of(verdict)) for verdict in verdicts] == [[consumer]] * 3


def test_a_new_webhook_begins_with_the_next_change(verdicts, registered, clock):
    consumer = registered(after=None)
    doubt_and_relief(verdicts[0], 1, clock.now)
    work_for(consumer, clock, seconds=30)
    assert consumer.numbers() == everything()[-2:]


def test_other_peoples_webhooks_are_not_touched_and_editors_may_switch_them(registered, clock, analyst, editor):
    webhook = registered().webhook
    for deed in (services.delete_webhook, services.disable_webhook, services.change_secret):
        with pytest.raises(NotAllowed):
            deed(by=analyst, webhook=webhook, at=clock.now)
    with pytest.raises(NotAllowed):
        services.change_secret(by=editor, webhook=webhook, at=clock.now)
    services.disable_webhook(by=editor, webhook=webhook, at=clock.now)
    assert not Webhook.objects.get().is_on


def test_an_account_has_ten_webhooks_at_most(registered):
    for _ in range(10):
        registered()
    with pytest.raises(TooManyWebhooks, match="10 webhooks already"):
        registered()


def test_a_sweep_tells_a_worker_which_posts_through_the_guard(verdicts, registered, clock, monkeypatch, settings):
    consumer, told = registered(), []
    clock.now = timezone.now()
    settings.PLUMBLINE_WEBHOOK_HOSTS = frozenset({"cms:9000"})

    class Guard:
        def __init__(self, *, internal_hosts: frozenset[str]) -> None:
            told.append(internal_hosts)

        post = staticmethod(consumer.push)

    def notice(task, rows, *, name: str) -> None:
        told.extend((task.name, name, row.pk) for row in rows.due())

    monkeypatch.setattr(tasks, "notify_of_due", notice)
    monkeypatch.setattr(tasks, "Pusher", Guard)
    tasks.sweep()
    tasks.send_webhook(webhook_id=consumer.webhook.pk)
    assert told == [("reviews.tasks.send_webhook", "webhook_id", consumer.webhook.pk), settings.PLUMBLINE_WEBHOOK_HOSTS]
    assert consumer.numbers() == everything()


def test_no_table_holds_a_secret(registered):
    other_side = registered()
    row = Webhook.objects.filter(pk=other_side.webhook.pk).values().get()
    assert [name for name, value in row.items() if other_side.secret.removeprefix("whsec_") in str(value)] == []


def test_the_log_forgets_what_is_old_and_nothing_is_lost_by_that(verdicts, registered, clock, settings, monkeypatch):
    consumer = registered()
    services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)
    before = clock.now
    clock.passes(days=89)
    services.replay_webhook(by=consumer.webhook.owner, webhook=consumer.webhook, after=everything()[-2], at=clock.now)
    services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)
    clock.passes(days=2)
    monkeypatch.setattr(tasks.timezone, "now", clock)
    monkeypatch.setattr(services.webhooks, "BATCH", 2)
    tasks.forget_deliveries()
    log = WebhookAttempt.objects.order_by("pk")
    assert ([attempt.message.change_id for attempt in log], log[0].at > before) == (everything()[-1:], True)
    consumer.accepted.clear()
    services.replay_webhook(by=consumer.webhook.owner, webhook=consumer.webhook, after=0, at=clock.now)
    services.send_webhook(webhook_id=consumer.webhook.pk, push=consumer.push, clock=clock)
    assert consumer.numbers() == everything()
