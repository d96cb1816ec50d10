"""What a fetch comes to, against a scripted origin."""

# ruff: noqa: TID251 - the sockets are on loopback

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time

import pytest

from sources.fetching import Fetcher, Outcome, transport
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import answer, redirect

SITE = "http://news.example"
ARTICLE = (
    "<title>Tunnel</title><article>" + "<p>The tunnel opened in March 2011 after nine years.</p>" * 60 + "</article>"
)


@pytest.fixture
def origin():
    with origins.listening() as listener:
        yield listener


def fetched(origin, page, path="/story", **how):
    origin.pages[path] = page
    return origins.fetcher_of(origin).fetch(SITE + path, **how)


def short(words: str, title: str = "") -> bytes:
    return answer(f"<html><head><title>{title}</title></head><body>{words}</body></html>".encode())


def test_a_page_comes_with_its_bytes_and_what_the_next_fetch_needs(origin):
    page = answer(
        ARTICLE.encode(), kind="Text/HTML; Charset=UTF-8", ETag='"v1"', Last_Modified="Tue, 01 Mar 2011 08:00:00 GMT"
    )
    found = fetched(origin, page)
    assert (found.outcome, found.sentence, found.status, found.body) == (
        Outcome.ok,
        "The page was fetched.",
        200,
        ARTICLE.encode(),
    )
    assert (found.url, found.final_url, found.hops) == (f"{SITE}/story", f"{SITE}/story", (f"{SITE}/story",))
    assert (found.media_type, found.charset, found.content_type) == ("text/html", "utf-8", "text/html; charset=utf-8")
    assert (found.etag, found.last_modified) == ('"v1"', "Tue, 01 Mar 2011 08:00:00 GMT")


def test_a_request_names_the_program_and_carries_no_cookie(origin):
    fetched(origin, answer(b"<p>Hello</p>", Set_Cookie="a=b"))
    assert origin.requests == [
        b"GET /story HTTP/1.1\r\nHost: news.example\r\nUser-Agent: Plumbline/1 (+fact-checking)\r\n"
        b"Accept: text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5\r\n"
        b"Accept-Language: en,*;q=0.5\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    ]


def test_validators_of_the_last_fetch_are_sent_and_not_modified_is_told(origin):
    found = fetched(
        origin, answer(b"", status="304 Not Modified"), etag='"v1"', last_modified="Tue, 01 Mar 2011 08:00:00 GMT"
    )
    assert (found.outcome, found.body) == (Outcome.not_modified, None)
    assert b'\r\nIf-None-Match: "v1"\r\nIf-Modified-Since: Tue, 01 Mar 2011 08:00:00 GMT\r\n' in origin.requests[0]


def test_a_validator_with_a_line_break_is_not_sent(origin):
    found = fetched(origin, answer(ARTICLE.encode()), etag='"v1"\r\nX-Evil: 1')
    assert (found.outcome, b"Evil" in origin.requests[0]) == (Outcome.ok, False)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        *[(status, Outcome.blocked) for status in (400, 401, 402, 403, 405, 406, 412, 428, 440, 449, 451, 999)],
        (404, Outcome.soft_404),
        (410, Outcome.soft_404),
        (429, Outcome.rate_limited),
        *[(status, Outcome.server_error) for status in (206, 300, 304, 408, 500, 502, 503, 504, 522)],
        (204, Outcome.empty),
    ],
)
def test_each_status_has_its_outcome(origin, status, outcome):
    found = fetched(origin, answer(b"", status=f"{status} Whatever"))
    assert (found.outcome, found.status, found.body) == (outcome, status, None)


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (short("Checking your browser before you go on.", "Just a moment..."), Outcome.blocked),
        (short("Please verify you are a human to continue."), Outcome.blocked),
        (short("<div class=g-recaptcha></div>"), Outcome.blocked),
        (answer(b"<p>Blocked</p>", status="403 Forbidden", cf_mitigated="challenge"), Outcome.blocked),
        (answer(ARTICLE.encode(), cf_mitigated="challenge"), Outcome.blocked),
        (short("<form><input name=u><input type=password></form>", "Members"), Outcome.login_wall),
        (short("<p>The tunnel opened…</p><p>Subscribe to continue reading.</p>", "Tunnel"), Outcome.login_wall),
        (
            short("We use cookies <button>Accept all</button><p>Accept all</p>", "Before you continue"),
            Outcome.consent_wall,
        ),
        (short("<h1>Page not found</h1>"), Outcome.soft_404),
        (short("Sorry.", "404 - News"), Outcome.soft_404),
        (short("Schade.", "Seite nicht gefunden"), Outcome.soft_404),
        (short("This domain is for sale.", "news.example"), Outcome.soft_404),
        (short("<div id=root></div><noscript>You need to enable JavaScript</noscript>"), Outcome.empty),
        (answer(b""), Outcome.empty),
        (answer(b" \n "), Outcome.empty),
        (answer(b'{"a": 1}', kind="application/json"), Outcome.wrong_type),
        (answer(b"\x89PNG", kind="image/png"), Outcome.wrong_type),
        (answer(b"\x00\x01", kind="application/octet-stream"), Outcome.wrong_type),
        (answer(b"%PDF-1.4", kind="application/octet-stream"), Outcome.ok),
        (answer(b"%PDF-1.4", kind="application/pdf"), Outcome.ok),
        (answer(b"Tunnel notes", kind="text/plain"), Outcome.ok),
        (answer(b"Tunnel notes", kind=""), Outcome.ok),
        (short("The tunnel opened in 2011."), Outcome.ok),
        (answer(b"x", Content_Encoding="br"), Outcome.server_error),
    ],
)
def test_what_a_site_shows_in_place_of_a_page_is_told_from_the_page(origin, page, outcome):
    assert fetched(origin, page).outcome == outcome


