"""Who gets in, with what, and what a stranger, a consumer and a person without a role are told."""

import pytest
from django.core.cache import cache
from knox.models import AuthToken
from redis import RedisError
from rest_framework.test import APIClient

from claims.models import Article
from config.api.tokens import AccountTries, PasswordTries
from tests import factories
from tests.clients import program_of, stranger

pytestmark = pytest.mark.django_db

READABLE = (
    "articles/",
    "claims/",
    "verdicts/",
    "sources/",
    "findings/",
    "rechecks/",
    "export/verdicts.json",
    "export/verdicts.ndjson",
    "export/verdicts.csv",
    "export/verdicts.xlsx",
    "export/verdicts.parquet",
    "export/verdicts.claimreview.jsonld",
    "export/verdicts.datafeed.jsonld",
    "export/verdicts.annotations.jsonld",
    "export/verdicts.atom",
    "schema/",
    "docs/",
)
WRITABLE = ("articles/", "sources/", "sources/1/versions/", "rechecks/")


@pytest.mark.parametrize("path", [*READABLE, "", "claims/1/", "no/such/thing"])
def test_a_stranger_gets_in_nowhere(path):
    assert stranger().get(f"/api/v1/{path}").status_code == 401


def test_a_stranger_is_told_how_to_sign_in():
    answer = stranger().get("/api/v1/verdicts/")
    assert answer.headers["WWW-Authenticate"] == "Token"
    assert (answer.headers["Content-Type"], answer.json()) == (
        "application/problem+json",
        {
            "type": "about:blank",
            "title": "Unauthorized",
            "status": 401,
            "code": "not_authenticated",
            "detail": "Authentication required. Sign in, or send a token: `Authorization: Token …`.",
        },
    )


@pytest.mark.parametrize("path", READABLE)
def test_a_consumer_reads_everything(consumer, path):
    assert program_of(consumer).get(f"/api/v1/{path}", HTTP_ACCEPT="*/*").status_code == 200


@pytest.mark.parametrize("path", WRITABLE)
def test_a_consumer_writes_nothing(consumer, path):
    answer = program_of(consumer).post(f"/api/v1/{path}", {"text": factories.ENGINE_ARTICLE}, format="json")
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Only analysts and editors can do this.")
    assert Article.objects.count() == 0


def test_an_analyst_writes_with_the_same_request(analyst):
    answer = program_of(analyst).post("/api/v1/articles/", {"text": factories.ENGINE_ARTICLE}, format="json")
    assert (answer.status_code, Article.objects.count()) == (201, 1)


def test_a_person_without_a_role_is_told_whom_to_ask(db):
    answer = program_of(factories.person("newcomer")).get("/api/v1/verdicts/")
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Your account has no role.")


def test_an_address_that_does_not_exist_is_answered_in_json(analyst):
    answer = program_of(analyst).get("/api/v1/nothing/here/")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("There is nothing at this address.")


def test_a_token_is_given_for_a_password_used_and_given_back(consumer):
    given = stranger().post("/api/v1/token/", {"username": "carl", "password": "correct horse"}, format="json")
    assert (given.status_code, sorted(given.json())) == (201, ["expires_at", "token"])

    program = stranger()
    program.credentials(HTTP_AUTHORIZATION=f"Token {given.json()['token']}")
    assert program.get("/api/v1/verdicts/").status_code == 200
    assert program.delete("/api/v1/token/").status_code == 204
    assert program.get("/api/v1/verdicts/").status_code == 401


def test_a_token_is_not_stored_as_it_is_given(consumer):
    token = (
        stranger()
        .post("/api/v1/token/", {"username": "carl", "password": "correct horse"}, format="json")
        .json()["token"]
    )
    stored = AuthToken.objects.get()
    assert token not in (stored.digest, stored.token_key)


@pytest.mark.parametrize("given", [("carl", "wrong"), ("nobody", "correct horse"), ("carl", " correct horse")])
def test_a_wrong_password_gets_a_sentence(consumer, given):
    username, password = given
    answer = stranger().post("/api/v1/token/", {"username": username, "password": password}, format="json")
    assert answer.status_code == 401
    assert answer.json()["detail"].startswith("The user name or password is wrong")


def test_a_closed_account_gets_no_token_and_loses_the_one_it_has(consumer):
    program = program_of(consumer)
    consumer.is_active = False
    consumer.save()
    asked = stranger().post("/api/v1/token/", {"username": "carl", "password": "correct horse"}, format="json")
    assert (asked.status_code, program.get("/api/v1/verdicts/").status_code) == (401, 401)


