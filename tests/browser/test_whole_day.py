"""One day at the desk: an article from its first reading to a verdict that its source overtakes, by hand and by key."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.deeds import (
    LENGTH,
    add_a_claim,
    add_source,
    change_the_source,
    cite_by_selection,
    complaints_of,
    decide_between_the_two,
    dismiss_a_mark,
    expect_claim,
    give_two_claims_to,
    hand_in,
    inbox,
    judge_blind_and_disagree,
    judge_round_two,
    judge_ten_claims_by_keys,
    look_again,
    merge_two_claims,
    name_the_other,
    notices_of,
    open_a_sample_claim,
    open_claim,
    read_the_verdicts,
    reword_a_claim,
    sign_off_from_the_queue,
    split_a_claim,
    walk_over_claims,
)

pytestmark = pytest.mark.browser

#: Complains in the console, and so in `page.complaints`, when a swap leaves somebody who was at a place at none.
WATCH_THE_FOCUS = """
let wasSomewhere = false;
document.addEventListener("htmx:beforeSwap", () => { wasSomewhere = document.activeElement !== document.body; }, true);
document.addEventListener("htmx:afterSettle", (event) => setTimeout(() => {
    if (wasSomewhere && document.activeElement === document.body)
        console.error("the focus was lost when #" + event.detail.target.id + " was replaced");
}), true);
"""


@pytest.fixture
def sit_down(sign_in):
    """Return a way to open a signed-in window whose lost focus is a complaint."""

    def sit_down_as(username: str) -> Page:
        page = sign_in(username)
        page.add_init_script(WATCH_THE_FOCUS)
        return page

    return sit_down_as


def test_an_article_goes_through_the_day_from_its_claims_to_a_superseded_verdict(sit_down):
    ada, bruno = sit_down("analyst"), sit_down("analyst2")
    article = hand_in(ada)
    add_a_claim(ada)
    reword_a_claim(ada)
    split_a_claim(ada)
    merge_two_claims(ada)
    dismiss_a_mark(ada)
    source = add_source(ada)
    ada.goto(article)
    open_claim(ada, "1,204 metres")
    cite_by_selection(ada, LENGTH, stance="contradicts")
    judge_ten_claims_by_keys(ada)

    claim = judge_blind_and_disagree(bruno, article)
    edith, admin = sit_down("editor"), sit_down("admin")
    decide_between_the_two(edith)
    edith.goto(f"{article}?claim={claim}")
    expect(edith.get_by_role("button", name="Sign off")).to_have_count(0)
    sign_off_from_the_queue(admin)
    [first] = read_the_verdicts(admin)
    assert (first["rating"], first["stands"], first["endangered"]) == ("wrong", True, False)

    change_the_source(ada, source, article, claim)
    look_again(ada, article, claim)
    for person in (ada, bruno, edith):
        expect(notices_of(person, "A source of a verdict changed")).to_have_count(1)
    judge_round_two(ada, article, claim)
    judge_round_two(bruno, article, claim)
    sign_off_from_the_queue(admin)
    [first, second] = read_the_verdicts(admin)
    assert (first["stands"], first["superseded_by"]) == (False, second["id"])
    assert (second["rating"], second["round"], second["supersedes"]) == ("wrong", 2, first["id"])
    assert [complaints_of(person) for person in (ada, bruno, edith, admin)] == [[]] * 4


def test_what_is_given_out_on_the_desk_and_said_about_a_claim_reaches_the_other(sit_down):
    ada, bruno = sit_down("analyst"), sit_down("analyst2")
    given = give_two_claims_to(ada, "analyst2")
    bruno.goto("/?assignee=me&sort=newest")
    for text in given:
        expect(bruno.locator("[data-row]", has_text=text)).to_be_visible()

    open_a_sample_claim(ada)
    text = ada.locator(".claim-text").inner_text()
    name_the_other(ada, "@analyst2 page 12 of the yearbook has another figure.")
    notice = inbox(bruno).filter(has_text="page 12 of the yearbook")
    expect(notice).to_have_count(1)
    notice.get_by_role("button", name="Open the claim").click()
    expect_claim(bruno, text)
    expect(bruno.locator(".comments")).to_contain_text("page 12 of the yearbook")
    expect(bruno.locator(".presence")).to_contain_text("analyst")
    ada.reload()
    expect(ada.locator(".presence")).to_contain_text("analyst2")
    assert [complaints_of(person) for person in (ada, bruno)] == [[], []]


def test_the_focus_survives_every_part_that_is_replaced(sit_down):
    ada = sit_down("analyst")
    open_a_sample_claim(ada)
    walk_over_claims(ada, steps=3)
    ada.keyboard.press("e")
    expect(ada.locator("#evidence-search")).to_be_focused()
    ada.keyboard.type("exercise")
    ada.keyboard.press("Enter")
    expect(ada.locator("#evidence blockquote").first).to_be_visible()
    expect(ada.locator("#evidence-search")).to_be_focused()
    ada.keyboard.press("Escape")
    expect(ada.locator("#panel .claim-text")).to_be_focused()
    assert complaints_of(ada) == []
