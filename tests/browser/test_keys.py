"""The keyboard: the list of keys, and that nothing behind it moves while it is open."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_question_mark_lists_every_key_and_escape_closes_the_list(sign_in):
    page = sign_in("analyst")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_hidden()
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    assert keys.locator("kbd").all_inner_texts() == (
        ["j", "k", "n", "m", "v", "d", "w", "r", "Ctrl", "Enter", "a", "e", "c", "+", "x", "y", "x", "/", "?"]
    )
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
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
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


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
