"""Documents and their versions."""

import pytest
from django.db import DatabaseError, connection, transaction

from sources import services
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused, FetchOutcome
from sources.models import Blob, Document, FetchAttempt, Snapshot
from tests import factories
from tests.sources.refetching import web_page

pytestmark = pytest.mark.django_db
PAGE = "https://example.com/engine"


@pytest.fixture
def document(analyst, at):
    return services.add_address(by=analyst, url=PAGE, at=at, title="Engine", in_library=True)


def captured(document, web, at):
    row = services.request_capture(document=document, at=at)
    services.capture(snapshot_id=row.pk, fetch=web, at=at)
    row.refresh_from_db()
    return row


def test_an_upload_is_a_document_with_one_snapshot_named_by_its_bytes(analyst, at):
    snapshot = services.add_upload(by=analyst, data=b"Dry mass 5480 kg.", filename="sheet.txt", at=at)
    assert (snapshot.document.title, snapshot.text, snapshot.state) == ("sheet.txt", "Dry mass 5480 kg.", "DONE")
    assert snapshot.blob_id == "8d1d80e7632b6f234977d66afd5063cabb3da28533245713059d4684005ef06e"


@pytest.mark.parametrize("data", [b"", b"\x7fELF\x00\x00\x01", b"   \n "], ids=["empty", "binary", "blank"])
def test_an_upload_that_cannot_be_read_leaves_nothing_behind(analyst, at, data):
    with pytest.raises(ExtractionRefused):
        services.add_upload(by=analyst, data=data, filename="sheet.txt", at=at)
    assert (Document.objects.count(), Snapshot.objects.count(), Blob.objects.count()) == (0, 0, 0)


def test_a_new_version_is_a_new_snapshot_and_the_old_one_stays(analyst, at):
    first = factories.upload(by=analyst, at=at, text="The dry mass is 5480 kg.")
    second = services.add_version(
        document=first.document, data=b"The dry mass is 5950 kg.", filename="sheet.txt", at=at
    )
    texts = list(first.document.snapshots.order_by("pk").values_list("text", flat=True))
    assert texts == ["The dry mass is 5480 kg.", "The dry mass is 5950 kg."]
    assert services.newest_snapshot(first.document) == second


def test_the_same_bytes_are_no_new_version(analyst, at):
    first = factories.upload(by=analyst, at=at)
    with pytest.raises(services.NothingNew):
        services.add_version(document=first.document, data=factories.DATA_SHEET.encode(), filename="x.txt", at=at)


def test_an_address_is_one_document_however_often_it_is_given(analyst, document, at):
    assert services.add_address(by=analyst, url=PAGE, at=at) == document


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:5432/", "file:///etc/passwd", "http://10.0.0.8/x"]
)
def test_an_address_that_is_not_public_is_refused_before_anything_is_stored(analyst, at, url):
    with pytest.raises(AddressRefused):
        services.add_address(by=analyst, url=url, at=at)
    assert Document.objects.count() == 0


def test_capturing_stores_what_the_address_says(document, at):
    row = captured(document, factories.Web(**{PAGE: "Thrust 4.15 MN."}), at)
    assert (row.state, row.text, row.captured_at) == ("DONE", "Thrust 4.15 MN.", at)
    assert list(document.attempts.values_list("outcome", flat=True)) == ["ok"]


def test_capturing_twice_fetches_once(document, at):
    web = factories.Web(**{PAGE: "Thrust 4.15 MN."})
    row = captured(document, web, at)
    assert services.capture(snapshot_id=row.pk, fetch=web, at=at) is False
    assert web.asked == [PAGE]


def test_an_address_that_cannot_be_reached_is_tried_again_later(document, at):
    row = captured(document, factories.Web(), at)
    assert (row.state, row.attempt, row.last_error) == ("PENDING", 1, "The address could not be reached.")


def test_an_address_that_refuses_us_is_not_asked_again_at_once(document, at):
    blocked = factories.Web.answer(PAGE, FetchOutcome.BLOCKED, "The site refuses automatic readers.", status=403)
    row = captured(document, factories.Web(**{PAGE: blocked}), at)
    assert (row.state, row.last_error) == ("DEAD", "The site refuses automatic readers.")


def test_looking_again_makes_a_snapshot_only_where_the_bytes_changed(document, at):
    web = factories.Web(**{PAGE: "Thrust 4.15 MN."})
    first = captured(document, web, at)
    same = services.refetch(document=document, fetch=web, at=at)
    web.pages[PAGE] = "Thrust 3.83 MN."
    other = services.refetch(document=document, fetch=web, at=at)
    assert (same.snapshot, same.changed) == (first, False)
    assert (other.snapshot.text, other.changed) == ("Thrust 3.83 MN.", True)
    assert document.snapshots.count() == 2


