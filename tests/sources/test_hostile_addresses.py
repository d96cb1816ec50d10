"""Addresses that mean this machine or its neighbours, by every door: not a byte arrives at what listens there."""

# ruff: noqa: TID251 - the sockets are on loopback

import io
import json
import os
import socket
from collections.abc import Callable
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from core.accounts.policies import Role
from sources import services, tasks
from sources.fetching import AddressRefused, Fetcher, addresses, transport
from sources.models import Document, Snapshot
from tests import factories
from tests.clients import program_of
from tests.sources.exchanging import confirm, fates, preview
from tests.sources.fetching import origin as origins
from tests.sources.fetching.test_addresses import ADDRESSES_NOT_PUBLIC, HOSTILE

pytestmark = pytest.mark.django_db

SOCKETS = [
    "http+unix://%2Fvar%2Frun%2Fpostgresql/",
    "unix:///var/run/valkey.sock",
    "redis://127.0.0.1:6379/",
    "dict://127.0.0.1:6379/info",
]
#: Names that look public; behind each is one of the addresses that are not.
NAMES = {f"n{number}.rebound.example": address for number, address in enumerate(ADDRESSES_NOT_PUBLIC)}
FLIPPING = [f"http://flip{number}.rebound.example/" for number in range(10)]
ADDRESSES = (
    [url.replace("{port}", "8080") for url in HOSTILE] + SOCKETS + FLIPPING + [f"http://{name}/" for name in NAMES]
)
#: Each of the doors that take one address at a time is tried with another quarter of them, and in `make night` with all.
SHARES = 1 if "PLUMBLINE_EVERY_ADDRESS" in os.environ else 4


class Machine:
    """A machine with something to hide, beside a public web: who is dialled decides which of the two is reached."""

    def __init__(self, inside: origins.Origin, outside: origins.Origin):
        self.inside, self.outside = inside, outside
        self.lookups = count()

    def resolve(self, host: str, port: int) -> list[str]:
        """Answers as a name server in an attacker's hands: a public address now, one of this machine next time."""
        if host in NAMES:
            return [NAMES[host]]
        if host.startswith("flip"):
            return [origins.PUBLIC] if next(self.lookups) % 2 == 0 else ["127.0.0.1"]
        return [host] if host[0].isdigit() or ":" in host else [origins.PUBLIC]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        if port in (443, 8443):
            raise ConnectionRefusedError
        return (self.outside if address == origins.PUBLIC else self.inside).dial(address, port, seconds)

    def fetcher(self) -> Fetcher:
        return Fetcher(resolve=self.resolve, dial=self.dial, tls_context=origins.TRUST)


@pytest.fixture
def machine(monkeypatch):
    with origins.listening() as inside, origins.listening() as outside:
        inside.pages["/"] = origins.answer(b"<p>The secret of the house.</p>")
        outside.pages["/"] = origins.answer(b"<p>What everybody may read.</p>")
        machine = Machine(inside, outside)
        monkeypatch.setattr(tasks, "Fetcher", machine.fetcher)
        yield machine


def work_off() -> None:
    """What the workers do with the rows that wait."""
    for pk in Snapshot.objects.due().values_list("pk", flat=True):
        tasks.capture_snapshot(snapshot_id=pk)


def by_command(analyst, client) -> None:
    # A command line holds no NUL and no lone surrogate, and what is no address is the name of a file.
    given = [url for url in ADDRESSES if url.isprintable() and url.startswith("http")]
    with pytest.raises(CommandError):
        call_command("submit_article", *given, "--as", analyst.username, stdout=io.StringIO(), stderr=io.StringIO())


def share(number: int) -> list[str]:
    """The addresses that a door is tried with which takes one at a time."""
    return ADDRESSES[number % SHARES :: SHARES]


def by_page(page: str, number: int) -> Callable:
    def hand_in(analyst, client) -> None:
        client.force_login(analyst)
        for url in share(number):
            answer = client.post(reverse(page), {"url": url.encode("utf-8", "replace").decode(), "readers": 1})
            assert answer.status_code < 500

    return hand_in


def by_api(path: str, number: int) -> Callable:
    def hand_in(analyst, client) -> None:
        program = program_of(analyst)
        for url in share(number):
            answer = program.post(path, {"url": url.encode("utf-8", "replace").decode()}, format="json")
            assert answer.status_code < 500

    return hand_in


