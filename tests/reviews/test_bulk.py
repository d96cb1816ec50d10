"""Deeds done to several claims at once: each for itself, and what could not be done is told."""

from datetime import date

import pytest
from django.db import OperationalError
from psycopg.errors import LockNotAvailable

from claims import services as claim_services
from claims.models import Claim
from reviews import services
from reviews.models import Assignment, Recheck, Review
from reviews.services import AssignmentChange
from reviews.views import desk_forms
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def engines(analyst, at) -> list[Claim]:
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(4))
    return list(factories.article(by=analyst, at=at, text=text).claims.active().in_reading_order())


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def told(desk, action: str, chosen: list[Claim], **fields: object) -> list[str]:
    """Do something with claims whose assignment nobody had touched when they were shown, and read what is said of it."""
    sent = {
        "action": action,
        "claims": [claim.pk for claim in chosen],
        "seen_version": [f"{claim.pk}:0" for claim in chosen],
    }
    answer = desk.post("/desk/claims/", {**sent, **fields}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def given() -> dict[int, tuple]:
    rows = Assignment.objects.order_by("claim").values_list("claim", "assignee__username", "due_on", "priority")
    return {claim: tuple(rest) for claim, *rest in rows}


def test_several_claims_are_given_to_one_person(desk, engines, second_analyst):
    sentences = told(desk, "assign", engines[:3], assignee=second_analyst.pk)
    assert (sentences, given()) == (["3 claims assigned."], {claim.pk: ("bruno", None, 0) for claim in engines[:3]})


def test_several_claims_are_taken_back_from_everybody(desk, engines, analyst, at):
    services.assign(by=analyst, claim=engines[0], change=AssignmentChange(assignee=analyst), at=at)
    sentences = told(desk, "assign", engines[:1], assignee="nobody", seen_version=[f"{engines[0].pk}:1"])
    assert (sentences, given()) == (["1 claim unassigned."], {engines[0].pk: (None, None, 0)})


def test_a_due_date_is_taken_back_and_the_sentence_says_so(desk, engines, analyst, at):
    services.assign(by=analyst, claim=engines[0], change=AssignmentChange(due_on=date(2026, 12, 24)), at=at)
    sentences = told(desk, "due", engines[:1], due_on="", seen_version=[f"{engines[0].pk}:1"])
    assert (sentences, given()) == (["Due date removed from 1 claim."], {engines[0].pk: (None, None, 0)})


def test_a_day_and_a_priority_are_set_apart_and_stay(desk, engines):
    told(desk, "due", engines[:1], due_on="2026-12-24")
    told(desk, "priority", engines[:1], priority="2", seen_version=[f"{engines[0].pk}:1"])
    assert given() == {engines[0].pk: (None, date(2026, 12, 24), 2)}


def test_what_somebody_changed_meanwhile_is_left_and_told_and_the_rest_is_done(desk, engines, editor, at):
    services.assign(by=editor, claim=engines[1], change=AssignmentChange(priority=1), at=at)
    sentences = told(desk, "priority", engines[:3], priority="2")
    left = f"1 not changed: Someone else has changed this assignment. Reload the page to see it. (“{engines[1].text}”)"
    assert (sentences, [row[2] for row in given().values()]) == ([f"Priority set for 2 claims. {left}"], [2, 1, 2])


def test_claims_that_were_dismissed_or_judged_meanwhile_are_counted_with_the_reason(desk, engines, analyst, editor, at):
    first, second, third, fourth = engines
    for claim in (first, second):
        claim_services.dismiss_claim(by=editor, claim=claim, reason="Satire.", at=at)
    factories.judge(third, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=third, at=at)])
    sentences = told(desk, "dismiss", engines, reason="Not ours.")
    assert sentences == [
        f"1 claim dismissed. 2 not changed: It is no longer on the desk. (“{first.text}”, “{second.text}”) 1 not changed: "
        f"This claim has been judged as worded, so it cannot be changed. Add a new claim instead. (“{third.text}”)"
    ]
    reasons = list(Claim.objects.filter(dismissed_at__isnull=False).order_by("start").values_list("dismissed_reason"))
    assert reasons == [("Satire.",), ("Satire.",), ("Not ours.",)]
    assert fourth.pk not in set(Claim.objects.active().values_list("pk", flat=True))


def test_citations_are_queued_for_a_re_check_and_claims_without_any_are_told(desk, engines, analyst, at):
    factories.citation(by=analyst, claim=engines[0], at=at)
    sentences = told(desk, "recheck", engines[:2])
    assert sentences == [
        f"Re-checks queued for 1 claim. 1 not changed: It has no citations to re-check. (“{engines[1].text}”)"
    ]
    assert [row.citation.claim for row in Recheck.objects.all()] == [engines[0]]


