"""The editors' first page beside its cards: queues, failures, health, and the looks of the last days."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims import services as claim_services
from claims.models import Article, Finding
from config import heartbeats
from config.celery import app
from config.dashboard import counting, failures, health, queues
from reviews import queries
from reviews import services as review_services
from reviews.models import NoticeKind, Recheck
from reviews.tasks import sweep
from reviews.workflow import Status
from sources import services as source_services
from sources.models import FetchAttempt, Snapshot
from tests import factories
from tests.plans import can_be_read_along

pytestmark = pytest.mark.django_db

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def no_signs_of_life():
    heartbeats._last.clear()


@pytest.fixture
def without_redis(settings):
    settings.REDIS_URL = NOBODY_LISTENS
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": NOBODY_LISTENS}
    }


def page(client, editor) -> dict:
    client.force_login(editor)
    return client.get(reverse("admin:index"))


def test_without_redis_the_page_opens_and_says_what_that_means(client, editor, without_redis):
    shown = page(client, editor)
    assert (shown.status_code, str(queues.AWAY) in shown.content.decode()) == (200, True)
    assert [(check.name, check.is_well) for check in shown.context["health"]] == [
        ("Database", True),
        ("Cache", False),
        ("Verification of the ledger", True),
    ]


def test_rings_that_nobody_hears_are_counted_in_their_queue():
    before = {queue.name: queue.figure for queue in queues.waiting().messages}
    with app.connection_for_write() as broker:
        sweep.apply_async(connection=broker)
        after = {queue.name: queue.figure for queue in queues.waiting().messages}
        broker.default_channel.queue_purge("recheck")
    assert after == {
        **before,
        "Messages in the queue “recheck”": str(int(before["Messages in the queue “recheck”"]) + 1),
    }


def test_rows_that_are_due_are_counted_and_each_leads_to_its_list(client, analyst, editor, at):
    claim_services.submit_address(by=analyst, url="https://example.org/article", at=at)
    shown = page(client, editor).context["queues"].due
    assert [(queue.name, queue.figure) for queue in shown] == [
        ("Pages to capture", "1"),
        ("Articles to split", "0"),
        ("Re-checks to run", "0"),
    ]
    assert [client.get(queue.url).status_code for queue in shown] == [200, 200, 200]


def test_a_queue_that_is_too_long_to_be_counted_is_told_as_that_many_or_more(monkeypatch, analyst, at):
    for number in range(4):
        factories.upload(by=analyst, at=at, title=f"Sheet {number}")
    monkeypatch.setattr(counting, "MOST", 2)
    assert counting.figure(counting.count(Snapshot.objects.all())) == "2 or more"


def test_what_failed_within_a_day_is_counted_by_how_it_failed_and_leads_to_its_list(client, analyst, editor):
    now = timezone.now()
    for name, age in (("a", timedelta(hours=1)), ("b", timedelta(hours=2)), ("c", timedelta(hours=30))):
        document = source_services.add_address(by=analyst, url=f"https://example.org/{name}", at=now)
        source_services.refetch(document=document, fetch=factories.Web(), at=now - age)
    read = source_services.add_address(by=analyst, url="https://example.org/read", at=now)
    source_services.refetch(document=read, fetch=factories.Web(**{read.url: factories.DATA_SHEET}), at=now)
    (failed,) = page(client, editor).context["failures"]
    assert (failed.name, failed.figure) == ("Fetches with the result “unreachable”", "2")
    assert client.get(failed.url).context["cl"].result_count == 2


def test_work_that_was_given_up_lately_is_told_and_older_one_is_left_to_the_cards(client, analyst, editor, at):
    now = timezone.now()
    recent, old = (factories.article(by=analyst, at=at, text=f"The engine flew {n} times.") for n in (17, 18))
    Article.objects.filter(pk=recent.pk).update(state=Article.State.DEAD, run_after=now - timedelta(hours=3))
    Article.objects.filter(pk=old.pk).update(state=Article.State.DEAD, run_after=now - timedelta(days=3))
    (failed,) = page(client, editor).context["failures"]
    assert (failed.name, failed.figure) == ("Articles that could not be split", "1")
    assert [row.pk for row in client.get(failed.url).context["cl"].result_list] == [recent.pk]


def test_a_letter_that_did_not_go_out_is_told_and_leads_to_who_waits_for_it(client, analyst, editor):
    now = timezone.now()
    analyst.email = "ada@example.org"
    analyst.save()
    say = {"recipients": [analyst], "kind": NoticeKind.MENTIONED}
    say["facts"] = {"by": "edith", "claim": "The engine flew.", "words": "Look at this."}
    review_services.tell(**say, key="new", at=now - timedelta(minutes=30))
    assert failures.lately(at=now) == []
    review_services.tell(**say, key="old", at=now - timedelta(hours=3))
    (failed,) = page(client, editor).context["failures"]
    assert (failed.name, failed.figure) == ("People whose email was not sent", "1")
    assert [person.username for person in client.get(failed.url).context["cl"].result_list] == ["ada"]


def test_a_worker_and_beat_that_leave_signs_are_well_and_silent_ones_are_not(clock):
    now = timezone.now()
    assert _well(now)[2:4] == [False, False]
    heartbeats.beat(heartbeats.WORKER)
    heartbeats.beat(heartbeats.BEAT)
    assert _well(now)[:4] == [True, True, True, True]
    assert _well(now + timedelta(minutes=2))[2:4] == [False, False]


def test_a_scheduled_task_that_is_not_done_any_more_is_told(clock):
    now = timezone.now()
    heartbeats.beat("reviews.tasks.schedule_rechecks")

    def schedule(at) -> tuple[bool, str]:
        return next((check.is_well, check.sentence) for check in health.checks(at=at) if "Schedule re-" in check.name)

    assert schedule(now) == (True, "Ran just now.")
    assert schedule(now + timedelta(minutes=5, seconds=20)) == (False, "Last ran 5\xa0minutes ago.")


def test_a_task_that_a_worker_has_done_leaves_its_sign():
    sweep.apply()
    assert "reviews.tasks.sweep" in heartbeats.last_seen()


def test_what_beat_rings_for_leaves_its_sign_and_what_others_ring_for_does_not():
    with app.connection_for_write() as broker:
        sweep.apply_async(connection=broker)
        before = heartbeats.BEAT in heartbeats.last_seen()
        heartbeats._watch_beat()
        sweep.apply_async(connection=broker)
        heartbeats.after_task_publish.disconnect(heartbeats._beat_sent)
        broker.default_channel.queue_purge("recheck")
    assert (before, heartbeats.BEAT in heartbeats.last_seen()) == (False, True)


def test_a_sign_that_cannot_be_left_holds_nobody_up(without_redis):
    heartbeats.beat(heartbeats.WORKER)
    with pytest.raises(heartbeats.RedisError):
        heartbeats.last_seen()


def _well(at) -> list[bool]:
    return [check.is_well for check in health.checks(at=at)]


def test_the_longest_wait_for_sign_off_counts_from_the_last_judgement(client, analyst, editor, at):
    assert queries.longest_waiting_for_sign_off() is None
    review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    review_services.return_review(by=editor, review=review, note="Cite the vacuum figure.", at=at)
    later = at + timedelta(hours=5)
    factories.judge(review.claim, by=analyst, at=later, cited=list(review.claim.citations.all()))
    assert queries.longest_waiting_for_sign_off() == later


def test_the_looks_of_the_last_days_are_drawn_with_their_table(client, analyst, editor, at, clock):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    (recheck,) = review_services.request_rechecks(citations=verdict.citations.all(), at=at)
    review_services.run_recheck(recheck_id=recheck.pk, fetch=factories.Web(), at=at)
    shown = page(client, editor)
    days = shown.context["days"]
    assert (len(days), sum(days[-1].counts), sum(sum(day.counts) for day in days)) == (14, 1, 1)
    assert "Show as a table" in shown.content.decode()


def test_the_page_asks_as_often_for_many_rows_as_for_none(client, analyst, editor, at):
    page(client, editor)
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("admin:index"))
    for status in (Status.IN_APPROVAL, Status.PUBLISHED):
        article = factories.article(by=analyst, at=at, text=f"The {status} engine has a thrust of 4150 N.")
        factories.review_at(status, analyst=analyst, editor=editor, at=at, claim=article.claims.first())
    Article.objects.update(state=Article.State.DEAD, run_after=timezone.now())
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("admin:index"))
    assert (len(few), len(few) < 30) == (len(many), True)


@pytest.mark.parametrize(
    ("index", "rows"),
    [
        ("claims_finding_undecided", lambda: Finding.objects.filter(state=Finding.State.OPEN)),
        ("claims_article_given_up", lambda: Article.objects.filter(state=Article.State.DEAD)),
        ("claims_article_due", lambda: queries_of_articles()),
        ("reviews_recheck_given_up", lambda: Recheck.objects.filter(state=Recheck.State.DEAD)),
        ("reviews_recheck_due", lambda: Recheck.objects.due()),
        ("sources_snapshot_due", lambda: Snapshot.objects.due()),
        ("sources_snapshot_given_up", lambda: Snapshot.objects.filter(state="DEAD", run_after__gte=timezone.now())),
        ("sources_attempt_lately", lambda: FetchAttempt.objects.filter(at__gte=timezone.now())),
    ],
)
def test_each_figure_is_counted_along_an_index(index, rows):
    with CaptureQueriesContext(connection) as asked:
        counting.count(rows())
    assert can_be_read_along(index, asked.captured_queries[0]["sql"])


def queries_of_articles():
    return Article.objects.filter(state=Article.State.PENDING)
