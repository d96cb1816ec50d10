"""Lists of articles come in by a preview and a confirmation, and go out as they are filtered."""

import json
from datetime import date

import pytest
from django.urls import reverse

from claims import services, tasks
from claims.models import Article
from core.admin.row_files import RowFile
from sources.models import Document
from tests import factories
from tests.sources.exchanging import confirm, csv_of, entries_of, exported, fates, preview, rows_of, said

ARTICLES = "claims_article"
NAMES = ("title", "url", "text", "published_on", "readers")
PAGE = "https://example.org/story"
TEXT = factories.ENGINE_ARTICLE


@pytest.fixture
def desk(client, editor):
    """The browser of an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def told(monkeypatch) -> list[tuple]:
    """The tasks that workers were told of, with the row of each."""
    told = []
    monkeypatch.setattr("core.jobs.notifying._send", lambda task, row: told.append((task, row)))
    return told


def stored() -> list[tuple]:
    columns = ("title", "snapshot__document__url", "snapshot__text", "published_on", "judgements_required")
    return list(Article.objects.order_by("pk").values_list(*columns))


def test_articles_come_in_by_their_text_and_by_their_address_and_workers_are_told(
    desk, editor, told, django_capture_on_commit_callbacks
):
    file = csv_of(NAMES, ("Engine", "", TEXT, "2022-09-07", "2"), ("", PAGE, "", "", ""))
    with django_capture_on_commit_callbacks(execute=True):
        previewed = preview(desk, ARTICLES, file)
    assert (fates(previewed), Article.objects.count(), Document.objects.count(), told) == (
        [("Line 2", "new"), ("Line 3", "new")],
        0,
        0,
        [],
    )
    with django_capture_on_commit_callbacks(execute=True):
        answer = confirm(desk, ARTICLES, previewed)
    assert said(answer) == ["Imported: 2. Already here: 0. New sources are captured within a few minutes."]
    assert stored() == [("Engine", "", TEXT, date(2022, 9, 7), 2), (PAGE, PAGE, "", None, 1)]
    by_text, by_address = Article.objects.order_by("pk")
    assert told == [
        ("claims.tasks.split_article", {"article_id": by_text.pk}),
        ("sources.tasks.capture_snapshot", {"snapshot_id": by_address.snapshot_id}),
    ]


def test_what_came_by_a_list_is_split_like_what_was_pasted(desk, analyst, at):
    confirm(desk, ARTICLES, preview(desk, ARTICLES, csv_of(("text",), (TEXT,))))
    imported = Article.objects.get()
    tasks.split_article(article_id=imported.pk)
    assert [claim.text for claim in imported.claims.active().in_reading_order()] == [
        "The RD-180 rocket engine was first flown in 2000.",
        "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N.",
        "The RD-180 rocket engine weighs 5.5 tons.",
    ]


def test_articles_that_are_here_already_are_named_and_not_doubled(desk, analyst, at):
    services.submit_text(by=analyst, text=TEXT, at=at, title="Engine")
    services.submit_address(by=analyst, url=PAGE, at=at, title="Story", judgements_required=2)
    before = stored()
    respaced = TEXT.replace(" ", "  ")
    previewed = preview(desk, ARTICLES, csv_of(NAMES, ("x", "", respaced, "", ""), ("y", PAGE, "", "", "1")))
    confirm(desk, ARTICLES, previewed)
    assert fates(previewed) == [
        ("Line 2", "skip", "“Engine” will not change."),
        ("Line 3", "skip", "“Story” will not change."),
    ]
    assert stored() == before


def test_every_bad_row_is_named_with_its_reason(desk, monkeypatch):
    monkeypatch.setattr("claims.services.intake.LONGEST_ARTICLE", 200)
    file = csv_of(
        NAMES,
        ("Both", PAGE, TEXT, "", ""),
        ("None", "", "", "", ""),
        ("Inside", "http://127.0.0.1/", "", "", ""),
        ("Day", PAGE, "", "07.09.2022", ""),
        ("Readers", PAGE, "", "", "3"),
        ("Blank", "", " \n ", "", ""),
        ("Long", "", TEXT * 3, "", ""),
    )
    assert fates(preview(desk, ARTICLES, file)) == [
        ("Line 2", "invalid", "Fill in only one of these: text, url."),
        ("Line 3", "invalid", "Fill in one of these: text, url."),
        ("Line 4", "invalid", "This address is not on the public internet, so it was not fetched."),
        ("Line 5", "invalid", "published_on: Enter the date as year, month and day, for example 2022-09-07."),
        ("Line 6", "invalid", "readers: Enter 1 or 2, the number of people who judge each claim."),
        ("Line 7", "invalid", "The file contains no text. Check that it is the right file."),
        (
            "Line 9",
            "invalid",
            "This text has more than 400,000 characters, which is too long to split at once. Submit it in parts, such as chapters.",
        ),
    ]


def test_a_list_goes_out_and_is_read_as_what_it_was(desk, editor, at):
    text = f"=1+1\n{TEXT}"
    services.submit_text(by=editor, text=text, at=at, title="-Engine", published_on=date(2022, 9, 7))
    services.submit_address(by=editor, url=PAGE, at=at, title="Story", judgements_required=2)
    files = [exported(desk, ARTICLES, kind) for kind in ("csv", "json")]
    assert rows_of(files[0])[1:] == [
        ["'-Engine", "", f"'{text}", "2022-09-07", "1"],
        ["Story", PAGE, "", "", "2"],
    ]
    for data in files:
        previewed = preview(desk, ARTICLES, data)
        assert [row[2:] for row in fates(previewed)] == [("“-Engine” will not change.",), ("“Story” will not change.",)]
        assert [row[2:] for row in RowFile(max_rows=9).create_dataset(data)] == [
            ("-Engine", "", text, "2022-09-07", "1"),
            ("Story", PAGE, "", "", "2"),
        ]


def test_numbers_stay_numbers_and_a_page_goes_out_by_its_address(desk, analyst, at):
    factories.article(by=analyst, at=at, title="Engine", judgements_required=2)
    assert entries_of(exported(desk, ARTICLES, "json")) == [
        {"title": "Engine", "url": "", "text": TEXT, "published_on": None, "readers": 2}
    ]


def test_an_export_has_the_articles_of_the_list_as_it_is_filtered(desk, analyst, at):
    factories.article(by=analyst, at=at, title="Engine")
    services.submit_address(by=analyst, url=PAGE, at=at, title="Story", judgements_required=2)
    queries = ("", "?judgements_required=2", "?q=engine", "?state__exact=DONE")
    assert [[entry["title"] for entry in entries_of(exported(desk, ARTICLES, "json", query))] for query in queries] == [
        ["Engine", "Story"],
        ["Story"],
        ["Engine"],
        ["Engine"],
    ]


def test_a_json_list_of_a_very_long_article_is_read(desk):
    text = "The engine burns kerosene. " * 14_000
    confirm(desk, ARTICLES, preview(desk, ARTICLES, json.dumps([{"text": text}]).encode()))
    assert Article.objects.get().snapshot.text == text


def test_the_list_leads_to_both_pages(desk):
    page = desk.get(reverse("admin:claims_article_changelist")).content.decode()
    addresses = ("/admin/claims/article/import/", "/admin/claims/article/export/")
    assert [address in page for address in addresses] == [True, True]
