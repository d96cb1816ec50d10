"""The page of a source: versions, differences, who rests on it, how often it was corrected."""

from datetime import timedelta

import pytest
from django.urls import reverse

from reviews import queries, services
from reviews.queries import source_pages
from sources import services as source_services
from sources.models import Document, FetchAttempt
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def with_versions(how_many, *, analyst, at):
    """A source whose figure rises with every version."""
    first = factories.upload(by=analyst, at=at)
    for number in range(1, how_many):
        text = factories.DATA_SHEET.replace("5480", str(5480 + number))
        source_services.add_version(
            document=first.document, data=text.encode(), filename="sheet.txt", at=at + timedelta(days=number)
        )
    return first.document


def test_the_timeline_says_in_a_line_what_each_version_changed(analyst, at):
    document = with_versions(3, analyst=analyst, at=at)
    assert [version.change for version in source_pages.timeline(document).versions] == [
        "“5481” was changed to “5482”.",
        "“5480” was changed to “5481”.",
        "The first version.",
    ]


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_page_asks_the_same_number_of_queries_however_many_versions_and_citations(
    desk, analyst, at, how_many, django_assert_num_queries
):
    document = with_versions(1 + how_many, analyst=analyst, at=at)
    newest = document.snapshots.order_by("pk").last()
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(how_many))
    for claim in factories.article(by=analyst, at=at, text=text).claims.active():
        factories.citation(by=analyst, claim=claim, at=at, snapshot=newest)
    desk.get(reverse("source", args=[document.pk]))
    # session, user, groups, document, 3 of its availability, corrections, versions, texts, attempts, claims, citations
    with django_assert_num_queries(13):
        page = desk.get(reverse("source", args=[document.pk])).content.decode()
    assert (page.count("<blockquote>"), page.count(">Read</a>")) == (how_many, how_many + 1)


def test_older_versions_are_on_the_next_page(desk, analyst, at, monkeypatch):
    monkeypatch.setattr(source_pages, "TIMELINE", 2)
    document = with_versions(3, analyst=analyst, at=at)
    oldest, middle, newest = document.snapshots.order_by("pk")
    first = source_pages.timeline(document)
    second = source_pages.timeline(document, older_than=middle.pk)
    assert ([version.snapshot for version in first.versions], first.has_older) == ([newest, middle], True)
    assert ([version.snapshot for version in second.versions], second.has_older) == ([oldest], False)
    assert first.versions[-1].change == "“5480” was changed to “5481”."


def test_a_version_with_the_same_words_and_one_too_long_to_compare_on_the_way_say_so(analyst, at, monkeypatch):
    document = with_versions(2, analyst=analyst, at=at)
    page = f"<html><body><p>{factories.DATA_SHEET.replace('5480', '5481')}</p></body></html>"
    source_services.add_version(document=document, data=page.encode(), filename="sheet.html", at=at + timedelta(days=9))
    monkeypatch.setattr(source_pages, "LONGEST", 5)
    newest = document.snapshots.order_by("-pk")[:2]
    same = newest[0].text_sha256 == newest[1].text_sha256
    changes = [version.change for version in source_pages.timeline(document).versions]
    assert changes[1:] == ["The text changed. Compare the two versions to see where.", "The first version."]
    assert changes[0].startswith("Same text" if same else "The text changed")


def test_two_versions_are_compared_word_by_word_with_signs_beside_the_colours(desk, analyst, at):
    document = with_versions(3, analyst=analyst, at=at)
    oldest, middle, newest = document.snapshots.order_by("pk")
    address = reverse("source_changes", args=[document.pk])
    page = desk.get(f"{address}?from={newest.pk}&to={oldest.pk}").content.decode()
    assert "<del>5480</del><ins>5482</ins>" in page
    latest = desk.get(address).content.decode()
    assert "<del>5481</del><ins>5482</ins>" in latest


def test_a_version_of_another_source_is_not_compared(desk, analyst, at):
    document = with_versions(2, analyst=analyst, at=at)
    foreign = factories.upload(by=analyst, at=at, text="Quite another matter, told at length.", title="Other")
    address = reverse("source_changes", args=[document.pk])
    page = desk.get(f"{address}?from={foreign.pk}&to={document.snapshots.first().pk}").content.decode()
    assert ("Quite another matter" in page, "<del>5480</del><ins>5481</ins>" in page) == (False, True)


@pytest.mark.parametrize("query", ["from=x&to=y", "from=99999999999999999999", "from=%00"])
def test_the_comparison_takes_any_query(desk, analyst, at, query):
    document = with_versions(1, analyst=analyst, at=at)
    answer = desk.get(f"{reverse('source_changes', args=[document.pk])}?{query}")
    assert (answer.status_code, "There is only one version so far" in answer.content.decode()) == (200, True)


def test_what_a_page_contains_is_shown_as_text(desk, analyst, at):
    document = with_versions(1, analyst=analyst, at=at)
    text = factories.DATA_SHEET + " <script>alert(1)</script>"
    source_services.add_version(document=document, data=text.encode(), filename="sheet.txt", at=at + timedelta(days=1))
    page = desk.get(reverse("source_changes", args=[document.pk])).content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;" in page) == (False, True)


def test_the_rate_of_corrections_counts_citations_whose_figure_changed(desk, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    document = verdict.citations.get().snapshot.document
    assert source_pages.correction_rate(document.pk, at=at).sentence.startswith(
        "None of its citations has been re-checked"
    )
    factories.changed_source(verdict, at=at, old="4.15", new="4.51")
    for hours in (2, 3):
        later = at + timedelta(hours=hours)
        [row] = services.request_rechecks(citations=queries.standing_citations(), at=later)
        services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=later)
    rate = source_pages.correction_rate(document.pk, at=at + timedelta(days=1))
    assert rate.sentence == "In the last 12 months, a number changed in 1 of 1 citation."
    assert source_pages.correction_rate(document.pk, at=at + timedelta(days=400)).rechecked == 0


def test_the_newest_attempts_are_listed_with_what_they_mean(desk, analyst, at):
    document = Document.objects.create(
        kind="URL", url="https://example.com/sheet", title="Sheet", created_by=analyst, created_at=at
    )
    for number in range(60):
        FetchAttempt.objects.create(
            document=document,
            outcome="rate_limited",
            explanation=f"Try number {number}.",
            http_status=429,
            at=at + timedelta(hours=number),
        )
    page = desk.get(reverse("source", args=[document.pk])).content.decode()
    assert (page.count("rate limited"), "Try number 59." in page, "Try number 9." in page) == (50, True, False)


def test_an_editor_is_led_to_the_grade(client, analyst, editor, at):
    document = with_versions(1, analyst=analyst, at=at)
    pages = []
    for person in (analyst, editor):
        client.force_login(person)
        pages.append(client.get(reverse("source", args=[document.pk])).content.decode())
    assert ["Add grade" in page for page in pages] == [False, True]


def test_a_source_that_nobody_cites_says_how_to_cite_it(desk, analyst, at):
    document = with_versions(1, analyst=analyst, at=at)
    assert "No claim cites this source yet." in desk.get(reverse("source", args=[document.pk])).content.decode()
