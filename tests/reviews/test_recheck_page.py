"""The page of re-checks: how they go, what they came to day by day, and what was given up."""

import html
import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.urls import reverse
from django.utils import timezone

from core.jobs.models import Job
from reviews import queries, services
from reviews.models import Recheck
from reviews.queries import recheck_outcomes
from reviews.views import rechecks
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def looked_at(how_many, *, analyst, editor, at):
    """As many citations of verdicts, each looked at once and found unchanged."""
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(how_many))
    for claim in factories.article(by=analyst, at=at, text=text).claims.active():
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    for row in services.request_rechecks(citations=queries.standing_citations(), at=at):
        services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)


def changed(*, analyst, editor, at):
    """One citation whose source now gives another figure, looked at."""
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    factories.changed_source(verdict, at=at, old="4.15", new="4.51")
    later = at + timedelta(hours=2)
    [row] = services.request_rechecks(citations=queries.standing_citations(), at=later)
    services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=later)
    return verdict


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_page_asks_the_same_number_of_queries_however_long(
    desk, analyst, editor, at, how_many, django_assert_num_queries
):
    looked_at(how_many, analyst=analyst, editor=editor, at=at)
    desk.get(reverse("rechecks"))
    # session, user, groups, rows, three of progress, days and their limit, outcomes and their limit
    with django_assert_num_queries(11):
        page = desk.get(reverse("rechecks")).content.decode()
    assert page.count("<b>identical</b>") == how_many


def test_a_page_that_is_looked_up_again_stays_the_same_page(desk, analyst, editor, at, monkeypatch):
    monkeypatch.setattr(rechecks, "PAGE", 1)
    looked_at(2, analyst=analyst, editor=editor, at=at)
    older, newer = Recheck.objects.order_by("pk")
    Recheck.objects.filter(pk=newer.pk).update(state=Job.State.PENDING)
    page = desk.get(reverse("rechecks")).content.decode()
    [following] = re.findall(r'rel="next" href="([^"]+)"', page)
    page = desk.get(reverse("rechecks") + following).content.decode()
    [again] = re.findall(r'hx-get="([^"]+)"', page.partition('id="rechecks"')[2].partition(">")[0])
    part = desk.get(html.unescape(again), headers={"HX-Request": "true"}).content.decode()
    assert (part.count("<tr>"), older.citation.claim.text in part, newer.citation.claim.text in part) == (
        2,
        True,
        False,
    )


@pytest.mark.parametrize(("counted", "words"), [(3, "3 done"), (2, "More than 2 done")])
def test_more_re_checks_than_are_counted_are_told_as_that(desk, analyst, editor, at, monkeypatch, counted, words):
    # By its name, since a function of the package has that name too.
    monkeypatch.setattr(import_module("reviews.queries.rechecks"), "COUNTED", counted)
    monkeypatch.setattr(recheck_outcomes, "COUNTED", counted)
    looked_at(3, analyst=analyst, editor=editor, at=at)
    page = desk.get(reverse("rechecks")).content.decode()
    assert re.search(r'role="status"><span>([^·]+) ·', page)[1] == words


def test_days_count_what_re_checks_came_to_and_the_days_without_any(analyst, editor, at):
    changed(analyst=analyst, editor=editor, at=at)
    days = recheck_outcomes.outcomes_by_day(at=at + timedelta(days=1))
    named = dict(zip((group.name for group in recheck_outcomes.GROUPS), days[-2].counts, strict=True))
    assert (len(days), days[0].day, days[-1].day, sum(sum(day.counts) for day in days)) == (
        30,
        (at - timedelta(days=28)).date(),
        (at + timedelta(days=1)).date(),
        1,
    )
    assert named["endangered"] + named["uncertain"] == 1


def test_the_chart_has_a_table_with_every_number_and_no_style_of_its_own(desk, analyst, editor, at):
    looked_at(2, analyst=analyst, editor=editor, at=timezone.now())
    chart = desk.get(reverse("rechecks")).content.decode().partition("<figure")[2].partition("</figure>")[0]
    assert (chart.count('<rect class="of-unchanged" x='), chart.count("<tr>"), "style=" in chart) == (1, 31, False)
    assert '<td class="number">2</td>' in chart


def test_the_filters_keep_what_they_name(desk, analyst, editor, at):
    verdict = changed(analyst=analyst, editor=editor, at=at)
    document = verdict.citations.get().snapshot.document_id
    [(outcome, _)] = recheck_outcomes.outcome_counts()
    shown = {
        query: desk.get(f"{reverse('rechecks')}?{query}").content.decode().count(f"claim={verdict.claim_id}")
        for query in (f"outcome={outcome}", "outcome=identical", f"source={document}", "source=999", "given_up=1")
    }
    assert shown == {
        f"outcome={outcome}": 1,
        "outcome=identical": 0,
        f"source={document}": 1,
        "source=999": 0,
        "given_up=1": 0,
    }


@pytest.mark.parametrize(
    "query", ["before=x", "before=9999999999999999999999", "source=%00", "outcome=%00", "source=²"]
)
def test_the_page_takes_any_query(desk, query):
    assert desk.get(f"{reverse('rechecks')}?{query}").status_code == 200


def given_up(*, analyst, editor, at):
    looked_at(1, analyst=analyst, editor=editor, at=at)
    [row] = services.request_rechecks(citations=queries.standing_citations(), at=at + timedelta(days=1))
    Recheck.objects.filter(pk=row.pk).update(state=Job.State.DEAD, last_error="The address never answered.")
    return row


def test_an_editor_runs_again_what_was_given_up(client, analyst, editor, at):
    row = given_up(analyst=analyst, editor=editor, at=at)
    client.force_login(editor)
    page = client.get(reverse("rechecks") + "?given_up=1").content.decode()
    assert ("The address never answered." in page, page.count("Retry")) == (True, 1)
    client.post(reverse("run_recheck_again", args=[row.pk]))
    row.refresh_from_db()
    assert (row.state, row.attempt) == (Job.State.PENDING, 0)


def test_an_analyst_sees_why_it_was_given_up_and_no_button(desk, analyst, editor, at):
    row = given_up(analyst=analyst, editor=editor, at=at)
    page = desk.get(reverse("rechecks") + "?given_up=1").content.decode()
    assert ("The address never answered." in page, "Retry" in page) == (True, False)
    answer = desk.post(reverse("run_recheck_again", args=[row.pk]), follow=True).content.decode()
    row.refresh_from_db()
    assert (row.state, "Only editors" in answer) == (Job.State.DEAD, True)


def test_before_the_first_re_check_the_page_says_what_to_do(desk):
    page = desk.get(reverse("rechecks")).content.decode()
    assert ("No re-checks have run yet" in page, "<figure" in page) == (True, False)
