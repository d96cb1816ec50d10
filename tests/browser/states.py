"""What pages look like in use: chosen, opened, refused, empty, or seen by somebody else. Each is a way to get there."""

import re
import time
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from playwright.sync_api import Page

from tests.browser.people import People, claim_in, make_key

STATES: dict[str, Callable[[People], Page]] = {}


def state(way: Callable[[People], Page]) -> Callable[[People], Page]:
    """Add a way to the list, under its own name."""
    STATES[way.__name__.replace("_", "-")] = way
    return way


def _number_of(address: str) -> str:
    return re.search(r"claim=(\d+)", address)[1]


def _send_as_it_is(page: Page, button: str) -> Page:
    """Send a form past the browser's own checks, so that the page says what is wrong with it."""
    page.evaluate("document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })")
    page.locator("main").get_by_role("button", name=button, exact=True).first.click()
    page.wait_for_load_state()
    return page


def _open_everything(page: Page) -> Page:
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    return page


def _goto(page: Page, address: str) -> Page:
    page.goto(address)
    return page


# The desk.


@state
def desk_with_a_changed_source(people: People) -> Page:
    return _goto(people.analyst, "/?view=endangered")


@state
def desk_with_selected_claims(people: People) -> Page:
    page = _goto(people.analyst, "/")
    for number in (0, 1):
        page.locator("input[name=claims]").nth(number).check()
    return _open_everything(page)


@state
def desk_searched(people: People) -> Page:
    return _goto(people.analyst, "/?q=engine")


@state
def desk_with_nothing_found(people: People) -> Page:
    return _goto(people.analyst, "/?q=zzzzzz")


@state
def desk_with_a_wrong_filter(people: People) -> Page:
    return _goto(people.analyst, "/?rating=splendid")


@state
def list_of_keys(people: People) -> Page:
    page = _goto(people.analyst, "/")
    page.keyboard.press("?")
    return page


# The article and its claims.


@state
def article_page(people: People) -> Page:
    page = _goto(people.analyst, people.endangered)
    page.evaluate("scrollBy(0, -260)")  # so that what is read before the claim is on the picture too
    return page


@state
def article_with_a_claim_to_judge(people: People) -> Page:
    return _goto(people.analyst, people.unjudged)


@state
def article_with_everything_open(people: People) -> Page:
    return _open_everything(_goto(people.analyst, claim_in(people.analyst, "review")))


@state
def article_filtered(people: People) -> Page:
    return _goto(people.analyst, "/articles/1/?state=judged")


@state
def article_with_a_refused_claim(people: People) -> Page:
    page = _open_everything(_goto(people.analyst, "/articles/1/"))
    return _send_as_it_is(page, "Add claim")


@state
def article_with_a_refused_judgement(people: People) -> Page:
    page = _goto(people.analyst, people.unjudged)
    return _send_as_it_is(page, "Submit for sign-off")


@state
def article_with_a_claim_to_sign_off(people: People) -> Page:
    return _goto(people.editor, claim_in(people.editor, "approval"))


@state
def claim_in_use(people: People) -> Page:
    return _open_everything(_goto(people.analyst, f"/claims/{_number_of(people.endangered)}/"))


@state
def evidence_for_a_claim(people: People) -> Page:
    return _goto(people.analyst, f"/claims/{_number_of(people.endangered)}/evidence/")


@state
def evidence_not_found(people: People) -> Page:
    return _goto(people.analyst, "/claims/1/evidence/?q=zzzzzz")


@state
def history_of_a_claim(people: People) -> Page:
    return _goto(people.analyst, f"/claims/{_number_of(people.endangered)}/ledger/")


@state
def snapshot_to_cite(people: People) -> Page:
    return _goto(people.analyst, f"/snapshots/1/?claim={_number_of(people.unjudged)}")


@state
def snapshot_with_a_refused_quote(people: People) -> Page:
    page = snapshot_to_cite(people)
    page.get_by_label("Quote").fill("These words are not printed in this source.")
    return _send_as_it_is(page, "Cite")


@state
def ledger_entry_checked(people: People) -> Page:
    return _goto(people.analyst, "/ledger/1/?check=1")


@state
def article_refused(people: People) -> Page:
    return _send_as_it_is(_goto(people.analyst, "/articles/new/"), "Submit")


@state
def source_refused(people: People) -> Page:
    return _send_as_it_is(_goto(people.analyst, "/sources/new/"), "Add")


@state
def inbox_with_news(people: People) -> Page:
    return _goto(people.analyst, "/notices/")


# Accounts, and who is not let in.


