"""The ledger as people read it, and what its check says of an entry that holds and of one that does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from reviews import queries, services
from reviews.checking import RULES_VERSION
from reviews.models import LedgerEntry, Review
from reviews.queries import ledger as entries
from reviews.verification import check_entry
from reviews.views import ledger
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def published(how_many, *, analyst, editor, at):
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(how_many))
    claims = factories.article(by=analyst, at=at, text=text).claims.active()
    return [factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim) for claim in claims]


def judged_again(verdict, *, analyst, editor, at):
    """A second round on the same evidence, with another rating."""
    claim = verdict.claim
    services.request_round(by=editor, claim=claim, note="A reader wrote to us.", at=at)
    factories.judge(claim, by=analyst, at=at, cited=list(verdict.citations.all()), rating="disputed")
    services.sign_off(by=editor, review=Review.objects.get(claim=claim, status=Status.IN_APPROVAL), at=at)


def without_triggers(statement, *values):
    """What somebody with the database's own password can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_ledger_asks_the_same_number_of_queries_however_long(
    desk, analyst, editor, at, how_many, django_assert_num_queries
):
    published(how_many, analyst=analyst, editor=editor, at=at)
    desk.get(reverse("ledger"))
    with django_assert_num_queries(4):  # session, user, groups, entries
        page = desk.get(reverse("ledger")).content.decode()
    assert page.count("data-row") == how_many


def test_older_entries_are_on_the_next_page(desk, analyst, editor, at, monkeypatch):
    monkeypatch.setattr(ledger, "PAGE", 1)
    published(2, analyst=analyst, editor=editor, at=at)
    assert "?before=2" in desk.get(reverse("ledger")).content.decode()
    older = desk.get(reverse("ledger") + "?before=2").content.decode()
    assert ("/ledger/1/" in older, "/ledger/2/" in older, 'rel="next"' in older) == (True, False, False)


def test_an_entry_that_holds_says_so_step_by_step(analyst, editor, at):
    first, second = published(2, analyst=analyst, editor=editor, at=at)
    snapshot = second.citations.get().snapshot_id
    steps = check_entry(entries.entries().get(seq=2))
    assert [(step.holds, step.sentence) for step in steps[:6]] == [
        (True, "The content matches its recorded hash."),
        (True, "It contains the hash of the previous entry, 1."),
        (True, f"It was judged under rules {RULES_VERSION}, which are current."),
        (True, "The claim, the verdict and the judgements in the database match this entry."),
        (True, f"The bytes and the text of snapshot {snapshot} match their recorded hashes."),
        (True, "Every quote is in its snapshot, word for word, at the recorded position."),
    ]
    assert (steps[6].holds, "under the same rules" in steps[6].sentence, len(steps)) == (True, True, 7)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE reviews_ledgerentry SET payload = jsonb_set(payload, '{rating}', '\"verified\"')",
            "was changed after",
        ),
        ("UPDATE reviews_ledgerentry SET hash = repeat('0', 64)", "was changed after"),
        ("UPDATE reviews_ledgerentry SET previous_hash = repeat('1', 64)", "refers to one before it"),
        ("UPDATE reviews_verdict SET rationale = 'Because.'", "differs from this entry: rationale"),
        ("UPDATE sources_snapshot SET text = text || ' And more.'", "no longer match their recorded hashes"),
    ],
)
def test_an_entry_that_was_tampered_with_is_told_in_words(desk, analyst, editor, at, statement, said):
    published(1, analyst=analyst, editor=editor, at=at)
    without_triggers(statement)
    page = desk.get(reverse("ledger_entry", args=[1]) + "?check=1").content.decode()
    assert ("This entry failed verification" in page, said in page) == (True, True)


def test_an_entry_whose_predecessor_is_gone_does_not_hold(analyst, editor, at):
    published(2, analyst=analyst, editor=editor, at=at)
    without_triggers("DELETE FROM reviews_ledgerentry WHERE seq = 1")
    steps = check_entry(entries.entries().get(seq=2))
    assert [step.sentence for step in steps if not step.holds] == ["The previous entry, 1, is missing."]


