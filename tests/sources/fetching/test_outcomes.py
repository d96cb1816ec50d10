"""What a fetch comes to, against a scripted origin."""

# ruff: noqa: TID251 - the sockets are on loopback

import gzip

import pytest

from sources.fetching import FetchOutcome
from tests.growth import grows_at_most
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import ARTICLE, SITE, answer, fetched, redirect


def short(words: str, title: str = "") -> bytes:
    return answer(f"<html><head><title>{title}</title></head><body>{words}</body></html>".encode())


def test_a_page_comes_with_its_bytes_and_what_the_next_fetch_needs(origin):
    page = answer(
        ARTICLE.encode(), kind="Text/HTML; Charset=UTF-8", ETag='"v1"', Last_Modified="Tue, 01 Mar 2011 08:00:00 GMT"
    )
    found = fetched(origin, page)
    assert (found.outcome, found.sentence, found.status, found.body) == (
        FetchOutcome.OK,
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
    assert (found.outcome, found.body) == (FetchOutcome.NOT_MODIFIED, None)
    assert b'\r\nIf-None-Match: "v1"\r\nIf-Modified-Since: Tue, 01 Mar 2011 08:00:00 GMT\r\n' in origin.requests[0]


def test_a_validator_with_a_line_break_is_not_sent(origin):
    found = fetched(origin, answer(ARTICLE.encode()), etag='"v1"\r\nX-Evil: 1')
    assert (found.outcome, b"Evil" in origin.requests[0]) == (FetchOutcome.OK, False)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        *[(status, FetchOutcome.BLOCKED) for status in (400, 401, 402, 403, 405, 406, 412, 428, 440, 449, 451, 999)],
        (404, FetchOutcome.SOFT_404),
        (410, FetchOutcome.SOFT_404),
        (429, FetchOutcome.RATE_LIMITED),
        *[(status, FetchOutcome.SERVER_ERROR) for status in (206, 300, 304, 408, 500, 502, 503, 504, 522)],
        (204, FetchOutcome.EMPTY),
    ],
)
def test_each_status_has_its_outcome(origin, status, outcome):
    found = fetched(origin, answer(b"", status=f"{status} Whatever"))
    assert (found.outcome, found.status, found.body) == (outcome, status, None)


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (short("Checking your browser before you go on.", "Just a moment..."), FetchOutcome.BLOCKED),
        (short("Please verify you are a human to continue."), FetchOutcome.BLOCKED),
        (short("<div class=g-recaptcha></div>"), FetchOutcome.BLOCKED),
        (answer(b"<p>Blocked</p>", status="403 Forbidden", cf_mitigated="challenge"), FetchOutcome.BLOCKED),
        (answer(ARTICLE.encode(), cf_mitigated="challenge"), FetchOutcome.BLOCKED),
        (short("<form><input name=u><input type=password></form>", "Members"), FetchOutcome.LOGIN_WALL),
        (short("<p>The tunnel opened…</p><p>Subscribe to continue reading.</p>", "Tunnel"), FetchOutcome.LOGIN_WALL),
        (
            short("We use cookies <button>Accept all</button><p>Accept all</p>", "Before you continue"),
            FetchOutcome.CONSENT_WALL,
        ),
        (short("<h1>Page not found</h1>"), FetchOutcome.SOFT_404),
        (short("Sorry.", "404 - News"), FetchOutcome.SOFT_404),
        (short("Schade.", "Seite nicht gefunden"), FetchOutcome.SOFT_404),
        (short("This domain is for sale.", "news.example"), FetchOutcome.SOFT_404),
        (short("<p>Back at noon.</p>", "Scheduled maintenance | News"), FetchOutcome.SERVER_ERROR),
        (short("<h1>We'll be back soon</h1><p>We are making the site better.</p>"), FetchOutcome.SERVER_ERROR),
        (short("<h1>Error establishing a database connection</h1>"), FetchOutcome.SERVER_ERROR),
        (short("<p>nginx</p>", "502 Bad Gateway"), FetchOutcome.SERVER_ERROR),
        (short("<p>Bald wieder da.</p>", "Wartungsarbeiten"), FetchOutcome.SERVER_ERROR),
        (short("<p>The bridge is closed for repairs until May.</p>", "Bridge maintenance begins"), FetchOutcome.OK),
        (short("<p>It runs on 500 volts.</p>", "500 volts"), FetchOutcome.OK),
        (short("<p>The bridge is closed.</p>", "Bridge under maintenance"), FetchOutcome.OK),
        (short("<p>The reactor was shut down on Monday.</p>", "Reactor currently offline"), FetchOutcome.OK),
        (short("<div id=root></div><noscript>You need to enable JavaScript</noscript>"), FetchOutcome.EMPTY),
        (answer(b""), FetchOutcome.EMPTY),
        (answer(b" \n "), FetchOutcome.EMPTY),
        (answer(b'{"a": 1}', kind="application/json"), FetchOutcome.WRONG_TYPE),
        (answer(b"\x89PNG", kind="image/png"), FetchOutcome.WRONG_TYPE),
        (answer(b"\x00\x01", kind="application/octet-stream"), FetchOutcome.WRONG_TYPE),
        (answer(b"%PDF-1.4", kind="application/octet-stream"), FetchOutcome.OK),
        (answer(b"%PDF-1.4", kind="application/pdf"), FetchOutcome.OK),
        (answer(b"Tunnel notes", kind="text/plain"), FetchOutcome.OK),
        (answer(b"Tunnel notes", kind=""), FetchOutcome.OK),
        (short("The tunnel opened in 2011."), FetchOutcome.OK),
        (answer(b"x", Content_Encoding="br"), FetchOutcome.SERVER_ERROR),
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
        "Scheduled maintenance",
        "500 Internal Server Error",
    ],
)
def test_an_article_about_such_things_is_an_article(origin, words):
    page = answer(f"<title>{words}: the story behind</title><p>{words}</p>{ARTICLE}<input type=password>".encode())
    assert fetched(origin, page).outcome == FetchOutcome.OK


