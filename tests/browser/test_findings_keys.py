"""The inbox of findings by keys: y and x decide the row in hand, and the next one is then in hand."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_finding_is_dismissed_by_a_key_and_the_next_one_is_in_hand(sign_in):
    page = sign_in("editor")
    page.goto("/findings/")
    rows = page.locator(".finding-row")
    expect(rows.nth(1)).to_be_visible()
    page.keyboard.press("x")
    assert rows.nth(0).locator("button").count() == 2, "no row was in hand, so nothing may be decided"
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(rows.nth(0)).to_contain_text("Dismissed")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("y")
    expect(rows.nth(1)).to_contain_text("Accepted")
    assert page.complaints == []


def test_an_entry_is_checked_in_place(sign_in):
    page = sign_in("analyst")
    page.goto("/ledger/1/")
    page.get_by_role("button", name="Verify this entry").click()
    expect(page.locator(".proof")).to_contain_text("Everything is correct.")
    assert page.url.endswith("/ledger/1/")
    assert page.complaints == []
