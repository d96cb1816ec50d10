"""Handing in and citing, as a browser without JavaScript sends it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Article, Citation
from sources import queries as source_queries
from sources.models import Document, Snapshot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def test_a_pasted_article_is_taken(desk):
    answer = desk.post(reverse("submit_article"), {"text": factories.ENGINE_ARTICLE, "readers": 1})
    assert answer.url == f"/articles/{Article.objects.get().pk}/"


def test_an_article_is_taken_as_a_file(desk):
    upload = SimpleUploadedFile("news.txt", factories.ENGINE_ARTICLE.encode())
    desk.post(reverse("submit_article"), {"file": upload, "readers": 2, "published_on": "2022-09-07"})
    assert Article.objects.values_list("judgements_required", "snapshot__text").get() == (2, factories.ENGINE_ARTICLE)


def test_a_known_article_is_shown_instead_of_a_second_one(desk):
    for _ in range(2):
        answer = desk.post(reverse("submit_article"), {"text": factories.ENGINE_ARTICLE, "readers": 1}, follow=True)
    assert Article.objects.count() == 1
    assert "This article is already here" in answer.content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Fill in one of these: pasted text, file, web address."),
        ({"text": "A.", "url": "https://example.com/"}, "Fill in only one of these: pasted text, file, web address."),
        ({"url": "http://127.0.0.1/"}, "public internet"),
        ({"url": "not an address"}, "Enter a valid URL."),
        ({"text": "  \n "}, "no text"),
    ],
    ids=["nothing", "two ways", "inside address", "no address", "blank"],
)
def test_an_article_that_cannot_be_taken_is_refused_with_a_sentence_and_leaves_nothing(desk, sent, sentence):
    answer = desk.post(reverse("submit_article"), {"readers": 1, **sent})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (Article.objects.count(), Document.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"\x00\x01\x02" * 99), ("a.pdf", b"%PDF-1.7 broken"), ("a.docx", b"PK\x03\x04broken"), ("a.exe", b"MZ")],
)
def test_a_file_that_cannot_be_read_is_refused_and_leaves_nothing(desk, name, data):
    answer = desk.post(reverse("submit_article"), {"readers": 1, "file": SimpleUploadedFile(name, data)})
    assert (answer.status_code, Document.objects.count()) == (422, 0)
    assert 'class="errors"' in answer.content.decode()


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_source_list_asks_the_same_number_of_queries_however_long(
    desk, analyst, at, how_many, django_assert_num_queries
):
    for number in range(how_many):
        factories.upload(by=analyst, at=at, title=f"Sheet {number}", text=f"Sheet number {number}.")
    with django_assert_num_queries(5):  # session, user, groups, count, documents
        page = desk.get(reverse("sources")).content.decode()
    assert page.count("Sheet ") == how_many


@pytest.mark.parametrize("how_many", [1, 3])
def test_evidence_asks_the_same_number_of_queries_however_much_is_found(
    desk, analyst, at, how_many, django_assert_num_queries
):
    claim = factories.claim(by=analyst, at=at)
    for number in range(how_many):
        factories.upload(by=analyst, at=at, title=f"Sheet {number}", text=f"{factories.DATA_SHEET} Issue {number}.")
    with django_assert_num_queries(10):  # session, user, groups, claim, 5 of the ranking and its transaction, snapshots
        page = desk.get(reverse("evidence", args=[claim.pk])).content.decode()
    assert page.count("<blockquote") == how_many


def test_evidence_shows_its_hits_and_nothing_of_the_source_is_markup(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    factories.upload(by=analyst, at=at, text="<script>alert(1)</script> The thrust of the engine is 4.15 MN.")
    page = desk.get(reverse("evidence", args=[claim.pk])).content.decode()
    assert "<mark>thrust</mark>" in page
    assert "<script>alert" not in page


def test_words_of_a_snapshot_are_cited_from_its_page(desk, analyst, at):
    claim, source = factories.claim(by=analyst, at=at), factories.upload(by=analyst, at=at)
    address = f"{reverse('snapshot', args=[source.pk])}?claim={claim.pk}"
    answer = desk.post(address, {"quote": factories.THRUST_QUOTE, "stance": "contradicts"})
    assert answer.url == f"/claims/{claim.pk}/#judge"
    assert Citation.objects.values_list("quote", "stance").get() == (factories.THRUST_QUOTE, "contradicts")


def test_words_that_do_not_stand_there_are_refused_with_what_was_typed(desk, analyst, at):
    claim, source = factories.claim(by=analyst, at=at), factories.upload(by=analyst, at=at)
    address = f"{reverse('snapshot', args=[source.pk])}?claim={claim.pk}"
    answer = desk.post(address, {"quote": "These words stand nowhere in the sheet.", "stance": "supports"})
    assert (answer.status_code, Citation.objects.count()) == (422, 0)
    assert "These words stand nowhere in the sheet." in answer.content.decode()


def test_a_changed_file_becomes_the_newest_version(desk, analyst, at):
    source = factories.upload(by=analyst, at=at)
    address = reverse("source", args=[source.document_id])
    desk.post(address, {"file": SimpleUploadedFile("sheet.txt", b"The engine has been withdrawn from service.")})
    assert Snapshot.objects.count() == 2
    again = desk.post(
        address, {"file": SimpleUploadedFile("sheet.txt", b"The engine has been withdrawn from service.")}
    )
    assert (again.status_code, Snapshot.objects.count()) == (422, 2)


def test_of_very_many_versions_the_newest_are_listed(desk, analyst, at, monkeypatch):
    monkeypatch.setattr(source_queries, "VERSIONS_SHOWN", 1)
    source = factories.upload(by=analyst, at=at)
    address = reverse("source", args=[source.document_id])
    desk.post(address, {"file": SimpleUploadedFile("sheet.txt", b"The engine has been withdrawn from service.")})
    newest = Snapshot.objects.latest("pk")
    page = desk.get(address).content.decode()
    assert (reverse("snapshot", args=[newest.pk]) in page, reverse("snapshot", args=[source.pk]) in page) == (
        True,
        False,
    )


def test_a_source_by_address_waits_for_a_worker(desk):
    answer = desk.post(reverse("add_source"), {"url": "https://example.com/sheet", "grade": "B2"}, follow=True)
    assert Snapshot.objects.values_list("state", "document__grade").get() == ("PENDING", "B2")
    assert "It will be fetched in a moment." in answer.content.decode()


def test_a_grade_that_is_none_is_refused(desk):
    answer = desk.post(reverse("add_source"), {"url": "https://example.com/sheet", "grade": "Z9"})
    assert "Use a letter from A to F" in answer.content.decode()


@pytest.mark.parametrize(
    ("route", "given"),
    [
        ("add_source", {"url": "https://ada:secret@example.org/sheet"}),
        ("submit_article", {"url": "https://ada:secret@example.org/sheet", "readers": "1"}),
    ],
)
def test_a_refusal_of_an_address_is_said_in_the_readers_language(desk, monkeypatch, route, given):
    monkeypatch.setattr("core.translation.rendering.gettext", lambda text: text.replace("Remove it", "Nimm es weg"))
    page = desk.post(reverse(route), given)
    assert (page.status_code, page.context["form"].non_field_errors()) == (
        422,
        ["This address contains a user name or a password. Nimm es weg and try again."],
    )
