"""Editors see when cited sources are looked at and why then, and choose how often."""

from datetime import timedelta

import pytest
from django.urls import reverse

from claims.models import Citation
from core.accounts.policies import Role
from core.audit.versions import ChangedMeanwhile, version_of
from reviews import queries, services
from reviews.models import Recheck
from reviews.services import timing
from sources import services as source_services
from sources.fetching import FetchOutcome
from sources.models import CheckInterval, Document, Schedule
from tests import factories
from tests.reviews.cited_pages import DAY, HOUR, PAGE, look, verdict_on_page

pytestmark = pytest.mark.django_db

LIST = "admin:sources_schedule_changelist"


@pytest.fixture
def web():
    return factories.Web(**{PAGE: factories.DATA_SHEET})


@pytest.fixture
def cited(analyst, editor, at, web) -> Citation:
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at).citations.get()


@pytest.fixture
def desk(client, editor):
    """The browser of an editor."""
    client.force_login(editor)
    return client


def document_of(citation: Citation) -> Document:
    return Document.objects.get(pk=citation.snapshot.document_id)


def choose(editor, citation: Citation, check_interval: int, *, at) -> timedelta | None:
    """Choose an interval. Return after what time the citation is looked at next."""
    services.choose_interval(by=editor, document=document_of(citation), check_interval=check_interval, at=at)
    citation.refresh_from_db()
    return citation.next_check_at - at


def why(citation: Citation) -> str:
    return services.why_then(queries.schedules().get(pk=citation.snapshot.document_id))


@pytest.mark.parametrize(
    ("check_interval", "waits"),
    [
        (CheckInterval.AS_OBSERVED, [DAY, 5 * DAY, 25 * DAY]),
        (CheckInterval.DAY, [DAY, DAY, DAY]),
        (CheckInterval.WEEK, [7 * DAY, 7 * DAY, 7 * DAY]),
        (CheckInterval.MONTH, [30 * DAY, 30 * DAY, 30 * DAY]),
    ],
)
def test_the_next_look_comes_after_the_chosen_interval_whatever_was_observed(
    editor, cited, web, at, check_interval, waits
):
    choose(editor, cited, check_interval, at=at)
    found = []
    for days in (1, 20, 100):
        look(cited, web, at=at + days * DAY)
        cited.refresh_from_db()
        found.append(cited.next_check_at - at - days * DAY)
    assert found == waits


def test_choosing_moves_the_next_look_at_once_counted_from_the_last_one(editor, cited, web, at):
    look(cited, web, at=at + 100 * DAY)
    now = at + 103 * DAY
    waits = [
        choose(editor, cited, each, at=now) for each in (CheckInterval.WEEK, CheckInterval.MONTH, CheckInterval.DAY)
    ]
    assert waits == [4 * DAY, 27 * DAY, timedelta(0)]
    assert choose(editor, cited, CheckInterval.AS_OBSERVED, at=now) == 22 * DAY


def test_a_failed_look_is_made_again_before_its_turn_whatever_was_chosen(editor, cited, web, at):
    web.pages[PAGE] = factories.Web.answer(PAGE, FetchOutcome.BLOCKED, "The look failed.", status=None)
    look(cited, web, at=at + DAY)
    assert choose(editor, cited, CheckInterval.MONTH, at=at + DAY) == DAY
    assert why(cited) == "The last check failed, so it is being retried early."


def test_a_second_look_that_decides_is_not_put_off(editor, cited, web, at):
    web.pages[PAGE] = "Another page altogether, with nothing on it of what was cited for this claim."
    look(cited, web, at=at + DAY)
    assert choose(editor, cited, CheckInterval.MONTH, at=at + DAY) == 6 * HOUR
    assert why(cited) == "Cited words were not found at the last check. A second check within hours will confirm it."


def test_a_look_that_is_under_way_leaves_the_time_to_itself(editor, cited, web, at):
    services.request_rechecks(citations=[cited], at=at + DAY)
    assert choose(editor, cited, CheckInterval.MONTH, at=at + DAY) == timedelta(0)


def test_an_interval_that_was_chosen_while_the_page_was_fetched_counts(editor, cited, web, at):
    (waiting,) = services.request_rechecks(citations=[cited], at=at + DAY)

    def fetch(url: str, **validators: str | None):
        choose(editor, cited, CheckInterval.MONTH, at=at + DAY)
        return web(url, **validators)

    services.run_recheck(recheck_id=waiting.pk, fetch=fetch, at=at + DAY)
    cited.refresh_from_db()
    assert cited.next_check_at == at + 31 * DAY


