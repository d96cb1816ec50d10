"""The description of the API against the API: every operation is reached, and what it answers is what is described.

A story takes each operation once as it is meant, and schemathesis holds the answers against the description. Then it
asks for what the description allows and for what it does not, as everybody who may ask.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from knox.models import AuthToken
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from claims.models import Claim, Mark
from sources.fetching import PushResult
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

#: Cases per operation and person, and per chain of requests; `make night` asks for more.
CASES = int(os.environ.get("PLUMBLINE_API_CASES", "1"))
#: Requests in one chain.
STEPS = 6
GENERATING = settings(
    max_examples=CASES,
    phases=[Phase.generate],
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture
def described(consumer) -> dict:
    return program_of(consumer).get("/api/v1/schema/").json()


def loaded(described: dict):
    found = schemathesis.openapi.from_dict(described)
    found.app = get_wsgi_application()
    return found


@pytest.fixture
def description(described):
    return loaded(described)


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


@contextmanager
def one_connection() -> Iterator[None]:
    """Let the server in this process keep the connection in which the test's rows are."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


class Asking:
    """Generated requests of one person; what answers otherwise than it is described is noted by its kind."""

    def __init__(self, name: str, person, numbers: list[int]) -> None:
        self.name, self._person, self._numbers = name, person, numbers
        self.faults: set[str] = set()

    def headers(self) -> dict[str, str]:
        """Sign in with a key of its own, since one of the operations gives the key back."""
        return {"Authorization": f"Token {AuthToken.objects.create(user=self._person)[1]}"} if self._person else {}

    def ask(self, operation) -> None:
        """Ask for what the description allows and for what it does not."""
        checks = CHECKS if self._person else [*CHECKS, ignored_auth]

        @given(case=operation.as_strategy(), number=st.sampled_from(self._numbers))
        @settings(GENERATING)
        def asked(case, number: int) -> None:
            for place in set(case.path_parameters or {}) & {"id", "seq"}:
                case.path_parameters[place] = number
            self.validate(case, case.call(headers=self.headers()), checks)

        asked()

    def validate(self, case, answer, checks) -> None:
        try:
            case.validate_response(answer, checks=checks)
        except FailureGroup as failed:
            place = f"{case.operation.method.upper()} {case.operation.path}"
            self.faults |= {f"{self.name}: {place}: {each.title}: {each.message}"[:400] for each in failed.exceptions}


@pytest.fixture
def asking(verdict, analyst, editor, consumer) -> list[Asking]:
    numbers = sorted({0, 1, *Claim.objects.values_list("pk", flat=True)[:2], verdict.pk, verdict.claim_id})
    people = {"anonymous": None, "consumer": consumer, "analyst": analyst, "editor": editor}
    return [Asking(name, person, numbers) for name, person in people.items()]


def test_nothing_that_is_asked_is_answered_otherwise_than_described(description, asking):
    with one_connection():
        for operation in operations(description):
            for each in asking:
                each.ask(operation)
    assert sorted(fault for each in asking for fault in each.faults) == []


def test_an_answer_that_the_description_lacks_is_noticed(described, asking):
    path, [anonymous, *_others] = "/api/v1/verdicts/{id}/", asking
    described["paths"] = {path: {"get": described["paths"][path]["get"]}}
    del described["paths"][path]["get"]["responses"]["401"]
    with one_connection():
        anonymous.ask(*operations(loaded(described)))
    assert [fault.split(": ")[:3] for fault in anonymous.faults] == [
        ["anonymous", f"GET {path}", "Undocumented status code"]
    ]


def test_nothing_that_follows_from_an_answer_is_answered_otherwise_than_described(description, asking):
    """Requests that take what an earlier answer gave: the row that was made is read, changed and decided."""
    with one_connection():
        for each in asking[1:]:
            follow(description, each)
    assert sorted(fault for each in asking for fault in each.faults) == []


def follow(description, asking: Asking) -> None:
    class Following(description.as_state_machine()):
        def get_call_kwargs(self, case) -> dict:
            return {"headers": asking.headers()}

        def validate_response(self, response, case, additional_checks=None, **_options) -> None:
            asking.validate(case, response, CHECKS)

    Following.run(settings=settings(GENERATING, stateful_step_count=STEPS))
