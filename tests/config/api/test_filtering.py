"""A list is narrowed by what was asked for, or the request is refused."""

import re

import pytest
from django_filters.rest_framework import DjangoFilterBackend

from reviews.api.views import Claims
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

LISTS = ["articles", "claims", "findings", "rechecks", "sources", "verdicts"]


@pytest.mark.parametrize("path", LISTS)
def test_a_filter_that_a_list_does_not_know_is_refused_with_those_that_it_knows(consumer, path):
    answer = program_of(consumer).get(f"/api/v1/{path}/", {"clam": "1", "page_size": "2"})
    assert (answer.status_code, list(answer.json())) == (400, ["clam"])
    sentence = answer.json()["clam"][0]
    assert re.fullmatch(r"There is no such filter. Available filters: .*cursor, .*page_size.*\.", sentence)


def test_without_the_rule_a_misspelt_filter_gives_every_row(consumer, analyst, at, monkeypatch):
    monkeypatch.setattr(Claims, "filter_backends", [DjangoFilterBackend])
    factories.claim(by=analyst, at=at)
    answer = program_of(consumer).get("/api/v1/claims/", {"artcle": "999999"})
    assert (answer.status_code, len(answer.json()["results"]) > 0) == (200, True)


def test_the_claims_of_an_article_can_be_narrowed_too(consumer, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    path = f"/api/v1/articles/{claim.article_id}/claims/"
    everything = program_of(consumer).get(path).json()["results"]
    unworthy = program_of(consumer).get(path, {"check_worthy": "false"}).json()["results"]
    assert [row["id"] for row in unworthy] == [row["id"] for row in everything if not row["check_worthy"]]
    assert program_of(consumer).get(path, {"worthy": "false"}).status_code == 400


def test_one_row_is_read_whatever_else_its_address_says(consumer, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    assert program_of(consumer).get(f"/api/v1/claims/{claim.pk}/", {"from": "mail"}).status_code == 200
