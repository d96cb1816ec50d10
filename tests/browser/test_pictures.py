"""A picture of every page at 1280 and 320 px, light and dark, for looking at."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.every_page import every_page
from tests.browser.people import People
from tests.browser.reach import look

pytestmark = [pytest.mark.browser, pytest.mark.pictures]

PICTURES = Path(__file__).parent / "pictures"
#: These are kept in version control, light and wide, and are as large as a window; the others are made and looked at.
IN_THE_README = {"article-page", "desk", "evidence-for-a-claim", "admin"}


def take(page: Page, name: str, path: Path) -> None:
    """Take the whole page from its top; of those in the README what a window shows, the article at the chosen claim."""
    if name != "article-page":
        page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=path, full_page=name not in IN_THE_README)


def test_every_page_has_its_picture(sign_in, browser, plumbline):
    people = People(sign_in, browser, plumbline, reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    taken = []
    for name, page in every_page(people):
        taken.append(name)
        for width in (1280, 320):
            for scheme in ("light", "dark"):
                look(page, scheme, width)
                take(page, name, PICTURES / f"{name}-{width}-{scheme}.png")
        look(page, "light", 1280)
    people.close()
    assert set(taken) >= IN_THE_README
