"""What was backed up while people worked comes back whole, and nothing else does."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from config import backups
from config.servers import CannotStart
from reviews import tasks, verification
from tests import databases, factories
from tests.waiting import LONGEST

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "four-words-of-somebody"
ASK = """
import django
django.setup()
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.management import call_command
from django.test import Client
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
call_command("migrate", "--check")
call_command("verify_ledger")
answer = Client().post("/sign-in/", dict(username="%s", password="%s"), headers=dict(host="localhost"))
print(answer.status_code)
"""


@contextmanager
def using(name: str) -> Iterator[None]:
    """The settings name another database for as long as this lasts."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@pytest.fixture
def empty_database() -> Iterator[str]:
    with databases.empty_database() as name:
        yield name


@contextmanager
def somebody_writing() -> Iterator[None]:
    """Rows are added without a pause by another connection, the first of them before this begins."""
    stop, began = threading.Event(), threading.Event()
    name = connection.settings_dict["NAME"]

    def write() -> None:
        with databases.connected(name) as database:
            while not stop.is_set():
                database.execute("INSERT INTO django_site_notes (text) VALUES (md5(random()::text))")
                began.set()

    with databases.connected(name) as database:
        database.execute("CREATE TABLE django_site_notes (text text)")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert began.wait(LONGEST), "nobody wrote"
        yield
    finally:
        stop.set()
        writer.join()
        with databases.connected(name) as database:
            database.execute("DROP TABLE django_site_notes")


def test_a_backup_under_writes_comes_back_with_its_ledger_and_its_people(
    analyst, editor, at, tmp_path, settings, empty_database, capsys
):
    settings.PLUMBLINE_LEDGER_HEADS = tmp_path / "heads.jsonl"
    analyst.password = Argon2PasswordHasher().encode(PASSWORD, "of-a-test")  # as in production, unlike in tests
    analyst.save()
    factories.verdict(analyst=analyst, editor=editor, at=at)
    tasks.note_ledger_head()
    folder = tmp_path / "monday"
    with somebody_writing():
        call_command("backup", folder)
        written_since = backups.table_sums()["django_site_notes"].rows
    kept = backups.read_manifest(folder)
    assert 0 < kept["django_site_notes"].rows < written_since
    assert (kept["reviews_ledgerentry"].rows, kept["sources_blob"].rows > 0) == (1, True)
    assert (folder / backups.HEADS).read_bytes() == settings.PLUMBLINE_LEDGER_HEADS.read_bytes()
    with using(empty_database):
        call_command("restore", folder)
        assert backups.table_sums() == kept
    rows = sum(entry.rows for entry in kept.values())
    assert f"Restored {rows} rows of {len(kept)} tables; each is what it was" in capsys.readouterr().out
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{empty_database}").geturl()
    asked = subprocess.run(
        [sys.executable, "-c", ASK % (analyst.username, PASSWORD)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.returncode, asked.stdout.splitlines()[0], asked.stdout.splitlines()[-1]) == (
        0,
        "1 entries verified; 1 verdicts replayed with the same outcome.",
        "302",
    ), asked.stderr


def test_a_head_that_is_noted_meanwhile_is_not_in_the_backup(analyst, editor, at, tmp_path, settings, monkeypatch):
    settings.PLUMBLINE_LEDGER_HEADS = tmp_path / "heads.jsonl"
    factories.verdict(analyst=analyst, editor=editor, at=at)
    tasks.note_ledger_head()
    sums = backups.table_sums

    def publish() -> None:
        try:
            factories.verdict(analyst=analyst, editor=editor, at=at)
            tasks.note_ledger_head()
        finally:
            connection.close()

    def summed_while_somebody_publishes() -> backups.Manifest:
        publisher = threading.Thread(target=publish)
        publisher.start()
        publisher.join(LONGEST)
        return sums()

    monkeypatch.setattr(backups, "table_sums", summed_while_somebody_publishes)
    kept = backups.back_up(tmp_path / "monday", at=timezone.now())
    heads = [
        len(verification.read_heads(path)) for path in (tmp_path / "monday" / backups.HEADS, tmp_path / "heads.jsonl")
    ]
    assert (kept["reviews_ledgerentry"].rows, heads) == (1, [1, 2])


def test_a_program_that_is_not_there_or_does_not_start_is_said(tmp_path, monkeypatch):
    def incomplete(_name: str) -> Path:
        raise CannotStart("It is not complete.")

    monkeypatch.setattr(backups, "postgres_program", incomplete)
    with pytest.raises(CommandError, match="It is not complete."):
        call_command("backup", tmp_path / "monday")
    monkeypatch.setattr(backups, "postgres_program", lambda _name: tmp_path / "nothing")
    with pytest.raises(CommandError, match="pg_dump cannot be started: No such file or directory."):
        call_command("backup", tmp_path / "monday")


def test_the_programs_are_told_everything_that_the_connection_is(monkeypatch):
    told = {"sslrootcert": "/ca", "sslcert": "/cert", "sslkey": "/key", "passfile": "/pass", "service": "desk"}
    monkeypatch.setattr(connection, "get_connection_params", lambda: told)
    assert set(told.values()) < set(backups._environment().values())


def test_a_table_that_differs_after_all_is_named(analyst, tmp_path, empty_database):
    backups.back_up(tmp_path / "monday", at=timezone.now())
    manifest = tmp_path / "monday" / backups.MANIFEST
    people = backups.read_manifest(tmp_path / "monday")["auth_user"]
    manifest.write_text(manifest.read_text().replace(people.checksum, str(int(people.checksum) + 1)))
    with using(empty_database), pytest.raises(CommandError, match="differ from the backup after .*: auth_user"):
        call_command("restore", tmp_path / "monday")


def test_a_backup_is_neither_written_over_another_nor_restored_over_data(tmp_path):
    backups.back_up(tmp_path / "monday", at=timezone.now())
    with pytest.raises(CommandError, match="exists already. Name a folder that does not"):
        call_command("backup", tmp_path / "monday")
    with pytest.raises(CommandError, match="The database is not empty."):
        call_command("restore", tmp_path / "monday")


def test_what_is_no_backup_or_a_damaged_one_is_said(tmp_path, empty_database):
    with pytest.raises(CommandError, match="is no finished backup"):
        call_command("restore", tmp_path)
    (tmp_path / backups.MANIFEST).write_text("{")
    with pytest.raises(CommandError, match="is damaged. Use another backup."):
        call_command("restore", tmp_path)
    (tmp_path / backups.MANIFEST).write_text('{"tables": {}}')
    (tmp_path / backups.DUMP).write_bytes(b"no dump")
    with using(empty_database), pytest.raises(CommandError, match="pg_restore failed: "):
        call_command("restore", tmp_path)