def by_import(model: str) -> Callable:
    """Lists of all addresses, as many as one list may have, and then of those that the preview did not refuse."""

    def hand_in(analyst, client) -> None:
        client.force_login(factories.person("edith", Role.EDITOR))
        for begin in range(0, len(ADDRESSES), 100):
            urls = ADDRESSES[begin : begin + 100]
            refused = {where for where, fate, *_ in fates(preview(client, model, list_of(urls))) if fate == "invalid"}
            left = [url for number, url in enumerate(urls, 1) if f"Entry {number}" not in refused]
            assert confirm(client, model, preview(client, model, list_of(left))).status_code == 200

    return hand_in


def list_of(urls: list[str]) -> bytes:
    return json.dumps([{"url": url} for url in urls]).encode()


DOORS = {
    "the page that adds a source": by_page("add_source", 0),
    "the page that takes articles": by_page("submit_article", 1),
    "the API of sources": by_api("/api/v1/sources/", 2),
    "the API of articles": by_api("/api/v1/articles/", 3),
    "the command": by_command,
    "the import of sources": by_import("sources_document"),
    "the import of articles": by_import("claims_article"),
}


@pytest.mark.parametrize("door", DOORS)
def test_nothing_inside_is_asked_for_an_address_that_came_by(door, analyst, machine, client):
    DOORS[door](analyst, client)
    work_off()
    assert (len(set(ADDRESSES)) >= 120, machine.inside.requests) == (True, [])
    assert not Snapshot.objects.filter(text__contains="secret").exists()


def stored_without_a_check(analyst, at, url: str) -> Document:
    """A row that came in by another way than the services, such as a restored backup of somebody else's."""
    return Document.objects.create(kind="URL", url=url[:2000], title="x", created_by=analyst, created_at=at)


def storable() -> list[str]:
    return [url for url in ADDRESSES if url and "\0" not in url and "\ud800" not in url]


def test_nothing_inside_is_asked_when_a_known_address_is_looked_at_again(analyst, at, machine):
    for url in storable():
        document = stored_without_a_check(analyst, at, url)
        for _ in range(2):
            look = services.refetch(document=document, fetch=machine.fetcher().fetch, at=at)
            assert look.snapshot is None or "secret" not in look.snapshot.text
    assert machine.inside.requests == []


def test_nothing_inside_is_asked_when_a_public_page_leads_there(analyst, at, machine):
    for number, url in enumerate(storable()):
        lead = f"HTTP/1.1 302 Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode("utf-8", "replace")
        machine.outside.pages[f"/go{number}"] = lead
        document = services.add_address(by=analyst, url=f"http://news.example/go{number}", at=at)
        services.refetch(document=document, fetch=machine.fetcher().fetch, at=at)
    assert machine.inside.requests == []


def test_what_a_page_names_as_its_better_address_is_not_followed(analyst, at, machine):
    head = "".join(
        f'<meta http-equiv=refresh content="0;url={url}"><link rel=canonical href="{url}">'
        f'<link rel=amphtml href="{url}"><iframe src="{url}"></iframe><img src="{url}">'
        for url in storable()
    )
    machine.outside.pages["/story"] = origins.answer(
        f"{head}{origins.ARTICLE}".encode(), Refresh="0;url=http://127.0.0.1/"
    )
    document = services.add_address(by=analyst, url="http://news.example/story", at=at)
    services.request_capture(document=document, at=at)
    work_off()
    assert (Snapshot.objects.get().state, len(machine.outside.requests), machine.inside.requests) == ("DONE", 1, [])


def test_an_editor_cannot_give_a_source_another_address(editor, at, machine, client):
    document = services.add_address(by=editor, url="http://news.example/", at=at)
    client.force_login(editor)
    edited = {"title": "x", "publisher": "", "grade": "", "in_library": "on", "url": "http://127.0.0.1/", "kind": "URL"}
    client.post(f"/admin/sources/document/{document.pk}/change/", edited)
    document.refresh_from_db()
    assert document.url == "http://news.example/"


def test_a_hostile_address_is_refused_before_it_is_a_row(analyst):
    for url in HOSTILE + SOCKETS:
        with pytest.raises(AddressRefused):
            services.add_address(by=analyst, url=url.replace("{port}", "8080"), at=timezone.now())
    assert Document.objects.count() == 0


def test_without_the_rule_for_addresses_what_is_inside_gets_out(analyst, machine, monkeypatch):
    for module in (addresses, transport):
        monkeypatch.setattr(module, "is_public", lambda _address: True)
    for url in ("http://127.0.0.1:8080/", f"http://{next(iter(NAMES))}/"):
        program_of(analyst).post("/api/v1/sources/", {"url": url}, format="json")
    work_off()
    assert len(machine.inside.requests) == 2
    assert Snapshot.objects.filter(text__contains="secret").count() == 2
