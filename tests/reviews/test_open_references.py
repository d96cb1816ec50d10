"""Words of a claim that may mean several: the panel offers each name by a key and a button, and a person's choice is theirs."""

import re

import pytest
from django.urls import reverse

from claims.language.open_references import OpenReference, open_references
from claims.models import Claim
from reviews import services
from tests import factories

MAY_MEAN = "“it” may mean: the RD-180; the RD-170"


def test_only_words_that_stand_once_in_the_claim_are_offered():
    assert open_references("It has 4150 N.", ["ambiguous", MAY_MEAN]) == [
        OpenReference("It", ("the RD-180", "the RD-170"))
    ]
    assert open_references("It has what it needs.", [MAY_MEAN]) == []
    assert open_references("The RD-180 has 4150 N.", ["“it” read as “the RD-180”", MAY_MEAN]) == []


@pytest.fixture
def claim(analyst, at) -> Claim:
    claim = factories.claim(by=analyst, at=at)
    Claim.objects.filter(pk=claim.pk).update(text="It has a thrust of 4150 N.", lint=["ambiguous", MAY_MEAN])
    claim.refresh_from_db()
    return claim


@pytest.mark.django_db
def test_the_choice_of_a_person_rewords_the_claim(client, analyst, claim):
    client.force_login(analyst)
    place = reverse("resolve_reference", args=[claim.pk])
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    form = page.partition(f'action="{place}"')[2].partition("</form>")[0]
    assert re.findall(r'name="means" value="([^"]*)" data-key="(\d)"', form) == [
        ("the RD-180", "1"),
        ("the RD-170", "2"),
    ]
    shown = dict(re.findall(r'<input type="hidden" name="(seen_version|words)" value="([^"]*)">', form))

    answers = [client.post(place, {**shown, "means": means}, follow=True) for means in ("", "the RD-999", "The RD-180")]
    told = [[str(message) for message in answer.context["messages"]] for answer in answers]
    assert told == [
        ["Choose who or what is meant."],
        ["The article does not mention “the RD-999”. Choose a name that it does."],
        ["“It” now reads “The RD-180”."],
    ]
    claim.refresh_from_db()
    assert (claim.text, claim.lint, claim.edited_by) == ("The RD-180 has a thrust of 4150 N.", [], analyst)
    assert "open-reference" not in answers[-1].content.decode()

    late = client.post(place, {**shown, "means": "The RD-180"}, follow=True)
    assert [str(message) for message in late.context["messages"]] != ["“It” now reads “The RD-180”."]


@pytest.mark.django_db
def test_a_claim_that_was_judged_offers_no_choice(client, analyst, at, claim):
    cited = factories.citation(by=analyst, claim=claim, at=at)
    client.force_login(analyst)
    assert "open-reference" in client.get(reverse("claim", args=[claim.pk])).content.decode()
    services.submit_judgement(
        by=analyst, claim=claim, rating="wrong", rationale="The sheet says 4152.", citations=[cited], at=at
    )
    assert "open-reference" not in client.get(reverse("claim", args=[claim.pk])).content.decode()
