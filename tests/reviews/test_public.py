"""What everybody sees of a published verdict, where the settings let them, and that they see nothing elsewhere."""

import json
from datetime import datetime, timedelta
from urllib.parse import quote

import extruct
import pytest
from django.test import Client
from lxml import etree, html

from reviews import services
from reviews.models import Review
from reviews.workflow import OPEN
from tests import factories

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def verdict(analyst, editor, at):
    return factories.verdict(analyst=analyst, editor=editor, at=at)


@pytest.fixture
def open_to_all(settings):
    settings.PLUMBLINE_PUBLIC = True


@pytest.fixture
def reversed_by(verdict, analyst, editor, at):
    """A second verdict on the same claim, which says otherwise."""
    claim, cited = verdict.claim, [verdict.citations.get()]
    services.request_round(by=analyst, claim=claim, note="The sheet was read wrongly.", at=at)
    factories.judge(claim, by=analyst, at=at, cited=cited, rating="disputed")
    return services.sign_off(by=editor, review=Review.objects.get(claim=claim, status__in=OPEN), at=at)


def page(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def claim_reviews(text: str) -> list[dict]:
    return extruct.extract(text, syntaxes=["json-ld"])["json-ld"]


@pytest.mark.parametrize("address", ["/v/{}/", "/v/{}/card/", "/v/feed.atom", f"/v/oembed/?url={quote(SITE)}/v/{{}}/"])
def test_where_it_is_off_nothing_is_there_for_anybody(verdict, client, editor, address):
    client.force_login(editor)
    assert [each.get(address.format(verdict.pk)).status_code for each in (Client(), client)] == [404, 404]


def test_a_page_says_the_verdict_its_citations_and_no_names(verdict, open_to_all):
    text = page(f"/v/{verdict.pk}/")
    said = " ".join(html.fromstring(text).text_content().split())
    for words in (verdict.claim.text, "Wrong", "The sheet gives meganewtons.", factories.THRUST_QUOTE, "Data sheet"):
        assert words in said
    assert [name for name in ("ada", "edith") if name in text] == []
    [review] = claim_reviews(text)
    assert (review["@type"], review["url"], review["claimReviewed"]) == (
        "ClaimReview",
        f"{SITE}/v/{verdict.pk}/",
        verdict.claim.text,
    )


def test_a_reversal_is_told_on_both_pages_with_its_date_and_only_the_newest_is_a_review(
    verdict, reversed_by, open_to_all
):
    old, new = page(f"/v/{verdict.pk}/"), page(f"/v/{reversed_by.pk}/")
    assert "This verdict no longer stands." in old
    assert f'<a href="/v/{reversed_by.pk}/">A later verdict</a>' in old
    assert "correction: before, Wrong" in new
    assert "2 Nov 2026" in new
    assert (claim_reviews(old), [each["url"] for each in claim_reviews(new)]) == ([], [f"{SITE}/v/{reversed_by.pk}/"])


def test_a_claim_under_review_again_is_said_to_be_so_and_nothing_of_the_round(verdict, open_to_all, analyst, at):
    services.open_review(claim=verdict.claim, at=at, reason=Review.Reason.ENDANGERED, note="It says 4.35 MN now.")
    factories.judge(verdict.claim, by=analyst, at=at, cited=[verdict.citations.get()], rating="disputed")
    text = page(f"/v/{verdict.pk}/")
    assert "A source of this verdict has changed, and the claim is being judged again." in text
    assert [words for words in ("Disputed", "4.35 MN") if words in text] == []


def test_words_of_strangers_end_no_script(analyst, editor, at, open_to_all):
    text = 'The RD-180 <script>alert(1)</script> engine has a thrust of 4150 N, "so" the maker says.'
    claim = factories.claim(by=analyst, at=at, text=text)
    shown = page(f"/v/{factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim).pk}/")
    assert "<script>alert" not in shown
    assert claim_reviews(shown)[0]["claimReviewed"] == claim.text


def test_a_card_may_stand_in_any_page_has_no_script_and_the_page_may_not(verdict, open_to_all):
    whole, card = Client().get(f"/v/{verdict.pk}/"), Client().get(f"/v/{verdict.pk}/card/")
    assert "<script" not in card.content.decode()
    assert ("X-Frame-Options" in card.headers, "frame-ancestors *" in card.headers["Content-Security-Policy"]) == (
        False,
        True,
    )
    assert whole.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in whole.headers["Content-Security-Policy"]


def test_oembed_gives_the_card_for_the_address_of_a_verdict(verdict, open_to_all):
    head = html.fromstring(page(f"/v/{verdict.pk}/")).find("head")
    [address] = head.xpath("//link[@type='application/json+oembed']/@href")
    answer = Client().get(address.removeprefix(SITE) + "&maxwidth=300")
    told = json.loads(answer.content)
    [frame] = html.fragments_fromstring(told.pop("html"))
    assert (frame.tag, frame.get("src"), frame.get("width")) == ("iframe", f"{SITE}/v/{verdict.pk}/card/", "300")
    assert told == {
        "version": "1.0",
        "type": "rich",
        "title": f"Wrong: {verdict.claim.text}",
        "width": 300,
        "height": 220,
        "provider_name": "Plumbline",
        "provider_url": SITE,
        "cache_age": 3_600,
    }


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (f"url={quote(SITE)}/v/999999/", 404),
        (f"url={quote(SITE)}/ledger/", 404),
        ("url=https%3A%2F%2Fexample.org/v/1/", 404),
        ("url=%5B", 404),
        ("", 404),
        ("url=x&format=xml", 501),
    ],
)
def test_oembed_tells_nothing_of_other_addresses(verdict, open_to_all, query, status):
    assert Client().get(f"/v/oembed/?{query}").status_code == status


