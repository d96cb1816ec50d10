"""What can be read in a snapshot beside its text, and why a new reader is no change of the source."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from sources import services
from sources.extraction import extract
from sources.models import AlternateText
from sources.services import alternate_texts, refetching
from tests import factories
from tests.sources.refetching import PAGE, address, captured, web_page

pytestmark = pytest.mark.django_db

STORY = "".join(f"<p>In test {number} the engine ran for {number} seconds at full thrust.</p>" for number in range(60))
CAPTION = "The engine on its stand in 1999."
PAGE_WITH_MORE = f"<nav>Home News</nav><article>{STORY}</article><footer>{CAPTION}</footer>"


@pytest.fixture
def document(analyst, at):
    return address(analyst, at)


@pytest.fixture
def new_reader(monkeypatch):
    """A next version of every reader, which leaves out the marks of footnotes."""

    def read(data, **how):
        found = extract(data, **how)
        text = found.text.replace("[1]", "")
        return replace(found, text=text, visible_text=text, extractor_version="next")

    def arrive():
        for module in (refetching, alternate_texts):
            monkeypatch.setattr(module, "extract", read)

    return arrive


def test_what_a_page_shows_beside_its_main_text_is_kept_with_it(document, at):
    snapshot = captured(document, factories.Web(**{PAGE: web_page(PAGE_WITH_MORE)}), at)
    main, visible = services.texts_of(snapshot)
    assert (main, CAPTION in main, CAPTION in visible, "Home News" in visible) == (snapshot.text, False, True, True)


def test_what_is_visible_on_a_later_copy_is_kept_too(document, at):
    web = factories.Web(**{PAGE: web_page(PAGE_WITH_MORE)})
    captured(document, web, at)
    web.pages[PAGE] = web_page(PAGE_WITH_MORE.replace("1999", "2001"))
    look = services.refetch(document=document, fetch=web, at=at)
    assert [("2001" in text) for text in services.texts_of(look.snapshot)] == [False, True]


def test_a_text_that_is_all_there_is_to_see_is_not_kept_twice(analyst, at):
    snapshot = factories.upload(by=analyst, at=at)
    assert (services.texts_of(snapshot), AlternateText.objects.count()) == ([snapshot.text], 0)


def test_the_database_refuses_to_change_a_reading(document, at):
    captured(document, factories.Web(**{PAGE: web_page(PAGE_WITH_MORE)}), at)
    for forbidden in (
        lambda: AlternateText.objects.update(visible_text=""),
        lambda: AlternateText.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            forbidden()


def after_a_look_at_other_bytes(document, web, at, *, old="built", new="built "):
    web.pages[PAGE] = web.pages[PAGE].replace(old, new)
    return services.refetch(document=document, fetch=web, at=at + timedelta(days=1))


@pytest.fixture
def web():
    return factories.Web(**{PAGE: "The thrust is 4.15 MN.[1] The engine was built in Khimki.\n"})


def test_a_new_version_of_the_reader_is_no_change_of_the_source(document, at, web, new_reader):
    first = captured(document, web, at)
    new_reader()
    look = after_a_look_at_other_bytes(document, web, at, old="\n", new="\n[1]")
    assert (look.changed, look.snapshot == first, "[1]" in look.snapshot.text) == (False, False, False)
    assert services.text_as_extracted_like(first, look.snapshot) == look.snapshot.text


def test_without_the_second_reading_the_new_version_looks_like_a_change(document, at, web, new_reader, monkeypatch):
    captured(document, web, at)
    new_reader()
    monkeypatch.setattr(refetching, "text_as_extracted_like", lambda snapshot, _other: snapshot.text)
    assert after_a_look_at_other_bytes(document, web, at, old="\n", new="\n[1]").changed is True


def test_what_changed_under_a_new_version_of_the_reader_is_a_change(document, at, web, new_reader):
    captured(document, web, at)
    new_reader()
    assert after_a_look_at_other_bytes(document, web, at, old="4.15", new="3.83").changed is True


def test_the_bytes_of_a_snapshot_are_read_again_once_and_its_own_text_stays(document, at, web, new_reader):
    first = captured(document, web, at)
    new_reader()
    for seconds in ("10", "11", "12"):
        after_a_look_at_other_bytes(document, web, at, old="Khimki", new=f"Khimki {seconds}")
    first.refresh_from_db()
    kept = AlternateText.objects.get(snapshot=first)
    assert (kept.extractor, "[1]" in kept.text, "[1]" in first.text) == ("plain next", False, True)
    assert AlternateText.objects.count() == 1


def test_a_page_read_whole_and_then_by_its_main_text_was_read_by_the_same_version(document, at):
    whole = f"<article>{STORY[:200]}</article><div>{CAPTION * 80}</div>"
    web = factories.Web(**{PAGE: web_page(whole)})
    first = captured(document, web, at)
    web.pages[PAGE] = web_page(PAGE_WITH_MORE)
    look = services.refetch(document=document, fetch=web, at=at)
    assert services.text_as_extracted_like(first, look.snapshot) == first.text


def test_bytes_that_the_new_reader_refuses_keep_their_text(document, at, web, monkeypatch, new_reader):
    first = captured(document, web, at)
    new_reader()
    monkeypatch.setattr(alternate_texts, "extract", lambda _data, **_how: extract(b""))
    look = after_a_look_at_other_bytes(document, web, at, old="Khimki", new="Samara")
    assert (look.changed, services.text_as_extracted_like(first, look.snapshot)) == (True, first.text)
