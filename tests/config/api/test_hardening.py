"""Requests that used to end in a server error end in a sentence."""

import logging

import pytest
from django.db import DataError, OperationalError
from rest_framework import parsers
from rest_framework.test import APIRequestFactory

from config.api import parsing
from config.api.errors import handle
from tests import clients, factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

HOSTILE_BODIES = {
    "NUL in a value": b'{"text": "a\\u0000b"}',
    "NUL in a name": b'{"a\\u0000b": 1}',
    "half a character": b'{"text": "\\ud800"}',
    "half a character in a list": b'{"text": ["\\udfff"]}',
    "65 levels": b"[" * 65 + b"]" * 65,
    "3000 levels": b"[" * 3000 + b"]" * 3000,
    "100000 levels": b"[" * 100_000 + b"]" * 100_000,
    "100000 levels of objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "NaN": b'{"readers": NaN}',
    "Infinity": b'{"readers": -Infinity}',
    "a number beyond all": b'{"readers": 1e999}',
    "ten thousand digits": b'{"readers": ' + b"9" * 10_000 + b"}",
    "one name twice": b'{"text": "one", "text": "two"}',
    "Latin-1": '{"text": "café"}'.encode("latin-1"),
    "UTF-16": '{"text": "a"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"text": "a"}',
    "nothing": b"",
    "half of it": b'{"text": ',
    "no object": b'["text"]',
    "a bare string": b'"text"',
}


@pytest.mark.parametrize("body", HOSTILE_BODIES.values(), ids=HOSTILE_BODIES)
def test_json_that_cannot_be_meant_is_refused_with_a_sentence(analyst, body):
    answer = program_of(analyst).post("/api/v1/articles/", body, content_type="application/json")
    assert answer.status_code == 400
    assert (answer.headers["Content-Type"], bool(answer.json()["detail"])) == ("application/problem+json", True)


def test_without_the_strict_parser_half_a_character_gets_through():
    request = APIRequestFactory().post("/", HOSTILE_BODIES["half a character"], content_type="application/json")
    assert parsers.JSONParser().parse(request) == {"text": "\ud800"}


def test_json_of_64_levels_in_utf8_is_read():
    request = APIRequestFactory().post("/", "[" * 63 + '"é"' + "]" * 63, content_type="application/json")
    value = parsing.StrictJSONParser().parse(request)
    for _ in range(63):
        value = value[0]
    assert value == "é"


@pytest.mark.parametrize("charset", ["latin-1", "utf-16", "bz2_codec"])
def test_another_charset_than_utf8_is_refused(analyst, charset):
    answer = program_of(analyst).post(
        "/api/v1/articles/", b'{"text": "a"}', content_type=f"application/json; charset={charset}"
    )
    assert answer.status_code in (400, 415)


def test_more_than_a_megabyte_of_json_is_refused_with_the_way_out(analyst):
    body = b'{"text": "' + b"a" * 1_000_000 + b'"}'
    answer = program_of(analyst).post("/api/v1/articles/", body, content_type="application/json")
    assert answer.status_code == 413
    assert "as a file" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "claims/?search=a%00b",
        "claims/?a%00b=1",
        "claims/%00/",
        "verdicts/?cursor=%00",
        "articles/?search=%00",
        "token/?%00",
    ],
)
def test_a_nul_in_the_address_is_refused(analyst, path):
    assert program_of(analyst).get(f"/api/v1/{path}").status_code == 400


@pytest.mark.parametrize(
    "cursor", ["cD1hYmM=", "cD0xLjU=", "bz0tMQ==", "cj14", "garbage", "é", "cD0lMDA=", "bz05OTk5OTk5OTk5"]
)
@pytest.mark.parametrize("path", ["articles/", "claims/", "verdicts/", "sources/", "findings/", "rechecks/"])
def test_a_cursor_made_by_hand_finds_no_page(analyst, path, cursor):
    assert program_of(analyst).get(f"/api/v1/{path}", {"cursor": cursor}).status_code in (200, 404)


def test_a_cursor_with_a_word_for_a_number_finds_no_page(analyst):
    answer = program_of(analyst).get("/api/v1/verdicts/", {"cursor": "cD1hYmM="})
    assert (answer.status_code, answer.json()["detail"][:22]) == (404, "There is no such page.")


