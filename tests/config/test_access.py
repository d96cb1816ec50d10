"""Which addresses are open to whom: every page is closed unless it is listed here."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import factories

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {"sign_in", "healthz", "readyz"}


def pages(resolver=None):
    """Every named page of the URL configuration, outside the API and the admin, which have rules of their own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if (
            isinstance(pattern, URLResolver)
            and pattern.namespace is None
            and not str(pattern.pattern).startswith("api")
        ):
            yield from pages(pattern)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern


def address(pattern):
    return reverse(pattern.name, args=[1] if "<int:pk>" in str(pattern.pattern) else [])


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
    assert "Ask an editor to add carl" in answer.content.decode()


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