def test_without_reading_it_anew_an_interval_chosen_meanwhile_is_overlooked(editor, cited, web, at, monkeypatch):
    def as_it_was(newest, *, at):
        return at + timing.interval(newest.document.check_interval, stood=at - queries.still_since(newest))

    (waiting,) = services.request_rechecks(citations=[cited], at=at + DAY)

    def fetch(url: str, **validators: str | None):
        choose(editor, cited, CheckInterval.MONTH, at=at + DAY)
        return web(url, **validators)

    monkeypatch.setattr(timing, "after_reading", as_it_was)
    services.run_recheck(recheck_id=waiting.pk, fetch=fetch, at=at + DAY)
    cited.refresh_from_db()
    assert cited.next_check_at == at + 2 * DAY


def test_an_upload_has_no_interval(editor, analyst, at):
    cited = factories.verdict(analyst=analyst, editor=editor, at=at).citations.get()
    Citation.objects.update(next_check_at=None)
    services.choose_interval(by=editor, document=document_of(cited), check_interval=CheckInterval.DAY, at=at)
    cited.refresh_from_db()
    assert (cited.next_check_at, why(cited)) == (None, "An uploaded file only changes when a new version is uploaded.")


def test_analysts_choose_nothing(analyst, cited, at):
    with pytest.raises(services.NotAllowed, match="^Only editors can set how often a source is checked.$"):
        choose(analyst, cited, CheckInterval.DAY, at=at)
    assert document_of(cited).check_interval == CheckInterval.AS_OBSERVED


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "It has been unchanged for only a few days, so it is checked every day."),
        (20, "It has been unchanged for 20 days, so it is checked after a quarter of that time: every 5 days."),
        (400, "It has been unchanged for months, so it is checked every 30 days."),
    ],
)
def test_the_reason_is_the_one_by_which_the_time_was_computed(cited, web, at, days, sentence):
    look(cited, web, at=at + days * DAY)
    assert why(cited) == sentence


def test_a_page_that_is_gone_is_asked_once_a_week(cited, web, at):
    web.pages[PAGE] = factories.Web.answer(PAGE, FetchOutcome.SOFT_404, "The look failed.", status=None)
    for days in (1, 4, 7):
        look(cited, web, at=at + days * DAY)
    assert why(cited) == ("It is no longer available. It is checked once a week in case it comes back.")


def test_many_sources_are_told_since_when_they_stand_as_each_of_them_is(cited, web, at):
    for days, page in ((100, "A short notice."), (101, factories.DATA_SHEET), (121, factories.DATA_SHEET)):
        web.pages[PAGE] = page
        look(cited, web, at=at + days * DAY)
    document = document_of(cited)
    assert queries.schedules().get().stood_since == queries.still_since(source_services.newest_snapshot(document))


def shown(desk) -> list[tuple]:
    rows = desk.get(reverse(LIST)).context["cl"].result_list
    return [(row.title, row.citations, row.last_fetch_at, row.last_outcome, row.next_recheck) for row in rows]


def test_the_page_lists_the_sources_of_standing_verdicts_with_their_last_and_next_look(desk, cited, web, analyst, at):
    factories.upload(by=analyst, at=at, title="Never cited")
    look(cited, web, at=at + 20 * DAY)
    assert shown(desk) == [
        (document_of(cited).title, 1, at + 20 * DAY, "ok", at + 25 * DAY),
    ]


def test_an_editor_chooses_on_the_page_and_the_history_names_them(desk, editor, cited, web, at, clock):
    look(cited, web, at=at + 20 * DAY)
    clock(days=21)
    address = reverse("admin:sources_schedule_change", args=[cited.snapshot.document_id])
    seen = desk.get(address).context["adminform"].form["seen_version"].value()
    answer = desk.post(address, {"check_interval": "7", "seen_version": seen})
    cited.refresh_from_db()
    assert (answer.status_code, document_of(cited).check_interval) == (302, 7)
    assert (cited.next_check_at, why(cited)) == (at + 27 * DAY, "Set by an editor: every week.")
    history = reverse("admin:sources_document_history", args=[cited.snapshot.document_id])
    assert "Check interval changed from “automatic” to “every week”." in desk.get(history).content.decode()
    assert desk.get(reverse("admin:sources_schedule_history", args=[cited.snapshot.document_id])).url == history


