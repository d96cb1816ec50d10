"""Who judges what until when, the second reader, and the views of the desk that people keep."""

from datetime import date, timedelta

import pytest
from django.db import connection

from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed
from reviews import queries, services
from reviews.models import Assignment, Notice, Review, SavedView
from reviews.services import AssignmentChange
from reviews.services.sharing import KEPT_VIEWS
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db

FRIDAY = date(2026, 11, 6)


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def said(claim) -> tuple:
    """What is said of who judges the claim."""
    given = Assignment.objects.get(claim=claim)
    return given.assignee and given.assignee.username, given.due_on, given.priority, given.version


def test_a_claim_is_given_to_somebody_who_is_told(analyst, second_analyst, at, claim):
    change = AssignmentChange(
        assignee=second_analyst,
        due_on=FRIDAY,
        priority=Assignment.Priority.HIGH,
    )
    services.assign(by=analyst, claim=claim, change=change, at=at)
    told = [(notice.recipient, notice.kind, notice.text) for notice in Notice.objects.all()]
    text = f"ada assigned “{claim.text}” to you. It is due on 6 Nov 2026."
    assert (said(claim), told) == (("bruno", FRIDAY, 1, 1), [(second_analyst, "assigned", text)])


def test_whoever_takes_a_claim_is_not_told_so(analyst, at, claim):
    services.assign(by=analyst, claim=claim, change=AssignmentChange(assignee=analyst), at=at)
    assert (said(claim), Notice.objects.count()) == (("ada", None, 0, 1), 0)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (AssignmentChange(priority=2), ("bruno", FRIDAY, 2, 2)),
        (AssignmentChange(due_on=None), ("bruno", None, 1, 2)),
        (AssignmentChange(assignee=None), (None, FRIDAY, 1, 2)),
        (AssignmentChange(), ("bruno", FRIDAY, 1, 2)),
    ],
    ids=["priority", "no day", "nobody", "nothing"],
)
def test_what_is_left_out_of_a_change_stays_as_it_is(analyst, second_analyst, at, claim, change, expected):
    whole = AssignmentChange(assignee=second_analyst, due_on=FRIDAY, priority=1)
    services.assign(by=analyst, claim=claim, change=whole, at=at)
    services.assign(by=analyst, claim=claim, change=change, at=at)
    assert (said(claim), Notice.objects.count()) == (expected, 1)


def test_what_somebody_else_changed_meanwhile_is_not_written_over(analyst, second_analyst, at, claim):
    services.assign(by=second_analyst, claim=claim, change=AssignmentChange(priority=2), at=at, seen_version=0)
    with pytest.raises(services.SomeoneElseWasFirst, match="Reload the page"):
        services.assign(by=analyst, claim=claim, change=AssignmentChange(priority=0), at=at, seen_version=0)
    assert said(claim) == (None, None, 2, 1)


def test_without_the_version_that_was_seen_the_last_one_wins(analyst, second_analyst, at, claim):
    services.assign(by=second_analyst, claim=claim, change=AssignmentChange(priority=2), at=at)
    services.assign(by=analyst, claim=claim, change=AssignmentChange(priority=0), at=at)
    assert said(claim) == (None, None, 0, 2)


def test_only_people_who_can_judge_are_given_claims(analyst, consumer, at, claim):
    with pytest.raises(NotAllowed, match="carl is neither an analyst nor an editor"):
        services.assign(by=analyst, claim=claim, change=AssignmentChange(assignee=consumer), at=at)
    assert Assignment.objects.count() == 0


def test_only_people_who_work_here_give_claims(analyst, consumer, at, claim):
    with pytest.raises(NotAllowed):
        services.assign(by=consumer, claim=claim, change=AssignmentChange(priority=2), at=at)
    assert Assignment.objects.count() == 0


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.ABANDONED])
def test_an_assignment_ends_with_the_round(analyst, editor, at, claim, status):
    whole = AssignmentChange(assignee=analyst, due_on=FRIDAY, priority=2)
    services.assign(by=analyst, claim=claim, change=whole, at=at)
    factories.review_at(status, analyst=analyst, editor=editor, at=at, claim=claim)
    assert said(claim) == (None, None, 0, 2)


