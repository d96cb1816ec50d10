"""Every page at 1280 and 320 px, light and dark: nothing sticks out, nothing is refused, and a picture of each is kept."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parent / "pictures"
#: The one picture that the README shows; the others are made, looked at, and not kept in version control.
PAGES = {
    "desk": "/",
    "desk-source-changed": "/?view=endangered",
    "articles": "/articles/",
    "article-page": "ARTICLE",
    "claim": "CLAIM",
    "evidence": "CLAIM/evidence/",
    "sources": "/sources/",
    "source": "/sources/1/",
    "snapshot": "/snapshots/1/",
    "source-changes": "/sources/1/changes/",
    "re-checks": "/rechecks/",
    "findings": "/findings/",
    "ledger": "/ledger/",
    "ledger-entry": "/ledger/1/?check=1",
    "history": "CLAIM/ledger/",
    "quality": "/quality/",
    "submit-an-article": "/articles/new/",
    "add-a-source": "/sources/new/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_fits_its_window(sign_in, width, scheme):
    page = sign_in("analyst", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto("/?view=endangered")
    article = page.locator("[data-row]").first.get_attribute("href")
    claim = re.search(r"claim=(\d+)", article)[1]
    wide = {}
    for name, address in PAGES.items():
        page.goto(address.replace("ARTICLE", article).replace("CLAIM", f"/claims/{claim}/").replace("//", "/"))
        page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png")
        wide[name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: found for name, found in wide.items() if found > width} == {}
    assert page.complaints == []
