"""What is shown to somebody who signed in is kept nowhere."""

import pytest

pytestmark = pytest.mark.django_db

MIDDLEWARE = "core.web.private_pages.PrivatePagesMiddleware"


def test_no_page_of_a_session_may_be_kept(client, analyst):
    client.force_login(analyst)
    assert [client.get(path).headers["Cache-Control"] for path in ("/", "/articles/", "/no-such-page/")] == (
        ["private, no-store"] * 3
    )


def test_a_page_that_says_how_long_it_may_be_kept_is_left_as_it_is(client, analyst):
    client.force_login(analyst)
    kept = client.get("/sign-in/").headers["Cache-Control"]
    assert "max-age=0" in kept


def test_programs_and_strangers_are_not_told_so(client, analyst):
    assert "Cache-Control" not in client.get("/healthz").headers
    client.force_login(analyst)
    assert "Cache-Control" not in client.get("/api/v1/verdicts/").headers


def test_without_the_middleware_a_page_says_nothing_of_it(client, analyst, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != MIDDLEWARE]
    client.force_login(analyst)
    assert "Cache-Control" not in client.get("/articles/").headers
