"""Re-checking, sweeping and verifying from the shell."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from claims.models import Citation
from reviews import services
from reviews.models import Recheck
from tests import factories

pytestmark = pytest.mark.django_db


def run(*command, **options) -> str:
    out = StringIO()
    call_command(*command, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.fixture
def verdict(analyst, editor, at):
    return factories.verdict(analyst=analyst, editor=editor, at=at)


def test_every_standing_citation_is_rechecked_and_what_endangers_a_verdict_is_said(verdict, at):
    assert run("recheck", "--all") == "1 re-checks: 1 identical\n"
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    first, last = run("recheck", "--all").splitlines()
    assert first.startswith(f"Claim {verdict.claim_id}, review 2: The source now says 4.35 MN")
    assert last == "1 re-checks: 1 number_changed"


def test_the_citations_of_one_claim_are_rechecked(verdict):
    assert run("recheck", "--claim", str(verdict.claim_id)) == "1 re-checks: 1 identical\n"
    with pytest.raises(CommandError, match="There is no claim 999999."):
        run("recheck", "--claim", "999999")


def test_what_one_look_settled_for_many_is_counted_for_each(verdict, analyst, at):
    cited = verdict.citations.get()
    factories.citation(by=analyst, claim=verdict.claim, at=at, snapshot=cited.snapshot, quote=factories.MASS_QUOTE)
    assert run("recheck", "--claim", str(verdict.claim_id)) == "2 re-checks: 2 identical\n"


def test_only_what_is_due_is_rechecked(verdict):
    Citation.objects.update(next_check_at=timezone.now() + timedelta(days=1))
    assert run("recheck", "--due") == "0 re-checks: nothing was due.\n"
    Citation.objects.update(next_check_at=timezone.now() - timedelta(days=1))
    assert run("recheck") == "1 re-checks: 1 identical\n"


def test_a_sweep_queues_what_is_due(verdict):
    Citation.objects.update(next_check_at=timezone.now() - timedelta(days=1))
    assert run("sweep") == "The workers have been notified of everything that is due.\n"
    assert Recheck.objects.values_list("state", flat=True).get() == "PENDING"


def test_a_whole_ledger_is_reported_as_such(verdict):
    assert run("verify_ledger").splitlines() == [
        "1 entries verified; 1 verdicts replayed with the same outcome.",
        "No recorded heads were compared, so a chain that was cut or written anew as a whole would not show.",
    ]


def test_a_ledger_that_was_tampered_with_ends_the_command_with_the_first_bad_entry(verdict):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET session_replication_role = replica")
        cursor.execute("UPDATE reviews_ledgerentry SET previous_hash = repeat('b', 64)")
        cursor.execute("SET session_replication_role = DEFAULT")
    with pytest.raises(CommandError, match="does not follow the entry before it. First bad entry: 1."):
        run("verify_ledger")


def test_a_recheck_that_a_worker_has_is_left_to_it(verdict, monkeypatch):
    monkeypatch.setattr(services, "run_recheck", lambda **_row: None)
    assert run("recheck", "--all") == "1 re-checks: 1 already running in a worker\n"
