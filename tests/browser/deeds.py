"""What people do at the desk in a day, each deed as they do it: with the mouse, or with the keyboard alone."""

import json
import re

from playwright.sync_api import Locator, Page, expect

ARTICLE = (
    "The bridge that grew\n\n"
    "date 2023-05-11 The Veldan Bridge is 1,204 metres long. The Veldan Bridge has 14 piers. "
    "The Veldan Bridge was opened in May 1998. The Veldan Bridge cost 310 million euros. "
    "The Veldan Bridge carries 48,000 vehicles a day. The deck of the Veldan Bridge is 31 metres wide. "
    "The towers of the Veldan Bridge are 142 metres high. The Veldan Bridge contains 26,500 tonnes of steel. "
    "The Veldan Bridge was designed by Marta Ilvik. The Veldan Bridge has six lanes. "
    "The Veldan Bridge was repainted in 2011 and its lamps were replaced in 2014. "
    "The Veldan Bridge is lit by 620 lamps. "
    "Was it 12 years or 13 years before the first repair? "
    "Cross it at dawn for the fog below the deck."
)
#: The register agrees with seven of the ten claims that are judged, and gives another number for three.
REGISTER = (
    "Register of Large Bridges, sheet 77. The Veldan Bridge is 1,240 metres long. The Veldan Bridge has 14 piers. "
    "The Veldan Bridge was opened in May 1998. The Veldan Bridge cost 340 million euros. "
    "The Veldan Bridge carries 48,000 vehicles a day. The deck of the Veldan Bridge is 31 metres wide. "
    "The towers of the Veldan Bridge are 124 metres high. The Veldan Bridge contains 26,500 tonnes of steel. "
    "The Veldan Bridge was designed by Marta Ilvik. The Veldan Bridge has six lanes. "
    "Traffic is counted at the eastern ramp.\n"
)
REGISTER_TITLE = "Register of Large Bridges, sheet 77"
LENGTH = "The Veldan Bridge is 1,240 metres long."
NEW_LENGTH = "The Veldan Bridge is 1,420 metres long."
JUDGED = {
    "1,204 metres": "wrong",
    "14 piers": "verified",
    "May 1998": "verified",
    "310 million": "wrong",
    "48,000 vehicles": "verified",
    "31 metres": "verified",
    "142 metres": "wrong",
    "26,500 tonnes": "verified",
    "Marta Ilvik": "verified",
    "six lanes": "verified",
}
KEY_OF_RATING = {"verified": "v", "disputed": "d", "wrong": "w"}
KEY_OF_STANCE = {"verified": "1", "wrong": "2"}
PRESSES_AT_MOST = 4


