"""The description of the API against the API: every operation is reached, and what it answers is what is described.

A story takes each operation once as it is meant, and schemathesis holds the answers against the description.
"""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.wsgi import get_wsgi_application
from django.utils import timezone
from schemathesis.core.transport import Response

from claims.models import Mark
from sources.fetching import PushResult
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def description(consumer):
    described = program_of(consumer).get("/api/v1/schema/").json()
    loaded = schemathesis.openapi.from_dict(described)
    loaded.app = get_wsgi_application()
    return loaded


@pytest.fixture
def verdict(analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    factories.review_services.request_rechecks(citations=verdict.citations.all(), at=at)
    factories.claim_services.record_finding(claim=verdict.claim, kind="lint", explanation="Odd.", key="one", at=at)
    return verdict


def operations(description) -> Iterator:
    for found in description.get_all_operations():
        yield found.ok()


def _as_received(answer) -> Response:
    headers = {name.lower(): [value] for name, value in answer.headers.items()}
    return Response(answer.status_code, headers, answer.content, request=None, elapsed=0.0, verify=True)


class Story:
    """Requests as they are meant; each answer is held against the description and remembered by its operation."""

    def __init__(self, description, **people) -> None:
        self.described = {(each.method.upper(), each.path): each for each in operations(description)}
        self.programs = {name: program_of(person) for name, person in people.items()}
        self.reached: set[tuple[str, str]] = set()

    def asks(self, who: str, method: str, template: str, body: object = None, tag: str = "", **place: object):
        address = template.format(**place)
        options = {"HTTP_IF_MATCH": tag} if tag else {}
        if method != "GET":
            options["format"] = "multipart" if isinstance(body, dict) and "file" in body else "json"
        answer = getattr(self.programs[who], method.lower())(address, body, **options)
        assert 200 <= answer.status_code < 300, (method, address, answer.content)
        if not answer.streaming:
            self.described[method, template].validate_response(_as_received(answer))
        self.reached.add((method, template))
        return answer

    def tag(self, template: str, **place: object) -> str:
        return self.asks("editor", "GET", template, **place).headers["ETag"]


@pytest.fixture
def story(description, analyst, editor, consumer, verdict, at) -> Story:
    """Every operation once, in an order in which each may be done."""
    told = Story(description, analyst=analyst, editor=editor, consumer=consumer)
    one, api = told.asks, "/api/v1/"
    citation = verdict.citations.get()
    for name in ("articles", "claims", "verdicts", "sources", "findings", "rechecks"):
        one("consumer", "GET", f"{api}{name}/")
    one("consumer", "GET", f"{api}verdicts/{{id}}/", id=verdict.pk)
    one("consumer", "GET", f"{api}snapshots/{{id}}/", id=citation.snapshot_id)
    one(
        "consumer",
        "GET",
        f"{api}rechecks/{{id}}/",
        id=one("editor", "GET", f"{api}rechecks/").json()["results"][0]["id"],
    )
    for name in ("", "claims/", "marks/"):
        one("consumer", "GET", f"{api}articles/{{id}}/{name}", id=verdict.claim.article_id)
    for name in ("", "similar/"):
        one("consumer", "GET", f"{api}claims/{{id}}/{name}", id=verdict.claim_id)
    one("consumer", "GET", f"{api}export/verdicts.atom")
    for kind in ("json", "ndjson", "csv"):
        one("consumer", "GET", f"{api}export/verdicts.{{kind}}", kind=kind)

    article = one("analyst", "POST", f"{api}articles/", {"text": factories.ENGINE_ARTICLE.replace("180", "191")}).json()
    factories.claim_services.split(article_id=article["id"], at=at)
    quote = "The RD-191 rocket engine weighs 5.5 tons."
    body = {"quote": quote, "text": "It weighs 5.5 tons."}
    added = one("analyst", "POST", f"{api}articles/{{id}}/claims/", body, id=article["id"])
    here, tag = added.json()["id"], told.tag(f"{api}claims/{{id}}/", id=added.json()["id"])
    body = {"words": "It", "means": "The RD-191"}
    tag = one("analyst", "POST", f"{api}claims/{{id}}/resolve-reference/", body, tag, id=here).headers["ETag"]
    tag = one("analyst", "PATCH", f"{api}claims/{{id}}/", {"text": "It weighs 5.5 tons."}, tag, id=here).headers["ETag"]
    body = {"texts": ["The RD-191 has a weight.", "That is 5.5 tons."]}
    first, second = (
        row["id"] for row in one("analyst", "POST", f"{api}claims/{{id}}/split/", body, tag, id=here).json()
    )
    body = {"claims": [second], "text": "The RD-191's weight is 5.5 tons."}
    tag = told.tag(f"{api}claims/{{id}}/", id=first)
    merged = one("analyst", "POST", f"{api}claims/{{id}}/merge/", body, tag, id=first)
    here, tag = merged.json()["id"], merged.headers["ETag"]
    tag = one("analyst", "POST", f"{api}claims/{{id}}/dismiss/", {"reason": "Twice."}, tag, id=here).headers["ETag"]
    one("analyst", "POST", f"{api}claims/{{id}}/restore/", {}, tag, id=here)

    source = {"file": SimpleUploadedFile("sheet.txt", factories.DATA_SHEET.encode(), "text/plain")}
    sheet = one("analyst", "POST", f"{api}sources/", source).json()["id"]
    tag = told.tag(f"{api}sources/{{id}}/", id=sheet)
    one("editor", "PATCH", f"{api}sources/{{id}}/", {"grade": "B2"}, tag, id=sheet)
    changed = {"file": SimpleUploadedFile("sheet.txt", (factories.DATA_SHEET + "\nRevised.").encode(), "text/plain")}
    one("analyst", "POST", f"{api}sources/{{id}}/versions/", changed, id=sheet)
    body = {"source": sheet, "quote": factories.MASS_QUOTE, "stance": "supports"}
    cited = one("analyst", "POST", f"{api}claims/{{id}}/citations/", body, id=here).json()["id"]
    one("analyst", "POST", f"{api}claims/{{id}}/comments/", {"text": "Is this dry?"}, id=here)
    for name in ("citations", "comments", "judgements", "assignment"):
        one("analyst", "GET", f"{api}claims/{{id}}/{name}/", id=here)
    tag = told.tag(f"{api}claims/{{id}}/assignment/", id=here)
    one("editor", "PATCH", f"{api}claims/{{id}}/assignment/", {"assignee": "ada"}, tag, id=here)
    body = {"rating": "verified", "rationale": "The sheet says so.", "citations": [cited]}

    def judged() -> int:
        return one("analyst", "POST", f"{api}claims/{{id}}/judgements/", body, id=here).json()["review"]

    def decided(name: str, review: int, given: dict) -> None:
        tag = told.tag(f"{api}reviews/{{id}}/", id=review)
        one("editor", "POST", f"{api}reviews/{{id}}/{name}/", given, tag, id=review)

    one("editor", "GET", f"{api}reviews/")
    review = judged()
    decided("return", review, {"note": "Cite the dry mass."})
    decided("abandon", review, {"note": "Not ours."})
    one("analyst", "POST", f"{api}claims/{{id}}/reviews/", {"note": "Ours again."}, id=here)
    decided("sign-off", judged(), {})
    newest = one("consumer", "GET", f"{api}ledger/").json()["results"][-1]
    one("consumer", "GET", f"{api}ledger/{{seq}}/", seq=newest["seq"])
    one("consumer", "GET", f"{api}verdicts/{{id}}/proof/", id=newest["verdict"])
    one("editor", "POST", f"{api}verdicts/{{id}}/withdraw/", {"reason": "Another engine."}, id=newest["verdict"])
    one("consumer", "GET", f"{api}verdicts/changes/")
    one("consumer", "POST", f"{api}verdicts/status/", {"verdicts": [newest["verdict"], 10**9]})
    body = {"url": "https://cms.example.org/hooks", "after": 0}
    hook = one("consumer", "POST", f"{api}webhooks/", body).json()["id"]
    accepts = PushResult(200, None, 3)
    factories.review_services.send_webhook(webhook_id=hook, push=lambda *_: accepts, clock=timezone.now)
    one("consumer", "GET", f"{api}webhooks/")
    for name in ("", "log/"):
        one("consumer", "GET", f"{api}webhooks/{{id}}/{name}", id=hook)
    one("consumer", "PATCH", f"{api}webhooks/{{id}}/", {"kinds": ["reversed"], "active": False}, id=hook)
    one("consumer", "POST", f"{api}webhooks/{{id}}/replay/", {"after": 0}, id=hook)
    one("consumer", "POST", f"{api}webhooks/{{id}}/secret/", id=hook)
    one("consumer", "DELETE", f"{api}webhooks/{{id}}/", id=hook)
    one("analyst", "POST", f"{api}rechecks/", {"claim": here})
    finding = verdict.claim.findings.get(kind="lint").pk
    tag = told.tag(f"{api}findings/{{id}}/", id=finding)
    one("analyst", "POST", f"{api}findings/{{id}}/decide/", {"decision": "accept"}, tag, id=finding)
    mark = Mark.objects.create(article_id=article["id"], kind="name", start=0, end=3)
    one("analyst", "POST", f"{api}marks/{{id}}/dismiss/", {"reason": "An article."}, id=mark.pk)
    asked = {"username": "carl", "password": "correct horse"}
    token = one("consumer", "POST", f"{api}token/", asked).json()["token"]
    told.programs["consumer"].credentials(HTTP_AUTHORIZATION=f"Token {token}")
    one("consumer", "DELETE", f"{api}token/")
    return told


def test_every_operation_is_reached(story, description):
    described = {(each.method.upper(), each.path) for each in operations(description)}
    assert {each for each in described - story.reached if not each[1].startswith(OTHERS_REACH)} == set()


#: Operations that tests of their own reach.
OTHERS_REACH = tuple("/api/v1/" + name for name in ("articles/{id}/original",))
