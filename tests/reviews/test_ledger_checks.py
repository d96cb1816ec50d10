"""The ledger is verified once a day, the overview says so, and its head leaves the machine."""

import json
from datetime import timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
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
    send(mail_to=["auditor@example.org"], at=at)
    sentence, letter = ledger_check(at=at).sentence, mail.outbox[0].body
    assert "It could not compare the recorded heads: The file of heads" in sentence
    assert "UTC: FAILED.\n\nThe file of heads" in letter
    for told in (sentence, letter):
        assert ("cannot be read" in told, "Put the file back from your copy" in told) == (True, True)
        assert [word for word in ("at entry", "None", "?", "database") if word in told] == []


def test_a_ledger_verified_before_its_first_entry_has_no_head_to_send(published, settings, at):
    settings.PLUMBLINE_LEDGER_MAIL = ["auditor@example.org"]
    LedgerCheck.objects.create(day=at.date(), started_at=at, finished_at=at)
    assert ledger_check(at=at + timedelta(hours=4)).is_well


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
    assert "UTC: 1 entry verified." in mail.outbox[0].body
    LedgerCheck.objects.update(entries=2, mailed_at=None, mailed_to=[])
    send(mail_to=["auditor@example.org"], at=at)
    assert "UTC: 2 entries verified." in mail.outbox[-1].body


def test_a_refused_address_costs_nobody_else_their_letter_nor_a_second_one(published, heads_file, monkeypatch, at):
    verify(heads_file, at=at)
    refused, send_letter = {"gone@example.org"}, EmailMessage.send

    def deliver(letter: EmailMessage) -> int:
        if refused.intersection(letter.to):
            raise SMTPRecipientsRefused({letter.to[0]: (550, b"no such user")})
        return send_letter(letter)

    monkeypatch.setattr(EmailMessage, "send", deliver)
    everybody = ["gone@example.org", "auditor@example.org"]
    for _hour in range(2):
        send(mail_to=everybody, at=at)
    check = LedgerCheck.objects.get()
    assert ([letter.to for letter in mail.outbox], check.mailed_to, check.mailed_at, check.sending_error) == (
        [["auditor@example.org"]],
        ["auditor@example.org"],
        None,
        "The mail server did not take it for gone@example.org.",
    )
    refused.clear()
    send(mail_to=everybody, at=at)
    check.refresh_from_db()
    assert [letter.to for letter in mail.outbox] == [["auditor@example.org"], ["gone@example.org"]]
    assert (check.mailed_at, check.sending_error) == (at, "")


@pytest.mark.parametrize("heads_expected", [True, False], ids=["heads recorded", "control: a ledger without entries"])
def test_a_ledger_that_was_deleted_altogether_is_told_outside(published, heads_file, heads_expected, at):
    tamper("DELETE FROM reviews_ledgerentry; DELETE FROM reviews_verdictcitation; DELETE FROM reviews_verdict")
    verify(heads_file if heads_expected else None, at=at)
    posted = []

    def accept(_url: str, body: bytes, _headers: dict) -> PushResult:
        posted.append(json.loads(body)["data"])
        return PushResult(204, None, 1)

    for _hour in range(2):
        send(mail_to=["auditor@example.org"], webhook=HOOK, push=accept, at=at)
    told = [(letter.subject, "FAILED at entry 1." in letter.body, "None" in letter.body) for letter in mail.outbox]
    assert told == [("Plumbline: ledger FAILED verification", True, False)] * heads_expected
    assert [(said["seq"], said["bad_entry"]) for said in posted] == [(None, 1)] * heads_expected


def test_the_head_is_the_one_that_the_ledger_had_before_it_was_verified(published, monkeypatch, at):
    whole = verification.verify_ledger()

    def verify_and_publish(*_heads: object) -> verification.Report:
        tamper("UPDATE reviews_ledgerentry SET hash = repeat('e', 64)")  # what is found at the end is another head
        return whole

    monkeypatch.setattr(verification, "verify_ledger", verify_and_publish)
    call_command("verify_ledger", "--record", stdout=StringIO())
    assert LedgerCheck.objects.get().head_hash == published.hash


def test_one_begun_again_has_the_head_of_its_own_beginning(published, at):
    LedgerCheck.objects.create(day=at.date(), started_at=at, head_seq=None, head_hash="")
    verify(at=at + timedelta(hours=1))
    check = LedgerCheck.objects.get()
    assert (check.attempts, check.head_seq, check.head_hash) == (2, 1, published.hash)


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
