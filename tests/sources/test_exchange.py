"""Lists of sources come in by a preview and a confirmation, and go out as they are filtered."""

import json
from unittest.mock import Mock

import pytest
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.db import OperationalError
from django.urls import reverse
from redis.exceptions import ConnectionError as RedisIsAway

from core.audit.log import read_messages
from sources import services, tasks
from sources.admin.source_rows import SourceRows
from sources.models import Document, Snapshot
from tests import factories
from tests.sources.exchanging import confirm, csv_of, entries_of, exported, fates, fault, preview, rows_of, said

SOURCES = "sources_document"
NAMES = ("title", "url", "publisher", "grade", "in_library")
PAGE = "https://example.org/engine"


@pytest.fixture
def desk(client, editor):
    """The browser of an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def told(monkeypatch) -> list[tuple]:
    """The tasks that workers were told of, with the row of each."""
    told = []
    monkeypatch.setattr("core.jobs.notifying._send", lambda task, row: told.append((task, row)))
    return told


def known(editor, at, **details) -> Document:
    return services.add_address(by=editor, url=PAGE, at=at, **{"title": "Engine page", "in_library": True, **details})


def stored() -> list[tuple]:
    return list(Document.objects.order_by("pk").values_list(*NAMES))


def test_a_preview_says_what_would_become_of_each_row_and_stores_nothing(
    desk, editor, at, told, django_capture_on_commit_callbacks
):
    known(editor, at)
    file = csv_of(NAMES, ("Test stand", "https://example.org/stand", "NPO", "B2", "yes"), ("", PAGE, "", "", ""))
    with django_capture_on_commit_callbacks(execute=True):
        previewed = preview(desk, SOURCES, file)
    assert fates(previewed) == [
        ("Line 2", "new"),
        ("Line 3", "skip", "“Engine page” will not change."),
    ]
    assert (Document.objects.count(), Snapshot.objects.count(), told) == (1, 0, [])


def test_a_confirmed_list_is_stored_and_workers_are_told_of_its_pages(
    desk, editor, at, told, django_capture_on_commit_callbacks
):
    known(editor, at, grade="A1")
    rows = (("Stand", "https://example.org/stand", "NPO", "B2", "no"), ("New name", PAGE, "Other", "F6", "yes"))
    previewed = preview(desk, SOURCES, csv_of(NAMES, *rows))
    with django_capture_on_commit_callbacks(execute=True):
        answer = confirm(desk, SOURCES, previewed)
    assert said(answer) == ["Imported: 1. Already here: 1. New sources are captured within a few minutes."]
    assert stored() == [
        ("Engine page", PAGE, "", "A1", True),
        ("Stand", "https://example.org/stand", "NPO", "B2", False),
    ]
    (waiting,) = Snapshot.objects.all()
    new = Document.objects.get(title="Stand")
    assert (waiting.document, waiting.state, new.created_by) == (new, "PENDING", editor)
    assert told == [("sources.tasks.capture_snapshot", {"snapshot_id": waiting.pk})]
    deed = LogEntry.objects.get()
    assert (deed.user, deed.object_id) == (editor, str(new.pk))
    assert read_messages(deed.change_message) == ["Imported from a file."]


def test_what_came_by_a_list_is_fetched_like_what_was_added_by_hand(desk, monkeypatch):
    web = factories.Web(**{PAGE: factories.DATA_SHEET})
    monkeypatch.setattr(tasks, "Fetcher", lambda: Mock(fetch=web))
    confirm(desk, SOURCES, preview(desk, SOURCES, csv_of(("url",), (PAGE,))))
    tasks.capture_snapshot(snapshot_id=Snapshot.objects.get().pk)
    assert (Snapshot.objects.get().text, Document.objects.get().in_library) == (factories.DATA_SHEET, True)


def test_a_known_page_outside_the_library_is_put_into_it_and_keeps_the_rest(desk, editor, at):
    known(editor, at, in_library=False, grade="C3")
    previewed = preview(desk, SOURCES, csv_of(NAMES, ("x", PAGE, "x", "A1", "yes")))
    confirm(desk, SOURCES, previewed)
    assert fates(previewed) == [("Line 2", "skip", "“Engine page” will be added to the library.")]
    assert stored() == [("Engine page", PAGE, "", "C3", True)]


def test_every_bad_row_is_named_with_its_line_and_reason_and_nothing_can_be_confirmed(desk):
    file = csv_of(
        NAMES,
        ("Good", "https://example.org/good", "", "", ""),
        ("Inside", "http://127.0.0.1/", "", "", ""),
        ("None", "no address", "", "", ""),
        ("A file", "", "", "", ""),
        ("Grade", "https://example.org/grade", "", "Z9", ""),
        ("Tick", "https://example.org/tick", "", "", "perhaps"),
        ("two\nlines", "http://localhost/", "", "", ""),
        ("Wide", "https://example.org/wide", "", "", "", "more"),
        ("Last", "ftp://example.org/", "", "", ""),
    )
    answer = preview(desk, SOURCES, file)
    assert [row for row in fates(answer) if row[1] != "new"] == [
        ("Line 3", "invalid", "This address is not on the public internet, so it was not fetched."),
        ("Line 4", "invalid", "This is not the address of a web page. It should look like https://example.org/page."),
        ("Line 5", "invalid", "url: Enter a web address. To add a file as a source, upload it on the Sources page."),
        ("Line 6", "invalid", "grade: Use a letter from A to F and a number from 1 to 6, such as B2."),
        ("Line 7", "invalid", "in_library: Enter yes or no."),
        ("Line 8", "invalid", "This address is not on the public internet, so it was not fetched."),
        (
            "Line 10",
            "invalid",
            "This row has 6 cells, but only 5 columns have a name. Check for an extra comma.",
        ),
        ("Line 11", "invalid", "Only addresses that begin with http:// or https:// can be fetched."),
    ]
    assert ("confirm_form" in answer.context, Document.objects.count()) == (False, 0)
    page = answer.content.decode()
    assert "Nothing was imported. Correct the errors below in your file and choose it again." in page
    assert ("Line 8" in page, "Line 2" in page) == (True, False)


def test_a_row_that_has_become_bad_since_the_preview_keeps_all_of_them_out(
    desk, told, monkeypatch, django_capture_on_commit_callbacks
):
    previewed = preview(desk, SOURCES, csv_of(("url",), ("https://example.org/a",), ("https://example.org/b",)))
    add = services.add_address
    refused = Mock(side_effect=lambda url, **details: add(url="http://10.0.0.1/" if url[-1] == "b" else url, **details))
    monkeypatch.setattr("sources.services.add_address", refused)
    with django_capture_on_commit_callbacks(execute=True):
        answer = confirm(desk, SOURCES, previewed)
    assert said(answer) == [
        "A row has become invalid since the preview, so nothing was imported. Choose the file again."
    ]
    assert (Document.objects.count(), told) == (0, [])


def test_one_address_twice_in_a_file_is_one_source(desk):
    previewed = preview(desk, SOURCES, csv_of(("url", "title"), (PAGE, "One"), (PAGE, "Two")))
    confirm(desk, SOURCES, previewed)
    assert fates(previewed) == [("Line 2", "new"), ("Line 3", "skip", "Same as Line 2 of this file.")]
    assert stored() == [("One", PAGE, "", "", True)]


def test_a_list_that_two_editors_confirm_is_stored_once(desk):
    file = csv_of(("url",), (PAGE,))
    first, second = preview(desk, SOURCES, file), preview(desk, SOURCES, file)
    answers = [said(confirm(desk, SOURCES, each)) for each in (first, second)]
    assert answers == [
        ["Imported: 1. Already here: 0. New sources are captured within a few minutes."],
        ["Imported: 0. Already here: 1. New sources are captured within a few minutes."],
    ]
    assert (Document.objects.count(), Snapshot.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "data",
    [
        csv_of(("Title", " URL "), ("Stand", PAGE), delimiter=";"),
        csv_of(("title", "url"), ("Stand", PAGE), delimiter="\t"),
        b"\xef\xbb\xbf" + csv_of(("title", "url"), ("Stand", PAGE)),
        csv_of(("title", "url"), ("Stand", PAGE)).decode().encode("utf-16"),
        csv_of(("title", "url"), ("", ""), ("Stand", PAGE), ("", "")),
        json.dumps([{"title": "Stand", "url": PAGE, "in_library": True, "grade": None}]).encode(),
    ],
    ids=["semicolons", "tabs", "with a mark", "UTF-16", "with empty lines", "JSON"],
)
def test_the_ways_in_which_programs_write_such_lists_are_read(desk, data):
    confirm(desk, SOURCES, preview(desk, SOURCES, data))
    assert stored() == [("Stand", PAGE, "", "", True)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"url\n\xff\xfa\n", "This file is not UTF-8. Save it as “CSV UTF-8” or JSON and choose it again."),
        (b'url\n"https://example.org\n', "Line 2 cannot be read as CSV. Check for an unclosed quotation mark."),
        (b"url\n\n\n", "This file has no rows. Add one line per row below the line of column names."),
        (b"[]", "This file has no rows. Add one line per row below the line of column names."),
        (b'[{"url": 1},\n]', "This file is not valid JSON: there is an error on line 2."),
        (b"[" * 100_000, "This file is not valid JSON: there is an error on line 1."),
        (
            b'{"url": "x"}',
            "This file does not contain a list of rows. It should look like [{“title”: “…”, …}, …], or be a CSV file.",
        ),
        (b"url,url\na,b\n", "Every column needs a name, and no two columns can have the same name."),
        (b'[{"\\ud800": "x"}]', "Every column needs a name, and no two columns can have the same name."),
        (
            b"url,titel\na,b\n",
            "There is no column named titel. The columns are: title, url, publisher, grade, in_library.",
        ),
        (b"title\na\n", "The column url is missing. The columns are: title, url, publisher, grade, in_library."),
        (
            b"PK\x03\x04" + bytes(60),
            "This is a spreadsheet file. Save the sheet as “CSV UTF-8” and choose that file instead.",
        ),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_in_words(desk, data, sentence):
    assert fault(preview(desk, SOURCES, data)) == [sentence]
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ('{"url": ["x"]}', "A value in this entry is a list or an object. Use text, a number, true or false."),
        (
            '{"url": "\\ud800"}',
            "Text in this entry contains half a character (a lone surrogate), which cannot be stored.",
        ),
        ('{"url": "x\\u0000"}', "url: Null characters are not allowed."),
    ],
)
def test_an_entry_that_is_no_row_is_named_by_its_number(desk, entry, sentence):
    assert fates(preview(desk, SOURCES, f"[{entry}]".encode())) == [("Entry 1", "invalid", sentence)]


def test_a_file_with_too_many_rows_or_bytes_is_refused_before_a_row_is_looked_at(desk, monkeypatch):
    handed_in = Mock()
    monkeypatch.setattr("sources.services.add_address", handed_in)
    long = csv_of(("url",), *[(f"https://example.org/{number}",) for number in range(501)])
    assert fault(preview(desk, SOURCES, long)) == [
        "This file has more than 500 rows, the most that can be imported at a time. Split it.",
    ]
    assert fault(preview(desk, SOURCES, b"url\n" + b" " * 5_100_000)) == [
        "This file is 5.1 MB; at most 5 MB can be imported at a time. Split it into several files."
    ]
    assert handed_in.call_count == 0


def test_a_preview_that_was_confirmed_or_has_waited_too_long_says_so(desk):
    previewed = preview(desk, SOURCES, csv_of(("url",), (PAGE,)))
    cache.clear()
    answer = confirm(desk, SOURCES, previewed)
    assert said(answer) == [
        "This import has already been confirmed, or has expired. Choose the file again.",
    ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OperationalError,
            "Someone else is importing the same rows right now. Nothing was imported; try again in a minute.",
        ),
        (RedisIsAway, "The file could not be stored for confirmation. Nothing was imported; try again in a minute."),
    ],
)
def test_trouble_that_passes_is_told_in_words(desk, monkeypatch, error, sentence):
    monkeypatch.setattr("core.admin.import_export.UploadCache.save", Mock(side_effect=error))
    answer = desk.get(preview(desk, SOURCES, csv_of(("url",), (PAGE,))).url)
    assert said(answer) == [sentence]


@pytest.mark.parametrize(
    "form",
    [{}, {"format": "x", "import_file_name": "y", "original_file_name": "z"}, {"import_file_name": "../../etc/passwd"}],
)
def test_a_confirmation_made_by_hand_imports_nothing(desk, form):
    answer = desk.post(reverse("admin:sources_document_process_import"), form, follow=True)
    assert (answer.status_code, said(answer)) == (200, ["Nothing was imported. Choose the file again."])


def test_a_list_goes_out_and_comes_in_as_it_was(desk, editor, at):
    title = "'=HYPERLINK(1), said “so”;\nin two lines"
    services.add_address(by=editor, url=PAGE, at=at, title=title, publisher="+49 30", grade="B2", in_library=False)
    before = stored()
    for kind in ("csv", "json"):
        data = exported(desk, SOURCES, kind)
        Document.objects.all().delete()
        confirm(desk, SOURCES, preview(desk, SOURCES, data))
        assert stored() == before
        Snapshot.objects.all().delete()


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]


def test_no_cell_of_an_export_is_a_formula(desk, editor, at):
    for number, text in enumerate(FORMULAS):
        services.add_address(by=editor, url=f"{PAGE}/{number}", at=at, title=text, publisher=text)
    rows = rows_of(exported(desk, SOURCES, "csv"))[1:]
    assert [(row[0], row[2]) for row in rows] == [(f"'{text}", f"'{text}") for text in FORMULAS]
    assert [entry["title"] for entry in entries_of(exported(desk, SOURCES, "json"))] == FORMULAS


def test_without_the_guard_a_formula_comes_out_as_it_is(desk, editor, at, monkeypatch):
    monkeypatch.setattr("core.admin.row_files.disarmed", lambda text: text)
    services.add_address(by=editor, url=PAGE, at=at, title="=1+1")
    assert rows_of(exported(desk, SOURCES, "csv"))[1][0] == "=1+1"


def test_an_export_has_the_rows_of_the_list_as_it_is_filtered_and_searched(desk, editor, at):
    known(editor, at)
    services.add_address(by=editor, url="https://example.org/stand", at=at, title="Stand", in_library=True)
    services.add_address(by=editor, url="https://example.org/outside", at=at, title="Outside")
    titles = {
        query: [entry["title"] for entry in entries_of(exported(desk, SOURCES, "json", query))]
        for query in ("", "?in_library__exact=1", "?q=stand", "?q=nothing", "?in_library__exact=x")
    }
    assert titles == {
        "": ["Engine page", "Stand", "Outside"],
        "?in_library__exact=1": ["Engine page", "Stand"],
        "?q=stand": ["Stand"],
        "?q=nothing": [],
        "?in_library__exact=x": ["Engine page", "Stand", "Outside"],
    }


def test_an_export_is_read_in_pieces_and_has_every_row_once(desk, editor, at, monkeypatch, django_assert_num_queries):
    for number in range(7):
        services.add_address(by=editor, url=f"{PAGE}/{number}", at=at)
    for size, queries in ((3, 4), (100, 2)):
        monkeypatch.setattr("sources.admin.source_rows.in_chunks", lambda rows, size=size: chunks_of(rows, size))
        with django_assert_num_queries(queries):
            urls = [row[1] for row in SourceRows().export_rows(Document.objects.all())]
        assert urls == [f"{PAGE}/{number}" for number in range(7)]


def chunks_of(rows, size: int):
    from core.admin.import_export import in_chunks  # noqa: PLC0415 - the one that is not replaced

    return in_chunks(rows, size=size)


def test_the_list_leads_to_both_pages_and_they_to_a_form(desk, editor, at):
    page = desk.get(reverse("admin:sources_document_changelist") + "?q=x").content.decode()
    assert ['href="/admin/sources/document/import/' in page, "/admin/sources/document/export/?q=x" in page] == [
        True,
        True,
    ]
    for name in ("import", "export"):
        answer = desk.get(reverse(f"admin:sources_document_{name}"))
        assert (answer.status_code, "<script>" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("page", ["import", "export", "process_import"])
def test_analysts_neither_import_nor_export_there(client, analyst, page):
    client.force_login(analyst)
    answer = client.post(reverse(f"admin:sources_document_{page}"), {"format": "0"})
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/admin/login/")
