"""What becomes of a verdict when its source is looked at again."""

from datetime import timedelta

import pytest

from claims.models import Citation, Finding
from reviews import queries, services
from reviews.models import Recheck, RecheckResult, Review
from sources import services as source_services
from sources.fetching import FetchOutcome
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "https://example.com/sheet"


@pytest.fixture
def verdict(analyst, editor, at):
    return factories.verdict(analyst=analyst, editor=editor, at=at)


def look(verdict, at, web=None):
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
    return services.run_recheck(recheck_id=row.pk, fetch=web or factories.Web(), at=at)


def test_an_unchanged_source_leaves_everything_as_it_was(verdict, at):
    result = look(verdict, at)
    assert (result.change, result.opened, result.recheck.state) == ("identical", None, "RUNNING")
    assert (Recheck.objects.get().state, Finding.objects.filter(citation__isnull=False).count()) == ("DONE", 0)


def test_a_changed_number_opens_the_next_round_and_says_why(verdict, at):
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    result = look(verdict, at + timedelta(hours=2))
    opened = queries.open_round(verdict.claim)
    assert (result.change, result.opened, opened.round, opened.reason) == ("number_changed", opened, 2, "endangered")
    assert "4.35 MN" in opened.note
    assert verdict.citations.get().health == Citation.Health.CHANGED
    assert queries.newest_verdict(verdict.claim) == verdict


def test_the_same_change_seen_again_opens_nothing_more(verdict, at):
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    first = look(verdict, at + timedelta(hours=2))
    services.abandon_review(by=factories.person("erik", "editor"), review=first.opened, note="Known.", at=at)
    second = look(verdict, at + timedelta(hours=3))
    assert (second.change, second.opened) == ("number_changed", None)
    assert Review.objects.filter(claim=verdict.claim).count() == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Data sheet of the RD-180 engine.", "Data sheet of the RD-180 engine, second printing."),
        ("4.15 MN in vacuum", "4,150 kN in vacuum"),
        ("kerosene", "refined kerosene"),
    ],
    ids=["another sentence", "the same value written differently", "a word elsewhere"],
)
def test_a_change_that_does_not_touch_the_meaning_is_quiet(verdict, at, old, new):
    factories.changed_source(verdict, at=at, old=old, new=new)
    result = look(verdict, at + timedelta(hours=2))
    assert result.change in {"identical", "moved", "cosmetic", "rounding_equal"}
    assert queries.open_round(verdict.claim) is None


def test_a_quote_that_is_gone_endangers_the_verdict(verdict, at):
    factories.changed_source(verdict, at=at, old=factories.THRUST_QUOTE, new="")
    result = look(verdict, at + timedelta(hours=2))
    assert (result.change, result.opened.round) == ("gone", 2)


def test_a_citation_that_no_verdict_rests_on_opens_nothing(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    changed = cited.snapshot.text.replace("4.15", "4.35").encode()
    source_services.add_version(document=cited.snapshot.document, data=changed, filename="sheet.txt", at=at)
    row = services.request_rechecks(citations=[cited], at=at)[0]
    result = services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)
    assert (result.change, result.opened) == ("number_changed", None)
    assert Finding.objects.filter(citation=cited).count() == 1


@pytest.mark.parametrize(
    "outcome", [each for each in FetchOutcome if each not in (FetchOutcome.OK, FetchOutcome.NOT_MODIFIED)]
)
def test_a_fetch_that_failed_says_nothing_about_the_verdict(analyst, editor, at, outcome):
    web = factories.Web(**{PAGE: factories.DATA_SHEET})
    document = source_services.add_address(by=analyst, url=PAGE, at=at, in_library=True)
    row = source_services.request_capture(document=document, at=at)
    source_services.capture(snapshot_id=row.pk, fetch=web, at=at)
    claim = factories.claim(by=analyst, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at, snapshot=source_services.newest_snapshot(document))
    factories.judge(claim, by=analyst, at=at, cited=[cited])
    verdict = services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    web.pages[PAGE] = factories.Web.answer(PAGE, outcome, "The look failed.", status=None)
    result = look(verdict, at, web)
    assert (result.outcome, result.change, result.opened) == (outcome, "", None)
    assert (queries.open_round(claim), verdict.citations.get().health) == (None, "stands")


def test_a_second_worker_with_the_same_row_does_nothing(verdict, at):
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
    Recheck.objects.lease(row.pk)
    assert services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at) is None
    assert RecheckResult.objects.count() == 0


def test_what_a_worker_found_after_its_lease_ran_out_is_thrown_away(verdict, at, monkeypatch):
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]

    def refetch_for_too_long(**_kwargs):
        Recheck.objects.filter(pk=row.pk).update(lease_token=None)
        return source_services.RefetchResult(
            FetchOutcome.NOT_MODIFIED, "", verdict.citations.get().snapshot, changed=False
        )

    monkeypatch.setattr(source_services, "refetch", refetch_for_too_long)
    assert services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at) is None
    assert RecheckResult.objects.count() == 0


def test_due_citations_are_queued_once_per_slot(verdict, at):
    due = at + timedelta(days=2)
    assert [services.schedule_rechecks(at=due), services.schedule_rechecks(at=due)] == [1, 0]
    assert Recheck.objects.count() == 1


def test_a_scheduler_that_slept_for_a_month_queues_one_look_and_not_thirty(verdict, at):
    assert services.schedule_rechecks(at=at + timedelta(days=30)) == 1
    assert Recheck.objects.count() == 1


def test_a_re_check_that_was_given_up_can_be_run_again(verdict, editor, at):
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
    Recheck.objects.filter(pk=row.pk).update(state="DEAD", attempt=5)
    assert services.run_dead_rechecks_again(by=editor, ids=[row.pk], at=at) == 1
    assert services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at).change == "identical"