def test_a_failed_look_is_an_attempt_and_never_a_version(document, at):
    web = factories.Web(**{PAGE: "Thrust 4.15 MN."})
    first = captured(document, web, at)
    web.pages[PAGE] = factories.Web.answer(PAGE, FetchOutcome.SERVER_ERROR, "The site has a fault.", status=503)
    look = services.refetch(document=document, fetch=web, at=at)
    assert (look.outcome, look.snapshot, look.changed) == (FetchOutcome.SERVER_ERROR, first, False)
    assert document.snapshots.count() == 1
    assert list(FetchAttempt.objects.order_by("pk").values_list("outcome", flat=True)) == ["ok", "server_error"]


def test_the_database_refuses_to_change_a_captured_snapshot(analyst, at):
    snapshot = factories.upload(by=analyst, at=at)
    for forbidden in (
        lambda: Snapshot.objects.filter(pk=snapshot.pk).update(text="Something else."),
        lambda: connection.cursor().execute("DELETE FROM sources_snapshot WHERE id = %s", [snapshot.pk]),
        lambda: Blob.objects.filter(pk=snapshot.blob_id).update(data=b"else"),
    ):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            forbidden()


def test_a_snapshot_that_is_not_captured_yet_can_be_changed(document, at):
    row = services.request_capture(document=document, at=at)
    assert Snapshot.objects.filter(pk=row.pk).update(last_error="Waiting.") == 1


def test_the_database_refuses_a_captured_snapshot_without_text(document, at):
    with pytest.raises(DatabaseError, match="sources_snapshot_captured_is_whole"), transaction.atomic():
        Snapshot.objects.create(document=document, state="DONE", requested_at=at, captured_at=at)


@pytest.mark.parametrize(
    ("kind", "url"), [("URL", ""), ("UPLOAD", "https://example.com/")], ids=["address without one", "upload with one"]
)
def test_the_database_refuses_a_document_whose_kind_and_address_differ(analyst, at, kind, url):
    with pytest.raises(DatabaseError, match="sources_document_url_where_kind_says"), transaction.atomic():
        Document.objects.create(kind=kind, url=url, title="x", created_by=analyst, created_at=at)


def test_nobody_hands_in_what_an_address_says(document, at):
    with pytest.raises(services.NotAnUpload):
        services.add_version(document=document, data=b"What I would like it to say.", filename="x.txt", at=at)
    assert document.snapshots.count() == 0


LONG = "<p>The engine ran for a hundred seconds without a fault.</p>" * 40
NOTICE = "<p>We have put our pages in order.</p>"


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (web_page(LONG), web_page(NOTICE, title="News"), FetchOutcome.SOFT_404),
        (web_page(LONG), web_page(NOTICE), FetchOutcome.OK),
        (web_page(LONG), web_page(LONG[: len(LONG) // 2], title="News"), FetchOutcome.OK),
        (web_page(LONG[:590]), web_page(NOTICE, title="News"), FetchOutcome.OK),
        ("A title\n" + "Thrust 4.15 MN.\n" * 200, "Another title\nThrust 3.83 MN.", FetchOutcome.OK),
    ],
    ids=["a notice in its place", "the same title", "half of it", "a short page before", "a text file"],
)
def test_a_few_words_under_another_title_are_another_page(document, at, before, after, outcome):
    web = factories.Web(**{PAGE: before})
    first = captured(document, web, at)
    web.pages[PAGE] = after
    look = services.refetch(document=document, fetch=web, at=at)
    assert (look.outcome, look.changed, look.snapshot == first) == (
        outcome,
        outcome is FetchOutcome.OK,
        outcome is not FetchOutcome.OK,
    )


@pytest.mark.parametrize(
    ("body", "kind", "outcome"),
    [
        (b"<html><body></body></html>", "text/html", FetchOutcome.EMPTY),
        (b"PK\x03\x04 broken", "application/octet-stream", FetchOutcome.WRONG_TYPE),
        (b"%PDF-1.4 broken", "application/pdf", FetchOutcome.WRONG_TYPE),
    ],
)
def test_bytes_that_cannot_be_read_are_a_failed_look_with_a_sentence(document, at, body, kind, outcome):
    answer = factories.Web.answer(PAGE, FetchOutcome.OK, "The page was fetched.", body=body, media_type=kind)
    row = captured(document, factories.Web(**{PAGE: answer}), at)
    attempt = document.attempts.get()
    assert (row.state, row.last_error, attempt.outcome) == ("DEAD", attempt.explanation, outcome)
