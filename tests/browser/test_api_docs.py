"""The pages that describe the API, in a browser that enforces our Content-Security-Policy."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_person_reads_the_description_and_tries_an_address(sign_in):
    page = sign_in("analyst")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/v1/docs/")
    expect(page.get_by_text("/api/v1/verdicts/", exact=True).first).to_be_visible()
    page.locator("#operations-verdicts-verdicts_list").get_by_role("button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table tbody .response-col_status").first).to_contain_text("200")
    assert page.complaints == []
    assert [address for address in asked if not address.startswith((page.url.split("/api/")[0], "data:"))] == []
