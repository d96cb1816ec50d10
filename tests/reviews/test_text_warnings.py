"""What a person should look at before believing a text stands on the pages and in the API."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from claims import services as claim_services
from claims.services import intake
from sources.extraction import extract
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

GUESSED = "The navy has 40 ships. Паром перевозит 60 машин и 400 человек, сообщила служба порта.".encode("cp1251")
TOLD = "The file does not say how its characters are encoded; it was read as windows-1251."
TOLD_IN_CHINESE = "文件没有说明其字符编码，按 windows-1251 读取。"


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def article(analyst, at):
    submitted = claim_services.submit_file(by=analyst, data=GUESSED, filename="news.txt", at=at).article
    claim_services.split(article_id=submitted.pk, at=at)
    submitted.refresh_from_db()
    return submitted


@pytest.mark.parametrize("page", ["article", "source", "snapshot"])
@pytest.mark.parametrize(("language", "told"), [("en", TOLD), ("zh-hans", TOLD_IN_CHINESE)])
def test_a_page_with_the_text_says_how_it_was_read(desk, article, page, language, told):
    keys = {"article": article.pk, "source": article.snapshot.document_id, "snapshot": article.snapshot_id}
    shown = desk.get(reverse(page, args=[keys[page]]), headers={"accept-language": language}).content.decode()
    assert shown.count(told) == 1


@pytest.mark.parametrize(
    ("data", "offered"),
    [(GUESSED, True), ("The RD-18О weighs 5.4 t.".encode(), False), (b"The RD-180 weighs 5.4 t.", False)],  # noqa: RUF001
    ids=["guessed", "a lookalike letter", "clean"],
)
def test_another_encoding_is_offered_where_it_may_give_a_better_text(desk, analyst, at, data, offered):
    submitted = claim_services.submit_file(by=analyst, data=data, filename="news.txt", at=at).article
    claim_services.split(article_id=submitted.pk, at=at)
    shown = desk.get(reverse("article", args=[submitted.pk])).content.decode()
    assert ("Choose another encoding" in shown) is offered


def test_a_text_without_doubts_has_no_list_of_them(desk, analyst, at):
    article = factories.article(by=analyst, at=at)
    for page, key in (
        ("article", article.pk),
        ("source", article.snapshot.document_id),
        ("snapshot", article.snapshot_id),
    ):
        assert "text-warnings" not in desk.get(reverse(page, args=[key])).content.decode()


def test_a_program_finds_the_warnings_with_the_article(analyst, article):
    program = program_of(analyst)
    shown = program.get(f"/api/v1/articles/{article.pk}/").json()
    listed = program.get("/api/v1/articles/").json()["results"][0]
    assert [warning["kind"] for warning in shown["warnings"]] == ["guessed_encoding"]
    assert listed["warnings"] == shown["warnings"]


def test_the_day_that_a_file_states_is_the_article_s(analyst, at, monkeypatch):
    def dated(data, **how):
        return replace(extract(data, **how), published_on=date(2021, 3, 10))

    monkeypatch.setattr(intake, "extract", dated)
    assert factories.article(by=analyst, at=at).published_on == date(2021, 3, 10)