def _status_of_tries(how_many: int) -> list[int]:
    """Each for another user name, as somebody does who knows one password that is often used."""
    guesses = [{"username": f"carl {number}", "password": "guess"} for number in range(how_many)]
    return [stranger().post("/api/v1/token/", guess, format="json").status_code for guess in guesses]


def test_the_eleventh_password_in_a_minute_is_not_looked_at(consumer):
    assert _status_of_tries(11) == [401] * 10 + [429]
    right = {"username": "carl", "password": "correct horse"}
    assert stranger().post("/api/v1/token/", right, format="json").status_code == 429


def test_without_the_count_the_eleventh_password_is_looked_at(consumer, monkeypatch):
    monkeypatch.setattr(PasswordTries, "tries", 1000)
    assert _status_of_tries(11) == [401] * 11


def test_a_twenty_first_token_is_refused(consumer):
    for _ in range(20):
        AuthToken.objects.create(user=consumer)
    answer = stranger().post("/api/v1/token/", {"username": "carl", "password": "correct horse"}, format="json")
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("You already have 20 tokens.")


@pytest.mark.parametrize("header", ["Token", "Token a b", "Token nonsense", "Token caf\xe9", "Token plb_" + "0" * 80])
def test_a_header_that_is_no_token_is_refused(db, header):
    program = stranger()
    program.credentials(HTTP_AUTHORIZATION=header)
    assert program.get("/api/v1/verdicts/").status_code == 401


def test_a_session_reads_without_a_token_and_writes_only_with_its_csrf_token(analyst):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(analyst)
    body = {"text": factories.ENGINE_ARTICLE}
    assert browser.get("/api/v1/verdicts/").status_code == 200
    assert browser.post("/api/v1/articles/", body, format="json").status_code == 403
    browser.get("/articles/new/")
    token = browser.cookies["csrftoken"].value
    assert browser.post("/api/v1/articles/", body, format="json", HTTP_X_CSRFTOKEN=token).status_code == 201


def test_a_token_needs_no_csrf_token(analyst):
    program = program_of(analyst)
    program.handler.enforce_csrf_checks = True
    assert program.post("/api/v1/articles/", {"text": factories.ENGINE_ARTICLE}, format="json").status_code == 201


def test_a_session_has_no_token_to_give_back(analyst):
    browser = APIClient()
    browser.force_login(analyst)
    assert browser.delete("/api/v1/token/").status_code == 400


def _tries(password: str, *, addresses: range, username: str = "carl") -> list[int]:
    asked = {"username": username, "password": password}
    return [
        stranger().post("/api/v1/token/", asked, format="json", REMOTE_ADDR=f"192.0.2.{each}").status_code
        for each in addresses
    ]


def test_passwords_of_one_account_are_tried_slowly_from_however_many_addresses(consumer, analyst, monkeypatch):
    monkeypatch.setattr(AccountTries, "FREE", 2)
    monkeypatch.setattr(AccountTries, "FIRST", 60)
    assert _tries("guess", addresses=range(3)) == [401] * 3
    right = {"username": "carl", "password": "correct horse"}
    slowed = stranger().post("/api/v1/token/", right, format="json", REMOTE_ADDR="192.0.2.9")
    assert (slowed.status_code, slowed.headers["Retry-After"]) == (429, "60")
    assert slowed.json()["detail"].startswith("Many passwords were tried for this user name.")
    assert _tries("correct horse", addresses=range(9, 10), username=analyst.username) == [201]


def test_a_right_password_begins_the_count_anew(consumer, monkeypatch):
    monkeypatch.setattr(AccountTries, "FREE", 2)
    monkeypatch.setattr(AccountTries, "FIRST", 60)
    for _ in range(2):
        assert _tries("guess", addresses=range(1)) + _tries("correct horse", addresses=range(1, 2)) == [401, 201]


def test_a_count_that_cannot_be_forgotten_refuses_no_right_password(consumer, monkeypatch):
    def away(_keys: list[str]) -> None:
        raise RedisError

    monkeypatch.setattr(cache, "delete_many", away)
    assert _tries("correct horse", addresses=range(1)) == [201]


def test_without_the_pause_every_address_may_guess(consumer, monkeypatch):
    monkeypatch.setattr(AccountTries, "take", lambda tries: None)
    assert _tries("guess", addresses=range(4)) == [401] * 4
