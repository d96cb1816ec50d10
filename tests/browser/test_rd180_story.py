"""The main job, as two people do it in their browsers with everything running."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reloading import reload_until_shown

pytestmark = pytest.mark.browser

ARTICLE = (
    "An engine changes hands\n\n"
    "date 2022-03-14 Observers keep asking why the RD-180 rocket engine is so good. The RD-180 rocket engine uses shared "
    "turbopump technology, which makes its bare weight only 5.5 tons, while its maximum vacuum thrust reaches 4150 N, "
    "which is 380 tons.Who can say what comes next?"
)
SHEET = (
    "Browser test sheet. The RD-180 engine develops a thrust of 4.15 MN in vacuum and 3.83 MN at sea level. "
    "It burns kerosene with liquid oxygen."
)
QUOTE = "The RD-180 engine develops a thrust of 4.15 MN in vacuum and 3.83 MN at sea level."


def upload(page: Page, label: str, name: str, text: str) -> None:
    page.get_by_label(label).set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})


def submit_article(page: Page) -> None:
    page.get_by_role("link", name="Submit an article").first.click()
    page.get_by_label("Pasted text").fill(ARTICLE)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("a.claim").first).to_be_visible()  # the worker has split it


def add_source(page: Page) -> str:
    page.goto("/sources/new/")
    upload(page, "File", "sheet.txt", SHEET)
    page.get_by_label("Title").fill("Browser test sheet")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", name="Browser test sheet")).to_be_visible()
    return page.url


def select_quote(page: Page) -> None:
    """Select the quoted words in the text the way a mouse does, so that the page fills them in."""
    expect(page.locator("#snapshot-text")).to_be_visible()
    page.evaluate(
        """(quote) => {
            const text = document.getElementById('snapshot-text');
            const start = text.textContent.indexOf(quote);
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            for (let at = 0, node = walker.nextNode(); node; at += node.data.length, node = walker.nextNode()) {
                if (at <= start && start < at + node.data.length) range.setStart(node, start - at);
                const end = start + quote.length;
                if (at < end && end <= at + node.data.length) range.setEnd(node, end - at);
            }
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
        }""",
        QUOTE,
    )
    expect(page.get_by_label("Quote")).to_have_value(QUOTE)


def test_a_wrong_unit_is_found_proved_signed_off_and_doubted_again(sign_in):
    analyst, editor = sign_in("analyst"), sign_in("editor")
    source = add_source(analyst)
    analyst.goto("/")
    submit_article(analyst)
    article = analyst.url.split("?")[0]

    # The claim beside the text: its finding, its evidence.
    analyst.locator("a.claim", has_text="4150 N").click()
    panel = analyst.locator("#panel")
    expect(panel.locator(".finding").first).to_contain_text("tonne-force, not 380")
    panel.get_by_role("link", name="Search for evidence").click()
    panel.get_by_role("link", name="Browser test sheet").click()
    select_quote(analyst)
    analyst.get_by_role("radio", name="contradicts").check()
    analyst.get_by_role("button", name="Cite").click()

    # The judgement, and the sign-off by somebody else.
    analyst.get_by_role("radio", name="Wrong").check()
    analyst.locator("form.judge").get_by_label("Reason").fill("The unit is kilonewtons: the sheet gives 4.15 MN.")
    analyst.get_by_label("Then go to the next unjudged claim").uncheck()
    analyst.get_by_role("button", name="Submit for sign-off").click()
    expect(analyst.locator("#panel .tags").first).to_contain_text("Waiting for sign-off")
    expect(analyst.get_by_role("button", name="Sign off as wrong")).to_have_count(0)
    editor.goto("/?view=approval")
    editor.get_by_role("link", name="4150 N").first.click()
    editor.get_by_role("button", name="Sign off as wrong").click()
    expect(editor.locator("#panel .tags").first).to_contain_text("Wrong")

    # A program reads it.
    claim_id = editor.locator("[data-claim-panel]").get_attribute("data-claim-panel")
    read = json.loads(editor.request.get(f"/api/v1/claims/{claim_id}/").text())
    assert (read["verdict"]["rating"], read["endangered"]) == ("wrong", False)

    # The source changes; the re-check by the worker opens round 2, and the desk says what changed.
    analyst.goto(source)
    upload(analyst, "New version", "sheet.txt", SHEET.replace("4.15 MN", "4.35 MN"))
    analyst.get_by_role("button", name="Upload").click()
    analyst.goto(f"{article}?claim={claim_id}")
    analyst.get_by_role("button", name="Re-check citations").click()
    expect(analyst.get_by_text("1 re-check queued.")).to_be_visible()
    analyst.goto("/?view=endangered")
    row = analyst.locator("tr", has_text="4150 N")
    reload_until_shown(row)
    expect(row).to_contain_text("Number changed · review 2")
    row.locator("[data-row]").click()
    expect(analyst.locator("#panel .finding.endangered")).to_contain_text("4.35 MN")
    assert analyst.complaints + editor.complaints == []


def test_the_same_essentials_work_without_javascript(sign_in):
    page = sign_in("analyst2", java_script_enabled=False)
    page.goto("/articles/")
    page.locator("td a").first.click()
    page.locator("a.claim").first.click()
    expect(page.locator("#panel .claim-text")).to_be_visible()
    page.get_by_role("link", name="Search for evidence").click()
    page.get_by_role("searchbox", name="Search the library").fill("engine")
    page.get_by_role("button", name="Search").click()
    page.locator(".rows a").first.click()
    text = page.locator("#snapshot-text").inner_text()
    page.get_by_label("Quote").fill(next(line for line in text.splitlines() if len(line) > 60)[:200])
    page.get_by_role("radio", name="context").check()
    page.get_by_role("button", name="Cite").click()
    expect(page.get_by_text("Cited.")).to_be_visible()
    page.get_by_role("radio", name="Disputed").check()
    page.locator("form.judge").get_by_label("Reason").fill("Sources differ.")
    page.get_by_role("button", name="Submit for sign-off").click()
    expect(page.get_by_text("Judgement submitted.")).to_be_visible()