class Keyboard:
    """A person's keyboard that counts what is pressed. Keys held together are one press."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self._page.keyboard.press(key)


def select_words(page: Page, place: str, words: str) -> None:
    """Drag the mouse over words of a text, from before the first letter to behind the last one."""
    corners = page.evaluate(
        """([place, words]) => {
            const root = document.querySelector(place);
            const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const from = root.textContent.indexOf(words), range = document.createRange();
            for (let at = 0; nodes.nextNode(); at += nodes.currentNode.data.length) {
                const node = nodes.currentNode, end = from + words.length;
                if (at <= from && from < at + node.data.length) range.setStart(node, from - at);
                if (at < end && end <= at + node.data.length) range.setEnd(node, end - at);
            }
            range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
            const lines = range.getClientRects(), first = lines[0], last = lines[lines.length - 1];
            return [first.left + 0.5, first.top + first.height / 2, last.right - 0.5, last.top + last.height / 2];
        }""",
        [place, words],
    )
    page.mouse.move(*corners[:2])
    page.mouse.down()
    page.mouse.move(*corners[2:], steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()") == words


def claim_in_text(page: Page, words: str) -> Locator:
    return page.locator(".read a.claim", has_text=words).first


def open_claim(page: Page, words: str) -> Locator:
    """Press the claim in the text; return its panel."""
    claim_in_text(page, words).click()
    panel = page.locator("#panel")
    expect(panel.locator(".claim-text")).to_contain_text(words)
    return panel


def expect_claim(page: Page, words: str) -> None:
    """Wait until the page is loaded with this claim chosen."""
    expect(page.locator("[data-claim-panel] .claim-text")).to_contain_text(words)
    page.wait_for_load_state()


def expect_told(page: Page, words: str) -> None:
    expect(page.locator(".messages")).to_contain_text(words)


def hand_in(page: Page) -> str:
    """Hand in the article for two blind readers; return its address when the worker has split it."""
    page.get_by_role("link", name="Submit an article").first.click()
    page.get_by_label("Pasted text").fill(ARTICLE)
    page.get_by_label("Judgements per claim").select_option(label="Two, given independently")
    page.get_by_role("button", name="Submit").click()
    expect(claim_in_text(page, "1,204 metres")).to_be_visible()
    expect(page.locator("article > .meta").first).to_contain_text("two judgements per claim")
    return page.url.split("?")[0]


def add_a_claim(page: Page) -> None:
    """Select what the splitter took for no claim, and put it on the desk in other words."""
    select_words(page, ".read", "Cross it at dawn")
    page.keyboard.press("+")
    expect(page.get_by_role("textbox", name="Claim", exact=True)).to_be_focused()
    page.keyboard.type("Few people cross the Veldan Bridge at dawn.")
    page.get_by_role("button", name="Add claim").click()
    expect_told(page, "The claim is on the desk.")
    expect_claim(page, "Few people cross the Veldan Bridge at dawn.")


def reword_a_claim(page: Page) -> None:
    panel = open_claim(page, "620 lamps")
    panel.get_by_text("Reword, split or merge").click()
    panel.get_by_label("Wording", exact=True).fill("The Veldan Bridge is lit by 620 lamps at night.")
    panel.get_by_role("button", name="Save wording").click()
    expect_told(page, "The claim has been reworded.")
    expect_claim(page, "620 lamps at night")


def split_a_claim(page: Page) -> None:
    page.locator("#panel").get_by_text("Reword, split or merge").click()
    page.get_by_label("Wording", exact=True).fill(
        "The Veldan Bridge has 620 lamps.\nThe Veldan Bridge is lit at night."
    )
    page.get_by_role("button", name="Save wording").click()
    expect_told(page, "Replaced by 2 claims.")


def merge_two_claims(page: Page) -> None:
    panel = open_claim(page, "repainted in 2011")
    panel.get_by_text("Reword, split or merge").click()
    panel.get_by_label("Wording that replaces this claim and the next").fill(
        "The Veldan Bridge was repainted in 2011, and its lamps were replaced in 2014."
    )
    panel.get_by_role("button", name="Merge claims").click()
    expect_told(page, "The two claims have been merged.")


def dismiss_a_mark(page: Page) -> None:
    summary = page.locator("#open-marks summary")
    before = int(summary.inner_text().split()[0])
    summary.click()
    row = page.locator("#open-marks li", has_text="12 years")
    row.get_by_label("Reason it needs no claim").fill("It is a question.")
    row.get_by_role("button", name="Dismiss").click()
    expect(summary).to_contain_text(f"{before - 1} open")


def add_source(page: Page) -> str:
    """Add the register to the library; return its address. A page of this machine is no source."""
    page.goto("/sources/new/")
    page.get_by_label("Web address").fill("http://127.0.0.1/sheet")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_contain_text("not on the public internet")
    page.get_by_label("Web address").fill("")
    upload(page, "File", REGISTER)
    page.get_by_label("Title").fill(REGISTER_TITLE)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", name=REGISTER_TITLE)).to_be_visible()
    return page.url


def upload(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).set_input_files({"name": "sheet.txt", "mimeType": "text/plain", "buffer": text.encode()})


def find_evidence(page: Page) -> None:
    """Look in the library for what the chosen claim speaks of, and open the register."""
    page.locator("[data-claim-panel]").get_by_role("link", name="Search for evidence").click()
    expect(page.get_by_role("searchbox", name="Search the library")).to_be_focused()
    page.locator("#evidence").get_by_role("link", name=REGISTER_TITLE).click()
    expect(page.locator("#snapshot-text")).to_be_visible()
    page.wait_for_load_state()


def cite_by_selection(page: Page, words: str, *, stance: str) -> None:
    """Select words of the source with the mouse, and cite them with a key. Too few of them are refused."""
    find_evidence(page)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)  # the person chooses
    select_words(page, "#snapshot-text", "1,")
    page.get_by_role("radio", name=stance).check()
    page.keyboard.press("c")
    expect(page.get_by_role("alert")).to_contain_text("too short to find again")
    page.wait_for_load_state()
    select_words(page, "#snapshot-text", words)
    expect(page.get_by_label("Quote")).to_have_value(words)
    page.get_by_role("radio", name=stance).check()
    page.keyboard.press("c")
    expect(page.locator("[data-claim-panel] blockquote").last).to_contain_text(words)
    page.wait_for_load_state()


def judge_by_keys(page: Page, rating: str) -> int:
    """Judge the chosen claim, taking the sentence that the evidence offers. Return how many keys that took."""
    keyboard = Keyboard(page)
    keyboard.press(KEY_OF_RATING[rating])
    keyboard.press("r")
    expect(page.locator("form.judge").get_by_label("Reason")).not_to_have_value("")
    keyboard.press("Control+Enter")
    expect_told(page, "Judgement submitted.")
    return keyboard.presses


def cite_by_keys(page: Page, words: str, rating: str) -> None:
    """Cite the best sentence of the library for the chosen claim without a mouse."""
    page.keyboard.press("e")
    expect(page.locator("#evidence-search")).to_be_focused()
    page.keyboard.press("Escape")
    is_decided = page.locator("#evidence [data-key=c]").first.evaluate("place => place.matches('button')")
    page.keyboard.press("c")
    if not is_decided:  # the check leaves the stance to the person, in the source itself
        expect(page.locator("#suggested")).to_contain_text("Veldan Bridge")
        page.wait_for_load_state()
        page.keyboard.press(KEY_OF_STANCE[rating])
        page.keyboard.press("c")
    expect_claim(page, words)
    expect_told(page, "Cited.")


def judge_ten_claims_by_keys(page: Page) -> None:
    """From the first claim, whose citation is there, to the tenth, with the keyboard alone."""
    presses = {}
    for words, rating in JUDGED.items():
        expect_claim(page, words)
        if presses:
            cite_by_keys(page, words, rating)
        presses[words] = judge_by_keys(page, rating)
        page.wait_for_load_state()
    assert presses == dict.fromkeys(JUDGED, 3)
    assert max(presses.values()) <= PRESSES_AT_MOST


def judge_blind_and_disagree(page: Page, article: str) -> str:
    """Give the second judgement without seeing the first. Return the number of the claim."""
    page.goto(article)
    panel = open_claim(page, "1,204 metres")
    for hidden in (LENGTH, "says:", "Wrong by", "analyst:"):
        expect(panel).not_to_contain_text(hidden)
    expect(panel).to_contain_text("No citations yet.")
    expect(panel).to_contain_text("One judgement has been submitted. You will see it once you have submitted yours.")
    cite_by_selection(page, LENGTH, stance="contradicts")
    claim = page.locator("[data-claim-panel]").get_attribute("data-claim-panel")
    page.get_by_role("radio", name="Disputed").check()
    page.locator("form.judge").get_by_label("Reason").fill(
        "The ramps may be counted in the register and not in the article."
    )
    page.get_by_label("Then go to the next unjudged claim").uncheck()
    page.get_by_role("button", name="Submit for sign-off").click()
    expect(page.locator("#panel .tags").first).to_contain_text("Judges disagree")
    expect(page.locator("#panel")).to_contain_text("Wrong by analyst")
    return claim


def inbox(page: Page) -> Locator:
    page.goto("/notices/")
    return page.locator(".notices > li")


def notices_of(page: Page, kind: str) -> Locator:
    """What this person was told of that kind about the claim of the day."""
    return inbox(page).filter(has_text=kind).filter(has_text="Veldan Bridge is 1,204")


def decide_between_the_two(page: Page) -> None:
    """As an editor, follow the notice to the claim, and decide."""
    notice = notices_of(page, "Two judgements differ")
    expect(notice).to_have_count(1)
    notice.get_by_role("button", name="Open the claim").click()
    expect_claim(page, "1,204 metres")
    expect(page.locator("[data-claim-panel]")).to_contain_text("Disputed by analyst2")
    judge_by_keys(page, "wrong")


def sign_off_from_the_queue(page: Page) -> None:
    """As somebody who judged nothing here, see in the queue what is open, and sign off on the claim's page."""
    page.goto("/admin/reviews/review/")
    row = page.locator("tr", has_text="1,204 metres").filter(has_text="Waiting for sign-off")
    expect(row).to_contain_text(re.compile(r"\d+ open marks? in its article"))
    row.get_by_role("link", name="1,204 metres").click()
    page.get_by_role("link", name="Open the claim").click()
    expect(page.get_by_text("Before you sign off:")).to_be_visible()
    page.get_by_role("button", name="Sign off as wrong").click()
    expect_told(page, "Signed off and published.")