def test_a_withdrawn_verdict_says_so_and_is_no_review_of_the_claim_any_more(verdict, editor, at, open_to_all):
    services.withdraw_verdict(by=editor, verdict=verdict, reason="It was of another engine.", at=at)
    text = page(f"/v/{verdict.pk}/")
    assert "This verdict was withdrawn on 2 Nov 2026." in " ".join(html.fromstring(text).text_content().split())
    assert (claim_reviews(text), "no longer stands" in page(f"/v/{verdict.pk}/card/")) == ([], True)


def test_the_feed_has_both_verdicts_newest_first_and_no_names(verdict, reversed_by, open_to_all, monkeypatch):
    atom = "{http://www.w3.org/2005/Atom}"
    monkeypatch.setattr("reviews.api.feed.FEED", 1)
    texts = [page(f"/v/feed.atom{query}") for query in ("", f"?before={reversed_by.pk}")]
    feeds = [etree.fromstring(text.encode()) for text in texts]
    assert [each.findtext(f"{atom}entry/{atom}id") for each in feeds] == [
        f"{SITE}/v/{each.pk}/" for each in (reversed_by, verdict)
    ]
    links = [{link.get("rel"): link.get("href") for link in each.findall(f"{atom}link")} for each in feeds]
    assert [link.get("next") for link in links] == [f"{SITE}/v/feed.atom?before={reversed_by.pk}", None]
    assert [name for name in ("ada", "edith") if name in "".join(texts)] == []


def test_the_feed_says_of_a_withdrawn_verdict_that_it_is_and_when(verdict, editor, at, open_to_all):
    later = at + timedelta(days=1)
    services.withdraw_verdict(by=editor, verdict=verdict, reason="It was of another engine.", at=later)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = etree.fromstring(page("/v/feed.atom").encode())
    moments = [datetime.fromisoformat(each.text) for each in feed.iter(f"{atom}updated")]
    assert feed.findtext(f"{atom}entry/{atom}title") == f"Withdrawn: Wrong: {verdict.claim.text}"
    assert (moments, datetime.fromisoformat(feed.findtext(f"{atom}entry/{atom}published"))) == ([later, later], at)
