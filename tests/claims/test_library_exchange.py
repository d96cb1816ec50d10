"""The library and the articles go out into one file and come in again: every version with its bytes, text and moment."""

import json
import struct
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from claims import services
from claims.models import Article
from sources import services as source_services
from sources.models import Blob, Document, Snapshot
from tests import factories

pytestmark = pytest.mark.django_db

#: A host that Django's own rule for addresses does not know, and a title with every end of line but the usual one.
PAGE, NEWS = "https://data_office.example.org/sheet", "https://example.org/news"
SHEET = "Sheet\u2028of\u2029the\x85tortoise"
BUDGET = "Budget 2026: what the ministry plans\n\nThe ministry paid for 40 bridges in 2024."


@pytest.fixture
def exported(analyst, tmp_path) -> tuple[Path, tuple]:
    """An export of an upload with three versions, a page, an article by its text and one by its address, and what it was of.

    The database that it was made from is taken back, so that this one has never had any of it.
    """
    with transaction.atomic():
        _fill(analyst, at=timezone.now() - timedelta(days=9))
        call_command("export_library", tmp_path / "library.zip")
        before = shown()
        transaction.set_rollback(True)
    return tmp_path / "library.zip", before


def _fill(analyst, *, at) -> None:
    sheet = source_services.add_upload(
        by=analyst, data="Żółw waży 40 kg.".encode("cp1250"), filename="a.txt", title=SHEET, publisher="NPO", grade="B2",
        in_library=True, at=at,
    )  # fmt: skip
    sheet = source_services.read_as(by=analyst, snapshot=sheet, encoding="koi8-r", at=at)
    services.add_version(by=analyst, document=sheet.document, data=b"It weighs 41 kg.", filename="b.txt", at=at)
    page = source_services.add_source(by=analyst, url=PAGE, title="Page", at=at)
    source_services.capture(
        snapshot_id=page.snapshots.get().pk, fetch=factories.Web(**{PAGE: "The wall is 3 m high."}), at=at
    )
    services.submit_article(
        by=analyst, text=factories.ENGINE_ARTICLE, title="Engine", published_on=date(2024, 5, 6), at=at,
        judgements_required=2,
    )  # fmt: skip
    news = services.submit_article(by=analyst, url=NEWS, title="News", at=at).article
    source_services.capture(
        snapshot_id=news.snapshot_id, fetch=factories.Web(**{NEWS: "The dam holds 40 tons of water."}), at=at
    )


def shown() -> tuple[list, list, list]:
    """What is stored, without the numbers of rows and without when it came in."""
    documents = Document.objects.order_by("url", "title")
    versions = Snapshot.objects.order_by("text").values_list(
        "document__title", "blob_id", "text", "media_type", "chosen_encoding", "captured_at", "state"
    )
    articles = Article.objects.order_by("title").values_list(
        "title", "published_on", "judgements_required", "snapshot__text", "snapshot__document__url"
    )
    told = documents.values_list("kind", "url", "title", "publisher", "grade", "in_library")
    return list(told), list(versions), list(articles)


def test_what_is_exported_comes_back_whole_and_a_second_time_nothing(exported, capsys):
    file, before = exported
    assert Document.objects.count() == 0
    call_command("import_library", file, username="ada")
    call_command("import_library", file, username="ada")
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "4 new, 0 here already, 0 refused.",
        "0 new, 4 here already, 0 refused.",
    ]
    assert shown() == before


def test_a_file_that_is_not_what_its_name_says_is_refused_with_its_row_and_the_others_are_stored(
    exported, tmp_path, capsys
):
    file, _before = exported
    other = tmp_path / "other.zip"
    with ZipFile(file) as read, ZipFile(other, "w") as written:
        for name in read.namelist():
            data = read.read(name)
            written.writestr(name, data.replace(b"The wall is 3 m", b"The wall is 9 m"))
    with pytest.raises(CommandError, match="Some rows were refused"):
        call_command("import_library", other, username="ada")
    told = capsys.readouterr()
    assert ("has other bytes than its name says" in told.err, told.out.splitlines()[-1]) == (
        True,
        "3 new, 0 here already, 1 refused.",
    )
    assert not Document.objects.filter(url=PAGE).exists()
    assert not Blob.objects.filter(data=b"The wall is 9 m high.").exists()


