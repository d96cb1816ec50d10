"""While the database is away, pages say so, and give back what was typed."""

import html
import re

import pytest
from django.db import OperationalError
from django.urls import reverse

from tests import clients, factories

pytestmark = pytest.mark.django_db

WORDS = "The table of the maker says 4,150 kN,\nnot 4150 N <sic>."


@pytest.fixture
def database_away(monkeypatch):
    def down(*_args: object, **_options: object) -> None:
        raise OperationalError("the server closed the connection")

    return lambda: monkeypatch.setattr("core.accounts.models.SessionStore.load", down)


@pytest.fixture
def person(analyst):
    signed_in = clients.stranger()
    signed_in.force_login(analyst)
    return signed_in


def typed_again(answer) -> list[str]:
    return [
        html.unescape(words) for words in re.findall(r"<textarea[^>]*>\n?([^<]*)</textarea>", answer.content.decode())
    ]


def test_a_page_says_that_nothing_was_read_and_when_to_try_again(person, database_away):
    database_away()
    answer = person.get("/articles/")
    assert (answer.status_code, answer.headers["Retry-After"], typed_again(answer)) == (503, "10", [])
    assert "Its database is not responding, so nothing was read or saved." in answer.content.decode()


def test_what_was_typed_comes_back_without_the_fields_of_one_word(person, database_away, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    database_away()
    answer = person.post(reverse("say", args=[claim.pk]), {"text": WORDS, "seen_version": "3"})
    assert (answer.status_code, typed_again(answer)) == (503, [WORDS])


def test_words_of_a_language_without_spaces_come_back_and_no_token_does(person, database_away, analyst, at):
    claim, words = factories.claim(by=analyst, at=at), "制造商的数据表写的是四千一百五十千牛，而不是四千一百五十牛。"
    database_away()
    answer = person.post(reverse("say", args=[claim.pk]), {"text": words, "csrfmiddlewaretoken": "x" * 64})
    assert (answer.status_code, typed_again(answer)) == (503, [words])


def test_a_form_that_is_too_large_to_be_read_is_told_of_the_outage_too(person, database_away, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    database_away()
    answer = person.post("/articles/", {"text": WORDS, "note": WORDS})
    assert (answer.status_code, typed_again(answer)) == (503, [])


def test_nothing_of_a_form_with_secrets_is_shown_again(person, database_away):
    database_away()
    answer = person.post("/account/password/", {"oldpassword": "four words as password"})
    assert (answer.status_code, typed_again(answer)) == (503, [])


def test_a_fault_of_ours_is_no_outage(person, monkeypatch):
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("core.accounts.models.SessionStore.load", broken)
    assert person.get("/articles/").status_code == 500
