"""A program registers where it is told of verdicts, by itself, and sees what became of each message."""

import pytest
from rest_framework.test import APIClient

from core.accounts import api_keys
from core.accounts.api_keys import Scope
from core.api.models import KeptAnswer
from reviews import services
from reviews.models import Webhook
from reviews.services import sending
from sources.fetching import OutcomeReason, PushResult
from tests import factories
from tests.clients import faulty, program_of

pytestmark = pytest.mark.django_db

HOOK = "https://cms.example.org/hooks"


def register(program, **details: object) -> dict:
    answer = program.post("/api/v1/webhooks/", {"url": HOOK, **details}, format="json")
    assert answer.status_code == 201, answer.json()
    return answer.json()


def test_a_consumer_keeps_its_webhooks_and_nobody_elses(consumer, analyst, published, at):
    published(2)
    program = program_of(consumer)
    made = register(program, kinds=["reversed", "endangered"], only_fetched=True, after=1)
    secret = made.pop("secret")
    assert secret.startswith("whsec_")
    assert made == {
        "id": made["id"],
        "url": HOOK,
        "kinds": ["endangered", "reversed"],
        "only_fetched": True,
        "active": True,
        "disabled_at": None,
        "disabled_reason": "",
        "failing_since": None,
        "error": "",
        "accepted_at": None,
        "queued_through": 1,
        "waiting": 0,
        "given_up": 0,
        "created_at": made["created_at"],
    }
    path = f"/api/v1/webhooks/{made['id']}/"
    assert program.get("/api/v1/webhooks/").json()["results"] == [made]
    assert program.get(path).json() == made
    other = program_of(analyst)
    assert other.get("/api/v1/webhooks/").json()["results"] == []
    for method, address, given in (
        ("get", path, None),
        ("delete", path, None),
        ("patch", path, {"active": False}),
        ("post", f"{path}replay/", {"after": 0}),
        ("post", f"{path}secret/", {}),
        ("get", f"{path}log/", None),
    ):
        sent = {} if method == "get" else {"data": given, "format": "json"}
        assert getattr(other, method)(address, **sent).status_code == 404

    off = program.patch(path, {"active": False}, format="json").json()
    assert (off["active"], off["disabled_reason"], off["kinds"]) == (
        False,
        "It was switched off by a person.",
        made["kinds"],
    )
    on = program.patch(path, {"active": True, "kinds": []}, format="json").json()
    assert (on["active"], on["disabled_reason"], on["kinds"], on["only_fetched"]) == (True, "", [], True)
    newer = program.post(f"{path}secret/", {}, format="json").json()["secret"]
    assert (newer != secret, newer.startswith("whsec_")) == (True, True)
    assert program.delete(path).status_code == 204
    assert (program.get(path).status_code, Webhook.objects.count()) == (404, 0)


def test_the_log_says_what_came_of_each_request_and_a_replay_sends_again(consumer, published, at):
    published(2)
    program = program_of(consumer)
    path = f"/api/v1/webhooks/{register(program, after=0)['id']}/"
    results = iter([PushResult(None, OutcomeReason.TIMEOUT, 9), PushResult(200, None, 3), PushResult(500, None, 1)])
    number = int(path.split("/")[-2])

    def send(minutes: int) -> None:
        then = at + sending.FIRST_PAUSE * 2 * minutes
        services.send_webhook(webhook_id=number, push=lambda *_: next(results), clock=lambda: then)

    Webhook.objects.update(run_after=at)
    send(0)
    send(1)
    log = program.get(f"{path}log/").json()["results"]
    assert [(row["change"] > 0, row["kind"], row["status"], row["error"], row["millis"]) for row in log] == [
        (True, "new", 500, "It answered with status 500.", 1),
        (True, "new", 200, "", 3),
        (True, "new", None, OutcomeReason.TIMEOUT.sentence, 9),
    ]
    now = program.get(path).json()
    assert (now["waiting"], now["error"], now["accepted_at"] is not None) == (1, "It answered with status 500.", True)
    replayed = program.post(f"{path}replay/", {"after": 0}, format="json")
    assert (replayed.status_code, replayed.json(), program.get(path).json()["waiting"]) == (202, {"messages": 2}, 2)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "url"),
        ({"url": "http://cms.example.org/"}, ""),
        ({"url": "https://127.0.0.1/"}, ""),
        ({"url": "https://localhost/"}, ""),
        ({"url": "javascript:alert(1)"}, ""),
        ({"url": 7}, "url"),
        ({"url": HOOK, "kind": "reversed"}, "kind"),
        ({"url": HOOK, "kinds": ["reversd"]}, "kinds/0"),
        ({"url": HOOK, "kinds": "reversed"}, "kinds"),
        ({"url": HOOK, "after": -1}, "after"),
        ({"url": HOOK, "only_fetched": "perhaps"}, "only_fetched"),
    ],
)
def test_what_cannot_be_a_webhook_is_refused_and_nothing_is_stored(consumer, given, field):
    answer = program_of(consumer).post("/api/v1/webhooks/", given, format="json")
    assert (answer.status_code, faulty(answer), Webhook.objects.count()) == (400, [field] if field else [], 0)
    assert answer.json()["detail"]


