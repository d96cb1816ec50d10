"""How well the desk works: each figure from rounds that went the way rounds go."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.accounts.policies import Role
from reviews import services
from reviews.models import Assignment, Review
from reviews.queries import quality
from reviews.workflow import OPEN, Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def engines(how_many, *, analyst, at, **details):
    text = " ".join(f"The RD-1{n:02} rocket engine has a maximum vacuum thrust of 41{n:02} N." for n in range(how_many))
    return list(factories.article(by=analyst, at=at, text=text, **details).claims.active().in_reading_order())


def judged_by_two(how_many, *, differing, analyst, second_analyst, at):
    """Claims that two judged blind, some of them differently; half of what they agree on is verified."""
    for number, claim in enumerate(engines(how_many, analyst=analyst, at=at, judgements_required=2)):
        cited = [factories.citation(by=analyst, claim=claim, at=at)]
        rating = "verified" if number % 2 else "wrong"
        factories.judge(claim, by=analyst, at=at, cited=cited, rating=rating)
        factories.judge(
            claim, by=second_analyst, at=at, cited=cited, rating="disputed" if number < differing else rating
        )


def test_agreement_is_told_for_all_and_for_each_kind_of_claim(analyst, second_analyst, at):
    judged_by_two(12, differing=2, analyst=analyst, second_analyst=second_analyst, at=at)
    everything, *kinds = quality.blind_judgements(at=at).by_kind()
    assert (everything.kind, everything.cases, sum(each.cases for each in kinds)) == ("", 12, 12)
    assert 0.5 < everything.alpha.value < 1
    [pair] = quality.blind_judgements(at=at).by_pair()
    assert (pair.people, pair.cases, 0.5 < pair.kappa < 1) == (("ada", "bruno"), 12, True)


def test_few_cases_give_a_count_and_no_figure(desk, analyst, second_analyst, at):
    judged_by_two(2, differing=1, analyst=analyst, second_analyst=second_analyst, at=at)
    assert [(each.cases, each.alpha) for each in quality.blind_judgements(at=at).by_kind()] == [(2, None)] * 2
    assert [(pair.cases, pair.kappa) for pair in quality.blind_judgements(at=at).by_pair()] == [(2, None)]


def test_a_round_that_is_still_blind_is_not_counted(analyst, at):
    [claim] = engines(1, analyst=analyst, at=at, judgements_required=2)
    factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
    assert quality.blind_judgements(at=at).units == []


def test_what_one_judged_alone_or_a_year_ago_says_nothing_of_agreement(analyst, second_analyst, editor, at):
    factories.verdict(analyst=analyst, editor=editor, at=at)
    judged_by_two(1, differing=0, analyst=analyst, second_analyst=second_analyst, at=at)
    assert len(quality.blind_judgements(at=at).units) == 1
    assert quality.blind_judgements(at=at + timedelta(days=366)).units == []


def published_and_reversed(how_many, *, reversed_after, analyst, editor, at):
    for number, claim in enumerate(engines(how_many, analyst=analyst, at=at)):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
        if number < len(reversed_after):
            later = at + timedelta(days=reversed_after[number])
            services.request_round(by=editor, claim=claim, note="Look again.", at=later)
            factories.judge(claim, by=analyst, at=later, cited=list(verdict.citations.all()), rating="disputed")
            services.sign_off(by=editor, review=Review.objects.get(claim=claim, status__in=OPEN), at=later)


def test_a_verdict_counts_as_reversed_only_within_its_time(analyst, editor, at):
    published_and_reversed(10, reversed_after=[30, 91], analyst=analyst, editor=editor, at=at)
    rate = quality.reversal_rate(at=at + timedelta(days=95))
    assert (rate.value, rate.cases, rate.low < 0.1 < rate.high) == (0.1, 10, True)


def test_a_verdict_that_is_not_old_enough_is_not_counted(analyst, editor, at):
    published_and_reversed(10, reversed_after=[], analyst=analyst, editor=editor, at=at)
    assert quality.reversal_rate(at=at + timedelta(days=89)) is None


def test_the_time_to_a_verdict_is_that_of_its_round(analyst, editor, at):
    for hours, claim in enumerate(engines(3, analyst=analyst, at=at), start=1):
        review = services.open_review(claim=claim, at=at)
        factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
        review.refresh_from_db()
        services.sign_off(by=editor, review=review, at=at + timedelta(hours=hours))
    [first] = quality.times_to_verdict(at=at + timedelta(days=1))
    assert (first.reason, first.cases, first.median, first.p90) == ("first review", 3, timedelta(hours=2), None)


def test_the_load_is_what_waits_and_what_was_judged(analyst, second_analyst, editor, at):
    claims = engines(3, analyst=analyst, at=at)
    factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=claims[0])
    for claim in claims[1:]:
        services.open_review(claim=claim, at=at)
    for claim in claims:
        Assignment.objects.create(claim=claim, assignee=second_analyst, changed_by=editor, changed_at=at)
    assert quality.loads(at=at) == [
        quality.Load("bruno", waiting=2, judged=0),
        quality.Load("ada", waiting=0, judged=1),
    ]


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_page_asks_the_same_number_of_queries_however_much_was_judged(
    desk, analyst, second_analyst, at, how_many, django_assert_num_queries
):
    judged_by_two(how_many, differing=0, analyst=analyst, second_analyst=second_analyst, at=at)
    desk.get(reverse("quality"))
    # session, user, groups; judgements, verdicts and times each with their limit; load in 4 parts
    with django_assert_num_queries(13):
        assert desk.get(reverse("quality")).status_code == 200


def test_a_desk_on_which_nothing_was_judged_says_what_is_missing(desk):
    page = desk.get(reverse("quality")).content.decode()
    said = [
        "No claim has two judgements yet",
        "Too few cases",
        "No verdict was published",
        "No claims are assigned",
    ]
    assert [words in page for words in said] == [True] * 4


def test_the_page_draws_without_a_style_of_its_own(desk, analyst, second_analyst, at, monkeypatch):
    monkeypatch.setattr(quality, "YEAR", timedelta(days=4000))
    judged_by_two(12, differing=2, analyst=analyst, second_analyst=second_analyst, at=at)
    page = desk.get(reverse("quality")).content.decode()
    assert ('class="interval"' in page, "style=" in page, "All kinds" in page) == (True, False, True)


def test_a_consumer_is_not_let_in(client):
    client.force_login(factories.person("carl", Role.CONSUMER))
    assert client.get(reverse("quality")).status_code == 403
