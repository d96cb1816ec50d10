"""What somebody typed is there again, however the page was left, and gone when the site has taken it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_judging_keys import cite, submit

pytestmark = pytest.mark.browser

ARTICLE = (
    "A pump for the mill\n\n"
    "The mill pump lifts 42 litres a minute. The mill pump weighs 310 kg. The mill pump was built in 1987."
)
WORDS = "The sheet says another figure"
SITE_SAYS = "What you had typed here is back."


def reason(page: Page) -> Locator:
    return page.locator("form.judge textarea")


def open_claim(page: Page, words: str) -> None:
    page.locator("a.claim", has_text=words).first.click()
    expect(page.locator(".panel .claim-text")).to_contain_text(words)


def another_claim(page: Page, words: str) -> None:
    open_claim(page, "310 kg")
    expect(reason(page)).to_have_value("")
    open_claim(page, words)


def closed_and_moved_on(page: Page, words: str) -> None:
    page.locator(".panel .claim-text").focus()
    for key in ("Escape", "j", "k"):
        page.keyboard.press(key)
    open_claim(page, words)


def reloaded(page: Page, words: str) -> None:
    page.reload()


def another_page_and_back(page: Page, words: str) -> None:
    page.goto("/rechecks/")
    page.go_back()


def looked_for_evidence(page: Page, words: str) -> None:
    address = page.url
    page.get_by_role("link", name="Search for evidence").first.click()
    page.goto(address)


def sent_when_signed_out(page: Page, words: str) -> None:
    address = page.url
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    page.locator("form.judge input[value=wrong]").check()
    page.locator("form.judge button", has_text="Submit for sign-off").click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.context.add_cookies(cookies)
    page.goto(address)


def sent_without_a_citation(page: Page, words: str) -> None:
    address = page.url
    page.locator("form.judge input[value=wrong]").check()
    page.locator("form.judge button", has_text="Submit for sign-off").click()
    expect(page.locator("main [role=alert]").first).to_be_focused()
    expect(reason(page)).to_have_value(WORDS)
    page.goto(address)


LOSSES = (
    another_claim,
    closed_and_moved_on,
    reloaded,
    another_page_and_back,
    looked_for_evidence,
    sent_when_signed_out,
    sent_without_a_citation,
)


def test_a_reason_survives_every_way_to_lose_it_and_is_forgotten_when_it_was_taken(sign_in):
    page = sign_in("analyst", viewport={"width": 1280, "height": 900})
    article = submit(page, ARTICLE)
    open_claim(page, "42 litres")
    claim = page.locator("[data-claim-panel]").get_attribute("data-claim-panel")
    address = f"{article}?claim={claim}"
    page.goto(address)
    reason(page).fill(WORDS)
    for lose in LOSSES:
        lose(page, "42 litres")
        expect(reason(page), lose.__name__).to_have_value(WORDS)
        expect(page.locator("form.judge").get_by_text(SITE_SAYS), lose.__name__).to_be_visible()
        page.goto(address)

    second = page.context.new_page()
    second.goto(address)
    expect(reason(second)).to_have_value(WORDS)
    second.close()

    cite(page, claim)
    page.goto(address)
    page.locator("form.judge input[value=wrong]").check()
    page.locator("form.judge input[name=citations]").first.check()
    page.locator("form.judge button", has_text="Submit for sign-off").click()
    if page.locator("input[name=confirmed]").count():
        page.locator("input[name=confirmed]").check()
        page.locator("form.judge button", has_text="Submit for sign-off").click()
    expect(page.locator(".messages .success")).to_contain_text("Judgement submitted.")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft '))") == []


def test_a_draft_is_discarded_by_its_button(sign_in):
    page = sign_in("analyst")
    page.goto("/articles/new/")
    page.get_by_label("Pasted text").fill("Only begun")
    page.reload()
    expect(page.get_by_label("Pasted text")).to_have_value("Only begun")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_label("Pasted text")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Pasted text")).to_have_value("")


def test_nobody_sees_what_somebody_else_typed_in_the_same_browser(sign_in):
    page = sign_in("analyst")
    page.goto("/articles/new/")
    page.get_by_label("Pasted text").fill("Mine alone")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_label("Username").fill("analyst2")
    page.get_by_label("Password").fill("plumbline-demo")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    page.goto("/articles/new/")
    expect(page.get_by_label("Pasted text")).to_have_value("")