@state
def sign_in(people: People) -> Page:
    return _goto(people.stranger, "/sign-in/")


@state
def sign_in_refused(people: People) -> Page:
    page = _goto(people.stranger, "/sign-in/")
    page.get_by_label("Username").fill("nobody-of-this-name")
    page.get_by_label("Password").fill("a wrong password")
    return _send_as_it_is(page, "Sign in")


@state
def account_new_key(people: People) -> Page:
    make_key(people.analyst)
    return people.analyst


@state
def password_refused(people: People) -> Page:
    return _send_as_it_is(_goto(people.analyst, "/account/password/"), "Change password")


@state
def no_desk(people: People) -> Page:
    return _goto(people.consumer, "/")


@state
def second_factor_refused(people: People) -> Page:
    page = _goto(people.consumer, "/account/second-factor/")
    page.locator("input[name=code]").fill("000000")
    return _send_as_it_is(page, "Turn on")


@state
def recovery_codes(people: People) -> Page:
    """The second factor is on from here to `second_factor_off`."""
    page = _goto(people.consumer, "/account/second-factor/")
    secret = page.locator("code.secret").inner_text()
    page.locator("input[name=code]").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    return _send_as_it_is(page, "Turn on")


@state
def account_with_a_second_factor(people: People) -> Page:
    return _goto(people.consumer, "/account/")


@state
def sign_in_code(people: People) -> Page:
    page = _goto(people.stranger, "/sign-in/")
    page.get_by_label("Username").fill("consumer")
    page.get_by_label("Password").fill(settings.SAMPLE_PASSWORD)
    return _send_as_it_is(page, "Sign in")


@state
def sign_in_code_refused(people: People) -> Page:
    page = people.stranger
    page.locator("input[name=code]").fill("000000")
    return _send_as_it_is(page, "Sign in")


@state
def confirm_by_code(people: People) -> Page:
    return _goto(people.consumer, "/account/confirm/code/")


@state
def second_factor_off(people: People) -> Page:
    return _goto(people.consumer, "/account/second-factor/off/")


@state
def account_with_its_second_factor_off(people: People) -> Page:
    return _send_as_it_is(people.consumer, "Turn off")


@state
def not_found(people: People) -> Page:
    return _goto(people.analyst, "/no-such-page/")


@state
def editors_only(people: People) -> Page:
    return _goto(people.analyst, "/admin/")


@state
def not_read(people: People) -> Page:
    return _goto(people.admin, "/admin/?q=%00")


@state
def expired_form(people: People) -> Page:
    page = _goto(people.stranger, "/sign-in/")
    page.context.clear_cookies()
    return _send_as_it_is(page, "Sign in")


# The editors' admin.


@state
def admin_not_found(people: People) -> Page:
    return _goto(people.admin, "/admin/1")


@state
def admin_sign_off_queue_of_an_editor(people: People) -> Page:
    return _goto(people.editor, "/admin/reviews/review/")


@state
def admin_waiting_round(people: People) -> Page:
    page = _goto(people.editor, "/admin/reviews/review/")
    page.goto(page.locator("#result_list a[href$='/change/']").first.get_attribute("href"))
    return page


@state
def admin_send_back(people: People) -> Page:
    page = _goto(people.editor, "/admin/reviews/review/")
    page.locator("#result_list input[name=_selected_action]").first.check()
    page.locator("select[name=action]").first.select_option("send_back")
    page.locator("#changelist-form button[name=index]").first.click()
    page.get_by_label("What should the analyst change?").wait_for()
    return page


@state
def admin_menu_of_the_user(people: People) -> Page:
    page = _goto(people.editor, "/admin/")
    page.get_by_role("button", name="Edith Editor").click()
    return page


@state
def admin_filters(people: People) -> Page:
    page = _goto(people.editor, "/admin/claims/claim/")
    page.get_by_role("button", name="Filters").click()
    return page


@state
def admin_searched(people: People) -> Page:
    return _goto(people.editor, "/admin/claims/claim/?q=engine")


@state
def admin_nothing_found(people: People) -> Page:
    return _goto(people.editor, "/admin/claims/claim/?q=zzzzzz")


@state
def admin_user_refused(people: People) -> Page:
    return _send_as_it_is(_goto(people.admin, "/admin/auth/user/add/"), "Save")


# The description of the API.


@state
def api_docs_in_use(people: People) -> Page:
    page = _goto(people.analyst, "/api/v1/docs/")
    page.locator("#operations-verdicts-verdicts_list").get_by_role("button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.locator(".live-responses-table tbody .response-col_status").first.wait_for()
    return page