def change_the_source(page: Page, source: str, article: str, claim: str) -> None:
    """Upload what the register says now, and have the citations looked at; wait until the verdict is doubted."""
    page.goto(source)
    upload(page, "New version", REGISTER.replace("1,240", "1,420"))
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text(re.compile("version", re.IGNORECASE)).first).to_be_visible()
    look_again(page, article, claim)
    wait_for_row(page, "/?view=endangered", "1,204 metres", "Number changed · review 2")


def look_again(page: Page, article: str, claim: str) -> None:
    page.goto(f"{article}?claim={claim}")
    page.get_by_role("button", name="Re-check citations").click()
    expect_told(page, "queued")


def wait_for_row(page: Page, address: str, words: str, state: str) -> None:
    """Reload the desk, as a person would, until a row is in this state."""
    row = page.locator("tbody tr", has_text=words)

    def is_there() -> bool:
        page.goto(address)
        return row.count() > 0

    assert any(is_there() for _ in range(60))
    expect(row).to_contain_text(state)


def read_the_verdicts(page: Page) -> list[dict]:
    """What a program reads of the claim: its verdicts, oldest first."""
    lines = page.request.get("/api/v1/export/verdicts.ndjson").text().splitlines()
    return [each for each in map(json.loads, lines) if "1,204 metres" in each["claim"]["text"]]