def test_an_eleventh_webhook_is_refused_with_what_to_do(consumer):
    program = program_of(consumer)
    for _ in range(10):
        register(program)
    answer = program.post("/api/v1/webhooks/", {"url": HOOK}, format="json")
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (
        409,
        "too_many_webhooks",
        "This account has 10 webhooks already. Delete one of them first.",
    )


def test_a_key_that_only_reads_asks_how_verdicts_stand_and_registers_nothing(consumer, published):
    verdict, (_, key) = published(1)[0], api_keys.create_key(consumer, purpose="feed", scopes=[Scope.READ])
    program = APIClient(HTTP_AUTHORIZATION=f"Token {key}")
    asked = program.post("/api/v1/verdicts/status", {"verdicts": [verdict.pk]}, format="json")
    assert (asked.status_code, asked.json()["results"][0]["status"]) == (200, "stands")
    refused = program.post("/api/v1/webhooks/", {"url": HOOK}, format="json")
    assert (refused.status_code, Webhook.objects.count()) == (403, 0)
    assert "it lacks the scope “write”" in refused.json()["detail"]
    assert program.get("/api/v1/webhooks/").status_code == 200


def test_an_editor_sees_who_fetched_a_verdict_before_reversing_it(consumer, endangered, analyst, editor, at, client):
    program = program_of(consumer)
    program.get(f"/api/v1/verdicts/{endangered.pk}/")
    register(program)
    factories.judge(endangered.claim, by=analyst, at=at, cited=list(endangered.citations.all()), rating="verified")
    review = endangered.claim_id and factories.Review.objects.get(claim=endangered.claim, status="IN_APPROVAL")
    client.force_login(editor)
    for path in (f"/claims/{endangered.claim_id}/", f"/admin/reviews/review/{review.pk}/change/"):
        page = client.get(path).content.decode()
        assert "This reverses the verdict “wrong” of" in page
        assert "carl fetched it, last on" in page
        assert "and is told by a webhook." in page
    client.force_login(analyst)
    assert "This reverses the verdict" not in client.get(f"/claims/{endangered.claim_id}/").content.decode()
    services.return_review(by=editor, review=review, note="Look again.", at=at)
    factories.judge(endangered.claim, by=analyst, at=at, cited=list(endangered.citations.all()), rating="wrong")
    client.force_login(editor)
    assert "This reverses the verdict" not in client.get(f"/claims/{endangered.claim_id}/").content.decode()


def test_a_registration_that_is_sent_again_is_made_once_and_its_secret_is_kept_nowhere(consumer):
    program, key = program_of(consumer), {"HTTP_IDEMPOTENCY_KEY": "hook-1"}
    first = program.post("/api/v1/webhooks/", {"url": HOOK}, format="json", **key)
    again = program.post("/api/v1/webhooks/", {"url": HOOK}, format="json", **key)
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert (again.headers["Idempotency-Replayed"], Webhook.objects.count()) == ("true", 1)
    path = f"/api/v1/webhooks/{first.json()['id']}/"
    changed, once_more = (program.post(f"{path}secret/", HTTP_IDEMPOTENCY_KEY="hook-2") for _ in range(2))
    assert changed.json() == once_more.json() != {"secret": first.json()["secret"]}
    secrets = [answer.json()["secret"].removeprefix("whsec_") for answer in (first, changed)]
    kept = " ".join(KeptAnswer.objects.values_list("body", flat=True))
    assert (KeptAnswer.objects.count(), [secret for secret in secrets if secret in kept]) == (2, [])
    program.delete(path)
    assert program.post("/api/v1/webhooks/", {"url": HOOK}, format="json", **key).status_code == 404


def test_a_webhook_is_changed_over_the_state_that_was_read(consumer, at):
    program = program_of(consumer)
    path = f"/api/v1/webhooks/{register(program)['id']}/"
    tag = program.get(path).headers["ETag"]
    changed = program.patch(path, {"kinds": ["reversed"]}, format="json", HTTP_IF_MATCH=tag)
    assert (changed.status_code, changed.json()["kinds"]) == (200, ["reversed"])
    stale = program.patch(path, {"kinds": [], "active": False}, format="json", HTTP_IF_MATCH=tag)
    assert (stale.status_code, program.get(path).json()) == (412, changed.json())
    tag = changed.headers["ETag"]
    # What became of its messages meanwhile is another representation, and no reason to refuse a change.
    Webhook.objects.update(failing_since=at, last_error="The site is not responding.", queued_through=9)
    read_again = program.get(path, HTTP_IF_NONE_MATCH=tag)
    assert (read_again.status_code, read_again.json()["error"]) == (200, "The site is not responding.")
    assert program.patch(path, {"active": False}, format="json", HTTP_IF_MATCH=tag).json()["active"] is False
    assert program.patch(path, {"active": True}, format="json").json()["active"] is True
