"""The desk by keyboard: rows are walked over, selected, and dealt with together."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_x_selects_the_row_in_focus_and_what_is_selected_is_dealt_with_together(sign_in):
    page = sign_in("analyst")
    boxes, rows = page.locator("input[name=claims]"), page.locator("tbody tr")
    for key in ("j", "x", "j", "x", "j", "x", "x"):
        page.keyboard.press(key)
    ticked = [boxes.nth(number).is_checked() for number in range(3)]
    assert (ticked, page.evaluate("document.activeElement.matches('[data-row]')")) == ([True, True, False], True)
    expect(page.locator("[data-selected]")).to_have_text("(2)")
    page.get_by_text("Actions for selected claims").click()
    page.get_by_label("Priority").last.select_option(label="Urgent")
    page.get_by_role("button", name="Set priority").click()
    expect(page.get_by_role("status")).to_have_text("Priority set for 2 claims.")
    assert ["Urgent" in rows.nth(number).inner_text() for number in range(3)] == [True, True, False]
    assert page.complaints == []


def test_one_box_selects_the_page_and_says_so_when_a_row_is_left_out(sign_in):
    page = sign_in("analyst")
    boxes, everything = page.locator("input[name=claims]"), page.get_by_label("All on this page")
    everything.check()
    many = boxes.count()
    expect(page.locator("input[name=claims]:checked")).to_have_count(many)
    boxes.first.uncheck()
    expect(everything).not_to_be_checked()
    expect(page.locator("[data-selected]")).to_have_text(f"({many - 1})")


def test_x_in_a_field_is_written(sign_in):
    page = sign_in("analyst")
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.type("xx")
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("xx")
    expect(page.locator("input[name=claims]:checked")).to_have_count(0)


def test_enter_in_the_reason_dismisses_nothing(sign_in):
    page = sign_in("analyst")
    page.locator("input[name=claims]").first.check()
    page.get_by_text("Actions for selected claims").click()
    page.get_by_label("Reason").fill("Satire.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Choose an action.")


def test_the_desk_is_narrowed_without_javascript(sign_in):
    page = sign_in("analyst", java_script_enabled=False)
    page.get_by_label("Verdict").select_option("wrong")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**/?*rating=wrong*")
    page.locator("input[name=all]").check()
    page.get_by_text("Actions for selected claims").click()
    page.get_by_role("button", name="Re-check citations").click()
    expect(page.get_by_role("status")).to_contain_text("Re-checks queued for")
