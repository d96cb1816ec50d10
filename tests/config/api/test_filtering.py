"""A list is narrowed by what was asked for, or the request is refused."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_filters.rest_framework import DjangoFilterBackend

from reviews.api.views import Claims
from tests import factories
from tests.clients import faulty, program_of
from tests.plans import can_be_read_along

pytestmark = pytest.mark.django_db

LISTS = ["articles", "claims", "findings", "rechecks", "sources", "verdicts"]


@pytest.mark.parametrize("path", LISTS)
def test_a_filter_that_a_list_does_not_know_is_refused_with_those_that_it_knows(consumer, path):
    answer = program_of(consumer).get(f"/api/v1/{path}/", {"clam": "1", "page_size": "2"})
    assert (answer.status_code, faulty(answer)) == (400, ["clam"])
    sentence = answer.json()["errors"][0]["detail"]
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


@pytest.mark.parametrize(
    "address",
    [
        "verdicts/?stands=flase",
        "verdicts/?endangered=maybe",
        "verdicts/?stands=",
        "verdicts/?since=",
        "verdicts/?since=1&since=2",
        "verdicts/?rating=wrong&rating=verified",
        "verdicts/?rating=Wrong",
        "verdicts/?published_from=2026-13-01",
        "claims/?check_worthy=1",
        "claims/?quantity_min=three&quantity_unit=MN",
        "claims/?quantity_min=5&quantity_max=3&quantity_unit=MN",
        "claims/?quantity_unit=blorbs",
        "claims/?date_from=2026-02-01&date_to=2026-01-01",
        "claims/?name=%20",
        "claims/?page_size=0",
        "claims/?page_size=101",
        "claims/?page_size=many",
        "claims/?fields=id,txet",
        "claims/?fields=id&fields=text",
        "findings/?kind=contradicton",
        "findings/?state=opne",
        "rechecks/?change=gnoe",
        "sources/?grade=Z9",
        "articles/?published_to=tomorrow",
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_by_the_name_of_its_parameter(consumer, address):
    answer = program_of(consumer).get(f"/api/v1/{address}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert all(each["parameter"] in address for each in answer.json()["errors"])


def test_a_range_without_a_unit_is_refused_by_the_name_of_what_is_missing(consumer):
    answer = program_of(consumer).get("/api/v1/claims/?quantity_min=3")
    assert (answer.status_code, faulty(answer)) == (400, ["quantity_unit"])


def test_a_cursor_leads_on_in_its_own_list_alone(consumer, analyst, at):
    factories.article(by=analyst, at=at)
    program = program_of(consumer)
    following = program.get("/api/v1/claims/", {"page_size": 1}).json()["next"]
    cursor = parse_qs(urlsplit(following).query)["cursor"][0]
    assert program.get(following).status_code == 200
    for path, narrowed in (("claims", {"check_worthy": "true"}), ("articles", {}), ("findings", {})):
        answer = program.get(f"/api/v1/{path}/", {"cursor": cursor, **narrowed})
        assert (answer.status_code, faulty(answer)) == (400, ["cursor"])


def ids(program, path: str, **filters: object) -> list[int]:
    answer = program.get(f"/api/v1/{path}/", filters)
    assert answer.status_code == 200, answer.content
    return [row["id"] for row in answer.json()["results"]]


def test_claims_and_verdicts_are_narrowed_by_what_they_say_and_rest_on(consumer, analyst, editor, at):
    text = (
        "The RD-180 engine has a maximum vacuum thrust of 4.15 MN. The Merlin engine was first flown on 24 March 2006. "
        "The Vinci engine has a vacuum thrust of 180 kN."
    )
    article = factories.article(by=analyst, at=at, text=text)
    big, old, small = article.claims.active().in_reading_order()
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at, claim=big)
    source = verdict.citations.get().snapshot.document_id
    program, here = program_of(consumer), {"article": article.pk}
    assert ids(program, "claims", quantity_min=3, quantity_max=5, quantity_unit="MN", **here) == [big.pk]
    assert ids(program, "claims", quantity_max=1, quantity_unit="MN", **here) == [small.pk]
    assert ids(program, "claims", quantity_min=100, quantity_unit="kN", **here) == [small.pk, big.pk]
    assert ids(program, "claims", quantity_unit="tonnes", **here) == []
    assert ids(program, "claims", date_from="2006-03-01", date_to="2006-03-31", **here) == [old.pk]
    assert ids(program, "claims", date_from="2006-03-25", **here) == []
    assert ids(program, "claims", date_to="2006-03-24", **here) == [old.pk]
    assert ids(program, "claims", name="merlin", **here) == [old.pk]
    assert ids(program, "claims", source=source) == [big.pk]
    assert ids(program, "verdicts", source=source, name="RD-180", quantity_min=4, quantity_unit="MN") == [verdict.pk]
    assert ids(program, "verdicts", published_from="2026-11-02", published_to="2026-11-02") == [verdict.pk]
    assert ids(program, "verdicts", published_to="2026-11-01") == []


def test_a_source_that_is_cited_in_an_open_review_does_not_show_by_the_filter(consumer, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    assert ids(program_of(consumer), "claims", source=cited.snapshot.document_id) == []


def test_rows_come_with_the_fields_that_were_asked_for(consumer, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    program = program_of(consumer)
    page = program.get("/api/v1/claims/", {"fields": "id,text", "article": claim.article_id})
    row = program.get(f"/api/v1/claims/{claim.pk}/", {"fields": "id,text"})
    assert (page.headers["Content-Type"], set(map(frozenset, page.json()["results"]))) == (
        "application/vnd.plumbline.partial+json",
        {frozenset({"id", "text"})},
    )
    assert row.json() == {"id": claim.pk, "text": claim.text}


@pytest.mark.parametrize(
    ("index", "by_bitmap", "narrowed"),
    [
        ("claims_claim_quantities", True, {"quantity_min": 3, "quantity_unit": "MN"}),
        ("claims_claim_days", False, {"date_from": "2006-03-01", "date_to": "2006-03-31"}),
        ("claims_claim_days", False, {"date_to": "2006-03-31"}),
    ],
)
def test_claims_are_found_by_what_they_say_along_an_index(consumer, index, by_bitmap, narrowed):
    with CaptureQueriesContext(connection) as asked:
        ids(program_of(consumer), "claims", **narrowed)
    [sql] = [query["sql"] for query in asked.captured_queries if "jsonb_path_exists" in query["sql"]]
    assert can_be_read_along(index, sql, by_bitmap=by_bitmap)
