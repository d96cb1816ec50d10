"""A person has at most two downloads at the same time, and every way in which one ends gives the slot back."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from django.contrib.auth.models import User
from django.db import connection
from rest_framework.exceptions import Throttled

from reviews.api import download_slots
from tests.clients import program_of

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/export/verdicts.ndjson"


@contextmanager
def another_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each thread of the web server has a connection of its own; here one is opened for as long as the block runs."""
    own = connection.copy()
    with monkeypatch.context() as patch:
        patch.setattr(download_slots, "connection", own)
        try:
            yield
        finally:
            own.close()


@contextmanager
def running(how_many: int, user: User, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[download_slots.DownloadSlot]]:
    """So many downloads of this person are under way in other threads."""
    taken = []
    with ExitStack() as open_connections:
        for _ in range(how_many):
            own = connection.copy()
            open_connections.callback(own.close)
            with monkeypatch.context() as patch:
                patch.setattr(download_slots, "connection", own)
                taken.append(download_slots.take(user))
        yield taken


def test_a_third_download_is_refused_until_one_has_ended(consumer, monkeypatch):
    program = program_of(consumer)
    with running(2, consumer, monkeypatch) as taken:
        refused = program.get(ADDRESS)
        assert len({slot.name for slot in taken}) == 2
    assert (refused.status_code, refused.json()["detail"]) == (
        429,
        "You have 2 downloads running. Wait for one of them to finish, or cancel one, then try again.",
    )
    assert program.get(ADDRESS).status_code == 200


def test_without_the_limit_a_third_download_begins(consumer, monkeypatch):
    with running(2, consumer, monkeypatch):
        monkeypatch.setattr(download_slots, "AT_ONCE", 1000)
        assert program_of(consumer).get(ADDRESS).status_code == 200


def test_the_downloads_of_somebody_else_do_not_count(consumer, analyst, monkeypatch):
    with running(2, analyst, monkeypatch):
        assert program_of(consumer).get(ADDRESS).status_code == 200


def read_to_the_end(answer) -> None:
    b"".join(answer.streaming_content)


def break_off_after_the_first_words(answer) -> None:
    next(iter(answer.streaming_content))
    answer.close()


def close_unread(answer) -> None:
    answer.close()


@pytest.mark.parametrize("end", [read_to_the_end, break_off_after_the_first_words, close_unread])
def test_a_download_gives_its_slot_back_however_it_ends(consumer, published, monkeypatch, end):
    published(3)
    monkeypatch.setattr(download_slots, "AT_ONCE", 1)
    answer = program_of(consumer).get(ADDRESS)
    with another_thread(monkeypatch), pytest.raises(Throttled):
        download_slots.take(consumer)
    end(answer)
    with another_thread(monkeypatch):
        assert download_slots.take(consumer).name == f"download 0 of user {consumer.pk}"


@pytest.mark.parametrize(
    ("kind", "wanted", "given"),
    [
        ("csv", "text/csv", "text/csv; charset=utf-8; header=present"),
        ("ndjson", "application/x-ndjson", "application/x-ndjson"),
        ("json", "application/json", "application/json"),
        ("csv", "image/png", "text/csv; charset=utf-8; header=present"),
    ],
)
def test_the_address_names_the_format_whatever_the_program_accepts(consumer, kind, wanted, given):
    answer = program_of(consumer).get(f"/api/v1/export/verdicts.{kind}", HTTP_ACCEPT=wanted)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, given)
