"""Who fetched a verdict is known afterwards, at the price of one statement per answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from reviews import queries
from reviews.api.deliveries import runs
from reviews.models import Delivery
from tests.clients import program_of


def holders(verdicts) -> list[list[str]]:
    return [[user.username for user in queries.consumers_of(verdict)] for verdict in verdicts]


def ranges() -> list[tuple[int, int]]:
    return list(Delivery.objects.order_by("first_verdict", "last_verdict").values_list("first_verdict", "last_verdict"))


@pytest.mark.django_db
def test_a_list_a_detail_a_claim_and_an_article_hand_verdicts_out(consumer, published):
    verdicts = published(4)
    program, (first, second, third, _) = program_of(consumer), verdicts
    program.get(f"/api/v1/verdicts/{first.pk}/")
    program.get(f"/api/v1/claims/{second.claim_id}/")
    program.get(f"/api/v1/articles/{third.claim.article_id}/claims/")
    assert holders(verdicts) == [["carl"], ["carl"], ["carl"], []]
    program.get("/api/v1/verdicts/")
    assert holders(verdicts) == [["carl"]] * 4


@pytest.mark.django_db
def test_a_whole_export_is_one_row(consumer, published):
    verdicts = published(3)
    b"".join(program_of(consumer).get("/api/v1/export/verdicts.ndjson").streaming_content)
    assert (ranges(), holders(verdicts)) == ([(1, verdicts[-1].pk)], [["carl"]] * 3)


@pytest.mark.django_db
def test_an_export_without_a_verdict_hands_nothing_out(consumer):
    b"".join(program_of(consumer).get("/api/v1/export/verdicts.ndjson").streaming_content)
    assert ranges() == []


@pytest.mark.django_db
def test_an_export_is_written_down_before_its_first_byte(consumer, published):
    published(1)
    answer = program_of(consumer).get("/api/v1/export/verdicts.json")
    assert len(ranges()) == 1
    b"".join(answer.streaming_content)


@pytest.mark.django_db
def test_a_narrowed_list_hands_out_what_it_has_and_nothing_between(consumer, published):
    verdicts = published(3)
    program_of(consumer).get("/api/v1/verdicts/", {"claim": verdicts[1].claim_id})
    assert holders(verdicts) == [[], ["carl"], []]


@pytest.mark.django_db
def test_the_same_page_fetched_again_is_the_same_row(consumer, published):
    published(2)
    program = program_of(consumer)
    for _ in range(3):
        program.get("/api/v1/verdicts/", {"since": 0})
    assert len(ranges()) == 1


@pytest.mark.django_db
def test_a_person_at_work_holds_nothing_but_their_program_does(analyst, published, client):
    verdict = published(1)[0]
    client.force_login(analyst)
    client.get("/api/v1/verdicts/")
    assert holders([verdict]) == [[]]
    program_of(analyst).get("/api/v1/verdicts/")
    assert holders([verdict]) == [["ada"]]


@pytest.mark.django_db
@pytest.mark.parametrize("how_many", [1, 4])
def test_writing_it_down_takes_one_statement_however_many_verdicts(consumer, published, how_many):
    published(how_many)
    program = program_of(consumer)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        program.get("/api/v1/claims/")
    assert sum('INSERT INTO "reviews_delivery"' in query["sql"] for query in asked.captured_queries) == 1


@given(st.lists(st.integers(1, 60)))
def test_ranges_hold_each_number_once_and_no_other(numbers):
    found = runs(numbers)
    assert [number for first, last in found for number in range(first, last + 1)] == sorted(set(numbers))
    assert all(last + 1 < first for (_, last), (first, _) in zip(found, found[1:], strict=False))
