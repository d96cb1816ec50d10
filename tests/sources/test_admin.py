"""Sources, snapshots and attempts in the editors' admin."""

import pytest
from django.urls import reverse

from sources.models import Document
from tests import factories

SAID = {"title": "RD-180 data sheet", "publisher": "Propulsion Reference", "grade": "A1", "in_library": "on"}


@pytest.fixture
def desk_editor(client, editor):
    """The browser of an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def document(analyst, at) -> Document:
    return factories.upload(by=analyst, at=at, publisher="Somebody", grade="C3").document


def said_about(document: Document) -> dict:
    document.refresh_from_db()
    return {name: getattr(document, name) for name in ("title", "publisher", "grade", "in_library")}


def filled_in(desk_editor, url: str, said: dict) -> dict:
    """What a browser sends that has the form before it: with what the form remembers of the values it showed."""
    return {"seen_version": desk_editor.get(url).context["adminform"].form["seen_version"].value(), **said}


def test_an_editor_grades_a_source_and_nothing_else_of_it_changes(desk_editor, document):
    before = (document.kind, document.url, document.created_by_id, document.created_at)
    url = reverse("admin:sources_document_change", args=[document.pk])
    said = {**SAID, "kind": "URL", "url": "https://example.org/", "created_by": "999"}
    response = desk_editor.post(url, filled_in(desk_editor, url, said))
    assert (response.status_code, said_about(document)) == (302, {**SAID, "in_library": True})
    assert (document.kind, document.url, document.created_by_id, document.created_at) == before


def test_a_grade_that_is_none_is_refused_in_words_and_nothing_is_saved(desk_editor, document):
    before = said_about(document)
    url = reverse("admin:sources_document_change", args=[document.pk])
    response = desk_editor.post(url, filled_in(desk_editor, url, {**SAID, "grade": "Z9"}))
    assert response.context["errors"] == [["Use a letter from A to F and a number from 1 to 6, such as B2."]]
    assert said_about(document) == before


def test_a_source_is_taken_out_of_the_library_and_stays_in_the_list(desk_editor, document):
    url = reverse("admin:sources_document_change", args=[document.pk])
    unticked = {name: value for name, value in SAID.items() if name != "in_library"}
    desk_editor.post(url, filled_in(desk_editor, url, unticked))
    shown = desk_editor.get(reverse("admin:sources_document_changelist")).context["cl"].result_list
    assert [(row.pk, row.in_library) for row in shown] == [(document.pk, False)]


def test_the_list_counts_versions_and_names_the_last_fetch(desk_editor, analyst, at):
    page = factories.source_services.add_address(by=analyst, url="https://example.org/a", at=at, in_library=True)
    web = factories.Web()
    web.pages[page.url] = "The engine burns kerosene and liquid oxygen."
    factories.source_services.refetch(document=page, fetch=web, at=at)
    web.pages[page.url] = "The engine burns methane and liquid oxygen."
    factories.source_services.refetch(document=page, fetch=web, at=at + factories.timedelta(days=1))
    del web.pages[page.url]
    factories.source_services.refetch(document=page, fetch=web, at=at + factories.timedelta(days=2))
    (row,) = desk_editor.get(reverse("admin:sources_document_changelist")).context["cl"].result_list
    assert (row.versions, row.latest_capture, row.latest_outcome) == (
        2,
        at + factories.timedelta(days=1),
        "unreachable",
    )


def test_sources_are_added_on_the_analysts_page(desk_editor):
    response = desk_editor.get(reverse("admin:sources_document_add_source"))
    assert (response.status_code, response.url) == (302, reverse("add_source"))
    assert desk_editor.get(reverse("admin:sources_document_add")).status_code == 403


def test_a_snapshot_shows_both_of_its_hashes(desk_editor, document):
    snapshot = document.snapshots.get()
    page = desk_editor.get(reverse("admin:sources_snapshot_change", args=[snapshot.pk])).content.decode()
    assert [sha256 in page for sha256 in (snapshot.blob_id, snapshot.text_sha256)] == [True, True]


@pytest.mark.parametrize("route", ["sources_document", "sources_snapshot"])
def test_nothing_is_deleted(desk_editor, document, route):
    row = {"sources_document": document.pk, "sources_snapshot": document.snapshots.get().pk}[route]
    before = said_about(document)
    single = desk_editor.post(reverse(f"admin:{route}_delete", args=[row]), {"post": "yes"})
    several = desk_editor.post(
        reverse(f"admin:{route}_changelist"), {"action": "delete_selected", "_selected_action": [row], "post": "yes"}
    )
    assert (single.status_code, several.status_code) == (403, 200)
    assert (said_about(document), document.snapshots.count()) == (before, 1)