@pytest.mark.parametrize(
    "words",
    [
        "404 not found",
        "Are you a robot?",
        "log in to comment",
        "verify you are human",
        "This domain is for sale",
        "Accept cookies",
    ],
)
def test_an_article_about_such_things_is_an_article(origin, words):
    page = answer(f"<title>{words}: the story behind</title><p>{words}</p>{ARTICLE}<input type=password>".encode())
    assert fetched(origin, page).outcome == Outcome.ok


def test_the_words_of_a_page_are_found_behind_a_megabyte_of_scripts(origin):
    page = answer(b"<head><script>" + b"var a = '<b>';" * 80_000 + b"</script></head><p>The tunnel opened in 2011.</p>")
    assert fetched(origin, page).outcome == Outcome.ok


@pytest.mark.parametrize(
    "repeated",
    [
        "<",
        "<script ",
        "<!--",
        "<!---->",
        "<title>",
        "<h1>",
        "<input ",
        "<input type=passwor",
        "</",
        "domain name ",
        "&",
    ],
)
def test_a_page_made_to_stall_the_tests_of_its_words_does_not(origin, repeated):
    page = answer(b"<html>" + (repeated * (1_000_000 // len(repeated))).encode())
    started = time.process_time()
    fetched(origin, page)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("to", "outcome"),
    [
        ("/login?next=/story", Outcome.login_wall),
        ("http://accounts.example/signin", Outcome.login_wall),
        ("http://consent.example/m?continue=x", Outcome.consent_wall),
        ("/errors/not-found.html", Outcome.soft_404),
        ("/404", Outcome.soft_404),
        ("/", Outcome.soft_404),
        ("/en/", Outcome.soft_404),
        ("/2011/03/story-renamed", Outcome.ok),
    ],
)
def test_where_a_redirect_ends_tells_what_the_page_is(origin, to, outcome):
    path = "/" + to.removeprefix("http://").partition("/")[2]
    origin.pages[path] = answer(ARTICLE.encode())
    found = fetched(origin, redirect(to))
    assert (found.outcome, len(found.hops)) == (outcome, 2)


def test_a_front_page_that_was_asked_for_is_a_page(origin):
    origin.pages["/en/"] = answer(ARTICLE.encode())
    assert fetched(origin, redirect("/en/"), path="/").outcome == Outcome.ok


def test_a_web_page_where_a_pdf_was_is_another_kind(origin):
    assert fetched(origin, answer(ARTICLE.encode()), expected_type="application/pdf").outcome == Outcome.wrong_type


def test_five_redirects_are_followed_and_six_are_not(origin):
    for step in range(1, 7):
        origin.pages[f"/step{step}"] = redirect(f"/step{step - 1}")
    origin.pages["/step0"] = answer(ARTICLE.encode())
    fetcher = origins.fetcher_of(origin)
    assert fetcher.fetch(f"{SITE}/step5").hops == tuple(f"{SITE}/step{step}" for step in range(5, -1, -1))
    assert fetcher.fetch(f"{SITE}/step6").outcome == Outcome.blocked


def test_a_redirect_in_a_circle_ends(origin):
    assert (fetched(origin, redirect("/story")).outcome, len(origin.requests)) == (Outcome.blocked, 6)


def test_a_redirect_target_with_other_letters_is_asked_as_utf_8(origin):
    origin.pages["/t%C3%BCr"] = answer(ARTICLE.encode())
    assert fetched(origin, redirect("/tür")).outcome == Outcome.ok


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("120", 120),
        ("Tue, 01 Mar 2011 08:05:00 GMT", 300),
        ("Tue, 01 Mar 2011 07:00:00 GMT", 0),
        ("99999999999", 604800),
        ("soon", None),
    ],
)
def test_how_long_a_site_asks_to_wait_is_handed_on_in_seconds(origin, stated, seconds):
    page = answer(b"", status="429 Too Many Requests", Retry_After=stated, Date="Tue, 01 Mar 2011 08:00:00 GMT")
    assert (fetched(origin, page).retry_after, fetched(origin, page).outcome) == (seconds, Outcome.rate_limited)


def test_a_compressed_page_is_unpacked(origin):
    packed = gzip.compress(ARTICLE[:900].encode()) + gzip.compress(ARTICLE[900:].encode())
    assert fetched(origin, answer(packed, Content_Encoding="gzip")).body == ARTICLE.encode()


