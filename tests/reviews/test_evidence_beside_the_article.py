"""Evidence is found, cited and added beside the article, and on pages where no script runs."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Citation, Claim
from sources.models import Document, Snapshot
from tests import factories

pytestmark = pytest.mark.django_db

PANEL = {"HX-Request": "true"}


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def claim(analyst, at) -> Claim:
    return factories.claim(by=analyst, at=at)


def one_press(desk, claim: Claim) -> tuple[str, dict[str, str]]:
    """Return where the form of the first hit that the check decides is sent to, and what it sends."""
    page = desk.get(reverse("evidence", args=[claim.pk]), headers=PANEL).content.decode()
    form = re.search(r'<form method="post" action="([^"]+)"[^>]*class="one-press">(.*?)</form>', page, re.DOTALL)
    return form[1], dict(re.findall(r'name="(quote|start|stance)" value="([^"]*)"', form[2]))


def test_a_hit_is_cited_with_one_press_and_the_panel_says_so(desk, claim, analyst, at):
    source = factories.upload(by=analyst, at=at)
    address, sent = one_press(desk, claim)
    answer = desk.post(address, sent, headers=PANEL)
    cited = Citation.objects.get(claim=claim)
    assert (cited.snapshot, cited.quote, cited.stance) == (source, factories.THRUST_QUOTE, "contradicts")
    panel = answer.content.decode()
    assert (f'data-claim-panel="{claim.pk}"' in panel, "<html" in panel) == (True, False)
    assert "Cited. It is ticked below" in panel
    assert f'name="citations" value="{cited.pk}"' in panel


def test_without_a_script_the_same_press_leads_back_to_the_claim(desk, claim, analyst, at):
    factories.upload(by=analyst, at=at)
    address, sent = one_press(desk, claim)
    assert desk.post(address, sent).url == f"/claims/{claim.pk}/#judge"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (
            {"quote": "Words that nobody printed in any sheet."},
            "These words do not appear in this version of the text.",
        ),
        ({"stance": ""}, "Choose what these words do to the claim."),
    ],
)
def test_what_may_not_be_cited_is_refused_in_the_panel(desk, claim, analyst, at, changed, why):
    factories.upload(by=analyst, at=at)
    address, sent = one_press(desk, claim)
    panel = desk.post(address, {**sent, **changed}, headers=PANEL).content.decode()
    assert f'<li class="error">{why}' in panel
    assert ("<html" in panel, Citation.objects.count()) == (False, 0)


def test_a_page_of_its_own_has_no_parts_to_replace(desk, claim, analyst, at):
    factories.upload(by=analyst, at=at)
    page = desk.get(reverse("evidence", args=[claim.pk])).content.decode()
    part = page[page.index('<div id="evidence"') :]
    assert ("Cite as contradicting" in part, "hx-" in part) == (True, False)


def test_whoever_opens_the_address_of_the_form_is_led_to_the_evidence(desk, claim):
    answer = desk.get(reverse("add_source_for", args=[claim.pk]))
    assert answer.url == reverse("evidence", args=[claim.pk])


def test_a_file_is_added_from_the_claim_and_is_found_at_once(desk, claim):
    file = SimpleUploadedFile("sheet.txt", factories.DATA_SHEET.encode())
    answer = desk.post(reverse("add_source_for", args=[claim.pk]), {"file": file}, headers=PANEL)
    part = answer.content.decode()
    assert ("has been read." in part, "hx-trigger" in part) == (True, False)
    assert factories.THRUST_QUOTE in part


def test_an_address_is_waited_for_and_said_to_be_read(desk, claim):
    address = reverse("add_source_for", args=[claim.pk])
    waiting = desk.post(address, {"url": "https://example.org/sheet"}, headers=PANEL).content.decode()
    added = Document.objects.get(url="https://example.org/sheet")
    again = reverse("added_source", args=[claim.pk, added.pk])
    assert f'hx-get="{again}" hx-trigger="every 2s"' in waiting
    assert desk.get(again, headers=PANEL).status_code == 204
    assert f'<a href="{again}">Look again</a>' in desk.get(again).content.decode()
    added.snapshots.update(state=Snapshot.State.DEAD, last_error="The page was not found.")
    failed = desk.get(again, headers=PANEL).content.decode()
    assert ("could not be captured. The page was not found." in failed, "every 2s" in failed) == (True, False)
    assert desk.post(address, {"url": "https://example.org/sheet"}).url == again


def test_neither_a_file_nor_an_address_is_refused_where_it_was_asked_for(desk, claim):
    answer = desk.post(reverse("add_source_for", args=[claim.pk]), {}, headers=PANEL)
    assert answer.status_code == 422
    assert "Fill in one of these: file, web address." in answer.content.decode()


def test_the_evidence_comes_by_itself_only_where_a_judgement_waits_for_some(desk, claim, analyst, at):
    panel = desk.get(reverse("claim", args=[claim.pk]), headers=PANEL).content.decode()
    factories.citation(by=analyst, claim=claim, at=at)
    with_citation = desk.get(reverse("claim", args=[claim.pk]), headers=PANEL).content.decode()
    assert ['hx-trigger="load' in each for each in (panel, with_citation)] == [True, False]
