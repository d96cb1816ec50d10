"""A text that was read in the wrong encoding is read again in the one that a person chooses."""

import pytest
from django.urls import reverse

from claims import services
from claims.models import Article
from sources import services as source_services

pytestmark = pytest.mark.django_db

TEXT = "The Plzeň ferry carries 40 cars."
DATA = TEXT.encode("cp1250")


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def source(analyst, at):
    return source_services.add_upload(by=analyst, data=DATA, filename="news.txt", at=at, in_library=True)


def test_a_source_read_again_is_its_next_version_and_the_old_one_stays(analyst, source, at):
    before = source.text
    read = services.read_as(by=analyst, snapshot=source, encoding="windows-1250", at=at)
    source.refresh_from_db()
    assert (before != TEXT, read.text, source.text) == (True, TEXT, before)
    assert (read.document, read.blob_id, read.chosen_encoding) == (source.document, source.blob_id, "windows-1250")
    assert source_services.newest_snapshot(source.document) == read


def test_an_article_read_again_is_another_article_and_the_old_one_keeps_its_claims(analyst, at):
    article = services.submit_file(by=analyst, data=DATA, filename="news.txt", at=at).article
    services.split(article_id=article.pk, at=at)
    places = list(article.claims.values_list("start", "end", "text"))
    again = services.read_as(by=analyst, snapshot=article.snapshot, encoding="windows-1250", at=at)
    services.split(article_id=again.article.pk, at=at)
    assert (again.is_new, Article.objects.count()) == (True, 2)
    assert list(article.claims.values_list("start", "end", "text")) == places
    assert again.article.claims.get().text == TEXT


def test_an_older_version_and_the_same_text_are_refused(analyst, source, at):
    read = services.read_as(by=analyst, snapshot=source, encoding="windows-1250", at=at)
    with pytest.raises(source_services.NotTheNewest):
        services.read_as(by=analyst, snapshot=source, encoding="windows-1251", at=at)
    with pytest.raises(source_services.NothingNew):
        services.read_as(by=analyst, snapshot=read, encoding="iso-8859-2", at=at)
    assert source.document.snapshots.count() == 2


def test_the_page_of_a_version_offers_it(desk, source):
    address = reverse("snapshot", args=[source.pk])
    assert 'id="read-as"' in desk.get(address).content.decode()
    shown = desk.post(address, {"encoding": "windows-1250"}, follow=True).content.decode()
    assert (TEXT in shown, "Somebody chose to read this text as windows-1250." in shown) == (True, True)
    assert '<option value="windows-1250" selected>' in shown
    refused = desk.post(address, {"encoding": "base64"}, follow=True).content.decode()
    assert "There is no such encoding." in refused