def damaged(file: Path, member: str, part: str) -> Path:
    """A copy of an archive in which a part of one member is another one than was written."""
    data = bytearray(file.read_bytes())
    with ZipFile(file) as archive:
        local = archive.getinfo(member).header_offset
    name, extra = struct.unpack_from("<HH", data, local + 26)
    listed = data.rindex(member.encode()) - 46
    if part == "data":
        data[local + 30 + name + extra] = 0xFF
    elif part == "encryption":
        data[local + 6] |= 1
        data[listed + 8] |= 1
    else:
        data[local + 8] = data[listed + 10] = 99
    changed = file.with_name(f"{part}.zip")
    changed.write_bytes(data)
    return changed


def test_a_damaged_archive_is_refused_with_its_row_and_the_others_are_stored(exported, capsys):
    file, before = exported
    [member] = [f"files/{blob}" for title, blob, *_rest in before[1] if title == "Page"]
    for part in ("data", "encryption", "compression"):
        with pytest.raises(CommandError, match="Some rows were refused"):
            call_command("import_library", damaged(file, member, part), username="ada")
    told = capsys.readouterr()
    assert told.err.splitlines() == [f"Line 2: The file {member[6:]} is missing or damaged."] * 3
    assert [line for line in told.out.splitlines() if "refused" in line] == [
        "3 new, 0 here already, 1 refused.",
        "0 new, 3 here already, 1 refused.",
        "0 new, 3 here already, 1 refused.",
    ]
    for part in ("data", "encryption", "compression"):
        with pytest.raises(CommandError, match="is not an export of a library, or it is damaged"):
            call_command("import_library", damaged(file, "library.ndjson", part), username="ada")


def test_what_is_too_long_or_no_grade_is_refused_with_its_row_and_the_others_are_stored(exported, tmp_path, capsys):
    file, _before = exported
    other = tmp_path / "other.zip"
    with ZipFile(file) as read, ZipFile(other, "w") as written:
        rows = [json.loads(line) for line in read.read("library.ndjson").split(b"\n") if line]
        rows[0]["publisher"], rows[1]["grade"], rows[2]["title"] = "x" * 201, "reliable", "x" * 301
        written.writestr("library.ndjson", "\n".join(map(json.dumps, rows)))
        for name in set(read.namelist()) - {"library.ndjson"}:
            written.writestr(name, read.read(name))
    with pytest.raises(CommandError, match="Some rows were refused"):
        call_command("import_library", other, username="ada")
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "1 new, 0 here already, 3 refused."
    assert [line[:7] for line in told.err.splitlines() if line.startswith("Line")] == ["Line 1:", "Line 2:", "Line 3:"]
    assert list(Document.objects.values_list("url", flat=True)) == [NEWS]


def test_a_row_that_the_import_would_not_read_is_not_exported(analyst, at, tmp_path, monkeypatch):
    factories.upload(by=analyst, at=at)
    monkeypatch.setattr("claims.management.library_files.MOST_IN_ROW", 100)
    with pytest.raises(CommandError, match="“Data sheet” has more versions"):
        call_command("export_library", tmp_path / "library.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_is_longer_than_any_export_writes_is_not_read(analyst, tmp_path, monkeypatch):
    monkeypatch.setattr("claims.management.library_files.MOST_IN_ROW", 100)
    with ZipFile(tmp_path / "x.zip", "w") as written:
        written.writestr("library.ndjson", json.dumps({"title": "x" * 100}))
    with pytest.raises(CommandError, match="Line 1 is longer than any export writes"):
        call_command("import_library", tmp_path / "x.zip", username="ada")


def test_an_article_keeps_the_title_that_it_came_with(analyst, at):
    version = source_services.StoredVersion(BUDGET.encode(), "text/plain", at)
    article = services.restore_article(by=analyst, version=version, title="Budget 2026", at=at).article
    services.split(article_id=article.pk, at=at)
    article.refresh_from_db()
    assert (article.title, article.claims.count() > 0) == ("Budget 2026", True)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"kind": "source"}, "lacks a field"),
        ({"kind": "claim", "url": "", "title": "x"}, "neither a source nor an article"),
        ({"kind": "source", "url": "", "title": "x", "publisher": "", "grade": "", "versions": []}, "has no version"),
        ({"kind": "article", "url": "", "title": "x", "published_on": "May", "readers": 1}, "of another kind"),
        ([], "of another kind"),
    ],
)
def test_a_row_that_no_export_wrote_is_refused_in_a_sentence(analyst, tmp_path, capsys, row, sentence):
    with ZipFile(tmp_path / "x.zip", "w") as written:
        written.writestr("library.ndjson", json.dumps(row))
    with pytest.raises(CommandError):
        call_command("import_library", tmp_path / "x.zip", username="ada")
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"PK", b"claim,url\n"])
def test_another_file_is_no_export(analyst, tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(CommandError, match="is not an export of a library"):
        call_command("import_library", tmp_path / "x.zip", username="ada")
