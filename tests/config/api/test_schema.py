"""The description of the API says what it does, and its pages work under our own Content-Security-Policy."""

import io
import json
import re

import jsonschema
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.test import APIRequestFactory

from tests import factories
from tests.clients import program_of
from tests.pins import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def schema() -> dict:
    """What the address of the description answers to whoever is let in."""
    open_to_all = {"authentication_classes": [], "permission_classes": [], "throttle_classes": []}
    described = SpectacularJSONAPIView.as_view(**open_to_all)(APIRequestFactory().get("/api/v1/schema/")).render()
    return json.loads(described.content)


def test_the_description_is_valid_without_a_warning_and_committed_as_it_is():
    """Write it anew: manage.py spectacular --file docs/openapi.yaml"""
    written = io.StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=written)
    assert written.getvalue() == (ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8")


def test_it_is_openapi_3_1_and_names_every_address(schema):
    assert schema["openapi"] == "3.1.0"
    assert sorted(schema["paths"]) == [
        "/api/v1/articles/",
        "/api/v1/articles/{id}/",
        "/api/v1/articles/{id}/claims/",
        "/api/v1/articles/{id}/marks/",
        "/api/v1/articles/{id}/original/",
        "/api/v1/claims/",
        "/api/v1/claims/{id}/",
        "/api/v1/claims/{id}/assignment/",
        "/api/v1/claims/{id}/citations/",
        "/api/v1/claims/{id}/comments/",
        "/api/v1/claims/{id}/dismiss/",
        "/api/v1/claims/{id}/judgements/",
        "/api/v1/claims/{id}/merge/",
        "/api/v1/claims/{id}/resolve-reference/",
        "/api/v1/claims/{id}/restore/",
        "/api/v1/claims/{id}/reviews/",
        "/api/v1/claims/{id}/similar/",
        "/api/v1/claims/{id}/split/",
        "/api/v1/export/verdicts.atom",
        "/api/v1/export/verdicts.{kind}",
        "/api/v1/findings/",
        "/api/v1/findings/{id}/",
        "/api/v1/findings/{id}/decide/",
        "/api/v1/ledger/",
        "/api/v1/ledger/{seq}/",
        "/api/v1/marks/{id}/dismiss/",
        "/api/v1/rechecks/",
        "/api/v1/rechecks/{id}/",
        "/api/v1/reviews/",
        "/api/v1/reviews/{id}/",
        "/api/v1/reviews/{id}/abandon/",
        "/api/v1/reviews/{id}/return/",
        "/api/v1/reviews/{id}/sign-off/",
        "/api/v1/snapshots/{id}/",
        "/api/v1/sources/",
        "/api/v1/sources/{id}/",
        "/api/v1/sources/{id}/versions/",
        "/api/v1/token/",
        "/api/v1/verdicts/",
        "/api/v1/verdicts/changes/",
        "/api/v1/verdicts/status/",
        "/api/v1/verdicts/{id}/",
        "/api/v1/verdicts/{id}/proof/",
        "/api/v1/verdicts/{id}/withdraw/",
        "/api/v1/webhooks/",
        "/api/v1/webhooks/{id}/",
        "/api/v1/webhooks/{id}/log/",
        "/api/v1/webhooks/{id}/replay/",
        "/api/v1/webhooks/{id}/secret/",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "articles/",
        "claims/",
        "verdicts/",
        "verdicts/changes/",
        "ledger/",
        "sources/",
        "findings/",
        "rechecks/",
        "articles/{id}/claims/",
    ],
)
def test_what_a_list_gives_is_what_its_description_says(schema, consumer, analyst, editor, at, path):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    factories.review_services.request_rechecks(citations=verdict.citations.all(), at=at)
    factories.claim_services.record_finding(claim=verdict.claim, kind="lint", explanation="Odd.", key="one", at=at)
    body = program_of(consumer).get("/api/v1/" + path.replace("{id}", str(verdict.claim.article_id))).json()
    described = schema["paths"][f"/api/v1/{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**described, "components": _closed(schema["components"])}).validate(body)
    assert body["results"] != []


def _closed(components: dict) -> dict:
    """The same components, none of which tolerates a field that it doesn't name."""
    schemas = {
        name: {**each, "additionalProperties": False} if each.get("type") == "object" else each
        for name, each in components["schemas"].items()
    }
    return {"schemas": schemas}


def test_the_pages_of_the_description_need_nothing_that_the_policy_forbids(consumer):
    program = program_of(consumer)
    page = program.get("/api/v1/docs/", HTTP_ACCEPT="text/html")
    html = page.content.decode()
    loaded = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert re.findall(r"<style|<script>|style=|\son\w+=", html) == []
    assert [address for address in loaded if not address.startswith("/")] == []
    static = [
        address.removeprefix(settings.STATIC_URL) for address in loaded if address.startswith(settings.STATIC_URL)
    ]
    assert len(static) == 5
    assert [name for name in static if finders.find(name) is None] == []
    script = program.get("/api/v1/docs/?script=")
    assert script.headers["Content-Type"].startswith("application/javascript")
    assert '"/api/v1/schema/"' in script.content.decode().replace("\\u002D", "-")


def test_no_body_of_a_patch_has_a_default(schema):
    """A client that sends what the description gives as default would empty fields that nobody named."""
    patched = {name: body for name, body in schema["components"]["schemas"].items() if name.startswith("Patched")}
    with_default = [
        f"{name}.{field}"
        for name, body in patched.items()
        for field, said in body["properties"].items()
        if "default" in said
    ]
    assert (len(patched), with_default) == (4, [])
