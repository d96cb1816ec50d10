"""Entries of the ledger that were judged under older rules: they hold by chain, rows, quotes and snapshots."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from reviews import ledger, verification
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from reviews.models import LedgerEntry
from reviews.queries import ledger as entries
from reviews.verification import Report, Step, check_entry
from tests import factories

pytestmark = pytest.mark.django_db

OLDER = RULES_VERSIONS[-2]


@pytest.fixture
def judge(analyst, editor, at, monkeypatch):
    """Publish one verdict for each rules version that is named. Older rules found otherwise than those of today."""
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(4))
    claims = iter(factories.article(by=analyst, at=at, text=text).claims.active().in_reading_order())

    def judge(*versions: str) -> None:
        for version in versions:
            with monkeypatch.context() as patched:
                patched.setattr(ledger, "RULES_VERSION", version)
                if version != RULES_VERSION:
                    patched.setattr(ledger, "replay", lambda text, quote: {"outcome": "not_enough", "kind": None})
                factories.verdict(analyst=analyst, editor=editor, at=at, claim=next(claims))

    return judge


def without_triggers(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET session_replication_role = replica")
        cursor.execute(sql, values or None)
        cursor.execute("SET session_replication_role = DEFAULT")


def chain_anew() -> None:
    previous = ledger.GENESIS
    for entry in LedgerEntry.objects.order_by("seq"):
        fresh = ledger.link_hash(seq=entry.seq, previous_hash=previous, payload=entry.payload)
        without_triggers(
            "UPDATE reviews_ledgerentry SET previous_hash = %s, hash = %s WHERE seq = %s", previous, fresh, entry.seq
        )
        previous = fresh


def set_rules(seq: int, version: object) -> None:
    """Write another rules version into an entry, and every hash anew."""
    without_triggers(
        "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, '{rules_version}', %s::jsonb) WHERE seq = %s",
        json.dumps(version),
        seq,
    )
    chain_anew()


def output() -> str:
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    return out.getvalue()


def test_what_older_rules_judged_holds_and_is_counted(judge):
    judge(RULES_VERSIONS[0], OLDER, OLDER, RULES_VERSION)
    assert verification.verify_ledger() == Report(
        entries=4, replayed=1, not_recomputed={RULES_VERSIONS[0]: 1, OLDER: 2}
    )


def test_the_command_says_what_it_did_not_recompute(judge):
    judge(RULES_VERSIONS[0], OLDER, OLDER, RULES_VERSION)
    assert output() == (
        "4 entries verified; 1 verdicts replayed with the same outcome.\n"
        f"1 entry was judged under rules {RULES_VERSIONS[0]} and is not recomputed.\n"
        f"2 entries were judged under rules {OLDER} and are not recomputed.\n"
        "No recorded heads were compared, so a chain that was cut or written anew as a whole would not show.\n"
    )


def test_nothing_of_older_rules_is_checked_again(judge, monkeypatch):
    judge(OLDER, RULES_VERSION)
    replayed = []
    replay = ledger.replay
    monkeypatch.setattr(ledger, "replay", lambda text, quote: replayed.append(text) or replay(text, quote))
    verification.verify_ledger()
    assert replayed == [LedgerEntry.objects.get(seq=2).payload["claim"]["text"]]


def test_control_the_same_entries_under_the_name_of_the_present_rules_do_not_hold(judge):
    judge(OLDER)
    set_rules(1, RULES_VERSION)
    verdict = LedgerEntry.objects.get().verdict_id
    assert verification.verify_ledger() == Report(
        entries=1, replayed=0, fault=f"verdict {verdict} differs from entry 1 in citations", bad_entry=1
    )


@pytest.mark.parametrize("version", ["99", None, 3])
def test_rules_that_this_release_does_not_know_are_a_fault(judge, version):
    judge(OLDER, RULES_VERSION)
    set_rules(2, version)
    report = verification.verify_ledger()
    assert (report.bad_entry, report.fault.partition(" names rules ")[0]) == (2, "entry 2")
    assert report.fault.endswith("which this release does not know")


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        (
            "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, '{rating}', '\"verified\"')",
            "the content of entry 1 was changed after it was written",
        ),
        ("UPDATE reviews_verdict SET rationale = 'Because.'", "differs from entry 1 in rationale"),
        ("UPDATE claims_citation SET stance = 'context'", "differs from entry 1 in citations"),
        ("UPDATE sources_snapshot SET text = text || ' And more.'", "no longer matches the bytes and text"),
    ],
)
def test_all_but_the_check_of_an_older_entry_is_proved(judge, sql, fault):
    judge(OLDER)
    without_triggers(sql)
    report = verification.verify_ledger()
    assert (fault in report.fault, report.bad_entry) == (True, 1)


def test_a_quote_that_its_snapshot_never_held_is_a_fault_under_older_rules_too(judge):
    judge(OLDER)
    without_triggers("UPDATE claims_citation SET quote = 'Nobody wrote this.'")
    without_triggers(
        "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, '{citations,0,quote}', '\"Nobody wrote this.\"')"
    )
    chain_anew()
    citation = LedgerEntry.objects.get().payload["citations"][0]["id"]
    assert verification.verify_ledger().fault == (
        f"the quote of citation {citation} is not in its snapshot at the position recorded in entry 1"
    )


def test_an_entry_under_older_rules_after_one_under_newer_is_named_and_no_fault(judge):
    judge(OLDER, RULES_VERSION, OLDER, RULES_VERSION)
    assert verification.verify_ledger() == Report(entries=4, replayed=2, not_recomputed={OLDER: 2}, went_back=3)
    assert output().splitlines()[-2] == (
        "Entry 3 was judged under older rules than one before it. If no older release was put back then, compare the "
        "heads that you keep elsewhere."
    )


@pytest.mark.parametrize(
    ("version", "step"),
    [
        (RULES_VERSION, Step(True, f"It was judged under rules {RULES_VERSION}, which are current.")),
        (OLDER, Step(True, f"It was judged under rules {OLDER}, which are older than the current ones.")),
        ("99", Step(False, "It refers to rules 99, which this release does not know.")),
    ],
)
def test_the_check_of_one_entry_says_under_which_rules_it_was_judged(judge, version, step):
    judge(version)
    steps = check_entry(entries.entries().get(seq=1))
    assert (steps[2], [each for each in steps if not each.holds]) == (step, [] if step.holds else [step])


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (RULES_VERSION, f"version {RULES_VERSION} (current)"),
        (OLDER, f"version {OLDER} (older than the current {RULES_VERSION})"),
        ("99", "version 99 (unknown to this release)"),
    ],
)
def test_the_pages_of_an_entry_say_under_which_rules_it_was_judged(client, analyst, editor, judge, version, said):
    judge(version)
    client.force_login(analyst)
    assert said in client.get("/ledger/1/").content.decode()
    client.force_login(editor)
    assert said in client.get("/admin/reviews/ledgerentry/1/change/").content.decode()


def test_no_version_was_taken_out_of_those_that_there_were():
    assert (RULES_VERSIONS[:3], len(set(RULES_VERSIONS)), RULES_VERSIONS[-1]) == (
        ("1", "2", "3"),
        len(RULES_VERSIONS),
        RULES_VERSION,
    )
