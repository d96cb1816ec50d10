"""Waiting for a worker where the page does not change by itself."""

from playwright.sync_api import Locator

from tests.waiting import wait_until


def reload_until_shown(place: Locator) -> None:
    """Load its page again and again, until a worker has done what shows there."""

    def is_shown() -> bool:
        if place.count():
            return True
        place.page.wait_for_timeout(300)
        place.page.reload()
        return False

    wait_until(is_shown)
