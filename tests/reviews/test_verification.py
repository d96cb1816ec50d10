"""Tampering that the ledger shows. The triggers are switched off for it, as whoever owns the server could."""

import pytest
from django.db import connection

from reviews import ledger, verification
from reviews.models import LedgerEntry
from sources.models import Snapshot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(analyst, editor, at):
    article = factories.article(by=analyst, at=at)
    for claim in article.claims.active():
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    return LedgerEntry.objects.count()


def tamper(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET session_replication_role = DEFAULT")


def test_a_chain_that_nobody_touched_is_whole(chain):
    assert chain >= 3
    assert verification.verify_ledger() == verification.Report(entries=chain, replayed=chain)


@pytest.mark.parametrize(
    ("sql", "bad_entry", "fault"),
    [
        (
            "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, '{rating}', '\"verified\"') WHERE seq = 2",
            2,
            "the content of entry 2 was changed after it was written",
        ),
        (
            "UPDATE reviews_ledgerentry SET hash = repeat('a', 64) WHERE seq = 1",
            1,
            "the content of entry 1 was changed after it was written",
        ),
        ("DELETE FROM reviews_ledgerentry WHERE seq = 2", 2, "entry 2 is missing; the next one there is 3"),
        (
            "UPDATE reviews_verdict SET rating = 'verified' WHERE id = (SELECT verdict_id FROM reviews_ledgerentry WHERE seq = 2)",
            2,
            None,
        ),
        (
            "UPDATE sources_snapshot SET text = replace(text, '4.15', '4.51') WHERE id = (SELECT (payload->'citations'->0->>'snapshot')::bigint FROM reviews_ledgerentry WHERE seq = 1)",
            1,
            None,
        ),
    ],
    ids=["content", "hash", "deleted", "verdict row", "snapshot"],
)
def test_tampering_is_found_and_the_first_bad_entry_is_named(chain, sql, bad_entry, fault):
    tamper(sql)
    report = verification.verify_ledger()
    assert report.bad_entry == bad_entry
    assert report.fault == fault if fault else report.fault


def test_a_cut_end_is_found_because_its_verdicts_are_in_no_entry(chain):
    tamper("DELETE FROM reviews_ledgerentry WHERE seq = (SELECT max(seq) FROM reviews_ledgerentry)")
    assert verification.verify_ledger().bad_entry == chain


def test_the_canonical_form_does_not_depend_on_the_order_of_keys():
    assert ledger.canonical({"b": 1, "a": "é"}) == ledger.canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()


def test_each_snapshot_keeps_the_name_of_its_text(chain):
    names = Snapshot.objects.values_list("text", "text_sha256")
    assert [name for text, name in names if verification.text_sha256(text) != name] == []
