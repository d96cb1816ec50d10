"""The day's essentials where scripts are switched off: every step is a link or a form."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reloading import reload_until_shown

pytestmark = pytest.mark.browser

ARTICLE = (
    "A dam is measured\n\n"
    "The Orsk Dam is 96 metres high. The Orsk Dam was finished in 1974. The Orsk Dam holds 410 million cubic metres "
    "of water. The Orsk Dam feeds four turbines."
)
SHEET = "Register of Dams, sheet 9. The Orsk Dam is 96 metres high. The Orsk Dam was finished in June 1974."
QUOTE = "The Orsk Dam is 96 metres high."


@pytest.fixture
def sit_down(sign_in):
    """Return a way to open a signed-in window without scripts."""
    return lambda username: sign_in(username, java_script_enabled=False)


def hand_in(page: Page) -> str:
    """Hand in an article, reload as the page says until it is split, and return its address."""
    page.get_by_role("link", name="Submit an article").first.click()
    page.get_by_label("Pasted text").fill(ARTICLE)
    page.get_by_role("button", name="Submit").click()
    page.wait_for_url(re.compile(r"/articles/\d+/"))
    claims = page.locator(".read a.claim")
    expect(page.get_by_role("link", name="reload it").or_(claims.first)).to_be_visible()
    reload_until_shown(claims)
    expect(claims.first).to_be_visible()
    return page.url


def read_it(page: Page) -> None:
    expect(page.locator(".read")).to_contain_text("The Orsk Dam feeds four turbines.")
    expect(page.locator(".coverage")).to_contain_text("covered")
    page.get_by_text("claims as a list").click()
    expect(page.locator("details[open] ol > li")).to_have_count(4)


def open_claim(page: Page, words: str) -> None:
    page.locator(".read a.claim", has_text=words).click()
    expect(page.locator("[data-claim-panel] .claim-text")).to_contain_text(words)


def add_source(page: Page) -> None:
    page.goto("/sources/new/")
    page.get_by_label("File").set_input_files({"name": "dam.txt", "mimeType": "text/plain", "buffer": SHEET.encode()})
    page.get_by_label("Title").fill("Register of Dams, sheet 9")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", name="Register of Dams, sheet 9")).to_be_visible()


def cite_by_typing(page: Page) -> None:
    """Search for evidence, type a quote that is not printed there, then the one that is."""
    page.get_by_role("link", name="Search for evidence").click()
    page.get_by_role("searchbox", name="Search the library").fill("Orsk Dam")
    page.get_by_role("button", name="Search").last.click()
    page.get_by_role("link", name="Register of Dams, sheet 9").first.click()
    expect(page.locator("#snapshot-text")).to_contain_text(QUOTE)
    page.get_by_label("Quote").fill("The Orsk Dam is 69 metres high.")
    page.get_by_role("button", name="Check these words").click()
    expect(page.locator("#proposal")).to_contain_text("The check")
    page.get_by_role("radio", name="supports").check()
    page.get_by_role("button", name="Cite").click()
    expect(page.get_by_role("alert")).to_contain_text("do not appear in this version")
    page.get_by_label("Quote").fill(QUOTE)
    page.get_by_role("button", name="Cite").click()
    expect(page.locator("[data-claim-panel] blockquote")).to_contain_text(QUOTE)


def judge(page: Page) -> None:
    page.get_by_role("radio", name="Verified").check()
    page.locator("form.judge").get_by_label("Reason").fill("The register of dams gives the same height.")
    page.get_by_role("button", name="Submit for sign-off").click()
    expect(page.locator(".messages")).to_contain_text("Judgement submitted. This is the next claim.")


def sign_off(page: Page) -> None:
    """As an editor, find the claim among those that wait, and sign it off."""
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Waiting for sign-off").click()
    page.locator("[data-row]", has_text="Orsk Dam is 96").click()
    page.get_by_role("button", name="Sign off as verified").click()
    expect(page.locator(".messages")).to_contain_text("Signed off and published.")


def print_it(page: Page, article: str) -> None:
    page.goto(article)
    page.get_by_role("link", name="Print view").click()
    verdict = page.locator(".verdicts > li", has_text="Orsk Dam is 96")
    expect(verdict).to_contain_text("The register of dams gives the same height.")
    expect(verdict).to_contain_text("Signed off by editor")


def test_an_article_comes_to_its_verdict(sit_down):
    ada = sit_down("analyst")
    article = hand_in(ada)
    read_it(ada)
    add_source(ada)
    ada.goto(article)
    open_claim(ada, "96 metres")
    cite_by_typing(ada)
    judge(ada)
    sign_off(sit_down("editor"))
    print_it(ada, article)


def test_the_desk_is_searched_narrowed_and_turned_over(sit_down):
    ada = sit_down("analyst")
    rows = ada.locator("tbody tr")
    first_page = rows.all_inner_texts()
    ada.get_by_role("link", name="More claims").click()
    ada.wait_for_url("**after=**")
    assert set(rows.all_inner_texts()).isdisjoint(first_page)
    ada.get_by_role("link", name="First page").click()
    expect(rows).to_have_count(len(first_page))
    ada.get_by_label("Verdict").select_option("wrong")
    ada.get_by_role("button", name="Apply").click()
    ada.wait_for_url("**rating=wrong**")
    assert all("Wrong" in row for row in rows.all_inner_texts())
    ada.get_by_role("searchbox", name="Search claims").fill("thrust")
    ada.keyboard.press("Enter")
    ada.wait_for_url("**q=thrust**")
    expect(rows.first.locator("mark").first).to_have_text(re.compile("thrust", re.IGNORECASE))


def test_a_notice_is_read_and_leads_to_its_claim(sit_down):
    edith, ada = sit_down("editor"), sit_down("analyst")
    edith.locator("[data-row]").first.click()
    text = edith.locator("[data-claim-panel] .claim-text").inner_text()
    edith.get_by_label("New comment").fill("@analyst the second figure is the better one.")
    edith.get_by_role("button", name="Add comment").click()
    expect(edith.locator(".messages")).to_contain_text("Comment added.")
    ada.get_by_role("link", name="Inbox").click()
    notice = ada.locator(".notices > li.unread", has_text="the second figure is the better one")
    notice.get_by_role("button", name="Open the claim").click()
    expect(ada.locator("[data-claim-panel] .claim-text")).to_have_text(text)
    ada.goto("/notices/")
    expect(notice).to_have_count(0)
