"""Hundreds of random tamperings of the ledger, by somebody who owns the database: every one shows, and nothing else does."""

import json
import os
import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from reviews import ledger, tasks, verification
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from reviews.models import LedgerEntry, Verdict
from reviews.verification import Head
from tests import factories

pytestmark = pytest.mark.django_db

#: PLUMBLINE_TAMPERINGS asks for more; this many are twenty of each kind.
TAMPERINGS = int(os.environ.get("PLUMBLINE_TAMPERINGS", "340"))


@pytest.fixture
def chain(analyst, editor, at, monkeypatch) -> list[Head]:
    """A ledger of several entries, and the heads that were written down while it grew."""
    article = factories.article(by=analyst, at=at)
    for claim in article.claims.active():
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    monkeypatch.setattr(ledger, "replay", cache(ledger.replay))  # a pure function, asked hundreds of times
    return [Head(*row) for row in LedgerEntry.objects.order_by("seq").values_list("seq", "hash")]


def execute(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def rehash(seq: int) -> None:
    entry = LedgerEntry.objects.get(seq=seq)
    fresh = ledger.link_hash(seq=seq, previous_hash=entry.previous_hash, payload=entry.payload)
    execute("UPDATE reviews_ledgerentry SET hash = %s WHERE seq = %s", fresh, seq)


def chain_anew(first: int) -> None:
    """Give every entry from this one on the hash that its content has now."""
    previous = LedgerEntry.objects.filter(seq=first - 1).values_list("hash", flat=True).first() or ledger.GENESIS
    for entry in LedgerEntry.objects.filter(seq__gte=first).order_by("seq"):
        fresh = ledger.link_hash(seq=entry.seq, previous_hash=previous, payload=entry.payload)
        execute(
            "UPDATE reviews_ledgerentry SET previous_hash = %s, hash = %s WHERE seq = %s", previous, fresh, entry.seq
        )
        previous = fresh


def set_payload(seq: int, field: str, value: object) -> None:
    execute(
        "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, %s, %s::jsonb) WHERE seq = %s",
        [field],
        json.dumps(value),
        seq,
    )


def some_text(dice: random.Random) -> str:
    return f"changed {dice.random()}"


def edit_the_entry(dice: random.Random, seq: int, end: int) -> None:
    field = dice.choice(["rationale", "rating", "signed_off_by", "published_at", "round", "judged_by"])
    set_payload(seq, field, some_text(dice))


def edit_the_verdict(dice: random.Random, seq: int, end: int) -> None:
    verdict = LedgerEntry.objects.get(seq=seq).verdict
    change = dice.choice(["rationale", "rating", "published_at"])
    value = {
        "rationale": some_text(dice),
        "rating": next(rating for rating in ("verified", "disputed") if rating != verdict.rating),
        "published_at": f"2020-01-{dice.randint(1, 28):02d}T00:00:00Z",
    }[change]
    execute(f"UPDATE reviews_verdict SET {change} = %s WHERE id = %s", value, verdict.pk)  # noqa: S608 - our own names


def edit_a_hash(dice: random.Random, seq: int, end: int) -> None:
    column = dice.choice(["hash", "previous_hash"])
    execute(
        f"UPDATE reviews_ledgerentry SET {column} = %s WHERE seq = %s",  # noqa: S608 - our own names
        f"{dice.getrandbits(256):064x}",
        seq,
    )


def delete_an_entry(dice: random.Random, seq: int, end: int) -> None:
    execute("DELETE FROM reviews_ledgerentry WHERE seq = %s", seq)


def swap_two_entries(dice: random.Random, seq: int, end: int) -> None:
    other = dice.choice([each for each in range(1, end + 1) if each != seq])
    for old, new in ((seq, 10_000), (other, seq), (10_000, other)):
        execute("UPDATE reviews_ledgerentry SET seq = %s WHERE seq = %s", new, old)


def insert_an_entry(dice: random.Random, seq: int, end: int) -> None:
    """A verdict that nobody signed off, chained on properly; half of the time with a row of its own."""
    last = LedgerEntry.objects.get(seq=end)
    payload = {**last.payload, "rationale": some_text(dice)}
    fresh = ledger.link_hash(seq=end + 1, previous_hash=last.hash, payload=payload)
    execute(
        "INSERT INTO reviews_ledgerentry (seq, verdict_id, payload, previous_hash, hash) VALUES (%s, %s, %s, %s, %s)",
        end + 1,
        1_000_000,
        json.dumps(payload),
        last.hash,
        fresh,
    )
    if dice.random() < 0.5:
        execute(
            "INSERT INTO reviews_verdict (id, review_id, claim_id, rating, rationale, signed_off_by_id, published_at) "
            "SELECT 1000000, review_id + 1000000, claim_id, rating, %s, signed_off_by_id, published_at "
            "FROM reviews_verdict WHERE id = %s",
            payload["rationale"],
            last.verdict_id,
        )


def delete_a_row_that_it_rests_on(dice: random.Random, seq: int, end: int) -> None:
    entry = LedgerEntry.objects.select_related("verdict").get(seq=seq)
    cited = entry.payload["citations"][0]
    table, column, number = dice.choice(
        [
            ("reviews_verdict", "id", entry.verdict_id),
            ("reviews_judgement", "review_id", entry.verdict.review_id),
            ("reviews_verdictcitation", "verdict_id", entry.verdict_id),
            ("claims_citation", "id", cited["id"]),
            ("sources_snapshot", "id", cited["snapshot"]),
            ("sources_blob", "sha256", cited["snapshot_sha256"]),
        ]
    )
    execute(f"DELETE FROM {table} WHERE {column} = %s", number)  # noqa: S608 - our own names


def edit_and_rehash(dice: random.Random, seq: int, end: int) -> None:
    edit_the_entry(dice, seq, end)
    rehash(seq)


def edit_everywhere_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    """The reason is changed in the judgement, in the verdict and in the entry, and every later hash with it."""
    entry = LedgerEntry.objects.select_related("verdict__review").get(seq=seq)
    text = some_text(dice)
    execute("UPDATE reviews_judgement SET rationale = %s WHERE review_id = %s", text, entry.verdict.review_id)
    execute("UPDATE reviews_verdict SET rationale = %s WHERE id = %s", text, entry.verdict_id)
    set_payload(seq, "rationale", text)
    chain_anew(seq)


def edit_a_quote_everywhere_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    """The cited words are changed in the citation and in the entry, and every later hash with it; the source is not."""
    cited = LedgerEntry.objects.get(seq=seq).payload["citations"]
    cited[0]["quote"] = some_text(dice)
    cited[0]["check"] = ledger.replay("", "")
    execute("UPDATE claims_citation SET quote = %s WHERE id = %s", cited[0]["quote"], cited[0]["id"])
    set_payload(seq, "citations", cited)
    set_payload(seq, "rules_version", older_rules(dice))
    chain_anew(seq)


def older_rules(dice: random.Random) -> str:
    return dice.choice([version for version in RULES_VERSIONS if version != RULES_VERSION])


def claim_older_rules(dice: random.Random, seq: int, end: int) -> None:
    """Another outcome of the check, said to be one of rules that nobody repeats any more."""
    cited = LedgerEntry.objects.get(seq=seq).payload["citations"]
    outcomes = ("supports", "contradicts", "not_enough")
    cited[0]["check"] = {
        "outcome": dice.choice([outcome for outcome in outcomes if outcome != cited[0]["check"]["outcome"]]),
        "kind": None,
    }
    set_payload(seq, "citations", cited)
    set_payload(seq, "rules_version", older_rules(dice))


def claim_older_rules_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    claim_older_rules(dice, seq, end)
    chain_anew(seq)


def claim_unknown_rules_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    claim_older_rules(dice, seq, end)
    set_payload(seq, "rules_version", dice.choice([f"{RULES_VERSION}0", "", None, 2, [RULES_VERSION]]))
    chain_anew(seq)


def drop_the_rules_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    execute("UPDATE reviews_ledgerentry SET payload = payload - 'rules_version' WHERE seq = %s", seq)
    chain_anew(seq)


def edit_a_check_and_chain_anew(dice: random.Random, seq: int, end: int) -> None:
    """The outcome of the check is changed under rules that are repeated."""
    claim_older_rules(dice, seq, end)
    set_payload(seq, "rules_version", RULES_VERSION)
    chain_anew(seq)


def cut_the_end(dice: random.Random, seq: int, end: int) -> None:
    execute("DELETE FROM reviews_ledgerentry WHERE seq >= %s", seq)


def cut_the_end_with_all_that_hung_on_it(dice: random.Random, seq: int, end: int) -> None:
    verdicts = list(LedgerEntry.objects.filter(seq__gte=seq).values_list("verdict_id", flat=True))
    cut_the_end(dice, seq, end)
    execute("DELETE FROM reviews_verdictcitation WHERE verdict_id = ANY(%s)", verdicts)
    execute("DELETE FROM reviews_verdict WHERE id = ANY(%s)", verdicts)


KINDS: tuple[Callable, ...] = (
    edit_the_entry,
    edit_the_verdict,
    edit_a_hash,
    delete_an_entry,
    delete_a_row_that_it_rests_on,
    swap_two_entries,
    insert_an_entry,
    edit_and_rehash,
    edit_everywhere_and_chain_anew,
    edit_a_quote_everywhere_and_chain_anew,
    edit_a_check_and_chain_anew,
    claim_older_rules,
    claim_older_rules_and_chain_anew,
    claim_unknown_rules_and_chain_anew,
    drop_the_rules_and_chain_anew,
    cut_the_end,
    cut_the_end_with_all_that_hung_on_it,
)
#: What a chain cannot show by itself: it is whole afterwards, only shorter or another one.
NEED_HEADS = {
    edit_everywhere_and_chain_anew,
    claim_older_rules_and_chain_anew,
    cut_the_end_with_all_that_hung_on_it,
}


def after(tamper: Callable, dice: random.Random, heads: list[Head]) -> verification.Report:
    """What the proof says after one tampering, which is undone."""
    with transaction.atomic():
        execute("SET LOCAL session_replication_role = replica")
        end = LedgerEntry.objects.count()
        tamper(dice, dice.randint(1, end), end)
        report = verification.verify_ledger(heads)
        transaction.set_rollback(True)
    return report


def test_every_tampering_shows_and_an_untouched_ledger_is_whole(chain, record_property):
    dice = random.Random(180)
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    found, missed, alarms = Counter(), Counter(), 0
    for number in range(TAMPERINGS):
        tamper = KINDS[number % len(KINDS)]
        (found if after(tamper, dice, chain).fault else missed)[tamper.__name__] += 1
        if number % 10 == 0:
            alarms += bool(verification.verify_ledger(chain).fault)
    record_property("found", dict(found))
    assert (missed, alarms, found.total()) == (Counter(), 0, TAMPERINGS)


def test_without_the_heads_a_cut_or_remade_chain_passes_for_whole(chain):
    dice = random.Random(180)
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    silent = {tamper for tamper in KINDS for _ in range(5) if not after(tamper, dice, []).fault}
    assert silent == NEED_HEADS


def test_without_the_heads_the_report_names_the_entry_that_claims_older_rules_after_newer_ones(chain):
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    report = after(lambda dice, seq, end: claim_older_rules_and_chain_anew(dice, 2, end), random.Random(180), [])
    assert (report.fault, report.went_back) == ("", 2)
    assert list(report.not_recomputed.values()) == [1]


# --------------------------------------------------------------------------------------------------------------------
# The file of heads


@pytest.fixture
def file(tmp_path, settings) -> Path:
    settings.PLUMBLINE_LEDGER_HEADS = tmp_path / "kept" / "ledger-heads.jsonl"
    return settings.PLUMBLINE_LEDGER_HEADS


def test_the_head_is_written_down_once_until_it_moves(analyst, editor, at, file):
    tasks.note_ledger_head()
    assert not file.exists()
    factories.verdict(analyst=analyst, editor=editor, at=at)
    tasks.note_ledger_head()
    tasks.note_ledger_head()
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    entry = LedgerEntry.objects.get()
    assert [(line["seq"], line["hash"]) for line in lines] == [(entry.seq, entry.hash)]


def test_the_command_finds_a_cut_end_by_the_file(chain, file):
    tasks.note_ledger_head()
    call_command("verify_ledger")
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("SET session_replication_role = replica")
    cut_the_end_with_all_that_hung_on_it(random.Random(1), len(chain), len(chain))
    execute("SET session_replication_role = DEFAULT")
    assert Verdict.objects.count() == len(chain) - 1
    with pytest.raises(CommandError, match=f"the end of the chain was removed. First bad entry: {len(chain)}."):
        call_command("verify_ledger", heads=file)


def test_a_head_that_went_back_is_not_written_down_and_the_log_says_so(chain, file, caplog):
    file.parent.mkdir()
    file.write_text(json.dumps({"seq": len(chain) + 1, "hash": "a" * 64, "at": "2026-11-02T12:00:00+00:00"}) + "\n")
    tasks.note_ledger_head()
    assert len(file.read_text().splitlines()) == 1
    assert f"entry {len(chain) + 1} was recorded as its head before" in caplog.text


def test_a_chain_that_was_written_anew_up_to_a_head_or_past_it_is_not_written_down_and_the_log_says_so(
    chain, file, caplog
):
    file.parent.mkdir()
    for seq in (len(chain), len(chain) - 1):
        file.write_text(json.dumps({"seq": seq, "hash": "a" * 64, "at": "2026-11-02T12:00:00+00:00"}) + "\n")
        tasks.note_ledger_head()
        assert len(file.read_text().splitlines()) == 1
    assert [record.getMessage() for record in caplog.records] == [
        f"Entry {seq} of the ledger is no longer the one recorded as its head before."
        for seq in (len(chain), len(chain) - 1)
    ]


def test_the_command_says_how_many_heads_it_compared_and_fails_without_a_file_that_is_expected(chain, file, settings):
    settings.LEDGER_HEADS_ARE_EXPECTED = True
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("verify_ledger")
    tasks.note_ledger_head()
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    assert out.getvalue().splitlines()[-1] == "1 recorded head is in the chain."


def test_a_damaged_file_of_heads_is_named_with_its_line(chain, file):
    file.parent.mkdir()
    file.write_text('{"seq": 1, "hash": "x"}\nnonsense\n')
    with pytest.raises(CommandError, match="Line 2 of the file of recorded heads is damaged"):
        call_command("verify_ledger")
