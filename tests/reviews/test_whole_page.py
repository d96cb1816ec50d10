"""A quote is looked for in all that a page shows before it is called gone."""

import pytest

from reviews.services import relocating
from sources import services as source_services
from sources.fetching import FetchOutcome
from tests import factories
from tests.reviews.cited_pages import DAY, PAGE, look, verdict_on_page

pytestmark = pytest.mark.django_db
STORY = [
    f"Paragraph {number} tells of the works in which the engine is built, and of its people." for number in range(9)
]


def page(*, story: str = "", aside: str = ""):
    """A news page; what stands in its aside is shown and is no part of its main text."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in [*STORY[:4], *([story] if story else []), *STORY[4:]])
    html = (
        f"<html><head><title>Engine</title></head><body><article><h1>Engine</h1>{body}</article>"
        f"<footer>{aside}</footer></body></html>"
    )
    return factories.Web.answer(
        PAGE, FetchOutcome.OK, "Fetched.", body=html.encode(), media_type="text/html", charset="utf-8"
    )


@pytest.fixture
def web():
    return factories.Web(**{PAGE: page(story=factories.THRUST_QUOTE)})


@pytest.fixture
def cited(analyst, editor, at, web):
    return verdict_on_page(web, analyst=analyst, editor=editor, at=at).citations.get()


def test_a_quote_that_was_moved_out_of_the_main_text_still_stands(cited, web, at):
    web.pages[PAGE] = page(aside=factories.THRUST_QUOTE)
    result = look(cited, web, at=at + DAY)
    assert (result.change, result.start, result.opened, result.decides_at) == ("moved", None, None, None)
    assert result.explanation == "These words are now outside the main text of the page."


def test_without_the_rest_of_the_page_it_would_be_gone(cited, web, at, monkeypatch):
    monkeypatch.setattr(source_services, "texts_of", lambda snapshot: [snapshot.text])
    web.pages[PAGE] = page(aside=factories.THRUST_QUOTE)
    assert look(cited, web, at=at + DAY).change == "gone"


def test_a_figure_that_changed_on_the_way_out_of_the_main_text_is_not_taken_for_a_move(cited, web, at):
    web.pages[PAGE] = page(aside=factories.THRUST_QUOTE.replace("4.15", "4.35"))
    assert look(cited, web, at=at + DAY).change == "gone"


def test_a_quote_that_the_whole_page_lacks_is_gone(cited, web, at):
    web.pages[PAGE] = page(aside="All rights reserved.")
    assert look(cited, web, at=at + DAY).change == "gone"


def test_old_words_kept_beside_a_corrected_text_are_no_excuse(cited, web, at):
    web.pages[PAGE] = page(
        story=factories.THRUST_QUOTE.replace("4.15", "4.35"), aside=f"We wrote: {factories.THRUST_QUOTE}"
    )
    assert look(cited, web, at=at + DAY).change == "number_changed"


def test_what_was_found_is_named_by_its_words():
    def found(change, words):
        return relocating.RelocatedQuote(change, words, None, None, "").fingerprint

    changed = found(relocating.Change.NUMBER_CHANGED, "4.35 MN")
    assert (found(relocating.Change.GONE, None), found(relocating.Change.MOVED, "4.15 MN")) == ("gone", "")
    assert (len(changed), changed) == (32, found(relocating.Change.UNIT_CHANGED, "4.35 MN"))
