"""Sources by program: adding, new versions, reading back."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources import services
from sources.models import Document, Snapshot
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

SHEET = factories.DATA_SHEET.encode()
PAGE = "https://example.com/engine"


def sheet(data: bytes = SHEET, name: str = "sheet.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "text/plain")


def test_a_file_becomes_a_source_with_its_first_version(analyst):
    answer = program_of(analyst).post(
        "/api/v1/sources/", {"file": sheet(), "title": "Data sheet", "publisher": "NPO", "grade": "B2"}
    )
    given = answer.json()
    version = given.pop("snapshots")[0]
    assert answer.status_code == 201
    assert {name: given[name] for name in ("kind", "url", "title", "publisher", "grade", "in_library", "versions")} == {
        "kind": "UPLOAD",
        "url": "",
        "title": "Data sheet",
        "publisher": "NPO",
        "grade": "B2",
        "in_library": True,
        "versions": 1,
    }
    assert (version["sha256"], version["state"]) == (hashlib.sha256(SHEET).hexdigest(), "DONE")


def test_an_address_becomes_a_source_that_waits_for_its_capture(analyst):
    answer = program_of(analyst).post("/api/v1/sources/", {"url": PAGE}, format="json")
    given = answer.json()
    assert (answer.status_code, given["url"], given["title"], given["versions"]) == (201, PAGE, PAGE, 0)
    assert [version["state"] for version in given["snapshots"]] == ["PENDING"]


def test_a_changed_file_is_the_next_version_and_the_same_file_is_none(analyst, at):
    document = factories.upload(by=analyst, at=at).document
    program, path = program_of(analyst), f"/api/v1/sources/{document.pk}/versions/"
    changed = program.post(path, {"file": sheet(SHEET.replace(b"4.15", b"4.16"))})
    same = program.post(path, {"file": sheet(SHEET.replace(b"4.15", b"4.16"))})
    assert (changed.status_code, same.status_code) == (201, 409)
    assert same.json()["detail"].startswith("This file is identical")
    shown = program.get(f"/api/v1/sources/{document.pk}/").json()
    assert shown["versions"] == 2
    assert shown["snapshots"][0]["id"] == changed.json()["id"]


def test_a_web_address_takes_no_uploaded_version(analyst):
    program = program_of(analyst)
    source = program.post("/api/v1/sources/", {"url": PAGE}, format="json").json()["id"]
    answer = program.post(f"/api/v1/sources/{source}/versions/", {"file": sheet()})
    assert (answer.status_code, Snapshot.objects.count()) == (400, 1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "Give exactly one of these: file, url."),
        ({"url": PAGE, "file": sheet()}, "Give exactly one of these: file, url."),
        ({"url": "ftp://example.com/a"}, None),
        ({"url": "http://127.0.0.1/"}, None),
        ({"file": sheet(b"\x00\x01\x02\x03" * 100)}, None),
        ({"url": PAGE, "grade": "Z9"}, "Use a letter from A to F and a number from 1 to 6, such as B2."),
    ],
)
def test_a_source_that_cannot_be_read_is_refused_and_nothing_is_stored(analyst, body, said):
    answer = program_of(analyst).post("/api/v1/sources/", body)
    assert (answer.status_code, bool(answer.json()["detail"])) == (400, True)
    assert said is None or answer.json()["detail"] in (said, f"grade: {said}")
    assert Document.objects.count() == 0


def test_a_version_is_read_back_with_its_text(consumer, analyst, at):
    snapshot = factories.upload(by=analyst, at=at)
    shown = program_of(consumer).get(f"/api/v1/snapshots/{snapshot.pk}/").json()
    assert (shown["text"], shown["source"], shown["sha256"]) == (
        factories.DATA_SHEET,
        snapshot.document_id,
        hashlib.sha256(SHEET).hexdigest(),
    )


def test_the_library_is_searched_by_title_and_publisher(consumer, analyst, at):
    wanted = factories.upload(by=analyst, at=at, title="Thrust of engines").document
    factories.upload(by=analyst, at=at, title="Ships", text=factories.DATA_SHEET + " It floats.")
    found = program_of(consumer).get("/api/v1/sources/", {"search": "thrust"}).json()["results"]
    assert [source["id"] for source in found] == [wanted.pk]


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_library_asks_the_same_number_of_queries_however_long(
    consumer, analyst, at, how_many, django_assert_num_queries
):
    documents = [
        factories.upload(by=analyst, at=at, text=f"{factories.DATA_SHEET} Copy {number}.").document
        for number in range(how_many)
    ]
    program = program_of(consumer)
    with django_assert_num_queries(4):  # the token, its owner's other tokens, the roles, the library
        found = program.get("/api/v1/sources/").json()["results"]
    assert [(source["id"], source["versions"]) for source in found] == [(each.pk, 1) for each in documents[::-1]]


def test_a_source_says_since_when_it_could_not_be_read(analyst, at):
    document = services.add_address(by=analyst, url=PAGE, at=at)
    for days in (0, 3, 6):
        services.refetch(document=document, fetch=factories.Web(), at=at + timedelta(days=days))
    shown = program_of(analyst).get(f"/api/v1/sources/{document.pk}/").json()
    assert shown["availability"] == {"last_read": None, "failing_since": "2026-11-02T12:00:00Z", "is_dead": True}


def test_what_to_look_at_before_believing_a_text_comes_with_its_version(analyst):
    data = "Паром перевозит 60 машин и 400 человек, сообщила служба порта.".encode("cp1251")
    program = program_of(analyst)
    given = program.post("/api/v1/sources/", {"file": sheet(data)}).json()
    version = given["snapshots"][0]
    told = [
        {
            "kind": "guessed_encoding",
            "count": 1,
            "sample": "windows-1251",
            "sentence": "The file does not say how its characters are encoded; it was read as windows-1251. If letters look "
            "wrong, choose another encoding.",
        }
    ]
    assert version["warnings"] == told
    assert program.get(f"/api/v1/snapshots/{version['id']}/").json()["warnings"] == told
