"""Secure addresses: a site proves its name, or it is not read."""

# ruff: noqa: TID251 - the sockets are on loopback

import itertools
import re
import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress

import pytest

from sources.fetching import Fetcher, FetchOutcome
from sources.fetching.outcomes import OutcomeReason
from sources.fetching.posting import deadline_in, post_json
from sources.fetching.transport import FetchFailed
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import ARTICLE, SITE, answer, redirect
from tests.waiting import LONGEST


@pytest.fixture
def certificate(tmp_path):
    """A self-signed certificate for news.example with its key, in one file."""
    command = shutil.which("openssl")
    if command is None:
        pytest.skip("the openssl command, which makes the test certificate, is not installed")
    path = tmp_path / "both.pem"
    subprocess.run(
        [command, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.example"]
        + ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(path), "-out", str(tmp_path / "public.pem")],
        check=True,
        capture_output=True,
    )
    path.write_text(path.read_text() + (tmp_path / "public.pem").read_text())
    return path


def whole_request(connection: socket.socket) -> bytes:
    """Read a request to its end: one that is hung up on with words unread breaks off for whoever sent it."""
    with connection.makefile("rb") as sent:
        head = b"".join(itertools.takewhile(bytes.strip, sent))
        length = re.search(rb"(?i)content-length: (\d+)", head)
        return head + sent.read(int(length[1]) if length else 0)


@pytest.fixture
def secure_origin(origin, certificate):
    """Another listener, behind TLS, that leads to an address which is not secure."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def speak(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            asked = whole_request(secure)
            secure.sendall(answer(ARTICLE.encode()) if b"GET /page" in asked else redirect(f"{SITE}/story"))

    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                # Whoever does not trust the certificate hangs up in the middle of a word.
                with suppress(OSError):
                    speak(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield origins.Origin(server.getsockname()[1])
        server.shutdown(socket.SHUT_RDWR)


def trusting(certificate) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_site_with_a_certificate_of_its_name_is_read(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    assert fetcher.fetch("https://news.example/page").outcome == FetchOutcome.OK


def test_a_site_with_a_certificate_that_nobody_vouches_for_is_not_read(secure_origin):
    found = origins.fetcher_of(secure_origin).fetch("https://news.example/page")
    assert (found.outcome, found.sentence, found.body) == (
        FetchOutcome.UNREACHABLE,
        "The site's certificate is not valid for its name, so the page was not read.",
        None,
    )


def test_a_certificate_of_another_name_is_not_enough(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    assert fetcher.fetch("https://other.example/page").outcome == FetchOutcome.UNREACHABLE


def test_a_secure_address_does_not_lead_to_one_that_is_not(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    found = fetcher.fetch("https://news.example/")
    assert (found.outcome, found.hops) == (FetchOutcome.UNREACHABLE, ("https://news.example/",))


def test_a_fetcher_checks_certificates_unless_told_otherwise():
    context = Fetcher()._tls_context
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def posted(port: int, **how: object) -> int:
    address = f"https://127.0.0.1:{port}/v1"
    return post_json(address, {}, deadline=deadline_in(LONGEST), most_bytes=1000, **how).status


def test_nothing_is_posted_to_a_server_that_nobody_vouches_for(secure_origin):
    with pytest.raises(FetchFailed) as failed:
        posted(secure_origin.port)
    assert failed.value.reason is OutcomeReason.BAD_CERTIFICATE


def test_without_the_check_the_same_server_would_get_what_is_posted(secure_origin, certificate):
    careless = trusting(certificate)
    careless.check_hostname = False
    assert posted(secure_origin.port, tls_context=careless) == 302
