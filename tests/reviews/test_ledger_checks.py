"""The ledger is verified once a day, the overview says so, and its head leaves the machine."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from config.dashboard.ledger import ledger_check
from reviews import services, tasks, verification
from reviews.models import LedgerCheck, LedgerEntry
from sources.fetching import Pusher, PushResult
from tests import factories
from tests.reviews.test_verification import tamper

pytestmark = pytest.mark.django_db

SITE, HOOK = "https://plumbline.example.org", "https://auditor.example.org/heads"


@pytest.fixture
def published(analyst, editor, at):
    factories.verdict(analyst=analyst, editor=editor, at=at)
    return LedgerEntry.objects.get()


@pytest.fixture
def heads_file(published, tmp_path, at):
    path = tmp_path / "heads.jsonl"
    verification.note_head(path, at=at)
    return path


def verify(path=None, *, at) -> LedgerCheck | None:
    return services.verify_once_a_day(heads_file=path, clock=lambda: at)


def send(*, mail_to=(), webhook=None, push=None, at) -> None:
    services.send_newest_head(mail_to=mail_to, webhook=webhook, push=push or refuse, site=SITE, at=at)


def refuse(*_posted: object) -> PushResult:
    return PushResult(503, None, 1)


def test_it_is_verified_once_a_day_and_the_row_says_what_was_found(published, heads_file, at):
    verify(heads_file, at=at)
    assert verify(heads_file, at=at + timedelta(minutes=1)) is None
    verify(heads_file, at=at + timedelta(days=1))
    kept = LedgerCheck.objects.order_by("pk").values_list("day", "entries", "replayed", "heads", "head_seq", "fault")
    assert list(kept) == [(at.date(), 1, 1, 1, 1, ""), (at.date() + timedelta(days=1), 1, 1, 1, 1, "")]
    assert set(LedgerCheck.objects.values_list("head_hash", flat=True)) == {published.hash}


def test_one_whose_worker_died_is_begun_again_but_not_for_ever(published, monkeypatch, at):
    def die(*_heads: object) -> None:
        raise SystemExit

    monkeypatch.setattr(verification, "verify_ledger", die)
    begun = []
    for hour in range(5):
        try:
            begun.append(verify(at=at + timedelta(hours=hour)))
        except SystemExit:
            begun.append("begun")
    assert begun == ["begun", "begun", "begun", None, None]
    assert (LedgerCheck.objects.get().attempts, LedgerCheck.objects.get().finished_at) == (3, None)
    overdue = ledger_check(at=at + timedelta(days=2))
    assert (overdue.is_well, "did not finish" in overdue.sentence) == (False, True)


@pytest.mark.parametrize("rewritten", [True, False], ids=["rewritten", "control: nobody touched it"])
def test_a_ledger_that_was_written_anew_fails_on_the_overview_until_it_is_whole(
    published, heads_file, rewritten, at, caplog
):
    if rewritten:
        heads_file.write_text(json.dumps({"seq": 1, "hash": "f" * 64}) + "\n")
    verify(heads_file, at=at)
    shown = ledger_check(at=at)
    assert shown.is_well is not rewritten
    assert ("It failed at entry 1: entry 1 differs from the recorded head" in shown.sentence) is rewritten
    assert ("The ledger failed verification" in caplog.text) is rewritten
    call_command("verify_ledger", "--record", stdout=StringIO())
    assert ledger_check(at=timezone.now()).is_well


def test_a_file_of_heads_that_is_gone_is_a_failure(published, tmp_path, at):
    verify(tmp_path / "gone.jsonl", at=at)
    assert "cannot be read" in LedgerCheck.objects.get().fault


def test_the_overview_says_when_it_is_overdue(published, heads_file, at):
    assert ledger_check(at=published.verdict.published_at).sentence == "The first one is done within the hour."
    assert ledger_check(at=published.verdict.published_at + timedelta(hours=4)).is_well is False
    verify(heads_file, at=at)
    whole = ledger_check(at=at + timedelta(hours=1))
    assert (whole.is_well, whole.sentence.replace("\xa0", " ")) == (
        True,
        "1 entry whole, 1 recorded head compared, 1 hour ago.",
    )
    overdue = ledger_check(at=at + timedelta(hours=28))
    assert (overdue.is_well, "the scheduler and a worker are running" in overdue.sentence) == (False, True)


def test_the_head_is_mailed_once_to_editors_and_others_each_by_themselves(published, heads_file, editor, at):
    editor.email = "editor@example.org"
    editor.save()
    verify(heads_file, at=at)
    for _hour in range(2):
        send(mail_to=["editors", "auditor@example.org"], at=at)
    assert [letter.to for letter in mail.outbox] == [["editor@example.org"], ["auditor@example.org"]]
    assert mail.outbox[0].subject == "Plumbline: ledger head 1"
    assert f"Entry 1\n{published.hash}" in mail.outbox[0].body
    assert "1 entries verified" in mail.outbox[0].body


def test_a_failure_is_mailed_as_one(published, heads_file, at):
    heads_file.write_text(json.dumps({"seq": 1, "hash": "f" * 64}) + "\n")
    verify(heads_file, at=at)
    send(mail_to=["auditor@example.org"], at=at)
    assert (mail.outbox[0].subject, "FAILED at entry 1" in mail.outbox[0].body) == (
        "Plumbline: ledger FAILED verification",
        True,
    )


def test_what_was_not_accepted_is_sent_again_and_shows_meanwhile(published, heads_file, settings, at):
    settings.PLUMBLINE_LEDGER_WEBHOOK = HOOK
    verify(heads_file, at=at)
    send(webhook=HOOK, at=at)
    shown = ledger_check(at=at + timedelta(hours=4))
    assert (shown.is_well, "has not left this machine." in shown.sentence) == (
        False,
        True,
    )
    posted = []

    def accept(url: str, body: bytes, _headers: dict) -> PushResult:
        posted.append((url, json.loads(body)["data"]))
        return PushResult(204, None, 1)

    for _hour in range(2):
        send(webhook=HOOK, push=accept, at=at)
    assert [(url, said["seq"], said["hash"], said["fault"]) for url, said in posted] == [(HOOK, 1, published.hash, "")]
    assert ledger_check(at=at + timedelta(hours=4)).is_well


def test_nothing_is_sent_where_nowhere_is_named(published, heads_file, at):
    verify(heads_file, at=at)
    send(at=at)
    assert (mail.outbox, LedgerCheck.objects.get().sending_error) == ([], "")


@pytest.mark.parametrize(("internal", "accepted"), [(frozenset(), False), (frozenset({"127.0.0.1:9"}), None)])
def test_the_head_goes_through_the_guard_of_every_message(published, heads_file, internal, accepted, at):
    verify(heads_file, at=at)
    dialled = []

    def dial(*given: object, **_options: object) -> None:
        dialled.append(given)
        raise OSError

    send(webhook="http://127.0.0.1:9/heads", push=Pusher(internal_hosts=internal, dial=dial).post, at=at)
    assert bool(dialled) is (accepted is None)
    assert LedgerCheck.objects.get().posted_at is None


def test_the_task_does_both(published, heads_file, settings):
    settings.PLUMBLINE_LEDGER_HEADS = heads_file
    settings.PLUMBLINE_LEDGER_MAIL = ["auditor@example.org"]
    tasks.verify_ledger()
    tasks.verify_ledger()
    assert (LedgerCheck.objects.get().heads, len(mail.outbox)) == (1, 1)


def test_a_head_that_was_mailed_shows_later_what_was_changed(published, heads_file, tmp_path, at):
    verify(heads_file, at=at)
    send(mail_to=["auditor@example.org"], at=at)
    seq, digest = mail.outbox[0].body.split("Entry ")[1].splitlines()[:2]
    kept = tmp_path / "kept.jsonl"
    kept.write_text(json.dumps({"seq": int(seq), "hash": digest}) + "\n")
    assert verification.verify_ledger(verification.read_heads(kept)).fault == ""
    tamper("DELETE FROM reviews_ledgerentry")
    assert verification.verify_ledger(verification.read_heads(kept)).bad_entry == 1