def test_a_second_reader_is_asked_for_where_a_round_waits(desk, engines, analyst, editor, at):
    services.open_review(claim=engines[0], at=at)
    factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=engines[1])
    sentences = told(desk, "second", engines[:2])
    assert sentences == [
        "Second judgement requested for 1 claim. 1 not changed: No review of this claim is waiting for judgements, "
        f"so a second one cannot be requested. (“{engines[1].text}”)"
    ]
    assert list(Review.objects.order_by("claim").values_list("judgements_required", flat=True)) == [2, 1]


def test_all_on_the_page_are_those_that_were_shown(desk, engines):
    sentences = told(desk, "priority", [], all="1", priority="1", seen_version=[f"{claim.pk}:0" for claim in engines])
    assert (sentences, len(given())) == ([f"Priority set for {len(engines)} claims."], len(engines))


@pytest.mark.parametrize(
    ("action", "fields", "sentence"),
    [
        ("", {}, "Choose an action."),
        ("burn", {}, "Choose an action."),
        ("assign", {}, "Choose an assignee."),
        ("assign", {"assignee": "999"}, "This person can no longer be assigned claims. Choose someone else."),
        ("due", {"due_on": "soon"}, "Enter a valid date, for example 2026-03-31."),
        ("priority", {"priority": "9"}, "There is no such priority."),
        ("dismiss", {"reason": "  "}, "Give a short reason for dismissing the claims."),
        ("dismiss", {"reason": "x" * 301}, "The reason is too long. Use at most 300 characters."),
        ("priority", {"priority": "1", "claims": ["x", "²", "9" * 30]}, "Select at least one claim."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(desk, engines, action, fields, sentence):
    assert (told(desk, action, engines, **fields), given(), Claim.objects.active().count()) == ([sentence], {}, 4)


def test_a_lock_stops_it_half_way_and_what_was_done_stays_and_is_told(desk, engines, monkeypatch):
    assign = services.assign

    def held(**given: object) -> object:
        if given["claim"].pk == engines[2].pk:
            raise OperationalError("canceling statement due to lock timeout") from LockNotAvailable()
        return assign(**given)

    monkeypatch.setattr(services, "assign", held)
    assert told(desk, "priority", engines, priority="2") == [
        "Priority set for 2 claims. 2 not tried: someone else is working on one of these claims right now. "
        "Select the rest and try again."
    ]
    assert set(given()) == {claim.pk for claim in engines[:2]}


def test_very_many_claims_are_not_dealt_with_at_once(desk, engines, monkeypatch):
    monkeypatch.setattr(desk_forms, "MOST_AT_ONCE", 3)
    assert (told(desk, "priority", engines, priority="1"), given()) == (["Select at most 3 claims at once."], {})


def as_many(how_many: int, engines: list[Claim]) -> dict[str, list]:
    """The fields of a page on which so many claims are ticked: those of the article, and some that are gone by now."""
    first_gone = max(claim.pk for claim in engines) + 1
    numbers = [claim.pk for claim in engines] + list(range(first_gone, first_gone + how_many - len(engines)))
    return {"claims": numbers, "seen_version": [f"{number}:0" for number in numbers]}


def test_two_hundred_claims_are_dealt_with_at_once(desk, engines):
    sentences = told(desk, "priority", [], priority="1", **as_many(200, engines))
    assert sentences == ["Priority set for 4 claims. 196 not changed: It is no longer on the desk."]


def test_of_one_claim_more_it_is_told_that_it_is_too_many(desk, engines):
    sentences = told(desk, "priority", [], priority="1", **as_many(201, engines))
    assert (sentences, given()) == (["Select at most 200 claims at once."], {})


def test_were_fewer_fields_taken_two_hundred_claims_would_be_refused_without_a_word(desk, engines, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
    answer = desk.post("/desk/claims/", {"action": "priority", "priority": "1", **as_many(200, engines)})
    assert (answer.status_code, given()) == (400, {})


def test_a_fault_in_a_field_that_is_not_needed_is_no_matter(desk, engines):
    sentences = told(desk, "priority", engines[:1], priority="1", due_on="soon", assignee="999", reason="x" * 400)
    assert sentences == ["Priority set for 1 claim."]


def test_the_way_back_is_the_desk_as_it_was_shown_and_no_other_site(desk, engines):
    sent = {"action": "priority", "priority": "1", "claims": [engines[0].pk]}
    addresses = ("?view=unjudged&sort=due&nonsense=1", "https://example.org/?x=1", "//example.org")
    found = [desk.post("/desk/claims/", {**sent, "address": address}).url for address in addresses]
    assert found == ["/?view=unjudged&sort=due", "/?", "/?"]


def test_who_does_not_work_here_does_nothing_to_claims(client, consumer, engines):
    client.force_login(consumer)
    answer = client.post("/desk/claims/", {"action": "priority", "priority": "2", "claims": [engines[0].pk]})
    assert (answer.status_code, given()) == (403, {})


def test_the_address_of_the_form_leads_to_the_desk(desk):
    assert desk.get("/desk/claims/").url == "/"
