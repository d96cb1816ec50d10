"""Somebody whose change waits too long behind others' is told so, and nothing of it is done."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from core.accounts.policies import Role
from sources.models import Document
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def impatient():
    """The test's own connection waits for a twentieth of a second."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '50ms'")
    yield
    connection.close()


@contextmanager
def somebody_at_work(table: str, pk: int):
    """Another connection has the row for as long as this lasts."""
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {table} WHERE id = %s FOR UPDATE", [pk])  # noqa: S608 - a name that a test gives
        yield
    finally:
        other.rollback()
        other.close()


def reworded(claim, person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client.post(reverse("reword", args=[claim.pk]), {"text": "The RD-180 has 4150 N of thrust."})


def test_a_page_says_that_nothing_was_saved_and_what_to_do(analyst, at, impatient):
    claim = factories.claim(by=analyst, at=at)
    with somebody_at_work("claims_claim", claim.pk):
        answer = reworded(claim, analyst)
    before, _ = claim.text, claim.refresh_from_db()
    assert (answer.status_code, answer.headers["Retry-After"], claim.text) == (503, "2", before)
    assert "Your changes were not saved. Go back and submit them again in a moment." in answer.content.decode()


def test_without_the_middleware_it_would_be_a_fault_of_ours(analyst, at, impatient, settings):
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if name != "core.web.lock_timeouts.LockTimeoutMiddleware"
    ]
    claim = factories.claim(by=analyst, at=at)
    with somebody_at_work("claims_claim", claim.pk):
        assert reworded(claim, analyst).status_code == 500


def test_a_program_is_told_in_a_sentence(at, impatient):
    editor = factories.person("edith", Role.EDITOR)
    source, program = factories.upload(by=editor, at=at).document, program_of(editor)
    address = f"/api/v1/sources/{source.pk}/"
    etag = program.get(address).headers["ETag"]
    with somebody_at_work("sources_document", source.pk):
        answer = program.patch(address, {"grade": "B2"}, format="json", HTTP_IF_MATCH=etag)
    assert (answer.status_code, answer.json()["detail"], Document.objects.get().grade) == (
        503,
        "Someone else is changing this right now, so your change was not saved. Try again in a moment.",
        "",
    )
    assert answer.headers["Retry-After"] == "2"


def test_other_faults_of_the_database_stay_faults(analyst, at, monkeypatch):
    def run_away(**_: object) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(1)")

    monkeypatch.setattr("reviews.services.edit_claim", run_away)
    assert reworded(factories.claim(by=analyst, at=at), analyst).status_code == 500
