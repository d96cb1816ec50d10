"""A claim that is split or merged over a wording that somebody changed meanwhile: refused, and told with the new one."""

import re
from html import unescape

import pytest
from django.urls import reverse

from claims.models import Claim
from reviews import queries, services
from tests import factories

pytestmark = pytest.mark.django_db

ANEW = "The RD-180 has a thrust of 4150 N."


@pytest.fixture
def claim(analyst, at) -> Claim:
    return factories.claim(by=analyst, at=at)


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def form_of(desk, claim: Claim, name: str) -> dict[str, str]:
    """What a form of the claim's panel sends beside the wording."""
    page = desk.get(reverse("claim", args=[claim.pk])).content.decode()
    form = page.partition(f'action="{reverse(name, args=[claim.pk])}"')[2].partition("</form>")[0]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {field: unescape(value) for field, value in fields if field != "csrfmiddlewaretoken"}


def sent(desk, claim: Claim, name: str, text: str, shown: dict[str, str]) -> list[str]:
    """Send a form over what was shown, and read what is said of it."""
    answer = desk.post(reverse(name, args=[claim.pk]), {**shown, "text": text}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def wordings(claim: Claim) -> list[str]:
    return list(claim.article.claims.active().in_reading_order().values_list("text", flat=True))


REFUSED = [f"Someone else has reworded this claim: “{ANEW}”. Your wording was not saved."]


def test_a_split_over_an_old_wording_is_refused(desk, claim, second_analyst, at):
    shown = form_of(desk, claim, "reword")
    services.edit_claim(by=second_analyst, claim=claim, text=ANEW, at=at)
    before = wordings(claim)
    assert (sent(desk, claim, "reword", "It is an engine.\nIt has 4150 N.", shown), wordings(claim)) == (
        REFUSED,
        before,
    )


def test_a_split_over_the_wording_of_now_is_done(desk, claim, second_analyst, at):
    services.edit_claim(by=second_analyst, claim=claim, text=ANEW, at=at)
    said = sent(desk, claim, "reword", "It is an engine.\nIt has 4150 N.", form_of(desk, claim, "reword"))
    assert (said, ANEW in wordings(claim)) == (["Replaced by 2 claims."], False)


@pytest.mark.parametrize("is_the_second", [False, True])
def test_a_merger_over_an_old_wording_of_either_claim_is_refused(desk, claim, second_analyst, at, is_the_second):
    first = claim if not is_the_second else claim.article.claims.active().in_reading_order().first()
    shown = form_of(desk, first, "merge")
    services.edit_claim(by=second_analyst, claim=claim, text=ANEW, at=at)
    before = wordings(claim)
    assert (sent(desk, first, "merge", "Both have 4150 N.", shown), wordings(claim)) == (REFUSED, before)


def test_the_claims_that_were_on_the_screen_are_merged_and_not_one_that_came_between(desk, claim, second_analyst, at):
    shown = form_of(desk, claim, "merge")
    following = queries.next_claim(claim)
    parts = services.split_claim(
        by=second_analyst, claim=following, texts=["It has mass.", "It weighs 5.5 tons."], at=at
    )
    said = sent(desk, claim, "merge", "Both have 4150 N.", shown)
    assert (said, set(parts) <= set(Claim.objects.active())) == (["This claim has already been dismissed."], True)


@pytest.mark.parametrize(("name", "text"), [("reword", "It is an engine.\nIt has 4150 N."), ("merge", "Both: 4150 N.")])
def test_without_what_was_seen_the_new_wording_would_be_lost_unread(desk, claim, second_analyst, at, name, text):
    shown = {field: value for field, value in form_of(desk, claim, name).items() if not field.startswith("seen")}
    services.edit_claim(by=second_analyst, claim=claim, text=ANEW, at=at)
    sent(desk, claim, name, text, shown)
    assert ANEW not in wordings(claim)