def test_what_newer_rules_find_otherwise_is_told_and_is_no_fault(analyst, editor, at, monkeypatch):
    published(1, analyst=analyst, editor=editor, at=at)
    monkeypatch.setattr("reviews.verification.RULES_VERSION", "another")
    monkeypatch.setattr("reviews.ledger.RULES_VERSION", "another")
    monkeypatch.setattr("reviews.ledger.replay", lambda text, quote: {"outcome": "supports", "kind": None})
    steps = check_entry(entries.entries().get(seq=1))
    assert (all(step.holds for step in steps), "under the current rules (another)" in steps[-1].sentence) == (
        True,
        True,
    )


def test_the_check_is_made_only_when_it_is_asked_for(desk, analyst, editor, at):
    published(1, analyst=analyst, editor=editor, at=at)
    address = reverse("ledger_entry", args=[1])
    plain, checked = desk.get(address).content.decode(), desk.get(address + "?check=1").content.decode()
    part = desk.get(address + "?check=1", headers={"HX-Request": "true"}).content.decode()
    assert ["Everything is correct" in page for page in (plain, checked, part)] == [False, True, True]
    assert part.lstrip().startswith('<div id="check-1"')


def test_the_history_of_a_claim_has_every_round_with_its_entry_and_what_superseded_it(desk, analyst, editor, at):
    [verdict] = published(1, analyst=analyst, editor=editor, at=at)
    judged_again(verdict, analyst=analyst, editor=editor, at=at + timedelta(days=3))
    page = desk.get(reverse("claim_ledger", args=[verdict.claim_id])).content.decode()
    hashes = LedgerEntry.objects.values_list("hash", flat=True)
    snapshot = verdict.citations.get().snapshot.blob_id
    assert [words in page for words in (*hashes, snapshot, "A reader wrote to us.", "by edith")] == [True] * 5
    assert (page.count("Verify this entry"), page.count("Superseded")) == (2, 1)


@pytest.mark.parametrize("how_often", [1, 3])
def test_a_history_asks_the_same_number_of_queries_however_long(
    desk, analyst, editor, at, how_often, django_assert_num_queries
):
    [verdict] = published(1, analyst=analyst, editor=editor, at=at)
    for _ in range(how_often - 1):
        judged_again(verdict, analyst=analyst, editor=editor, at=at)
    address = reverse("claim_ledger", args=[verdict.claim_id])
    desk.get(address)
    # session, user, groups, claim, rounds and 4 parts of them, entries
    with django_assert_num_queries(10):
        assert desk.get(address).content.decode().count("Verify this entry") == how_often


def test_what_others_judge_in_a_blind_round_stays_hidden(client, desk, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    factories.judge(claim, by=analyst, at=at, cited=[cited])
    address = reverse("claim_ledger", args=[claim.pk])
    own = desk.get(address).content.decode()
    client.force_login(factories.person("other", "analyst"))
    others = client.get(address).content.decode()
    assert [("meganewtons" in page) for page in (own, others)] == [True, False]


def test_a_claim_that_nobody_judged_says_what_comes_next(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    assert queries.rounds(claim).count() in (0, 1)
    assert "Plumbline" in desk.get(reverse("claim_ledger", args=[claim.pk])).content.decode()


def test_an_empty_ledger_says_how_it_fills(desk):
    assert "Nothing has been published yet." in desk.get(reverse("ledger")).content.decode()


@pytest.mark.parametrize("address", ["/ledger/?before=x", "/ledger/?before=99999999999999999999"])
def test_the_ledger_takes_any_query(desk, address):
    assert desk.get(address).status_code == 200


@pytest.mark.parametrize("seq", [0, 5, 99999999999999999999])
def test_an_entry_that_is_not_there_is_not_found(desk, seq):
    assert desk.get(f"/ledger/{seq}/").status_code == 404
