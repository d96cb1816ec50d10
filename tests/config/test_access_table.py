"""Every route for every role and method, held against the table of who may do what; a route that it lacks fails."""

from http.cookies import SimpleCookie

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from core.accounts.policies import Role
from tests import factories
from tests.config.access_table import ROUTES
from tests.config.routes import every_address

pytestmark = pytest.mark.django_db

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
PEOPLE = ("stranger", "consumer", "analyst", "editor", "superuser")


@pytest.fixture
def people() -> dict[str, SimpleCookie]:
    """What the browser of each person keeps after the sign-in."""
    people = {str(role): factories.person(f"some {role}", role) for role in Role}
    people["superuser"] = factories.person("some superuser", is_superuser=True)
    return {"stranger": SimpleCookie(), **{name: _signed_in(person) for name, person in people.items()}}


def _signed_in(person: User) -> SimpleCookie:
    client = Client()
    client.force_login(person)
    return client.cookies


def outcomes(address: str, people: dict[str, SimpleCookie]) -> str:
    """One word per method, one letter per person, as the table has them."""
    methods = METHODS if address.startswith("/api/") else METHODS[:2]
    return " ".join("".join(_letter(people[name], address, method) for name in PEOPLE) for method in methods)


def _letter(kept: SimpleCookie, address: str, method: str) -> str:
    client = Client()
    client.cookies.update(kept)
    of_the_api = address.startswith("/api/")
    content_type = "application/json" if of_the_api else "application/x-www-form-urlencoded"
    with transaction.atomic():
        answer = client.generic(method, address, b"{}" if of_the_api else b"", content_type)
        transaction.set_rollback(True)  # the next one asks as if this one had not, and is signed in still
    assert answer.status_code < 500, f"{method} {address}: {answer.status_code}"
    led_away = answer.status_code == 302 and answer.url.startswith(("/sign-in/?", "/admin/login/"))
    if answer.status_code == 401 or led_away:
        return "-" if kept else "s"
    return {403: "-", 405: "."}.get(answer.status_code, "+")


def test_every_role_gets_where_the_table_says_and_no_route_is_missing_from_it(people):
    assert {address: outcomes(address, people) for address in every_address()} == ROUTES


def test_without_the_closed_door_the_table_is_not_met(people, settings):
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if name != "core.accounts.access.PagesForStaffMiddleware"
    ]
    assert outcomes("/articles/", people) != ROUTES["/articles/"]