def judge_round_two(page: Page, article: str, claim: str) -> None:
    page.goto(f"{article}?claim={claim}")
    expect(page.locator("#panel .finding.endangered")).to_contain_text("1,420")
    cite_by_selection(page, NEW_LENGTH, stance="contradicts")
    page.keyboard.press("w")
    page.keyboard.type("The register gives 1,420 metres by now.")
    page.keyboard.press("Control+Enter")
    expect_told(page, "Judgement submitted.")


def give_two_claims_to(page: Page, name: str) -> list[str]:
    """Tick the first two claims that nobody has, by key, and assign them. Return what they say."""
    page.goto("/?view=open&assignee=nobody")
    rows = page.locator("[data-row]")
    texts = [rows.nth(number).inner_text() for number in range(2)]
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    page.get_by_text("Actions for selected claims").click()
    page.get_by_label("Assign to").select_option(label=name)
    page.get_by_role("button", name="Assign", exact=True).click()
    expect_told(page, "2 claims assigned.")
    return texts


def open_a_sample_claim(page: Page) -> None:
    """Open a claim that waits in the first sample article, which asks for one reader."""
    page.goto("/?view=open&article=1")
    page.locator("[data-row]").last.click()
    expect(page.locator("[data-claim-panel]")).to_be_visible()
    page.wait_for_load_state()


def name_the_other(page: Page, words: str) -> None:
    page.get_by_label("New comment").fill(words)
    page.get_by_role("button", name="Add comment").click()
    expect_told(page, "Comment added.")


def walk_over_claims(page: Page, *, steps: int) -> None:
    """Go down the text by key; each claim that is opened has the focus."""
    for _ in range(steps):
        before = page.locator("[data-claim-panel]").get_attribute("data-claim-panel")
        page.keyboard.press("j")
        expect(page.locator("[data-claim-panel]")).not_to_have_attribute("data-claim-panel", before)
        expect(page.locator("#panel .claim-text")).to_be_focused()


def complaints_of(page: Page) -> list[str]:
    """What went wrong in the window; that a form was refused with its reason is what was asked for."""
    return [each for each in page.complaints if "422 (Unprocessable" not in each]
