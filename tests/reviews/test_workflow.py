"""Every pair of states, against the table."""

import pytest

from core.accounts.policies import NotAllowed, Role
from reviews import policies, services
from reviews.models import Review
from reviews.workflow import OPEN, TRANSITIONS, Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR, Role.CONSUMER])
@pytest.mark.parametrize("end", Status)
@pytest.mark.parametrize("start", Status)
def test_a_person_may_move_a_round_exactly_where_the_table_says(start, end, role):
    someone = factories.person("someone", role)
    review = Review(status=start, pk=0)
    assert policies.may_move(review, end, someone) == (role in TRANSITIONS[start].get(end, ()))


def test_finished_states_lead_nowhere_and_all_others_are_open():
    assert [status for status in Status if not TRANSITIONS[status]] == [Status.PUBLISHED, Status.ABANDONED]
    assert OPEN == (Status.QUEUED, Status.IN_REVIEW, Status.ADJUDICATION, Status.IN_APPROVAL)


@pytest.mark.parametrize("status", Status)
def test_every_state_can_be_reached_through_the_services(status, analyst, editor, at):
    assert factories.review_at(status, analyst=analyst, editor=editor, at=at).status == status


def test_whoever_judged_a_claim_does_not_sign_it_off(analyst, editor, at, settings):
    claim = factories.claim(by=analyst, at=at)
    factories.judge(claim, by=editor, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
    review = Review.objects.get(claim=claim)
    with pytest.raises(NotAllowed, match="You judged this claim yourself"):
        services.sign_off(by=editor, review=review, at=at)
    settings.PLUMBLINE_SOLO = True
    assert services.sign_off(by=editor, review=review, at=at).rating == "wrong"
