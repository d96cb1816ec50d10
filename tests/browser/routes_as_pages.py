"""Every route of the URL configuration that answers with a page, as an address of the sample desk to open."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.config.access_table import ROUTES
from tests.config.routes import every_address

#: Routes with the states in states.py that show their page: the sample address leads nowhere, or to less of it.
SHOWN_BY_A_STATE = {
    "/account/confirm/code/": "confirm-by-code",
    "/account/keys/": "account-new-key",
    "/account/recovery-codes/": "recovery-codes",
    "/account/second-factor/off/": "second-factor-off",
    "/admin/1": "admin-not-found",
    "/api/v1/docs/": "api-docs-in-use",
    "/sign-in/": "sign-in",
    "/sign-in/code/": "sign-in-code",
}
#: Routes that end the visit, that stand in a frame, that answer programs, or whose sample address would show nothing but a
#: page of this list.
NO_PAGE = (
    "/metrics",
    "/sign-out/",
    "/admin/logout/",
    "/admin/r/1/1/",
    "/admin/search/",
    "/v/oembed/",
    "/v/1/card/",
    "/v/shared/1/",
)
#: Times that a request is sent again whose connection the server had ended, as it does with idle ones, while it was sent.
AGAIN = 3
#: Answers programs; the page of its description is among the states.
OF_PROGRAMS = "/api/v1/"
_OBJECT_OF_ADMIN = re.compile(r"(/admin/\w+/\w+/)1/")


def pages(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each route that this person is let in at and that answers with a page.

    Raises LookupError for a route that is neither a page, nor led on from, nor named above: add what it shows to the
    sample desk, or its state to states.py.
    """
    rows: dict[str, str] = {}
    for route in every_address():
        if route in SHOWN_BY_A_STATE or route in NO_PAGE or route.startswith(OF_PROGRAMS) or _is_for_nobody(route):
            continue
        address = _of_the_sample(page, route, rows)
        answer = page.request.get(address, max_redirects=0, max_retries=AGAIN)
        if answer.ok and "<html" in answer.text():
            yield name_of(route), address
        elif not (answer.ok or answer.status in (302, 405)):
            raise LookupError(f"{route} was opened as {address} and answered {answer.status}")


def name_of(route: str) -> str:
    """Return what the page of a route is called among the pictures."""
    return re.sub(r"(?<=/)1(?=/|$)", "one", route).strip("/").replace("/", "-") or "desk"


def _is_for_nobody(route: str) -> bool:
    """Return whether even a superuser is refused what the route shows."""
    return ROUTES.get(route, "+").split()[0].endswith(("-", "."))


def _of_the_sample(page: Page, route: str, rows: dict[str, str]) -> str:
    """Return the route's address for a row that is there: the first of its list, which is looked up once."""
    found = _OBJECT_OF_ADMIN.match(route)
    if not found:
        return route
    if found[1] not in rows:
        rows[found[1]] = _first_row(page, found[1], route)
    return route.replace(found[0], rows[found[1]])


def _first_row(page: Page, listed_at: str, route: str) -> str:
    row = re.search(rf'href="({listed_at}[^/"]+/)change/', page.request.get(listed_at, max_retries=AGAIN).text())
    if not row:
        raise LookupError(f"The list {listed_at} is empty, so that {route} cannot be shown: give the sample desk a row")
    return row[1]