def test_a_chunked_page_is_put_together(origin):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    found = fetched(origin, head + b"5\r\n<p>Tu\r\n8\r\nnnel</p>\r\n0\r\n\r\n")
    assert (found.outcome, found.body) == (Outcome.ok, b"<p>Tunnel</p>")


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
        (answer(bomb(), Content_Encoding="gzip"), Outcome.too_big),
        (answer(gzip.compress(bomb()), Content_Encoding="gzip, gzip"), Outcome.server_error),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", Outcome.too_big),
        (endless(b"x" * 1000, b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"), Outcome.too_big),
        (endless(b"X-More: " + b"y" * 900 + b"\r\n"), Outcome.server_error),
        (endless(b"y" * 1000, b"HTTP/1.1 200 OK\r\nX: "), Outcome.server_error),
        (endless(b"HTTP/1.1 100 Continue\r\n\r\n", b""), Outcome.server_error),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Type: text/html\r\n\r\n<p>half", Outcome.unreachable),
        (answer(gzip.compress(ARTICLE.encode())[:-20], Content_Encoding="gzip"), Outcome.unreachable),
        (answer(b"not gzip at all", Content_Encoding="gzip"), Outcome.server_error),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Outcome.unreachable),
        (b"SSH-2.0-OpenSSH_9.6\r\n", Outcome.server_error),
        (b"", Outcome.unreachable),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[bad\r\nContent-Length: 0\r\n\r\n", Outcome.blocked_address),
    ],
)
def test_a_hostile_answer_ends_in_an_outcome(origin, page, outcome):
    found = fetched(origin, page)
    assert (found.outcome, found.body) == (outcome, None)


def drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(40):
        connection.sendall(b"x")
        time.sleep(0.05)


def drip_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(40):
        connection.sendall(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("page", [drip, drip_headers])
def test_a_server_that_sends_byte_by_byte_is_cut_at_the_deadline(origin, monkeypatch, page):
    monkeypatch.setattr(transport, "TOTAL_SECONDS", 0.5)
    found = fetched(origin, page)
    assert (found.outcome, found.millis < 1500) == (Outcome.unreachable, True)


def test_without_the_deadline_the_same_server_holds_the_fetch(origin, monkeypatch):
    monkeypatch.setattr(transport, "TOTAL_SECONDS", 60.0)
    found = fetched(origin, drip)
    assert found.millis > 1900


def test_a_silent_server_is_given_up(origin, monkeypatch):
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    found = fetched(origin, lambda connection: time.sleep(1))
    assert (found.outcome, found.sentence) == (
        Outcome.unreachable,
        "The site took too long to answer. It will be tried again later.",
    )


def test_a_name_server_that_never_answers_does_not_hold_the_fetch(origin, monkeypatch):
    monkeypatch.setattr(transport, "TOTAL_SECONDS", 0.2)
    fetcher = origins.fetcher_of(origin, resolve=lambda host, port: time.sleep(1))
    assert fetcher.fetch(SITE).outcome == Outcome.unreachable


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
    assert (found.outcome, found.status, "10.0.0.7" in repr(found)) == (Outcome.unreachable, None, False)


def test_the_next_address_of_a_name_is_tried_when_the_first_is_down(origin):
    origin.pages["/"] = answer(ARTICLE.encode())

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        if ":" in address:
            raise OSError("network is unreachable")
        return origin.dial(address, port, seconds)

    both = ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", origins.PUBLIC]
    fetcher = origins.fetcher_of(origin, resolve=lambda host, port: both, dial=dial)
    assert fetcher.fetch(SITE).outcome == Outcome.ok


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


@pytest.fixture
def secure_origin(origin, certificate):
    """Another listener, behind TLS, that leads to an address which is not secure."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def speak(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            asked = secure.recv(65536)
            secure.sendall(answer(ARTICLE.encode()) if b"GET /page" in asked else redirect(f"{SITE}/story"))

    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                    speak(connection)
                except ssl.SSLError:
                    continue
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield origins.Origin(server.getsockname()[1])
        server.shutdown(socket.SHUT_RDWR)


def trusting(certificate) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_site_with_a_certificate_of_its_name_is_read(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    assert fetcher.fetch("https://news.example/page").outcome == Outcome.ok


def test_a_site_with_a_certificate_that_nobody_vouches_for_is_not_read(secure_origin):
    found = origins.fetcher_of(secure_origin).fetch("https://news.example/page")
    assert (found.outcome, found.sentence, found.body) == (
        Outcome.unreachable,
        "The site could not prove that it is what its name says, so it was not read.",
        None,
    )


def test_a_certificate_of_another_name_is_not_enough(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    assert fetcher.fetch("https://other.example/page").outcome == Outcome.unreachable


def test_a_secure_address_does_not_lead_to_one_that_is_not(secure_origin, certificate):
    fetcher = origins.fetcher_of(secure_origin, tls_context=trusting(certificate))
    found = fetcher.fetch("https://news.example/")
    assert (found.outcome, found.hops) == (Outcome.unreachable, ("https://news.example/",))


def test_a_fetcher_checks_certificates_unless_told_otherwise():
    context = Fetcher()._tls_context
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
