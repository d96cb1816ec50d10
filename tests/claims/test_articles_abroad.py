"""Articles in other languages from intake to search, and translations beside their originals."""

import pytest
from django.urls import reverse

from claims import queries, services
from claims.models import Claim
from core.accounts.policies import NotAllowed
from reviews.api.filters import ClaimFilter
from tests import factories
from tests.claims.language.articles_abroad import CHINESE, RUSSIAN
from tests.claims.language.test_articles_abroad import GERMAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def chinese(analyst, at):
    return factories.article(by=analyst, at=at, text=CHINESE[6].text)


@pytest.fixture
def russian(analyst, at):
    return factories.article(by=analyst, at=at, text=RUSSIAN[6].text)


def found(search):
    return [claim.text for claim in ClaimFilter().saying(Claim.objects.order_by("pk"), "search", search)]


def test_a_chinese_claim_is_split_by_hand_covers_its_marks_and_is_found(analyst, chinese, at):
    assert chinese.language == "zh"
    claim = chinese.claims.get(text__contains="2225公里")
    parts = services.split_claim(
        by=analyst, claim=claim, texts=["飞机可载90至97名乘客。", "标准航程2225公里。", "巡航高度一万米。"], at=at
    )
    assert [[each["surface"] for each in part.quantities] for part in parts] == [["90至97"], ["2225公里"], ["一万米"]]
    assert {mark.claim_id for mark in chinese.marks.filter(start__gte=claim.start, end__lte=claim.end)} == {parts[0].pk}
    assert [found(words) for words in ("标准航程", "航程标准", "陈勇 工作", "815架")] == [
        [claim.text, "标准航程2225公里。"],
        [],
        ["总设计师陈勇认为，取证工作已完成百分之九十五以上。"],
        ["公司已获得来自28家客户的815架订单。"],
    ]


def test_a_russian_claim_is_found_in_another_case(russian):
    assert russian.language == "ru"
    assert found("заказ клиента") == ["Компания получила заказы на 815 машин от 28 клиентов."]


def test_an_article_that_nobody_reads_says_so(client, analyst, at):
    client.force_login(analyst)
    article = factories.article(by=analyst, at=at, text=GERMAN)
    page = client.get(reverse("article", args=[article.pk])).content.decode()
    assert "This article is in German, which the rules do not read." in page
    assert '<h1 lang="de">' in page
    page = client.get(reverse("article", args=[article.pk]), headers={"accept-language": "zh-Hans"}).content.decode()
    assert "这篇文章的语言是德语" in page


def test_a_translation_shows_the_sentence_of_its_original(client, analyst, chinese, russian):
    client.force_login(analyst)
    tie = reverse("tie_to_original", args=[chinese.pk])
    client.post(tie, {"original": russian.pk})
    claim = chinese.claims.get(text__contains="815架")
    page = client.get(reverse("article", args=[chinese.pk]), {"claim": claim.pk}).content.decode()
    assert "“Компания получила заказы на 815 машин от 28 клиентов.”" in page
    assert f'<a href="{reverse("article", args=[russian.pk])}" lang="ru">' in page
    client.post(tie, {"original": ""})
    assert queries.sentence_of_original(Claim.objects.get(pk=claim.pk)) == ""


def test_only_two_languages_make_a_translation(analyst, consumer, chinese, russian, at):
    second = factories.article(by=analyst, at=at, text=CHINESE[0].text)
    with pytest.raises(services.NoTranslation, match="two languages"):
        services.tie_to_original(by=analyst, article=chinese, original=second)
    services.tie_to_original(by=analyst, article=chinese, original=russian)
    with pytest.raises(services.NoTranslation, match="a translation itself"):
        services.tie_to_original(by=analyst, article=russian, original=chinese)
    with pytest.raises(NotAllowed):
        services.tie_to_original(by=consumer, article=second, original=russian)


def test_programs_read_the_language_and_tie_a_translation(client, analyst, chinese, russian):
    client.force_login(analyst)
    address = f"/api/v1/articles/{chinese.pk}/"
    answer = client.post(f"{address}original/", {"original": russian.pk}, content_type="application/json")
    assert (answer.status_code, answer.json()["language"], answer.json()["translation_of"]) == (200, "zh", russian.pk)
    refused = client.post(f"{address}original/", {"original": chinese.pk}, content_type="application/json")
    assert refused.status_code == 409
    assert client.get(address).json()["translation_of"] == russian.pk