def test_an_assignment_lasts_while_a_round_goes_on(analyst, editor, at, claim):
    services.assign(by=analyst, claim=claim, change=AssignmentChange(priority=2), at=at)
    factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=claim)
    assert said(claim) == (None, None, 2, 1)


def test_without_the_trigger_a_published_claim_would_stay_overdue(analyst, editor, at, claim):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER reviews_round_has_ended ON reviews_review")
    services.assign(by=analyst, claim=claim, change=AssignmentChange(due_on=FRIDAY), at=at)
    factories.review_at(Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=claim)
    assert said(claim) == (None, FRIDAY, 0, 1)


def test_a_second_reader_is_asked_for_once(analyst, at, claim):
    services.open_review(claim=claim, at=at)
    services.ask_for_second_judgement(by=analyst, claim=claim, at=at)
    with pytest.raises(NothingToDo):
        services.ask_for_second_judgement(by=analyst, claim=claim, at=at)
    review = Review.objects.get(claim=claim)
    notes = [
        (event.to_status, event.actor and event.actor.username, event.note) for event in review.events.order_by("pk")
    ]
    assert (review.judgements_required, review.version, notes) == (
        2,
        1,
        [("QUEUED", None, ""), ("QUEUED", "ada", "A second judgement was requested.")],
    )


@pytest.mark.parametrize("status", [Status.IN_APPROVAL, Status.PUBLISHED])
def test_no_second_reader_is_added_to_a_round_that_is_judged(analyst, editor, at, claim, status):
    review = factories.review_at(status, analyst=analyst, editor=editor, at=at, claim=claim)
    with pytest.raises(services.SomeoneElseWasFirst, match="is waiting for judgements"):
        services.ask_for_second_judgement(by=analyst, claim=claim, at=at)
    review.refresh_from_db()
    assert review.judgements_required == 1


def test_the_same_name_again_replaces_a_kept_view(analyst, second_analyst, at):
    services.keep_view(by=analyst, name="  My   day ", query="view=unjudged", at=at)
    services.keep_view(by=second_analyst, name="My day", query="flag=due", at=at)
    services.keep_view(by=analyst, name="My day", query="view=unjudged&assignee=me", at=at + timedelta(days=1))
    kept = [(view.name, view.query) for view in queries.saved_views(analyst)]
    assert (kept, SavedView.objects.count()) == ([("My day", "view=unjudged&assignee=me")], 2)


def test_a_view_needs_a_name(analyst, at):
    with pytest.raises(services.NothingSaid, match="name"):
        services.keep_view(by=analyst, name=" ", query="view=all", at=at)
    assert SavedView.objects.count() == 0


def test_a_view_that_would_be_cut_off_is_not_kept(analyst, at):
    with pytest.raises(services.NothingSaid, match="Use fewer words"):
        services.keep_view(by=analyst, name="Long", query="q=" + "a" * 499, at=at)
    assert SavedView.objects.count() == 0


def test_so_many_views_are_kept_and_one_of_them_can_still_be_replaced(analyst, at):
    for number in range(KEPT_VIEWS):
        services.keep_view(by=analyst, name=f"View {number}", query="", at=at)
    with pytest.raises(services.NothingSaid, match="Delete one"):
        services.keep_view(by=analyst, name="One more", query="", at=at)
    services.keep_view(by=analyst, name="View 0", query="view=published", at=at)
    assert SavedView.objects.count() == KEPT_VIEWS


def test_people_forget_their_own_views_only(analyst, second_analyst, at):
    own = services.keep_view(by=analyst, name="Mine", query="", at=at)
    other = services.keep_view(by=second_analyst, name="Theirs", query="", at=at)
    count = services.forget_views(by=analyst, ids=[own.pk, other.pk])
    assert (count, list(SavedView.objects.all())) == (1, [other])
