"""From a claim to the words that decide it: the sentence that a search points out is cited without selecting it."""

import re

import pytest
from django.urls import reverse

from claims.models import Citation
from claims.queries import MARKED_CHARACTERS, hits_in
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def pointed_out(desk, claim) -> str:
    """The address behind the first “Read in place”."""
    page = desk.get(reverse("evidence", args=[claim.pk])).content.decode()
    return re.search(r'class="cite" href="([^"]+)">Read in place', page)[1].replace("&amp;", "&")


def test_the_sentence_that_the_search_points_out_stands_in_the_form(desk, claim, analyst, at):
    source = factories.upload(by=analyst, at=at)
    answer = desk.get(pointed_out(desk, claim).partition("#")[0])
    form = answer.context["form"]
    quote, start = form["quote"].value(), form["start"].value()
    assert quote == factories.THRUST_QUOTE
    assert source.text[start : start + len(quote)] == quote
    assert '<span class="suggested" id="suggested">' in answer.content.decode()


def test_it_is_cited_as_it_stands_there(desk, claim, analyst, at):
    source = factories.upload(by=analyst, at=at)
    path = pointed_out(desk, claim).partition("#")[0]
    form = desk.get(path).context["form"]
    desk.post(path, {"quote": form["quote"].value(), "start": form["start"].value(), "stance": "contradicts"})
    citation = Citation.objects.get(claim=claim)
    assert (citation.snapshot, citation.quote, citation.stance) == (source, factories.THRUST_QUOTE, "contradicts")


@pytest.mark.parametrize("asked", ["", "from=9&to=2", "from=0&to=99999999", "from=a&to=b", "from=-1&to=5"])
def test_an_address_that_points_at_nothing_opens_an_empty_form(desk, claim, analyst, at, asked):
    source = factories.upload(by=analyst, at=at)
    answer = desk.get(reverse("snapshot", args=[source.pk]) + f"?claim={claim.pk}&{asked}")
    assert (answer.status_code, answer.context["form"]["quote"].value()) == (200, "")


def test_the_words_of_the_claim_are_marked_in_the_source_and_its_letters_stay(desk, claim, analyst, at):
    source = factories.upload(by=analyst, at=at)
    page = desk.get(reverse("snapshot", args=[source.pk]) + f"?claim={claim.pk}").content.decode()
    shown = page.partition('id="snapshot-text"')[2].partition(">")[2].partition("</div>")[0]
    assert "<mark>thrust</mark>" in shown
    assert re.sub(r"</?mark>", "", shown) == source.text


def test_a_report_that_is_too_long_to_mark_is_shown_as_it_is(claim):
    long = "thrust " * (MARKED_CHARACTERS // 6)
    assert hits_in(claim, [long]) == [long]
