"""Whatever an engine runs into, a re-check ends with something that people see, and never as if all were well."""

from datetime import timedelta

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from claims.anchoring import aligning
from claims.models import Citation, Finding
from core.jobs.models import MAX_ATTEMPTS
from reviews import queries, services, tasks
from reviews.checking import quote_comparison, tokens
from reviews.models import Recheck, RecheckResult
from reviews.services import recheck_evaluation, rechecks, relocating
from sources.models import FetchAttempt
from sources.services import refetching
from tests import factories
from tests.reviews.cited_pages import DAY, PAGE, look, verdict_on_page

pytestmark = pytest.mark.django_db
CHANGED = factories.DATA_SHEET.replace("4.15 MN", "4.35 MN")


@pytest.fixture
def web():
    return factories.Web(**{PAGE: factories.DATA_SHEET})


@pytest.fixture
def verdict(analyst, editor, at, web):
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at)


@pytest.fixture
def cited(verdict) -> Citation:
    return verdict.citations.get()


def failing(error: Exception):
    def engine(*_args, **_kwargs):
        raise error

    return engine


ENGINES = [
    pytest.param(aligning, "closest_spans", ValueError("more than 256 values"), id="fuzzy matcher"),
    pytest.param(tokens, "read_quantities", KeyError("furlong"), id="units"),
    pytest.param(quote_comparison, "classify", RecursionError(), id="comparing"),
    pytest.param(relocating, "compare_quote", MemoryError(), id="memory"),
    pytest.param(relocating, "compare_quote", SoftTimeLimitExceeded(), id="time"),
    pytest.param(refetching, "extract", ZeroDivisionError(), id="extraction"),
]


def break_engine(monkeypatch, module, name, error):
    monkeypatch.setattr(module, name, failing(error))
    if module is aligning:
        monkeypatch.setattr("claims.anchoring.candidates.closest_spans", failing(error))


@pytest.mark.parametrize(("module", "name", "error"), ENGINES)
def test_an_engine_that_fails_leaves_the_question_to_a_person(cited, web, at, monkeypatch, module, name, error):
    web.pages[PAGE] = CHANGED
    break_engine(monkeypatch, module, name, error)
    result = look(cited, web, at=at + DAY)
    cited.refresh_from_db()
    finding = Finding.objects.get(citation=cited)
    assert (result.change, result.explanation, result.opened) == ("uncertain", relocating.COULD_NOT_COMPARE, None)
    assert (Recheck.objects.get().state, Recheck.objects.get().lease_until) == ("DONE", None)
    assert (cited.health, cited.next_check_at) == ("uncertain", at + 2 * DAY)
    assert (finding.kind, finding.state, finding.explanation) == ("uncertain", "open", relocating.COULD_NOT_COMPARE)


def test_it_stands_on_the_page_of_the_claim_and_of_the_re_checks(client, analyst, cited, web, at, monkeypatch):
    web.pages[PAGE] = CHANGED
    monkeypatch.setattr(relocating, "compare_quote", failing(ValueError()))
    look(cited, web, at=at + DAY)
    client.force_login(analyst)
    pages = [reverse("claim", args=[cited.claim_id]), reverse("rechecks"), reverse("findings")]
    shown = [client.get(page, follow=True).content.decode() for page in pages]
    assert [relocating.COULD_NOT_COMPARE in page for page in shown] == [True, True, True]
    cited.refresh_from_db()
    assert f'<span class="health uncertain">{cited.health_in_words}</span>' in shown[0]


def test_control_without_the_protection_the_re_check_has_no_result_and_the_citation_looks_well(
    cited, web, at, monkeypatch
):
    web.pages[PAGE] = CHANGED
    monkeypatch.setattr(relocating, "compare_quote", failing(ValueError()))
    monkeypatch.setattr(rechecks, "relocate", relocating._relocate)
    with pytest.raises(ValueError):  # noqa: PT011 - the engine's own
        look(cited, web, at=at + DAY)
    cited.refresh_from_db()
    assert (RecheckResult.objects.count(), Recheck.objects.get().state, cited.health) == (0, "RUNNING", "stands")


def test_a_database_that_is_away_is_no_fault_of_an_engine(cited, web, at, monkeypatch):
    web.pages[PAGE] = CHANGED
    monkeypatch.setattr(relocating, "compare_quote", failing(OperationalError()))
    with pytest.raises(OperationalError):
        look(cited, web, at=at + DAY)
    assert (RecheckResult.objects.count(), Finding.objects.filter(citation=cited).count()) == (0, 0)


