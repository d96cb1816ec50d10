"""Every route for every role and method, held against the table of who may do what; a route that it lacks fails."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from core.accounts.policies import Role
from tests import factories
from tests.config.access_table import ROUTES
from tests.config.routes import every_address

pytestmark = pytest.mark.django_db

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
PEOPLE = ("stranger", "consumer", "analyst", "editor", "superuser")


@pytest.fixture
def people() -> dict[str, User]:
    cache.clear()
    people = {str(role): factories.person(f"some {role}", role) for role in Role}
    return {**people, "superuser": factories.person("some superuser", is_superuser=True)}


def outcomes(address: str, people: dict[str, User]) -> str:
    """One word per method, one letter per person, as the table has them."""
    methods = METHODS if address.startswith("/api/") else METHODS[:2]
    return " ".join("".join(_letter(people.get(name), address, method) for name in PEOPLE) for method in methods)


def _letter(person: User | None, address: str, method: str) -> str:
    client = Client()
    if person:
        client.force_login(person)
    of_the_api = address.startswith("/api/")
    content_type = "application/json" if of_the_api else "application/x-www-form-urlencoded"
    answer = client.generic(method, address, b"{}" if of_the_api else b"", content_type)
    assert answer.status_code < 500, f"{method} {address}: {answer.status_code}"
    led_away = answer.status_code == 302 and answer.url.startswith(("/sign-in/?", "/admin/login/"))
    if answer.status_code == 401 or led_away:
        return "-" if person else "s"
    return {403: "-", 405: "."}.get(answer.status_code, "+")


def test_every_role_gets_where_the_table_says_and_no_route_is_missing_from_it(people):
    assert {address: outcomes(address, people) for address in every_address()} == ROUTES


def test_without_the_closed_door_the_table_is_not_met(people, settings):
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if name != "core.accounts.access.PagesForStaffMiddleware"
    ]
    assert outcomes("/articles/", people) != ROUTES["/articles/"]