def test_the_words_of_a_page_are_found_behind_a_megabyte_of_scripts(origin):
    page = answer(b"<head><script>" + b"var a = '<b>';" * 80_000 + b"</script></head><p>The tunnel opened in 2011.</p>")
    assert fetched(origin, page).outcome == FetchOutcome.OK


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
    def fetch(copies: int) -> None:
        fetched(origin, answer(b"<html>" + (repeated * copies).encode()))

    assert grows_at_most(fetch, 300_000 // len(repeated), times=3)


@pytest.mark.parametrize(
    ("to", "outcome"),
    [
        ("/login?next=/story", FetchOutcome.LOGIN_WALL),
        ("http://accounts.example/signin", FetchOutcome.LOGIN_WALL),
        ("http://consent.example/m?continue=x", FetchOutcome.CONSENT_WALL),
        ("/errors/not-found.html", FetchOutcome.SOFT_404),
        ("/404", FetchOutcome.SOFT_404),
        ("/", FetchOutcome.SOFT_404),
        ("/en/", FetchOutcome.SOFT_404),
        ("/2011/03/story-renamed", FetchOutcome.OK),
    ],
)
def test_where_a_redirect_ends_tells_what_the_page_is(origin, to, outcome):
    path = "/" + to.removeprefix("http://").partition("/")[2]
    origin.pages[path] = answer(ARTICLE.encode())
    found = fetched(origin, redirect(to))
    assert (found.outcome, len(found.hops)) == (outcome, 2)


def test_a_front_page_that_was_asked_for_is_a_page(origin):
    origin.pages["/en/"] = answer(ARTICLE.encode())
    assert fetched(origin, redirect("/en/"), path="/").outcome == FetchOutcome.OK


def test_a_web_page_where_a_pdf_was_is_another_kind(origin):
    assert fetched(origin, answer(ARTICLE.encode()), expected_type="application/pdf").outcome == FetchOutcome.WRONG_TYPE


def test_five_redirects_are_followed_and_six_are_not(origin):
    for step in range(1, 7):
        origin.pages[f"/step{step}"] = redirect(f"/step{step - 1}")
    origin.pages["/step0"] = answer(ARTICLE.encode())
    fetcher = origins.fetcher_of(origin)
    assert fetcher.fetch(f"{SITE}/step5").hops == tuple(f"{SITE}/step{step}" for step in range(5, -1, -1))
    assert fetcher.fetch(f"{SITE}/step6").outcome == FetchOutcome.BLOCKED


def test_a_redirect_in_a_circle_ends(origin):
    assert (fetched(origin, redirect("/story")).outcome, len(origin.requests)) == (FetchOutcome.BLOCKED, 6)


def test_a_redirect_target_with_other_letters_is_asked_as_utf_8(origin):
    origin.pages["/t%C3%BCr"] = answer(ARTICLE.encode())
    assert fetched(origin, redirect("/tür")).outcome == FetchOutcome.OK


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
    assert (fetched(origin, page).retry_after, fetched(origin, page).outcome) == (seconds, FetchOutcome.RATE_LIMITED)


def test_a_compressed_page_is_unpacked(origin):
    packed = gzip.compress(ARTICLE[:900].encode()) + gzip.compress(ARTICLE[900:].encode())
    assert fetched(origin, answer(packed, Content_Encoding="gzip")).body == ARTICLE.encode()


def test_a_chunked_page_is_put_together(origin):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    found = fetched(origin, head + b"5\r\n<p>Tu\r\n8\r\nnnel</p>\r\n0\r\n\r\n")
    assert (found.outcome, found.body) == (FetchOutcome.OK, b"<p>Tunnel</p>")
