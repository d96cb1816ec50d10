"""`manage.py doctor` says what is wrong with a deployment, and how to mend it."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from config import doctor, heartbeats
from config.management.commands.seed import SEEDS
from reviews import tasks
from reviews.models import LedgerEntry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def deployed(settings, tmp_path, editor, monkeypatch):
    """A machine on which everything is there and was heard of just now."""
    monkeypatch.setattr(doctor, "_LOW_ON_DISK", 0)
    settings.VAR = settings.STATIC_ROOT = tmp_path
    settings.PLUMBLINE_LEDGER_HEADS = tmp_path / "heads.jsonl"
    (tmp_path / "staticfiles.json").write_text("{}")
    heartbeats._last.clear()
    for name in (heartbeats.WORKER, heartbeats.BEAT, *heartbeats.scheduled()):
        heartbeats.beat(name)


def to_fix() -> dict[str, str]:
    return {check.name: check.sentence for check in doctor.examine(at=timezone.now()) if not check.is_well}


def test_where_everything_is_well_it_says_so_check_by_check(deployed):
    out = StringIO()
    call_command("doctor", stdout=out)
    lines = out.getvalue().splitlines()
    assert (len(lines) > 15, {line[:3] for line in lines[:-1]}, lines[-1]) == (True, {"ok "}, "Everything is well.")


def test_what_never_ran_or_is_not_there_is_told_with_what_to_do(deployed, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    heartbeats.cache.clear()
    found = to_fix()
    assert found["Static files"] == (
        f"None in {tmp_path / 'static'}, so that pages have neither style nor scripts. Run manage.py up --prepare."
    )
    assert found["Worker"] == "It has never reported. Start it, and check its log if it stops again."
    with pytest.raises(CommandError, match=f"{len(found)} things to fix."):
        call_command("doctor", stdout=StringIO())


def test_a_disk_that_is_almost_full_is_told(deployed, monkeypatch):
    monkeypatch.setattr(doctor, "_LOW_ON_DISK", 2**63)
    assert to_fix()["Disk"].endswith("Uploads stop when it is full: make room.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda recorder: recorder.migration_qs.filter(app="reviews").order_by("-name").first().delete(),
            "A migration is not applied, beginning with reviews ",
        ),
        (
            lambda recorder: recorder.record_applied("reviews", "9999_of_next_year"),
            "They are of a newer release, which has reviews 9999_of_next_year. Install that release.",
        ),
    ],
)
def test_tables_of_another_release_are_told_and_nothing_else_is_asked_of_them(deployed, change, sentence):
    change(MigrationRecorder(connection))
    found = to_fix()
    assert (list(found), found["Tables"].startswith(sentence)) == (["Tables"], True)


def test_a_database_that_does_not_answer_is_told(deployed, monkeypatch):
    def away(*_args: object, **_options: object) -> None:
        raise OperationalError("connection refused\nIs the server running?")

    def silent(*_args: object, **_options: object) -> None:
        raise OperationalError

    monkeypatch.setattr(doctor, "MigrationExecutor", away)
    assert to_fix() == {"Tables": "The database cannot be asked: connection refused"}
    monkeypatch.setattr(doctor, "MigrationExecutor", silent)
    assert to_fix() == {"Tables": "The database cannot be asked: OperationalError"}


def test_clocks_that_are_apart_are_told(deployed, monkeypatch):
    real = timezone.now
    monkeypatch.setattr(doctor.timezone, "now", lambda: real() + timedelta(seconds=90))
    assert to_fix()["Clock"] == "90 s apart from the clock of the database. Set both by NTP."


def test_nobody_to_sign_off_and_sample_passwords_in_production_are_told(deployed, settings, editor):
    settings.PRODUCTION = True
    editor.username = "editor"
    editor.set_password(settings.SAMPLE_PASSWORD)
    editor.save()
    assert to_fix()["People"] == "The sample password, which everybody knows, opens editor. Change it, or delete them."
    editor.is_active = False
    editor.save()
    assert to_fix()["People"] == "Nobody is an editor, so that nothing is signed off. Run createsuperuser."


def test_the_sample_names_are_those_of_the_sample_desk():
    story = json.loads((SEEDS / "story.json").read_text(encoding="utf-8"))
    assert sorted(["admin", *(entry["username"] for entry in story["users"])]) == sorted(doctor.SAMPLE_NAMES)


def test_production_without_a_mail_server_and_with_weak_settings_is_told(deployed, settings):
    settings.PRODUCTION = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    settings.SECURE_HSTS_SECONDS = 0
    assert to_fix()["Email"].startswith("Emails only go to the log of the worker.")
    weak = [check.sentence for check in doctor.examine(at=timezone.now()) if check.name == "Settings"]
    assert any("SECURE_HSTS_SECONDS" in sentence for sentence in weak)


def test_a_record_that_is_missing_behind_or_contradicted_is_told(deployed, analyst, editor, at, settings):
    factories.verdict(analyst=analyst, editor=editor, at=at - timedelta(hours=1))
    assert to_fix()["Ledger heads"].endswith("The scheduler writes it every ten minutes: is it running?")
    tasks.note_ledger_head()
    assert "Ledger heads" not in to_fix()
    settings.PLUMBLINE_LEDGER_HEADS.write_text("")
    assert to_fix()["Ledger heads"] == "1 entry behind. The scheduler writes them every ten minutes."
    entry = LedgerEntry.objects.get()
    settings.PLUMBLINE_LEDGER_HEADS.write_text(f'{{"seq": {entry.seq}, "hash": "{"0" * 64}"}}\n')
    assert to_fix()["Ledger heads"] == (
        f"Entry {entry.seq} was recorded and is not in the ledger any more. Run manage.py verify_ledger."
    )


def test_a_new_entry_is_no_delay(deployed, analyst, editor):
    factories.verdict(analyst=analyst, editor=editor, at=timezone.now())
    assert "Ledger heads" not in to_fix()


def test_a_new_entry_hides_no_older_one_that_waits(deployed, analyst, editor, settings):
    now = timezone.now()
    for at in (now - timedelta(hours=1), now):
        factories.verdict(analyst=analyst, editor=editor, at=at)
    settings.PLUMBLINE_LEDGER_HEADS.write_text("")
    assert to_fix()["Ledger heads"].startswith("2 entries behind.")
