"""The sign-off queue, re-checks and the record in the editors' admin."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from claims import services as claim_services
from claims.models import Finding
from core.accounts.policies import Role
from reviews import services
from reviews.models import LedgerEntry, Recheck, Review, Verdict
from reviews.workflow import Status
from tests import factories

QUEUE = "admin:reviews_review_changelist"
LISTS = {
    "admin:reviews_review_changelist": 7,
    "admin:reviews_verdict_changelist": 6,
    "admin:reviews_ledgerentry_changelist": 5,
    "admin:reviews_recheck_changelist": 5,
    "admin:claims_citation_changelist": 5,
    "admin:claims_article_changelist": 5,
    "admin:claims_claim_changelist": 5,
    "admin:claims_finding_changelist": 5,
    "admin:sources_document_changelist": 5,
    "admin:sources_snapshot_changelist": 5,
    "admin:sources_fetchattempt_changelist": 5,
}


@pytest.fixture
def desk_editor(client, editor):
    """The browser of an editor who judged nothing."""
    client.force_login(editor)
    return client


def judged(how_many: int, *, analyst, editor, at) -> list[Review]:
    """Rounds that wait for sign-off, each on a claim of an article of its own."""
    return [
        factories.review_at(
            Status.IN_APPROVAL,
            analyst=analyst,
            editor=editor,
            at=at,
            claim=factories.claim(by=analyst, at=at, containing="4150 N", text=article_text(number)),
        )
        for number in range(how_many)
    ]


def article_text(number: int) -> str:
    return f"The RD-180 rocket engine has a maximum vacuum thrust of 4150 N. The plant built {number + 20} engines in 1999."


def ticked(*reviews: Review, action: str, **more: str) -> dict:
    """What the queue posts for these rounds, as they stand now."""
    seen = {f"seen_version_{review.pk}": Review.objects.get(pk=review.pk).version for review in reviews}
    return {"action": action, "_selected_action": [review.pk for review in reviews], **seen, **more}


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def statuses(*reviews: Review) -> list[str]:
    return [Review.objects.get(pk=review.pk).status for review in reviews]


def test_the_queue_shows_what_waits_for_sign_off_and_nothing_else(desk_editor, analyst, editor, at):
    (waiting,) = judged(1, analyst=analyst, editor=editor, at=at)
    factories.review_at(
        Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=factories.claim(by=analyst, at=at)
    )
    shown = desk_editor.get(reverse(QUEUE)).context["cl"].result_list
    assert [review.pk for review in shown] == [waiting.pk]


def test_every_state_can_be_asked_for(desk_editor, analyst, editor, at):
    (waiting,) = judged(1, analyst=analyst, editor=editor, at=at)
    published = factories.review_at(
        Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=factories.claim(by=analyst, at=at)
    )
    shown = {
        state: [review.pk for review in desk_editor.get(reverse(QUEUE), {"status": state}).context["cl"].result_list]
        for state in ("all", "open", Status.PUBLISHED)
    }
    assert shown == {"all": [waiting.pk, published.pk], "open": [waiting.pk], Status.PUBLISHED: [published.pk]}


def test_a_row_shows_the_evidence_and_what_is_open_around_it(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    claim_services.record_finding(
        claim=review.claim, kind="number_changed", explanation="A digit moved.", key="x", at=at
    )
    page = desk_editor.get(reverse(QUEUE)).content.decode()
    wanted = [
        review.claim.text,
        factories.THRUST_QUOTE,
        "The sheet gives meganewtons.",
        "ada",
        "1 finding on this claim",
    ]
    assert [words for words in wanted if words not in page] == []


def test_signing_off_publishes_every_ticked_claim(desk_editor, analyst, editor, at):
    reviews = judged(2, analyst=analyst, editor=editor, at=at)
    response = desk_editor.post(reverse(QUEUE), ticked(*reviews, action="sign_off"))
    assert (statuses(*reviews), said(response)) == ([Status.PUBLISHED] * 2, ["2 signed off."])
    assert list(Verdict.objects.values_list("signed_off_by", flat=True)) == [editor.pk] * 2


def test_what_has_moved_on_is_named_and_the_rest_is_signed_off(desk_editor, analyst, editor, at):
    first, second = judged(2, analyst=analyst, editor=editor, at=at)
    form = ticked(first, second, action="sign_off")
    services.return_review(by=editor, review=second, note="Look again.", at=at)
    response = desk_editor.post(reverse(QUEUE), form)
    assert statuses(first, second) == [Status.PUBLISHED, Status.IN_REVIEW]
    assert said(response) == [
        "1 signed off.",
        "1 not signed off: This review is “In progress” and cannot become “Published”.",
    ]


def test_a_rating_that_came_after_the_page_was_drawn_is_not_signed_off(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    form = ticked(review, action="sign_off")
    services.return_review(by=editor, review=review, note="Look again.", at=at)
    factories.judge(review.claim, by=analyst, at=at, cited=list(review.claim.citations.all()), rating="verified")
    desk_editor.post(reverse(QUEUE), form)
    assert statuses(review) == [Status.IN_APPROVAL]


def test_without_the_seen_mark_the_later_rating_would_be_signed_off(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    services.return_review(by=editor, review=review, note="Look again.", at=at)
    factories.judge(review.claim, by=analyst, at=at, cited=list(review.claim.citations.all()), rating="verified")
    desk_editor.post(reverse(QUEUE), ticked(review, action="sign_off"))
    assert statuses(review) == [Status.PUBLISHED]


def test_an_editor_does_not_sign_off_a_claim_that_they_judged(client, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at)
    review = factories.review_at(Status.IN_APPROVAL, analyst=editor, editor=editor, at=at, claim=claim)
    client.force_login(editor)
    response = client.post(reverse(QUEUE), ticked(review, action="sign_off"))
    assert said(response) == ["1 not signed off: You judged this claim yourself. Ask another editor to sign it off."]
    assert statuses(review) == [Status.IN_APPROVAL]


def test_sending_back_asks_for_a_comment_first_and_then_returns_the_claim(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    form = ticked(review, action="send_back")
    asked = desk_editor.post(reverse(QUEUE), form)
    assert (asked.status_code, statuses(review)) == (200, [Status.IN_APPROVAL])
    assert asked.context["seen_versions"] == {f"seen_version_{review.pk}": str(form[f"seen_version_{review.pk}"])}
    response = desk_editor.post(reverse(QUEUE), {**form, "note": "Cite the figure at sea level."})
    review.refresh_from_db()
    assert (review.status, review.note, said(response)) == (
        Status.IN_REVIEW,
        "",
        ["1 sent back."],
    )
    assert review.events.order_by("-pk").first().note == "Cite the figure at sea level."


def test_sending_back_without_a_comment_is_refused_in_words(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    response = desk_editor.post(reverse(QUEUE), ticked(review, action="send_back", note="  "))
    assert said(response) == [
        "1 not sent back: Write what the analyst should change. Your comment is shown with the claim."
    ]
    assert statuses(review) == [Status.IN_APPROVAL]


def test_the_page_of_a_round_offers_what_the_editor_may_do(desk_editor, analyst, editor, at):
    (review,) = judged(1, analyst=analyst, editor=editor, at=at)
    page = desk_editor.get(reverse("admin:reviews_review_change", args=[review.pk]))
    offered = {name: page.context[name] for name in ("may_sign_off", "may_send_back", "needs_decision")}
    assert offered == {"may_sign_off": True, "may_send_back": True, "needs_decision": False}
    assert [f'value="{action}"' in page.content.decode() for action in ("sign_off", "send_back")] == [True, True]


def test_the_page_of_a_disagreement_leads_to_the_decision(desk_editor, analyst, editor, at):
    review = factories.review_at(Status.ADJUDICATION, analyst=analyst, editor=editor, at=at)
    page = desk_editor.get(reverse("admin:reviews_review_change", args=[review.pk]))
    assert page.context["needs_decision"] is True
    assert reverse("claim", args=[review.claim_id]) in page.content.decode()


def test_a_round_that_does_not_exist_leads_back_to_the_first_page(desk_editor):
    response = desk_editor.get(reverse("admin:reviews_review_change", args=[999_999]))
    assert (response.status_code, response.url) == (302, reverse("admin:index"))


def test_findings_are_accepted_and_dismissed_once(desk_editor, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    noted = [
        claim_services.record_finding(claim=claim, kind="gone", explanation="Gone.", key=str(n), at=at).finding
        for n in range(2)
    ]
    url = reverse("admin:claims_finding_changelist")
    both = [finding.pk for finding in noted]
    accepted = said(desk_editor.post(url, {"action": "accept", "_selected_action": both[:1]}))
    desk_editor.get(url)
    dismissed = said(desk_editor.post(url, {"action": "dismiss", "_selected_action": both}))
    assert (accepted, dismissed) == (
        ["1 accepted."],
        ["1 dismissed.", "1 not dismissed: This finding has already been decided."],
    )
    assert list(Finding.objects.filter(pk__in=both).order_by("pk").values_list("state", flat=True)) == [
        Finding.State.ACCEPTED,
        Finding.State.DISMISSED,
    ]


def test_dead_rechecks_run_again_and_the_others_are_left_alone(desk_editor, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    (dead,) = services.request_rechecks(citations=verdict.citations.all(), at=at)
    die(dead)
    (waiting,) = services.request_rechecks(citations=verdict.citations.all(), at=factories.timedelta(hours=1) + at)
    response = desk_editor.post(
        reverse("admin:reviews_recheck_changelist"),
        {"action": "run_again", "_selected_action": [dead.pk, waiting.pk]},
    )
    assert said(response) == [
        "1 re-check will run again within seconds.",
        "1 had not failed and was left unchanged.",
    ]
    dead.refresh_from_db()
    assert (dead.state, dead.attempt) == (Recheck.State.PENDING, 0)


def die(recheck: Recheck) -> None:
    """Fail as often as it takes until the row is given up."""
    for _ in range(5):
        Recheck.objects.filter(pk=recheck.pk).update(run_after=recheck.slot)
        token = Recheck.objects.lease(recheck.pk)
        Recheck.objects.retry_later(recheck.pk, token, error="The site does not answer.")


@pytest.mark.parametrize("route", ["reviews_verdict", "claims_citation", "reviews_recheck"])
def test_a_look_can_be_asked_for_from_every_list_that_names_a_citation(desk_editor, analyst, editor, at, route):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    (recheck,) = services.request_rechecks(citations=verdict.citations.all(), at=at)
    row = {"reviews_verdict": verdict.pk, "claims_citation": recheck.citation_id, "reviews_recheck": recheck.pk}[route]
    response = desk_editor.post(
        reverse(f"admin:{route}_changelist"), {"action": "recheck_now", "_selected_action": [row]}
    )
    assert said(response) == [
        "1 re-check queued. It will start within seconds; the result will be on the Re-checks page."
    ]
    newest = Recheck.objects.order_by("-pk").first()
    assert (newest.citation_id, newest.requested_by) == (recheck.citation_id, editor)


def test_the_ledger_shows_what_was_written_down_and_its_hash(desk_editor, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    entry = LedgerEntry.objects.get(verdict=verdict)
    page = desk_editor.get(reverse("admin:reviews_ledgerentry_change", args=[entry.pk])).content.decode()
    wanted = [entry.hash, entry.previous_hash, factories.THRUST_QUOTE, "The sheet gives meganewtons."]
    assert [words for words in wanted if words not in page] == []


@pytest.mark.parametrize("route", [*LISTS])
@pytest.mark.parametrize("how_many", [1, 3])
def test_a_list_asks_the_same_number_of_queries_however_long(
    desk_editor, analyst, editor, at, route, how_many, django_assert_num_queries
):
    fill(how_many, analyst=analyst, editor=editor, at=at)
    desk_editor.get(reverse(route))
    with django_assert_num_queries(LISTS[route]):
        page = desk_editor.get(reverse(route), {"status": "all"} if route == QUEUE else {})
    assert len(page.context["cl"].result_list) >= how_many


def fill(how_many: int, *, analyst, editor, at) -> None:
    """Some of everything that a list shows, each row with rows of its own."""
    web = factories.Web()
    for review in judged(how_many, analyst=analyst, editor=editor, at=at):
        services.sign_off(by=editor, review=review, at=at)
        claim_services.record_finding(claim=review.claim, kind="gone", explanation="Gone.", key="x", at=at)
        services.request_rechecks(citations=review.claim.citations.all(), at=at)
        factories.source_services.refetch(
            document=factories.source_services.add_address(by=analyst, url=f"https://example.org/{review.pk}", at=at),
            fetch=web,
            at=at,
        )


@pytest.mark.parametrize("route", [*LISTS])
def test_every_list_can_be_searched(desk_editor, analyst, editor, at, route):
    fill(1, analyst=analyst, editor=editor, at=at)
    found = {
        words: len(
            desk_editor.get(reverse(route), {"q": words, "status": "all"} if route == QUEUE else {"q": words})
            .context["cl"]
            .result_list
        )
        for words in ("xylophone", '"unclosed')
    }
    assert found == {"xylophone": 0, '"unclosed': 0}


@pytest.mark.parametrize("route", [*LISTS])
def test_every_row_has_a_page_that_cannot_be_posted_to(desk_editor, analyst, editor, at, route):
    fill(1, analyst=analyst, editor=editor, at=at)
    row = desk_editor.get(reverse(route), {"status": "all"} if route == QUEUE else {}).context["cl"].result_list[0]
    url = reverse(route.replace("changelist", "change"), args=[row.pk])
    refused = 200 if route == "admin:sources_document_changelist" else 403  # sources may be graded
    assert (desk_editor.get(url).status_code, desk_editor.post(url, {}).status_code) == (200, refused)


@pytest.mark.parametrize("route", [*LISTS])
def test_nobody_but_editors_sees_a_list(client, route, db):
    for role in (Role.ANALYST, Role.CONSUMER, None):
        client.force_login(factories.person(f"somebody {role}", role))
        response = client.get(reverse(route))
        assert (response.status_code, response.url.split("?")[0]) == (302, reverse("admin:login"))


def test_a_round_that_is_judged_blind_shows_an_editor_nothing_of_it(client, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
    review = Review.objects.get(claim=claim)
    client.force_login(editor)
    for address in ("/admin/reviews/review/?status=open", f"/admin/reviews/review/{review.pk}/change/"):
        page = client.get(address).content.decode()
        assert ("The sheet gives meganewtons." in page, factories.THRUST_QUOTE in page) == (False, False)