def test_of_two_editors_the_second_learns_what_the_first_chose(desk, cited):
    address = reverse("admin:sources_schedule_change", args=[cited.snapshot.document_id])
    seen = desk.get(address).context["adminform"].form["seen_version"].value()
    first = desk.post(address, {"check_interval": "7", "seen_version": seen})
    second = desk.post(address, {"check_interval": "30", "seen_version": seen})
    refusal = second.context["adminform"].form
    assert (first.status_code, second.status_code, document_of(cited).check_interval) == (302, 200, 7)
    assert refusal.non_field_errors() == [
        "Someone else changed this while you were editing, and your changes were not saved. The current values are: Check interval: every week. Save again to replace them with yours."
    ]
    again = desk.post(address, {"check_interval": "30", "seen_version": refusal["seen_version"].value()})
    assert (again.status_code, document_of(cited).check_interval) == (302, 30)


def test_without_what_was_seen_the_second_editor_overwrites_the_first_unread(desk, cited, monkeypatch):
    monkeypatch.setattr("core.admin.read_only.version_of", lambda row, names: "whatever")
    monkeypatch.setattr("sources.services.documents.version_of", lambda row, names: "whatever")
    address = reverse("admin:sources_schedule_change", args=[cited.snapshot.document_id])
    answers = [
        desk.post(address, {"check_interval": days, "seen_version": "whatever"}).status_code for days in ("7", "30")
    ]
    assert (answers, document_of(cited).check_interval) == ([302, 302], 30)


def test_a_service_that_is_told_what_was_seen_refuses_too(editor, cited, at):
    document = document_of(cited)
    seen = version_of(document, ["check_interval"])
    choose(editor, cited, CheckInterval.WEEK, at=at)
    with pytest.raises(ChangedMeanwhile, match="to “every week”. Your change was not saved.$"):
        services.choose_interval(
            by=editor, document=document, check_interval=CheckInterval.DAY, at=at, seen_version=seen
        )


def test_grading_a_source_and_choosing_its_interval_put_nothing_of_each_other_out_of_sight(desk, cited):
    pk = cited.snapshot.document_id
    addresses = [reverse(f"admin:sources_{page}_change", args=[pk]) for page in ("document", "schedule")]
    seen = [desk.get(address).context["adminform"].form["seen_version"].value() for address in addresses]
    said = {"title": "Renamed", "publisher": "", "grade": "B2", "in_library": "on"}
    answers = [
        desk.post(addresses[0], {**said, "seen_version": seen[0]}),
        desk.post(addresses[1], {"check_interval": "1", "seen_version": seen[1]}),
    ]
    document = document_of(cited)
    assert ([answer.status_code for answer in answers], document.title, document.grade, document.check_interval) == (
        [302, 302],
        "Renamed",
        "B2",
        1,
    )


def test_look_again_now_queues_every_citation_of_the_ticked_sources(desk, editor, cited):
    form = {"action": "recheck_now", "_selected_action": [cited.snapshot.document_id]}
    answer = desk.post(reverse(LIST), form, follow=True)
    assert Recheck.objects.values_list("citation", "requested_by").get() == (cited.pk, editor.pk)
    assert "1 re-check queued. It will start within seconds" in answer.content.decode()


def test_an_upload_is_shown_without_a_choice(desk, analyst, editor, at):
    cited = factories.verdict(analyst=analyst, editor=editor, at=at).citations.get()
    address = reverse("admin:sources_schedule_change", args=[cited.snapshot.document_id])
    answers = [desk.get(address), desk.post(address, {"check_interval": "1"})]
    assert [answer.status_code for answer in answers] == [200, 403]
    assert document_of(cited).check_interval == CheckInterval.AS_OBSERVED


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_asks_the_same_number_of_queries_however_long(
    desk, analyst, editor, at, how_many, django_assert_num_queries
):
    claim = factories.claim(by=analyst, at=at)
    cited = [
        factories.citation(by=analyst, claim=claim, at=at, snapshot=factories.upload(by=analyst, at=at, title=f"{n}"))
        for n in range(how_many)
    ]
    factories.judge(claim, by=analyst, at=at, cited=cited)
    services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    assert Schedule.objects.count() > how_many
    desk.get(reverse(LIST))
    with django_assert_num_queries(5):
        page = desk.get(reverse(LIST))
    assert len(page.context["cl"].result_list) == how_many


def test_an_editor_without_the_role_stays_outside(client, db):
    client.force_login(factories.person("somebody", Role.ANALYST))
    assert client.get(reverse(LIST)).status_code == 302
