"""Messages to addresses that users chose go through the guard of every fetch, and end in time."""

import socket  # noqa: TID251 - the sockets are on loopback

import pytest

from sources.fetching import AddressRefused, OutcomeReason, Pusher, pushing
from sources.fetching.addresses import NOT_PUBLIC
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import PUBLIC, TRUST, answer

HOOK = "http://cms.example:8080/hook?a=b"


def pusher_to(origin: origins.Origin, **doubles: object) -> Pusher:
    """A pusher for which the host of HOOK is one that the operator named, so that it needs no certificate."""
    given = {"internal_hosts": frozenset({"cms.example"}), "resolve": lambda host, port: [PUBLIC], "dial": origin.dial}
    return Pusher(**{**given, "tls_context": TRUST, **doubles})


def pushed(origin: origins.Origin, page: object, **doubles: object):
    origin.pages["/hook?a=b"] = page
    return pusher_to(origin, **doubles).post(HOOK, '{"a": "ü"}'.encode(), {"webhook-id": "msg_1"})


def test_a_message_arrives_whole_with_its_headers(origin):
    result = pushed(origin, answer(b"thanks"))
    head, _, body = origin.requests[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert (result.status, result.reason, result.is_accepted) == (200, None, True)
    assert lines[0] == "POST /hook?a=b HTTP/1.1"
    assert {
        "Host: cms.example:8080",
        "Content-Type: application/json",
        "Content-Length: 11",
        "webhook-id: msg_1",
    } <= set(lines)
    assert body.decode() in ('{"a": "ü"}', "")  # it may come after the headers


def drips(connection: socket.socket) -> None:
    """Accept, and never come to an end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\nx")
    origins.silence(connection)


@pytest.mark.parametrize(
    ("page", "status", "reason"),
    [
        (answer(b"", status="500 No"), 500, None),
        (origins.redirect("http://10.0.0.1/"), 302, None),
        (drips, 200, None),
        (answer(b"x" * 200_000), 200, None),
        (b"", None, OutcomeReason.CONNECTION_LOST),
        (b"HTTP/1.1 999999 ?\r\n\r\n", None, OutcomeReason.INVALID_RESPONSE),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000, None, OutcomeReason.INVALID_RESPONSE),
    ],
)
def test_the_status_is_the_answer_and_nothing_after_it_is_waited_for(origin, page, status, reason):
    result = pushed(origin, page)
    assert (result.status, result.reason) == (status, reason)
    assert len(origin.requests) == 1  # no redirect is followed


def test_one_that_says_nothing_is_left_after_the_whole_time(origin, monkeypatch):
    monkeypatch.setattr(pushing, "PATIENCE", 0.2)
    assert pushed(origin, origins.silence).reason is OutcomeReason.TIMEOUT


def test_it_says_for_how_long_it_wants_to_be_left_alone(origin):
    assert pushed(origin, answer(b"", status="429 Slow", Retry_After="120")).retry_after == 120


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://10.0.0.5/hook",
        "https://[::1]/",
        "https://169.254.169.254/latest/",
        "https://intranet/hook",
        "https://cms.example:9000/",
        "https://user:password@cms.example/",
        "ftp://cms.example/",
        "http://news.example/hook",
        "cms.example/hook",
        "https://cms.example/hook\r\nX: y",
    ],
)
def test_an_address_that_is_never_asked_is_refused_when_it_is_registered_and_when_it_is_posted_to(origin, url):
    pusher = pusher_to(origin, internal_hosts=frozenset())
    with pytest.raises(AddressRefused):
        pusher.check(url)
    assert (pusher.post(url, b"{}", {}).status, origin.requests) == (None, [])


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "::1", "fd00::1"])
def test_a_name_that_leads_inside_by_now_is_not_dialled(origin, address):
    pusher = pusher_to(origin, internal_hosts=frozenset(), resolve=lambda host, port: [PUBLIC, address])
    pusher.check("https://rebound.example/hook")
    result = pusher.post("https://rebound.example/hook", b"{}", {})
    assert (result.reason, origin.requests) == (OutcomeReason.NOT_PUBLIC, [])


def test_a_host_that_the_operator_named_may_be_private_and_no_other(origin):
    doubles = {"resolve": lambda host, port: ["10.0.0.5"], "internal_hosts": frozenset({"cms:9000"})}
    pusher = pusher_to(origin, **doubles)
    origin.pages["/hook"] = answer(b"")
    assert pusher.post("http://cms:9000/hook", b"{}", {}).status == 200
    with pytest.raises(AddressRefused, match=NOT_PUBLIC):
        pusher.check("https://cms:443/hook")
    with pytest.raises(AddressRefused):
        pusher.check("http://user@cms:9000/hook")
