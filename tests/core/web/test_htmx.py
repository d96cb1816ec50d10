"""A page and its part share an address, and whoever keeps answers can tell them apart."""

import pytest
from django.test import override_settings

pytestmark = pytest.mark.django_db


def varies_on(answer) -> set[str]:
    return {name.strip() for name in answer.headers.get("Vary", "").split(",")}


@pytest.mark.parametrize("path", ["/", "/articles/", "/rechecks/"])
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_page_says_that_it_depends_on_who_asks_for_a_part(client, analyst, path, headers):
    client.force_login(analyst)
    assert varies_on(client.get(path, headers=headers)) >= {"HX-Request", "Cookie"}


def test_without_the_middleware_nobody_is_told(client, analyst, settings):
    client.force_login(analyst)
    without = [name for name in settings.MIDDLEWARE if name != "core.web.htmx.VaryOnHtmxMiddleware"]
    with override_settings(MIDDLEWARE=without):
        assert "HX-Request" not in varies_on(client.get("/rechecks/"))


@pytest.mark.parametrize("path", ["/readyz", "/api/v1/verdicts/"])
def test_what_has_no_parts_says_nothing(client, analyst, path):
    client.force_login(analyst)
    assert "HX-Request" not in varies_on(client.get(path))
