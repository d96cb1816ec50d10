"""Judging from the keyboard alone: few keys, nothing written where it wasn't meant, the focus never lost."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ARTICLE = (
    "An engine changes hands\n\n"
    "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N. The RD-180 rocket engine weighs 5.5 tons. "
    "The RD-180 rocket engine was first flown in 2000."
)
SHEET = "Judging test sheet. The RD-180 rocket engine has a maximum vacuum thrust of 4.15 MN. It burns kerosene."
QUOTE = "The RD-180 rocket engine has a maximum vacuum thrust of 4.15 MN."

#: Two presses of a key before the page has done anything else.
TWICE_AT_ONCE = """(key) => {
  for (let press = 0; press < 2; press += 1) {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  }
}"""


def submit(page: Page, text: str) -> str:
    """Hand in an article; return its address when its claims are there."""
    page.goto("/articles/new/")
    page.get_by_label("Pasted text").fill(text)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("a.claim").first).to_be_visible()
    return page.url.split("?")[0]


def cite(page: Page, claim: str) -> None:
    """Cite a sheet, which is uploaded for it, against a claim."""
    page.goto("/sources/new/")
    page.get_by_label("File").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": SHEET.encode()})
    page.get_by_label("Title").fill("Judging test sheet")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", name="Judging test sheet")).to_be_visible()
    page.goto(f"/claims/{claim}/evidence/?q=Judging")
    page.get_by_role("link", name="Judging test sheet").first.click()
    page.get_by_label("Quote").fill(QUOTE)
    page.get_by_role("radio", name="contradicts").check()
    page.get_by_role("button", name="Cite").click()
    expect(page.locator(".panel blockquote")).to_contain_text("4.15 MN")


@pytest.fixture
def article(sign_in):
    """An analyst's window on an article whose first claim has a citation."""
    page = sign_in("analyst")
    address = submit(page, ARTICLE + f" Serial number {id(page)}.")
    claim = page.locator("a.claim", has_text="4150 N").get_attribute("data-claim")
    cite(page, claim)
    page.goto(f"{address}?claim={claim}")
    return page


def test_a_claim_with_a_citation_is_judged_with_three_presses(article):
    judged = article.locator("[data-claim-panel]").get_attribute("data-claim-panel")
    article.keyboard.press("w")
    expect(article.get_by_role("button", name="Use r")).to_be_focused()
    article.keyboard.press("r")
    expect(article.locator("form.judge").get_by_label("Reason")).to_be_focused()
    assert "4.15 MN" in article.locator("form.judge").get_by_label("Reason").input_value()
    article.keyboard.press("Control+Enter")
    expect(article.get_by_text("Judgement submitted. This is the next claim.")).to_be_visible()
    assert article.locator("[data-claim-panel]").get_attribute("data-claim-panel") != judged
    expect(article.locator(f"a.claim.approval[data-claim='{judged}']")).to_be_visible()
    assert article.complaints == []


def test_a_reason_of_ones_own_is_written_where_it_belongs(article):
    article.keyboard.press("w")
    article.keyboard.type("The sheet reads otherwise; see vacuum.")
    expect(article.locator("form.judge").get_by_label("Reason")).to_have_value("The sheet reads otherwise; see vacuum.")
    expect(article.get_by_role("radio", name="Wrong")).to_be_checked()


def test_a_sentence_that_does_not_fit_the_rating_is_not_offered(article):
    article.keyboard.press("v")
    expect(article.locator("form.judge").get_by_label("Reason")).to_be_focused()
    expect(article.get_by_role("button", name="Use r")).to_be_hidden()


def test_the_focus_follows_what_was_opened_and_is_never_lost(article):
    article.locator("a.claim", has_text="5.5 tons").click()
    expect(article.locator("#panel h2.claim-text")).to_contain_text("5.5 tons")
    expect(article.locator("#panel h2.claim-text")).to_be_focused()
    article.keyboard.press("k")
    expect(article.locator("#panel h2.claim-text")).to_contain_text("4150 N")
    expect(article.locator("#panel h2.claim-text")).to_be_focused()
    article.keyboard.press("e")
    expect(article.get_by_role("searchbox", name="Search the library")).to_be_focused()
    article.keyboard.type("kerosene")
    article.keyboard.press("Enter")
    expect(article.locator("#evidence li").first).to_be_visible()
    expect(article.get_by_role("searchbox", name="Search the library")).to_be_focused()
    assert article.complaints == []


