"""What a hand-made request puts into the editors' admin ends in a page, never in a server error."""

import pytest
from django.db import DataError
from django.test import override_settings
from django.urls import reverse

from reviews.models import Review, ReviewEvent
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db

ROUNDS = "admin:reviews_review_changelist"
LISTS = (
    "reviews_review",
    "claims_finding",
    "reviews_recheck",
    "claims_article",
    "claims_claim",
    "claims_citation",
    "sources_document",
    "sources_snapshot",
    "sources_fetchattempt",
    "reviews_verdict",
    "reviews_ledgerentry",
)


@pytest.fixture
def waiting(analyst, editor, at) -> Review:
    return factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)


def send_back(review: Review, **more: object) -> dict:
    newest = ReviewEvent.objects.filter(review=review).order_by("-pk").first()
    return {"action": "send_back", "_selected_action": [review.pk], f"seen_{review.pk}": newest.pk, **more}


def test_a_comment_with_a_character_that_cannot_be_stored_is_stored_without_it(client, editor, waiting):
    client.force_login(editor)
    answer = client.post(reverse(ROUNDS), send_back(waiting, note="Cite the\0 figure."))
    assert (answer.status_code, waiting.events.order_by("-pk").first().note) == (302, "Cite the figure.")


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize(
    "query",
    ["q=%00", "status=%00", "state=%00", "state__exact=%00", "rating__exact=%00", "o=%00", "p=99999999999999999999"],
)
def test_an_address_made_by_hand_shows_a_list_or_says_what_is_wrong(client, editor, model, query):
    client.force_login(editor)
    answer = client.get(f"{reverse(f'admin:{model}_changelist')}?{query}")
    assert answer.status_code in (200, 302, 400)


def test_without_the_refusal_the_database_is_asked_for_a_character_that_it_does_not_have(client, editor, settings):
    client.force_login(editor)
    without = [name for name in settings.MIDDLEWARE if name != "config.api.middleware.RefuseNulMiddleware"]
    with override_settings(MIDDLEWARE=without), pytest.raises((DataError, ValueError)):
        client.get(f"{reverse(ROUNDS)}?status=%00")
