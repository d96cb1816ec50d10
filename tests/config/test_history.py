"""The history of each row that an editor can open: who did what, from everything that was written down about it."""

import inspect
import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import translation
from django.utils.html import strip_tags
from knox.models import AuthToken

from claims import services as claim_services
from claims.models import Article
from config import history
from core.audit.log import record
from reviews import services as review_services
from reviews.workflow import Status
from sources import services as source_services
from sources.fetching import PushResult
from tests import factories
from tests.config.deeds_of_people import URL, Desk
from tests.plans import can_be_read_along

pytestmark = pytest.mark.django_db

#: Taken by services from whoever calls them, about nothing but themselves: how they look at the desk, what they are told.
OWN_BUSINESS = {"keep_view", "forget_views", "choose_notices", "mark_notices_read"}
#: What writes traces down.
TRACERS = {"record", "record_each"}


def told(row: models.Model) -> list[tuple[str, str]]:
    """Who did what, newest first, as it is read."""
    return [(event.by, unescape(strip_tags(event.did))) for event in history.events_of(row)]


def called_by_people() -> dict[str, Callable]:
    """Every service, of whatever app, that takes the person who calls it."""
    return {
        name: function
        for module in (source_services, claim_services, review_services)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if "by" in inspect.signature(function).parameters
    }


@pytest.mark.parametrize("name", sorted(set(called_by_people()) - OWN_BUSINESS - TRACERS))
def test_what_a_person_does_through_a_service_is_in_the_history(name, analyst, editor, at):
    row = getattr(Desk(analyst, editor, at), name)()
    assert "ada" in [by for by, _ in told(row)]


def test_a_service_that_no_longer_writes_down_who_called_it_is_found(analyst, editor, at, monkeypatch):
    monkeypatch.setattr("sources.services.documents.record", lambda **_said: None)
    row = Desk(analyst, editor, at).grade_document()
    assert "ada" not in [by for by, _ in told(row)]


def test_what_a_machine_does_is_no_deed_of_anybody(editor, at):
    article = factories.article(by=editor, at=at)
    Article.objects.update(splitter_version="older rules")
    claim_services.request_resplit(Article.objects.all())
    assert {by for by, _ in told(article)} == {"edith", "Plumbline"}


def test_a_grade_that_changed_says_from_what_to_what(analyst, editor, at):
    document = factories.upload(by=analyst, at=at, grade="B2", publisher="Somebody").document
    said = {"publisher": "Somebody", "title": document.title, "in_library": False}
    source_services.grade_document(by=editor, document=document, grade="A1", **said)
    source_services.grade_document(by=editor, document=document, grade="A1", **said)
    assert told(document)[0] == (
        "edith",
        "Grade changed from “B2” to “A1”. In the library changed from yes to no.",
    )
    assert len([by for by, _ in told(document) if by == "edith"]) == 1


