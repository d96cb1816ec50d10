"""Which addresses are open to whom: every page is closed unless it is listed here."""

import re
from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from claims.models import Citation
from claims.services.intake import LONGEST_ARTICLE
from tests import factories

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {"sign_in", "account_login", "healthz", "readyz"}
#: Open to whoever is signed in, with or without a desk, or to everybody where it is switched on, and elsewhere to nobody;
#: the table of routes has them.
WITHOUT_A_DESK = (
    "account",
    "mfa_",
    "change_password",
    "create_key",
    "revoke_key",
    "end_sessions",
    "public_",
    "shared",
    "metrics",
)


def pages(resolver=None):
    """Every named page of the URL configuration, outside the API and the admin, which have rules of their own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if (
            isinstance(pattern, URLResolver)
            and pattern.namespace is None
            and not str(pattern.pattern).startswith("api")
        ):
            yield from pages(pattern)
        elif isinstance(pattern, URLPattern) and pattern.name and _is_of_the_desk(pattern.name):
            yield pattern


def _is_of_the_desk(name):
    return name in OPEN_TO_ALL or not name.startswith(WITHOUT_A_DESK)


def address(pattern):
    values = {"int": 1, "slug": "csv"}
    return reverse(pattern.name, args=[values[kind] for kind in re.findall(r"<(\w+):", str(pattern.pattern))])


PAGES = sorted(pages(), key=lambda pattern: pattern.name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in(client, page, method):
    answer = getattr(client, method)(address(page))
    if page.name in OPEN_TO_ALL:
        assert answer.status_code == 200
    elif page.name == "sign_out" and method == "get":
        assert answer.status_code in (302, 405)
    else:
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name not in {*OPEN_TO_ALL, "sign_out"}], ids=lambda page: page.name
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_login_without_a_desk_is_told_what_to_do(client, consumer, page, method):
    client.force_login(consumer)
    answer = getattr(client, method)(address(page))
    assert answer.status_code == 403
    assert "Ask an administrator to give carl" in answer.content.decode()


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "sign_out"], ids=lambda page: page.name)
def test_a_page_for_which_there_is_nothing_yet_does_not_break(client, analyst, page):
    client.force_login(analyst)
    assert client.get(address(page)).status_code in (200, 302, 404, 405)


def test_signing_in_leads_to_the_desk(client):
    factories.person("ada", "analyst")
    answer = client.post(reverse("sign_in"), {"username": "ada", "password": "correct horse"})
    assert answer.url == "/"


def test_every_page_forbids_scripts_and_styles_from_elsewhere(client, analyst):
    client.force_login(analyst)
    policy = client.get("/").headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert (directives["default-src"], directives["script-src"], directives["style-src"]) == (
        "'none'",
        "'self'",
        "'self'",
    )


def test_the_site_is_ready_when_its_database_answers(client):
    assert client.get("/readyz").json() == {"database": "ok", "doorbell": "ok", "oldest_due_seconds": 0}


def test_the_site_is_not_ready_while_its_disk_is_full(client, settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr("config.health.LEAST_FREE_BYTES", 2**63)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "disk": "full"})


def test_a_citation_that_nobody_has_queued_for_its_look_is_counted_as_waiting(client, analyst, editor, at):
    factories.verdict(analyst=analyst, editor=editor, at=at)
    Citation.objects.update(next_check_at=timezone.now() - timedelta(hours=2))
    assert client.get("/readyz").json()["oldest_due_seconds"] // 60 == 120


def test_a_look_that_is_still_to_come_does_not_count_as_waiting(client, analyst, editor, at):
    factories.verdict(analyst=analyst, editor=editor, at=at)
    Citation.objects.update(next_check_at=timezone.now() + timedelta(hours=2))
    assert client.get("/readyz").json()["oldest_due_seconds"] == 0


def test_the_number_of_a_claim_may_have_any_length(client, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    client.force_login(analyst)
    for number in ("9" * 5000, "٣", "-1", "x", ""):
        answer = client.get(f"/articles/{claim.article_id}/", {"claim": number})
        assert (answer.status_code, answer.context.get("claim")) == (200, None)
    assert client.get(f"/articles/{claim.article_id}/", {"claim": claim.pk}).context["claim"] == claim


def test_a_book_can_be_pasted_and_a_longer_text_is_told_what_to_do(client, analyst):
    client.force_login(analyst)
    sentence = "Die Rakete wiegt 549 t, so das Datenblatt. "
    book = sentence * (LONGEST_ARTICLE // len(sentence))
    assert client.post(reverse("submit_article"), {"text": book, "readers": 1}).status_code == 302
    longer = client.post(reverse("submit_article"), {"text": book * 6, "readers": 1})
    assert (longer.status_code, "Submit it in parts" in longer.content.decode()) == (422, True)


def test_more_than_any_form_takes_is_refused_with_the_way_out(client, analyst, settings):
    client.force_login(analyst)
    answer = client.post(
        reverse("submit_article"), {"text": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1), "readers": 1}
    )
    assert (answer.status_code, "into parts" in answer.content.decode()) == (400, True)