def test_a_change_counts_even_where_the_claim_cannot_be_checked_against_it(cited, web, at, monkeypatch):
    web.pages[PAGE] = CHANGED
    monkeypatch.setattr(recheck_evaluation, "check_claim", failing(IndexError()))
    result = look(cited, web, at=at + DAY)
    assert (result.change, result.opened.round) == ("number_changed", 2)
    assert Finding.objects.get(citation=cited).explanation == (
        "The source now says 4.35 MN; the quote said 4.15 MN. A person has to decide whether the claim still holds."
    )


def test_the_next_re_check_that_can_compare_takes_it_back(cited, web, at, monkeypatch):
    web.pages[PAGE] = f"{factories.DATA_SHEET} It was printed twice."
    with monkeypatch.context() as broken:
        broken.setattr(relocating, "compare_quote", failing(ValueError()))
        look(cited, web, at=at + DAY)
    result = look(Citation.objects.get(), web, at=at + 2 * DAY)
    cited.refresh_from_db()
    finding = Finding.objects.get(citation=cited)
    assert (result.change, result.is_flip, cited.health) == ("identical", False, "stands")
    assert (finding.state, finding.lapsed_reason) == (
        "lapsed",
        "On 4 November 2026 the cited words could be compared with the source again.",
    )


def test_a_page_that_cannot_be_read_settles_no_other_citation_of_it(analyst, editor, at, web, monkeypatch):
    quotes = (factories.THRUST_QUOTE, factories.MASS_QUOTE)
    cited = list(verdict_on_page(web, analyst=analyst, editor=editor, at=at, quotes=quotes).citations.order_by("pk"))
    web.pages[PAGE] = CHANGED
    monkeypatch.setattr(refetching, "extract", failing(ZeroDivisionError()))
    rows = services.request_rechecks(citations=cited, at=at + DAY)
    found = [services.run_recheck(recheck_id=row.pk, fetch=web, at=at + DAY + timedelta(seconds=1)) for row in rows]
    attempt = FetchAttempt.objects.latest("pk")
    assert [(result.change, result.outcome) for result in found] == [("uncertain", "wrong_type")] * 2
    assert (attempt.outcome, attempt.explanation, web.asked.count(PAGE)) == ("wrong_type", refetching.READER_FAILED, 2)
    assert {citation.health for citation in Citation.objects.all()} == {"uncertain"}


def test_a_change_that_endangered_the_verdict_stays_one_while_nothing_can_be_compared(cited, web, at, monkeypatch):
    web.pages[PAGE] = CHANGED
    look(cited, web, at=at + DAY)
    monkeypatch.setattr(relocating, "compare_quote", failing(ValueError()))
    result = look(Citation.objects.get(), web, at=at + 2 * DAY)
    cited.refresh_from_db()
    assert (result.is_flip, cited.health, queries.open_round(cited.claim).round) == (False, "changed", 2)


def stopped_for_good(cited, at) -> Recheck:
    """A re-check on which as many workers died as may."""
    [row] = services.request_rechecks(citations=[cited], at=at)
    past = timezone.now() - timedelta(minutes=1)
    Recheck.objects.filter(pk=row.pk).update(state="RUNNING", attempt=MAX_ATTEMPTS, lease_until=past)
    return row


def test_a_re_check_that_kills_its_workers_leaves_the_question_to_a_person(cited, at, monkeypatch):
    monkeypatch.setattr(tasks, "notify_of_due", lambda *_args, **_kwargs: 0)
    row = stopped_for_good(cited, at)
    tasks.sweep()
    row.refresh_from_db()
    cited.refresh_from_db()
    finding = Finding.objects.get(citation=cited)
    assert (row.state, cited.health, finding.kind) == ("DEAD", "uncertain", "uncertain")
    assert (finding.state, finding.explanation) == ("open", relocating.COULD_NOT_COMPARE)


def test_control_a_row_that_is_only_marked_dead_leaves_the_citation_looking_well(cited, at):
    stopped_for_good(cited, at)
    assert Recheck.objects.mark_dead() == 1
    cited.refresh_from_db()
    assert (cited.health, Finding.objects.filter(citation=cited).count()) == ("stands", 0)
