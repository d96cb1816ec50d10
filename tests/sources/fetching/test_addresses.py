"""No address leads anywhere but to the public internet."""
# ruff: noqa: TID251, S104 - the addresses are refused ones, and the sockets are on loopback

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from urllib3.util import parse_url

from sources.fetching import AddressRefused, Fetcher, FetchOutcome, check_address, transport
from sources.fetching.addresses import is_public
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import PUBLIC

# {port} is a listener on this machine.
REFUSED_AS_WRITTEN = [
    "http://127.0.0.1/",
    "http://127.0.0.1:{port}/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://127.127.127.127/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127.0.0.1./",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[100::1]/",
    "http://[2001::1]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.8/",
    "http://198.18.0.1/",
    "http://203.0.113.5/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://192.88.99.1/",
    "http://localhost/",
    "http://localhost:8080/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://app.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://intranet/",
    "http://1.0.0.127.in-addr.arpa/",
    "http://abcdefghijklmnop.onion/",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "http://127.0.0.1:80\\@example.org/",
    "http://example.org\\@127.0.0.1/",
    "http://example.org@127.0.0.1/",
    "http://127.0.0.1#@example.org/",
    "http://127.0.0.1?@example.org/",
    "http://[::1]@example.org/",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://example.org:5432/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://example.org:port/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org/",
    "example.org",
    "http://",
    "http:///",
    "https://?x",
    "http://.example.org/",
    "http://example..org/",
    "http://exa%6dple.org/",
    "http://%31%32%37.0.0.1/",
    "http://-example.org/",
    "http://example.org-/",
    "http://[example.org]/",
    "http://[::1",
    "http://example.123/",
]
REFUSED_WITH_BLANKS = [
    "http://example.org/a b",
    "http://example.org/\r\nHost: 127.0.0.1",
    "http://example.org/\x00",
    "http://127.0.0.1\t.example.org/",
    "http://exam\u200bple.org/",
    " http://example.org/",
    "http://example.org/" + "a" * 2_048,
    "http://example.org/\ud800",
    "",
]
READ_OTHERWISE_IN_A_HEADER = {"http://", "http:///", "https://?x", " http://example.org/"}
HOSTILE = REFUSED_AS_WRITTEN + REFUSED_WITH_BLANKS

ADDRESSES_NOT_PUBLIC = [
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.19.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "100::1",
    "nonsense",
]


@pytest.fixture
def origin():
    with origins.listening() as listener:
        listener.pages["/"] = origins.answer(b"<p>The secret of the house.</p>")
        yield listener


def outcome_and_requests(fetcher: Fetcher, url: str, origin: origins.Origin) -> tuple[FetchOutcome, list[bytes]]:
    result = fetcher.fetch(url.replace("{port}", str(origin.port)))
    assert result.body is None
    return result.outcome, origin.requests


def never_resolved(host: str, port: int) -> list[str]:
    raise AssertionError("a refused address must not reach the resolver")


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_refused_before_the_network_is_asked(url, origin):
    fetcher = origins.fetcher_of(origin, resolve=never_resolved)
    assert outcome_and_requests(fetcher, url, origin) == (FetchOutcome.BLOCKED_ADDRESS, [])


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_refused_with_a_sentence_before_it_is_stored(url):
    with pytest.raises(AddressRefused) as refused:
        check_address(url.replace("{port}", "8000"))
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://EXAMPLE.org./",
        "https://bücher.example/käse?q=ö",
        "https://93.184.215.14/",
        "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
        "https://a_b.example.org/",
        "https://пример.рф/страница",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://en.wikipedia.org/wiki/RD-180_(engine)",
    ],
)
def test_a_public_address_is_accepted(url):
    assert check_address(url) is None


@pytest.mark.parametrize("address", ADDRESSES_NOT_PUBLIC)
def test_a_name_that_stands_for_a_private_address_is_not_dialled(address, origin):
    fetcher = origins.fetcher_of(origin, resolve=lambda host, port: [PUBLIC, address])
    assert outcome_and_requests(fetcher, "http://news.example/", origin) == (FetchOutcome.BLOCKED_ADDRESS, [])


# Left out: what a header can't carry or loses its blanks in, and what RFC 3986 reads as a path on the same host.
@pytest.mark.parametrize(
    "url", [url for url in HOSTILE if url.isprintable() and "://" in url and url not in READ_OTHERWISE_IN_A_HEADER]
)
def test_a_redirect_to_a_hostile_address_is_not_followed(url, origin):
    to = url.replace("{port}", str(origin.port))
    origin.pages["/go"] = f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()
    result = origins.fetcher_of(origin).fetch("http://news.example/go")
    assert (result.outcome, result.body, len(origin.requests)) == (FetchOutcome.BLOCKED_ADDRESS, None, 1)


def test_a_name_that_changes_its_address_between_looks_is_dialled_where_it_was_checked(origin):
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    dialled = []

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append(address)
        return origin.dial(address, port, seconds)

    origins.fetcher_of(origin, resolve=lambda host, port: next(answers), dial=dial).fetch("http://news.example/")
    assert dialled == [PUBLIC]


def test_without_the_check_the_same_name_leaks_what_this_machine_serves(origin, monkeypatch):
    monkeypatch.setattr(transport, "is_public", lambda address: True)
    fetcher = origins.fetcher_of(origin, resolve=lambda host, port: ["127.0.0.1"])
    result = fetcher.fetch("http://news.example/")
    assert (result.outcome, result.body) == (FetchOutcome.OK, b"<p>The secret of the house.</p>")


def test_the_sites_own_public_address_is_refused(origin):
    fetcher = origins.fetcher_of(origin, refused_addresses=frozenset({PUBLIC}))
    assert outcome_and_requests(fetcher, "http://news.example/", origin) == (FetchOutcome.BLOCKED_ADDRESS, [])


def test_a_proxy_in_the_environment_is_not_used(origin, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    origins.fetcher_of(origin).fetch("http://news.example/")
    assert origin.requests[0].startswith(b"GET / HTTP/1.1\r\nHost: news.example\r\n")


def test_the_dialler_connects_to_the_address_it_was_given():
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = server.getsockname()
        with transport.dial_address(*place, 2) as connection:
            assert connection.getpeername() == place


@given(
    st.text(max_size=60).map("http://".__add__)
    | st.from_regex(r"https?://[0-9a-fx.:\[\]@%/\\#?]{1,40}", fullmatch=True)
)
@settings(max_examples=300)
def test_any_text_is_refused_or_stands_for_a_public_host(url):
    try:
        check_address(url)
    except AddressRefused:
        return
    host = parse_url(url).host.strip("[]")
    last_label = host.rstrip(".").split(".")[-1]
    assert is_public(host) or last_label[0].isalpha()