@pytest.mark.parametrize(
    ("path", "faulty"),
    [
        ("claims/?article=x", "article"),
        ("claims/?article=1.5", "article"),
        ("claims/?article=1e99999", "article"),
        ("claims/?article=-1", "article"),
        ("claims/?article=99999999999999999999", "article"),
        ("claims/?rating=splendid", "rating"),
        ("claims/?status=lost", "status"),
        ("claims/?search=" + "a" * 301, "search"),
        ("verdicts/?since=x", "since"),
        ("verdicts/?rating=splendid", "rating"),
        ("rechecks/?claim=x", "claim"),
        ("findings/?article=x", "article"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_named(analyst, path, faulty):
    answer = program_of(analyst).get(f"/api/v1/{path}")
    assert (answer.status_code, clients.faulty(answer)) == (400, [faulty])


@pytest.mark.parametrize("number", ["0", "999999999999999999", "9" * 19, "9" * 40, "-1", "٣", "1.0", "x"])
@pytest.mark.parametrize("path", ["articles", "claims", "verdicts", "sources", "snapshots", "findings", "rechecks"])
def test_a_row_that_is_not_there_is_not_found(analyst, path, number):
    assert program_of(analyst).get(f"/api/v1/{path}/{number}/").status_code == 404


def test_a_value_that_only_the_database_refuses_is_answered_and_logged(caplog):
    with caplog.at_level(logging.ERROR):
        answer = handle(DataError("date out of range"), {})
    assert (answer.status_code, answer.data["status"]) == (400, 400)
    assert [record.name for record in caplog.records] == ["config.api.errors"]


def test_a_fault_of_ours_stays_one():
    assert handle(RuntimeError("a bug"), {}) is None


@pytest.mark.parametrize("day", ["0000-01-01", "2024-02-30", "99999-01-01", "0001-01-01T00:00:00+23:59", "yesterday"])
def test_a_day_that_is_none_is_named(analyst, day):
    body = {"text": "Some words that say something.", "published_on": day}
    answer = program_of(analyst).post("/api/v1/articles/", body, format="json")
    assert (answer.status_code, clients.faulty(answer)) == (400, ["published_on"])


def test_another_method_and_another_kind_of_body_are_refused_by_name(analyst):
    program = program_of(analyst)
    answers = [
        program.put("/api/v1/verdicts/", {}, format="json"),
        program.put("/api/v1/claims/1/", {}, format="json"),
        program.delete("/api/v1/verdicts/1/"),
        program.post("/api/v1/articles/", "<a/>", content_type="application/xml"),
        program.post("/api/v1/rechecks/", b"--x--", content_type="multipart/form-data; boundary=x"),
    ]
    assert [answer.status_code for answer in answers] == [405, 405, 405, 415, 415]


def _down(*_args: object, **_options: object) -> None:
    raise OperationalError("the server closed the connection")


@pytest.mark.parametrize(
    "place",
    ["core.accounts.models.SessionStore.load", "config.api.authentication.HeaderToken.authenticate_credentials"],
)
def test_while_the_database_is_down_a_program_is_told_when_to_ask_again(analyst, monkeypatch, place):
    by_key, by_session = program_of(analyst), clients.stranger()
    by_session.force_login(analyst)
    monkeypatch.setattr(place, _down)
    answer = (by_session if "Session" in place else by_key).get("/api/v1/verdicts/")
    assert (answer.status_code, answer.headers["Retry-After"], answer.headers["Content-Type"]) == (
        503,
        "10",
        "application/problem+json",
    )
    assert answer.json()["detail"].startswith("The database cannot be reached at the moment")


def test_a_fault_of_ours_is_told_to_a_program_in_its_form_and_to_a_browser_as_a_page(analyst, monkeypatch):
    by_session = clients.stranger()
    by_session.force_login(analyst)

    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("core.accounts.models.SessionStore.load", broken)
    answer, page = by_session.get("/api/v1/verdicts/"), by_session.get("/articles/")
    assert [answer.status_code, answer.headers["Content-Type"]] == [500, "application/problem+json"]
    assert [page.status_code, page.headers["Content-Type"]] == [500, "text/html; charset=utf-8"]


def test_each_key_is_counted_for_itself(analyst, settings):
    settings.PLUMBLINE_API_PER_MINUTE = 2
    one, other = program_of(analyst), program_of(analyst)
    statuses = [one.get("/api/v1/findings/").status_code for _ in range(2)]
    refused = one.get("/api/v1/verdicts/")
    assert (statuses, refused.status_code, 0 < int(refused.headers["Retry-After"]) <= 60) == ([200, 200], 429, True)
    assert other.get("/api/v1/verdicts/").status_code == 200


def test_without_the_count_a_key_asks_as_often_as_it_likes(analyst, settings, monkeypatch):
    settings.PLUMBLINE_API_PER_MINUTE = 2
    monkeypatch.setattr("core.api.throttling.PerKey.allow_request", lambda self, request, view: True)
    one = program_of(analyst)
    assert [one.get("/api/v1/findings/").status_code for _ in range(3)] == [200] * 3


@pytest.mark.parametrize(
    ("method", "address", "given"),
    [
        ("post", "articles/", {"text": factories.ENGINE_ARTICLE, "reader": 2}),
        ("post", "articles/{article}/original/", {"original": None, "orginal": 1}),
        ("post", "sources/", {"url": "https://example.org/sheet", "grad": "A1"}),
        ("patch", "sources/{source}/", {"grad": "A1"}),
        ("post", "rechecks/", {"claim": 1, "citation": 1}),
    ],
)
def test_a_field_that_a_body_does_not_know_is_refused_by_its_name(analyst, at, method, address, given):
    source = factories.upload(by=analyst, at=at).document
    article = factories.article(by=analyst, at=at)
    answer = getattr(program_of(analyst), method)(
        "/api/v1/" + address.format(article=article.pk, source=source.pk), given, format="json"
    )
    unknown = list(given)[-1]
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (400, [f"#/{unknown}"])
