"""Origins that mean harm or are broken: every answer ends in an outcome, in time."""

# ruff: noqa: TID251 - the sockets are on loopback

import gzip
import socket
import threading
from collections.abc import Callable

import pytest

from sources.fetching import FetchOutcome, transport
from sources.fetching.outcomes import OutcomeReason
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import ARTICLE, SITE, answer, fetched
from tests.waiting import LONGEST


def bomb() -> bytes:
    return gzip.compress(bytes(40_000_000), 1)


def endless(line: bytes, start: bytes = b"HTTP/1.1 200 OK\r\n"):
    def send(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(line * 200)

    return send


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (answer(bomb(), Content_Encoding="gzip"), FetchOutcome.TOO_BIG),
        (answer(gzip.compress(bomb()), Content_Encoding="gzip, gzip"), FetchOutcome.SERVER_ERROR),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", FetchOutcome.TOO_BIG),
        (endless(b"x" * 1000, b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"), FetchOutcome.TOO_BIG),
        (endless(b"X-More: " + b"y" * 900 + b"\r\n"), FetchOutcome.SERVER_ERROR),
        (endless(b"y" * 1000, b"HTTP/1.1 200 OK\r\nX: "), FetchOutcome.SERVER_ERROR),
        (endless(b"HTTP/1.1 100 Continue\r\n\r\n", b""), FetchOutcome.SERVER_ERROR),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Type: text/html\r\n\r\n<p>half", FetchOutcome.UNREACHABLE),
        (answer(gzip.compress(ARTICLE.encode())[:-20], Content_Encoding="gzip"), FetchOutcome.UNREACHABLE),
        (answer(b"not gzip at all", Content_Encoding="gzip"), FetchOutcome.SERVER_ERROR),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", FetchOutcome.UNREACHABLE),
        (b"SSH-2.0-OpenSSH_9.6\r\n", FetchOutcome.SERVER_ERROR),
        (b"", FetchOutcome.UNREACHABLE),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[bad\r\nContent-Length: 0\r\n\r\n", FetchOutcome.BLOCKED_ADDRESS),
    ],
)
def test_a_hostile_answer_ends_in_an_outcome(origin, page, outcome):
    found = fetched(origin, page)
    assert (found.outcome, found.body) == (outcome, None)


class Clock:
    """A clock on which a second passes with every byte that a dripping server sends."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    def drips(self, start: bytes) -> Callable[[socket.socket], None]:
        def send(connection: socket.socket) -> None:
            connection.sendall(start)
            for _ in range(40):
                self.now += 1
                connection.sendall(b"x")

        return send


BODY = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n"
TOO_SLOW = OutcomeReason.TIMEOUT.sentence


def sentence_about(origin, start: bytes) -> str:
    clock = Clock()
    origin.pages["/story"] = clock.drips(start)
    return origins.fetcher_of(origin, clock=clock).fetch(f"{SITE}/story").sentence


@pytest.mark.parametrize("start", [BODY, b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["body", "headers"])
def test_a_server_that_sends_byte_by_byte_is_cut_at_the_deadline(origin, start):
    assert sentence_about(origin, start) == TOO_SLOW


def test_without_the_deadline_the_same_server_holds_the_fetch_until_it_hangs_up_itself(origin, monkeypatch):
    monkeypatch.setattr(transport, "TOTAL_SECONDS", 60.0)
    assert sentence_about(origin, BODY) == OutcomeReason.CONNECTION_LOST.sentence


def test_a_silent_server_is_given_up(origin, monkeypatch):
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    found = fetched(origin, origins.silence)
    assert (found.outcome, found.sentence) == (FetchOutcome.UNREACHABLE, TOO_SLOW)


def test_a_name_server_that_never_answers_does_not_hold_the_fetch(origin, monkeypatch):
    monkeypatch.setattr(transport, "TOTAL_SECONDS", 0.2)
    is_over = threading.Event()
    found = origins.fetcher_of(origin, resolve=lambda host, port: is_over.wait(LONGEST)).fetch(SITE)
    is_over.set()
    assert (found.outcome, found.sentence) == (FetchOutcome.UNREACHABLE, TOO_SLOW)


def failing(error: OSError):
    def fail(*_arguments: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    "doubles",
    [
        {"resolve": failing(socket.gaierror(-2, "no such name"))},
        {"resolve": lambda host, port: []},
        {"dial": failing(ConnectionRefusedError("10.0.0.7 refused"))},
        {"dial": failing(OSError("no route to 10.0.0.7"))},
        {"dial": failing(TimeoutError())},
    ],
)
def test_a_site_that_is_not_there_is_unreachable_and_nothing_about_it_is_told(origin, doubles):
    found = origins.fetcher_of(origin, **doubles).fetch(SITE)
    assert (found.outcome, found.status, "10.0.0.7" in repr(found)) == (FetchOutcome.UNREACHABLE, None, False)


def test_the_next_address_of_a_name_is_tried_when_the_first_is_down(origin):
    origin.pages["/"] = answer(ARTICLE.encode())

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        if ":" in address:
            raise OSError("network is unreachable")
        return origin.dial(address, port, seconds)

    both = ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", origins.PUBLIC]
    fetcher = origins.fetcher_of(origin, resolve=lambda host, port: both, dial=dial)
    assert fetcher.fetch(SITE).outcome == FetchOutcome.OK