def test_j_pressed_faster_than_the_panels_come_goes_on(article):
    article.evaluate("document.activeElement.blur()")
    claims = article.locator("a.claim[id]")
    first = claims.evaluate_all("all => all.findIndex((each) => each.classList.contains('here'))")
    article.evaluate(TWICE_AT_ONCE, "j")
    expect(claims.nth(first + 2)).to_have_class("claim open here")


def test_a_claim_is_taken_with_one_key(article):
    article.keyboard.press("a")
    expect(article.get_by_text("The claim is assigned to you.")).to_be_visible()
    expect(article.locator(".assigned")).to_contain_text("Assigned to analyst")


def test_words_that_are_selected_become_a_claim_with_one_key(article):
    words = "The RD-180 rocket engine was first flown"
    article.evaluate(
        """(words) => {
            const texts = document.createTreeWalker(document.querySelector('.read'), NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const start = texts.currentNode.data.indexOf(words);
                if (start < 0) continue;
                document.getSelection().setBaseAndExtent(
                    texts.currentNode, start, texts.currentNode, start + words.length);
                return;
            }
        }""",
        words,
    )
    article.keyboard.press("+")
    expect(article.get_by_label("Words in the article")).to_have_value(words)
    expect(article.get_by_role("textbox", name="Claim", exact=True)).to_be_focused()
    article.get_by_role("button", name="Add claim").click()
    expect(article.get_by_text("The claim is on the desk.")).to_be_visible()
    assert article.complaints == []


def test_m_goes_to_the_marks_that_no_claim_covers(sign_in):
    page = sign_in("analyst")
    submit(page, "Was it 42 tons or 43 tons? Who can say. The RD-180 rocket engine weighs 5.5 tons.")
    page.wait_for_load_state()  # the keys are there when the scripts are
    marks = page.locator(".read .mark")
    for number in range(marks.count()):
        page.keyboard.press("m")
        expect(marks.nth(number)).to_be_focused()


def test_the_other_person_is_seen_before_both_judge(article, sign_in):
    other = sign_in("editor")
    other.goto(article.url)
    expect(other.locator(".presence")).to_have_text("analyst has this claim open too.")
    article.reload()
    expect(article.locator(".presence")).to_have_text("editor has this claim open too.")


def test_from_an_open_claim_to_a_cited_verdict_in_four_clicks_and_without_leaving_the_article(sign_in):
    page = sign_in("analyst")
    submit(page, ARTICLE + f" Batch number {id(page)}.")
    page.locator("a.claim", has_text="4150 N").click()  # the open claim
    panel = page.locator("#panel")
    panel.get_by_role("button", name="Cite as contradicting").first.click()
    expect(panel.locator(".messages")).to_contain_text("Cited.")
    panel.get_by_text("Wrong", exact=False).first.click()
    panel.get_by_role("button", name="Use r").click()
    panel.get_by_role("button", name="Submit for sign-off").click()
    expect(page.locator("#panel .messages")).to_contain_text("Judgement submitted. This is the next claim.")
    assert page.complaints == []


def test_and_with_five_keys(sign_in):
    page = sign_in("analyst")
    submit(page, ARTICLE + f" Part number {id(page)}.")
    page.locator("a.claim", has_text="4150 N").click()
    expect(page.get_by_role("button", name="Cite as contradicting").first).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator("#panel .messages")).to_contain_text("Cited.")
    for key in ("w", "r", "Control+Enter"):
        page.keyboard.press(key)
    expect(page.locator("#panel .messages")).to_contain_text("Judgement submitted. This is the next claim.")
    assert page.complaints == []
