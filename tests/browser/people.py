"""Who opens the pages, and what is done at the sample desk so that every page has something to show."""

from collections.abc import Callable
from functools import cached_property

from playwright.sync_api import Browser, Page

from tests.browser.reloading import reload_until_shown

#: A page that is refused to somebody is a refusal in the browser's console too.
OF_A_REFUSAL = "Failed to load resource"


class People:
    """Who opens the pages, each in a window of their own that is opened when it is first needed."""

    def __init__(self, sign_in: Callable[..., Page], browser: Browser, address: str, **window: object) -> None:
        self._sign_in, self._browser, self._address, self._window = sign_in, browser, address, window

    @cached_property
    def analyst(self) -> Page:
        return self._sign_in("analyst", **self._window)

    @cached_property
    def editor(self) -> Page:
        return self._sign_in("editor", **self._window)

    @cached_property
    def admin(self) -> Page:
        return self._sign_in("admin", **self._window)

    @cached_property
    def consumer(self) -> Page:
        return self._sign_in("consumer", **self._window)

    @cached_property
    def stranger(self) -> Page:
        return self._browser.new_context(base_url=self._address, **self._window).new_page()

    @cached_property
    def endangered(self) -> str:
        """The address of the article with its claim whose verdict is in doubt."""
        return claim_in(self.analyst, "endangered")

    @cached_property
    def unjudged(self) -> str:
        """The address of an article with a claim that nobody judges."""
        return claim_in(self.analyst, "unjudged")

    def complaints(self) -> dict[str, list[str]]:
        """What the browser complained of in whose window; that a page was refused to somebody is no complaint."""
        return {
            who: found
            for who in ("analyst", "editor", "admin", "consumer")
            if (found := [each for each in getattr(self, who).complaints if OF_A_REFUSAL not in each])
        }

    def close(self) -> None:
        """End the window that belongs to nobody; the others end with the test."""
        self.stranger.context.close()


def fill_the_desk(people: People) -> None:
    """Give the sample desk the rows that its story has none of: a key, a notice, a fetch and a webhook that failed, a
    fact-check by others."""
    make_key(people.admin)
    _make_webhook(people.admin)
    _import_fact_check(people.admin)
    people.analyst.goto("/sources/new/")
    people.analyst.get_by_label("Web address").fill("http://no-such-host.invalid/sheet")
    people.analyst.get_by_role("button", name="Add").click()
    people.editor.goto(claim_in(people.editor, "approval"))
    people.editor.locator("textarea[name=comment-text]").fill("Is this the latest figure, @analyst?")
    people.editor.get_by_role("button", name="Add comment").click()
    for attempts in ("/admin/sources/fetchattempt/", "/admin/reviews/webhookattempt/"):
        _wait_for_a_row(people.admin, attempts)


def make_key(page: Page) -> None:
    """Make a key for a program, which the page then shows once."""
    page.goto("/account/")
    page.get_by_role("button", name="Create an API key").click()


def _make_webhook(page: Page) -> None:
    """Have every change told to an address that nobody answers at."""
    page.goto("/account/")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    made = page.request.post(
        "/api/v1/webhooks/",
        data={"url": "https://no-such-host.invalid/told", "after": 0},
        headers={"X-CSRFToken": token},
    )
    assert made.ok, made.text()


def _import_fact_check(page: Page) -> None:
    """Import what somebody else found of a claim that is like one of the sample desk."""
    page.goto("/admin/reviews/externalverdict/import/")
    row = "RD-180 engines have a maximum vacuum thrust of 4150 kN.,https://checkers.example/1,Checkers,True"
    file = {"name": "checks.csv", "mimeType": "text/csv", "buffer": f"claim,url,publisher,rating\n{row}\n".encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Preview import").click()
    page.get_by_role("button", name="Import", exact=True).click()
    page.wait_for_url("**/admin/reviews/externalverdict/")


def _wait_for_a_row(page: Page, address: str) -> None:
    page.goto(address)
    reload_until_shown(page.locator("#result_list"))


def claim_in(page: Page, view: str) -> str:
    """Return the address of the article with the first claim of a view of the desk chosen."""
    page.goto(f"/?view={view}")
    return page.locator("[data-row]").first.get_attribute("href")