def test_the_wording_of_a_claim_that_gave_way_stays_readable(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    old = claim.text
    review_services.edit_claim(by=analyst, claim=claim, text="The engine has a thrust of 4150 N.", at=at)
    assert ("ada", f"Reworded from “{old}” to “The engine has a thrust of 4150 N.”.") in told(claim)


def test_a_rewording_that_is_refused_leaves_no_trace(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    before = told(claim)
    with pytest.raises(claim_services.WordingRefused):
        review_services.edit_claim(by=analyst, claim=claim, text="The engine has 9999 N.", at=at)
    assert told(claim) == before


def test_a_judgement_writes_no_line_beside_its_own_row(analyst, editor, at):
    review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    assert LogEntry.objects.count() == 0
    assert ("ada", "Judged wrong in review 1: “The sheet gives meganewtons.”") in told(review)


def test_the_history_of_a_round_tells_its_moves_judgements_and_verdict(analyst, editor, at):
    review = factories.review_at(Status.IN_REVIEW, analyst=analyst, editor=editor, at=at)
    assert sorted(told(review)) == [
        ("Plumbline", "Review 1 was opened."),
        ("Plumbline", "ada's judgement in review 1 was sent back."),
        ("ada", "Judged wrong in review 1: “First try.”"),
        ("ada", "Review 1 moved from “In progress” to “Waiting for sign-off”."),
        ("ada", "Review 1 moved from “Unjudged” to “In progress”."),
        (
            "edith",
            "Review 1 moved from “Waiting for sign-off” to “In progress”. “Cite the figure in vacuum.”",
        ),
    ]


def test_nobody_reads_a_blind_judgement_in_a_history(analyst, editor, at):
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    factories.judge(claim, by=analyst, at=at, cited=[cited])
    review_services.comment(by=analyst, claim=claim, text="It is off by a thousand.", at=at)
    hidden = [did for row in (claim, cited) for _, did in told(row) if "wrong" in did or "thousand" in did]
    factories.judge(claim, by=editor, at=at, cited=[cited])
    shown = [did for row in (claim, cited) for _, did in told(row) if "Judged" in did or "thousand" in did]
    assert (hidden, len(shown)) == ([], 5)


def test_the_deeds_done_to_a_row_are_found_along_their_index(analyst, at):
    document = factories.upload(by=analyst, at=at).document
    with CaptureQueriesContext(connection) as asked:
        list(history.log_entries(document).rows.values_list("pk"))
    assert can_be_read_along("sources_deeds_of_row", asked.captured_queries[-1]["sql"])


@pytest.mark.parametrize("changes", [1, 130])
def test_a_page_of_a_history_is_one_query_however_long_it_is(analyst, at, changes, django_assert_num_queries):
    document = factories.upload(by=analyst, at=at).document
    for number in range(changes):
        record(by=analyst, what=document, did=f"Change {number}.", at=at + factories.timedelta(minutes=number))
    told(document)
    with django_assert_num_queries(1):
        history.events_of(document)


def test_older_deeds_are_on_the_next_pages_each_once(client, analyst, editor, at):
    document = factories.upload(by=analyst, at=at).document
    for number in range(130):
        record(by=analyst, what=document, did=f"Change {number}.", at=at + factories.timedelta(minutes=number))
    client.force_login(editor)
    address = reverse("admin:sources_document_history", args=[document.pk])
    pages = [client.get(address, {"page": page}).context for page in (1, 2, 3)]
    shown = [event.did for page in pages for event in page["events"] if event.did.startswith("Change")]
    assert shown == [f"Change {number}." for number in reversed(range(130))]
    assert [(page["newer"], page["older"]) for page in pages] == [(0, 2), (1, 3), (2, 0)]


def test_every_kind_of_row_that_editors_open_has_a_history():
    get_resolver().url_patterns  # noqa: B018 - registers everything, as the first request does
    assert set(admin.site._registry) - set(history.EVENT_SOURCES) == set()


def test_every_history_opens(client, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    (recheck,) = review_services.request_rechecks(citations=verdict.citations.all(), at=at)
    review_services.run_recheck(recheck_id=recheck.pk, fetch=factories.Web(), at=at)
    page = source_services.add_address(by=analyst, url=URL, at=at)
    source_services.refetch(document=page, fetch=factories.Web(), at=at)
    claim_services.record_finding(claim=verdict.claim, kind="lint", explanation="Odd.", key="one", at=at)
    AuthToken.objects.create(user=analyst)
    desk = Desk(analyst, editor, at)
    desk.import_fact_checks()
    webhook = desk.create_webhook()
    accepts = PushResult(200, None, 3)
    review_services.replay_webhook(by=analyst, webhook=webhook, after=0, at=at)
    review_services.send_webhook(webhook_id=webhook.pk, push=lambda *_: accepts, clock=lambda: at)
    superuser = User.objects.create_superuser("sue", password="correct horse")
    client.force_login(superuser)
    answers = {}
    for model in history.EVENT_SOURCES:
        row = model._default_manager.first()
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
        answers[model.__name__] = (client.get(reverse(name, args=[row.pk]), follow=True).status_code, bool(told(row)))
    assert answers == dict.fromkeys(answers, (200, True))


def test_what_people_do_to_their_own_account_is_in_their_history(client, analyst, django_capture_on_commit_callbacks):
    client.post(reverse("sign_in"), {"username": "ada", "password": "correct horse"})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    for address, form in (("mfa_activate_totp", {"code": code}), ("mfa_generate_recovery_codes", {})):
        with django_capture_on_commit_callbacks(execute=True):  # the library tells of it when it is stored
            client.post(reverse(address), form)
    client.post(reverse("mfa_deactivate_totp"))
    client.post(reverse("create_key"))
    client.post(reverse("revoke_key", args=[AuthToken.objects.get().token_key]))
    phrase = "another long phrase"
    client.post(reverse("change_password"), {"new_password1": phrase, "new_password2": phrase})
    did = [did for by, did in told(analyst) if by == "ada"]
    assert [sentence.split(" plb_")[0] for sentence in reversed(did)] == [
        "Turned on two-factor authentication.",
        "Generated new recovery codes.",
        "Turned off two-factor authentication.",
        "Created an API key.",
        "Revoked the API key",
        "Changed their password.",
    ]


def test_a_deed_is_told_in_the_language_of_whoever_reads_it(analyst, at):
    document = factories.upload(by=analyst, at=at, grade="B2").document
    said = {"publisher": "", "title": document.title, "in_library": False}
    with translation.override("zh-hans"):
        source_services.grade_document(by=analyst, document=document, grade="A1", **said)
    in_english = told(document)[0]
    with translation.override("zh-hans"):
        in_chinese = told(document)[0]
    assert in_english == ("ada", "Grade changed from “B2” to “A1”. In the library changed from yes to no.")
    assert (in_chinese[1].startswith("等级"), re.findall("[A-Za-z]+", in_chinese[1])) == (True, ["B", "A"])


def test_a_day_in_a_deed_is_written_as_its_reader_writes_days(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    due = review_services.AssignmentChange(due_on=date(2026, 12, 24))
    review_services.assign(by=analyst, claim=claim, change=due, at=at + timedelta(minutes=1))
    with translation.override("zh-hans"):
        in_chinese = told(claim)[0][1]
    assert told(claim)[0][1] == (
        "Assignment changed from “unassigned, no due date, normal” to “unassigned, due 24 Dec 2026, normal”."
    )
    assert "2026年12月24日" in in_chinese


@pytest.mark.parametrize("message", ["Change 1: 100 % done.", '{"says": "No list."}'])
def test_a_deed_that_was_written_down_as_a_text_is_shown_as_it_is(analyst, at, message):
    document = factories.upload(by=analyst, at=at).document
    kind = ContentType.objects.get_for_model(document)
    LogEntry.objects.create(
        user=analyst, content_type=kind, object_id=document.pk, action_flag=2, change_message=message, action_time=at
    )
    assert ("ada", message) in told(document)


def test_what_people_write_stays_text_in_a_history(client, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at)
    review_services.comment(by=analyst, claim=claim, text="<b>100 %(x)s</b>", at=at)
    client.force_login(editor)
    page = client.get(reverse("admin:claims_claim_history", args=[claim.pk])).content.decode()
    assert "Commented: “&lt;b&gt;100 %(x)s&lt;/b&gt;”" in page
