"""What a hand-made request puts into the editors' admin ends in a page, never in a server error."""

import pytest
from django.db import DataError
from django.test import override_settings
from django.urls import reverse

from reviews.models import Review
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
    "sources_schedule",
    "sources_snapshot",
    "sources_fetchattempt",
    "reviews_verdict",
    "reviews_ledgerentry",
)


@pytest.fixture
def waiting(analyst, editor, at) -> Review:
    return factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)


def send_back(review: Review, **more: object) -> dict:
    return {"action": "send_back", "_selected_action": [review.pk], f"seen_version_{review.pk}": review.version, **more}


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


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("key", ["x", "-1", "1e9", "99999999999999999999", "\0", "", "1 OR 1=1", "٣"])
def test_a_row_ticked_by_hand_that_cannot_exist_is_no_row(client, editor, model, key):
    client.force_login(editor)
    address = reverse(f"admin:{model}_changelist")
    offered = client.get(address).context.get("action_form")
    for action in [name for name, _ in offered.fields["action"].choices if name] if offered else ["none"]:
        form = {"action": action, "_selected_action": [key], "note": "x"}
        assert client.post(address, form, follow=True).status_code in (200, 400)


def test_without_the_refusal_the_database_is_asked_for_a_character_that_it_does_not_have(client, editor, settings):
    client.force_login(editor)
    without = [name for name in settings.MIDDLEWARE if name != "config.api.middleware.RefuseNulMiddleware"]
    with override_settings(MIDDLEWARE=without), pytest.raises((DataError, ValueError)):
        client.get(f"{reverse(ROUNDS)}?status=%00")
