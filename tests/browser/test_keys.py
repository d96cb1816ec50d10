"""The keyboard: the list of keys, and that nothing behind it moves while it is open."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_question_mark_lists_every_key_and_escape_closes_the_list(sign_in):
    page = sign_in("analyst")
    keys = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(keys).to_be_hidden()
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    assert " ".join(keys.locator("kbd").all_inner_texts()) == (
        "j k n m v d w r Ctrl Enter a e c 1 2 3 1 2 3 + x y x g d a f s r l q i / Esc ?"
    )
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="Shortcuts").click()
    keys.get_by_role("button", name="Close").click()
    expect(keys).to_be_hidden()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')")
    assert page.complaints == []


def test_a_question_mark_in_a_field_is_written(sign_in):
    page = sign_in("analyst")
    page.keyboard.press("/")
    page.keyboard.type("why?")
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("why?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()


def test_n_goes_from_one_unjudged_claim_of_a_text_to_the_next(sign_in):
    page = sign_in("analyst")
    page.goto("/articles/")
    page.locator("main a[href^='/articles/']:not([href$='new/'])").first.click()
    page.wait_for_url("**/articles/*/", wait_until="load")
    unjudged = page.locator("a.claim.open[id]")
    expect(unjudged.nth(1)).to_be_attached()
    for number in range(2):
        page.keyboard.press("n")
        expect(unjudged.nth(number)).to_have_class("claim open here")
    assert page.complaints == []


def test_g_and_a_letter_go_to_each_page_of_the_head(sign_in):
    page = sign_in("analyst")
    places = {
        "a": "/articles/",
        "f": "/findings/",
        "s": "/sources/",
        "r": "/rechecks/",
        "l": "/ledger/",
        "q": "/quality/",
        "i": "/notices/",
        "d": "/",
    }
    for letter, path in places.items():
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(lambda url, path=path: urlsplit(url).path == path)
    assert page.complaints == []


def test_a_letter_that_leads_nowhere_after_g_is_a_key_again(sign_in):
    page = sign_in("analyst")
    page.keyboard.press("g")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    assert page.complaints == []


def test_escape_leaves_a_field_and_keeps_what_was_typed(sign_in):
    page = sign_in("analyst")
    page.keyboard.press("/")
    page.keyboard.type("thrust")
    page.keyboard.press("Escape")
    expect(page.locator("#main")).to_be_focused()
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("thrust")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
