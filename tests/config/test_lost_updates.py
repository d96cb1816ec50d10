"""Many people change the same rows at once, on pages, in the admin and by the API: nobody's change is lost.

Every change is noted with the value that its writer saw. Where two writers were told that theirs is saved and both had
seen the same value, the later one has put the earlier one out of sight, unread: that one is lost.
"""

import os
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from itertools import chain
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from core.accounts.policies import Role
from sources.models import Document
from tests import factories
from tests.clients import program_of
from tests.waiting import LONGEST

pytestmark = pytest.mark.django_db(transaction=True)

#: The measured size is 20 writers with 60 changes each.
WRITERS = int(os.environ.get("LOST_UPDATES_WRITERS", "5"))
EDITS = int(os.environ.get("LOST_UPDATES_EDITS", "6"))

#: Puts a word into the row. Returns the value that was on the screen, or None where the change was refused.
Write = Callable[[str], str | None]
#: What happens between reading and writing.
Meanwhile = Callable[[], object]


def editors(how_many: int) -> list:
    return [factories.person(f"editor {number}", Role.EDITOR) for number in range(how_many)]


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)
    return client


def nothing() -> None:
    """Leave it to chance who reads and writes when."""


def everybody_reads() -> Meanwhile:
    """Wait until every writer has read, so that all write over the same value."""
    return Barrier(WRITERS, timeout=LONGEST).wait


def in_the_admin(person: object, source: Document, meanwhile: Meanwhile) -> Write:
    client, address = signed_in(person), reverse("admin:sources_document_change", args=[source.pk])

    def write(word: str) -> str | None:
        page = client.get(address).content.decode()
        shown = {name: shown_in(page, name) for name in ("title", "publisher", "grade", "seen_version")}
        meanwhile()
        answer = client.post(address, {**shown, "publisher": word, "in_library": "on"})
        return shown["publisher"] if answer.status_code == 302 else None

    return write


def shown_in(page: str, field: str) -> str:
    """What stands in a field. The test client's own record of it mixes up what threads render at the same time."""
    tag = re.search(rf'<input[^>]*name="{field}"[^>]*>', page)[0]
    value = re.search(r' value="([^"]*)"', tag)
    return unescape(value[1]) if value else ""


def by_the_api(person: object, source: Document, meanwhile: Meanwhile) -> Write:
    program, address = program_of(person), f"/api/v1/sources/{source.pk}/"

    def write(word: str) -> str | None:
        shown = program.get(address)
        meanwhile()
        answer = program.patch(address, {"publisher": word}, format="json", HTTP_IF_MATCH=shown.headers["ETag"])
        assert answer.status_code in (200, 412, 503), answer.content
        return shown.json()["publisher"] if answer.status_code == 200 else None

    return write


def on_the_page(person: object, claim: Claim, meanwhile: Meanwhile = nothing, *, guarded: bool = True) -> Write:
    client, address = signed_in(person), reverse("reword", args=[claim.pk])

    def write(word: str) -> str | None:
        shown = Claim.objects.get(pk=claim.pk)
        meanwhile()
        form = {"text": f"The engine flew as {word}.", **({"seen_version": shown.version} if guarded else {})}
        client.post(address, form)
        return shown.text if "The claim has been reworded." in client.get("/").content.decode() else None

    return write


def everybody_writes(writers: list[Write], *, edits: int = EDITS) -> list[str]:
    """Let all write at once, each words of their own. Return what was seen by those who were told it is saved."""

    def write_all(number: int) -> list[str]:
        try:
            words = [f"{chr(97 + number)}{chr(97 + edit // 26)}{chr(97 + edit % 26)}" for edit in range(edits)]
            return [seen for seen in map(writers[number], words) if seen is not None]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(writers)) as pool:
        return list(chain.from_iterable(pool.map(write_all, range(len(writers)))))


def lost(seen: list[str]) -> int:
    return sum(count - 1 for count in Counter(seen).values())


@pytest.fixture
def source(editor, at) -> Document:
    return factories.upload(by=editor, at=at).document


@pytest.fixture
def claim(analyst, at) -> Claim:
    return factories.claim(by=analyst, at=at, containing="first flown")


def of_the_source(source: Document, meanwhile: Meanwhile = nothing) -> list[Write]:
    """Half of the writers use the admin, half the API."""
    ways = [in_the_admin, by_the_api]
    return [ways[number % 2](each, source, meanwhile) for number, each in enumerate(editors(WRITERS))]


def test_no_change_of_a_source_is_lost(source, record_property):
    seen = everybody_writes(of_the_source(source))
    record_property("saved", len(seen))
    assert (lost(seen), len(seen) >= EDITS) == (0, True)


def test_without_the_guards_changes_of_a_source_are_lost(source, monkeypatch):
    monkeypatch.setattr("core.admin.read_only.version_of", lambda row, names: "whatever")
    monkeypatch.setattr("sources.services.documents.version_of", lambda row, names: "whatever")
    monkeypatch.setattr("core.web.preconditions.etag_of", lambda shown, **_edited: '"whatever"')
    assert lost(everybody_writes(of_the_source(source, everybody_reads()), edits=1)) == WRITERS - 1


def test_no_rewording_of_a_claim_is_lost(claim, record_property):
    seen = everybody_writes([on_the_page(each, claim) for each in editors(WRITERS)])
    record_property("saved", len(seen))
    assert (lost(seen), len(seen) >= EDITS) == (0, True)


def test_without_the_guard_rewordings_are_lost(claim):
    together = everybody_reads()
    writers = [on_the_page(each, claim, together, guarded=False) for each in editors(WRITERS)]
    assert lost(everybody_writes(writers, edits=1)) == WRITERS - 1


def test_a_second_saving_of_what_was_seen_before_is_refused_in_the_admin_with_what_stands_there_now(
    client, editor, source
):
    client.force_login(editor)
    address = reverse("admin:sources_document_change", args=[source.pk])
    form = client.get(address).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields} | {"in_library": "on"}
    first = client.post(address, {**shown, "grade": "B2"})
    second = client.post(address, {**shown, "grade": "C3"})
    refusal = second.context["adminform"].form
    source.refresh_from_db()
    assert (first.status_code, second.status_code, source.grade) == (302, 200, "B2")
    assert refusal.non_field_errors() == [
        "Someone else changed this while you were editing, and your changes were not saved. The current values are: Grade: B2. Save again to replace them with yours."
    ]
    again = client.post(address, {**shown, "grade": "C3", "seen_version": refusal["seen_version"].value()})
    source.refresh_from_db()
    assert (again.status_code, source.grade) == (302, "C3")


def test_a_program_that_names_no_state_or_an_old_one_changes_nothing(editor, source):
    program, address = program_of(editor), f"/api/v1/sources/{source.pk}/"
    etag = program.get(address).headers["ETag"]
    without = program.patch(address, {"grade": "B2"}, format="json")
    first = program.patch(address, {"grade": "B2"}, format="json", HTTP_IF_MATCH=etag)
    stale = program.patch(address, {"grade": "C3"}, format="json", HTTP_IF_MATCH=etag)
    bad = program.patch(address, {"grade": "Z9"}, format="json", HTTP_IF_MATCH=first.headers["ETag"])
    assert [answer.status_code for answer in (without, first, stale, bad)] == [428, 200, 412, 400]
    source.refresh_from_db()
    assert source.grade == "B2"
