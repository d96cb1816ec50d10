"""The pages of the work, read by people whose browsers ask for different languages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from reviews.models import SavedView
from reviews.templatetags import claim_state
from reviews.templatetags.desk_rows import age, overdue_by
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db

ENGLISH, CHINESE = {"accept-language": "en-GB"}, {"accept-language": "zh-CN,zh;q=0.9,en;q=0.5"}
TODAY = date(2026, 11, 2)


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def claim(analyst, editor, at):
    """A claim with a citation that waits for its sign-off."""
    return factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at).claim


def read(client, address: str, headers: dict) -> html.HtmlElement:
    return html.fromstring(client.get(address, headers=headers).content.decode())


def choices(page: html.HtmlElement, name: str) -> list[str]:
    return [option.text for option in page.get_element_by_id(f"id_{name}")]


def state(client, claim, headers: dict) -> str:
    page = read(client, reverse("claim", args=[claim.pk]), headers)
    return " ".join(page.find_class("tags")[0].text_content().split())


def test_each_reader_sees_the_state_of_a_claim_in_their_language(desk, claim):
    seen = [state(desk, claim, headers) for headers in (ENGLISH, CHINESE, ENGLISH, CHINESE)]
    assert seen == ["◕ Waiting for sign-off", "◕ 待签发", "◕ Waiting for sign-off", "◕ 待签发"]


def test_a_state_kept_without_its_language_would_be_shown_to_the_wrong_reader(desk, claim, monkeypatch):
    monkeypatch.setattr(claim_state, "get_language", lambda: "en-gb")
    assert state(desk, claim, CHINESE) == "◕ Waiting for sign-off"


def test_the_lists_of_the_desk_are_in_the_language_of_the_reader(desk, claim):
    english, chinese = read(desk, "/", ENGLISH), read(desk, "/", CHINESE)
    assert choices(english, "added") == [
        "Any time",
        "Since yesterday",
        "In the last week",
        "In the last month",
        "In the last year",
    ]
    assert choices(chinese, "added") == ["不限时间", "昨天以来", "最近一周", "最近一个月", "最近一年"]
    assert choices(english, "priority") == ["Any", "Normal", "High (0)", "Urgent (0)"]
    assert choices(chinese, "priority") == ["不限", "普通", "高（0）", "紧急（0）"]


def test_a_filter_that_is_not_known_is_told_in_the_language_of_the_reader(desk, claim):
    told = [
        [item.text for item in read(desk, "/?rating=splendid", headers).find_class("errors")[0]]
        for headers in (ENGLISH, CHINESE)
    ]
    assert told == [
        ["“splendid” is not a valid value for “Verdict”, so this filter was ignored."],
        ["“splendid”不是“结论”的有效取值，因此忽略了这一筛选条件。"],
    ]


def test_what_became_of_a_deed_is_told_in_the_language_of_whoever_did_it(desk):
    given = {"address": "?view=unjudged", "name": "Mine"}
    page = desk.post(reverse("keep_view"), given, headers=CHINESE, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["视图已保存为“Mine”。"]
    assert list(SavedView.objects.values_list("name", "query")) == [("Mine", "view=unjudged")]


def test_a_day_is_written_as_the_reader_writes_it(desk, claim, at):
    evidence = [
        read(desk, reverse("claim", args=[claim.pk]), headers).find(".//blockquote/cite").text_content()
        for headers in (ENGLISH, CHINESE)
    ]
    assert evidence[0].endswith(f"{at:%-d %b %Y}")
    assert evidence[1].endswith(f"{at.year}年{at.month}月{at.day}日")


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (0, "today", "今天"),
        (1, "1 day ago", "1 天前"),
        (6, "6 days ago", "6 天前"),
        (7, "1 week ago", "1 周前"),
        (59, "1 month ago", "1 个月前"),
        (800, "2 years ago", "2 年前"),
    ],
)
def test_an_age_is_told_in_the_longest_unit_that_fits(days, english, chinese):
    since = timezone.now() - timedelta(days=days)
    with override("en-gb"):
        assert age(since) == english
    with override("zh-hans"):
        assert age(since) == chinese


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [(1, "1 day overdue", "已逾期 1 天"), (12, "12 days overdue", "已逾期 12 天")],
)
def test_it_is_told_for_how_many_days_something_is_overdue(days, english, chinese):
    due_on = TODAY - timedelta(days=days)
    with override("en-gb"):
        assert overdue_by(due_on, TODAY) == english
    with override("zh-hans"):
        assert overdue_by(due_on, TODAY) == chinese


@pytest.mark.parametrize("address", ["/", "/articles/{article}/?claim={claim}", "/articles/{article}/print/"])
def test_what_is_english_in_every_language_says_so(desk, claim, address):
    page = read(desk, address.format(article=claim.article_id, claim=claim.pk), CHINESE)
    page.find("head").drop_tree()
    spoken = [text for text in page.itertext() if text.strip() and text.strip() in (claim.text, claim.article.title)]
    holding = [text.getparent() for text in page.xpath("//text()") if text in spoken]
    assert spoken
    assert {next(each.get("lang") for each in _outwards(element) if each.get("lang")) for element in holding} == {"en"}


def _outwards(element: html.HtmlElement) -> list[html.HtmlElement]:
    return [element, *element.iterancestors()]
