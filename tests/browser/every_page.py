"""Every page of Plumbline, one after another: what its routes show, and what its pages look like in use."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.people import People, fill_the_desk
from tests.browser.routes_as_pages import pages
from tests.browser.states import STATES

#: These are opened by a superuser, who sees the most of them.
OF_EDITORS = "/admin/"


def every_page(people: People) -> Iterator[tuple[str, Page]]:
    """Yield each page with its name, open in a browser. Raises LookupError for a route that cannot be shown."""
    fill_the_desk(people)
    for name, way in STATES.items():
        yield name, way(people)
    for name, address in pages(people.admin):
        page = people.admin if address.startswith(OF_EDITORS) else people.analyst
        page.goto(address)
        yield name, page
