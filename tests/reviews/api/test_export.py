"""Exports: every verdict, once, in three formats, or a break that nobody can overlook."""

import csv
import io
import json
import socket  # noqa: TID251 - asks a server of our own over a socket file
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.expressions import RawSQL
from hypothesis import given, settings
from hypothesis import strategies as st

from core.admin.spreadsheets import CsvLine, Disarmed
from core.formula_cells import disarmed
from core.web.one_moment import PATIENCE
from reviews import queries
from reviews.api import rows
from reviews.api.export import columns, formats, texts
from tests.clients import program_of
from tests.waiting import LONGEST, wait_until


def download(program, kind: str) -> bytes:
    answer = program.get(f"/api/v1/export/verdicts.{kind}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


@pytest.mark.django_db
@pytest.mark.parametrize("chunk", [1, 2, 5, 1000])
def test_json_and_ndjson_have_every_row_of_the_list(consumer, published, monkeypatch, chunk):
    monkeypatch.setattr(rows, "CHUNK", chunk)
    published(5)
    program = program_of(consumer)
    listed = program.get("/api/v1/verdicts/", {"since": 0}).json()["results"]
    assert len(listed) == 5
    assert json.loads(download(program, "json")) == listed
    assert [json.loads(line) for line in download(program, "ndjson").splitlines()] == listed


@pytest.mark.django_db
def test_csv_has_every_row_of_the_list(consumer, published):
    published(3)
    program = program_of(consumer)
    listed = program.get("/api/v1/verdicts/", {"since": 0}).json()["results"]
    body = download(program, "csv").decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(body, newline="")))
    assert [
        (int(row["id"]), int(row["claim_id"]), row["claim_text"], row["rating"], row["rationale"], row["ledger_hash"])
        for row in table
    ] == [
        (
            row["id"],
            row["claim"]["id"],
            row["claim"]["text"],
            row["rating"],
            row["rationale"],
            row["ledger"]["hash"],
        )
        for row in listed
    ]
    assert [json.loads(row["citations"]) for row in table] == [row["citations"] for row in listed]
    assert {(row["stands"], row["endangered"], row["supersedes"]) for row in table} == {("true", "false", "")}
    assert body.count("\r\n") == body.count("\n") == 4


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "body"), [("json", b"[]\n"), ("ndjson", b"")])
def test_no_verdict_is_an_empty_export(consumer, kind, body):
    assert download(program_of(consumer), kind) == body


@pytest.mark.django_db
def test_a_download_says_how_many_rows_a_complete_one_has(consumer, published):
    published(2)
    answer = program_of(consumer).get("/api/v1/export/verdicts.ndjson")
    assert (answer.headers["X-Total-Count"], answer.headers["Content-Disposition"], answer.streaming) == (
        "2",
        'attachment; filename="verdicts.ndjson"',
        True,
    )


@pytest.mark.django_db
def test_what_is_published_during_a_download_waits_for_the_next_one(published):
    first = published(1)[0]
    found = queries.exported()
    stream = rows.chunks(found.verdicts)
    published(2)
    assert [json.loads(text)["id"] for chunk in stream for text in chunk] == [first.pk]
    assert (found.count, found.last) == (1, first.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("how_many", [1, 3])
def test_an_export_asks_the_same_number_of_queries_however_long(
    consumer, published, how_many, django_assert_num_queries
):
    verdicts = published(how_many)
    program = program_of(consumer)
    # Who asks, newest and count, a turn, who has which now, a transaction with its limits and cursor, the turn's end.
    with django_assert_num_queries(3 + 2 + 1 + 1 + 4 + 1):
        found = json.loads(download(program, "json"))
    assert [(row["id"], len(row["citations"])) for row in found] == [(verdict.pk, 1) for verdict in verdicts]


@pytest.mark.django_db
def test_an_export_is_read_in_chunks(published, monkeypatch):
    monkeypatch.setattr(rows, "CHUNK", 2)
    published(5)
    assert [len(chunk) for chunk in rows.chunks(queries.published())] == [2, 2, 1]


@pytest.mark.django_db
def test_a_reader_may_pause_longer_than_a_page_may_take(published):
    published(1)
    with connection.cursor() as cursor:
        stream = rows.chunks(queries.published())
        next(stream)
        cursor.execute("SELECT current_setting('idle_in_transaction_session_timeout')")
        assert cursor.fetchone() == (PATIENCE,)
        stream.close()


def broken():
    yield ['{"id":1}']
    raise RuntimeError("The database went away.")


def test_json_that_breaks_off_has_no_closing_bracket():
    stream = texts.as_json(broken())
    start = next(stream)
    with pytest.raises(RuntimeError):
        next(stream)
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(start)


@pytest.fixture
def server(tmp_path):
    """A real web server with the application of breaking_off.py, on a socket file."""
    place = tmp_path / "web"
    command = [sys.executable, "-m", "gunicorn", "tests.reviews.api.breaking_off", "--bind", f"unix:{place}"]
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [*command, "--worker-class", "gthread", "--threads", "2", "--no-control-socket"], cwd=root
    ) as process:
        try:
            wait_until(place.exists)
            yield place
        finally:
            process.terminate()


def answer_of(place: Path, path: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(LONGEST)
        connection.connect(str(place))
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def test_a_failure_in_the_middle_breaks_the_connection_before_the_end_of_the_answer(server):
    end_of_answer = b"\r\n0\r\n\r\n"
    whole, cut = answer_of(server, "/"), answer_of(server, "/breaks")
    assert (b'{"id":3}' in whole, whole.endswith(end_of_answer)) == (True, True)
    assert (b'{"id":2}' in cut, cut.endswith(end_of_answer)) == (True, False)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "\r=1",
        " =1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "\u200b =1",
        "\n\n-2",
        "\x01=1",
        "'=1",  # or it would be read back as a text without its apostrophe
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert disarmed(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "4150 N", "a=b", "3 - 2", "“-1”", "#1", "Ａ"])
def test_other_cells_stay_as_they_are(cell):
    assert disarmed(cell) == cell


def row_saying(text: str) -> str:
    article = {"id": 1, "title": text, "url": "", "published_on": None}
    row = {
        "id": 1,
        "claim": {"id": 1, "text": text, "article": article},
        "rating": "wrong",
        "rationale": text,
        "round": 1,
        "supersedes": None,
        "superseded_by": None,
        "stands": True,
        "endangered": False,
        "published_at": "2026-11-02T12:00:00Z",
        "ledger": {"seq": 1, "hash": "0"},
        "citations": [{"quote": text}],
        "judged_by": [text],
        "signed_off_by": text,
        "rules_version": "2026-11",
        "coverage": None,
        "withdrawn_at": None,
    }
    return json.dumps(row)


#: What Python takes for white, and what is not seen at all.
SPACES = [chr(code) for code in range(1, 0x3001) if chr(code).isspace()] + list("\u200b\u200e\u2060\ufeff\x01\x1f")


@pytest.mark.django_db
@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=30))
def test_any_text_survives_csv_and_no_cell_starts_a_formula(words):
    said = [*words, *(before + space + "=1" for space in SPACES for before in ("", "'", " "))]
    with connection.cursor() as cursor:
        line = CsvLine(Disarmed(RawSQL("said", ())), RawSQL("null", ()), RawSQL("said", ()))
        sql, given_values = Group.objects.annotate(line=line).values("line").query.sql_with_params()
        asked = sql.split('FROM "auth_group"')[0] + "FROM unnest(%s::text[]) WITH ORDINALITY AS t(said, n) ORDER BY n"
        cursor.execute(asked, [*given_values, said])
        lines = [line for (line,) in cursor.fetchall()]
    body = b"".join(texts.as_csv([lines])).decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(body, newline=""), strict=True))
    assert table == [[*columns.COLUMNS, "citations"], *([disarmed(text), "", text] for text in said)]
    assert [
        cells[0] for cells in table[1:] if cells[0].lstrip()[:1] in tuple("=+-@＝＋－＠") and cells[0].lstrip()
    ] == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=4))
def test_any_text_survives_json_and_ndjson(words):
    chunk = [row_saying(text) for text in words]
    said = [json.loads(text) for text in chunk]
    assert json.loads(b"".join(texts.as_json([chunk] if chunk else []))) == said
    lines = b"".join(texts.as_ndjson([chunk] if chunk else [])).split(b"\n")
    assert [json.loads(line) for line in lines[:-1]] == said
    assert lines[-1] == b""


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["json", "ndjson", "csv", "claimreview.jsonld", "annotations.jsonld"])
def test_the_command_writes_the_bytes_of_the_download(consumer, published, kind, tmp_path, capfdbinary):
    published(2)
    body = download(program_of(consumer), kind)
    file = tmp_path / "out"
    call_command("export_verdicts", format=kind, output=file, stderr=io.StringIO())
    call_command("export_verdicts", format=kind)
    assert (file.read_bytes(), capfdbinary.readouterr().out) == (body, body)


@pytest.mark.django_db
def test_a_command_that_fails_leaves_no_file_that_looks_whole(published, tmp_path, monkeypatch):
    published(1)
    file = tmp_path / "out.json"
    monkeypatch.setitem(formats.FORMATS, "json", formats.Format(lambda chunks: (1 / 0 for _ in chunks), ""))
    with pytest.raises(ZeroDivisionError):
        call_command("export_verdicts", output=file)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_file_that_cannot_be_written_gets_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file or directory. Choose another file."):
        call_command("export_verdicts", output=tmp_path / "no" / "such" / "folder.json")


@pytest.mark.parametrize("query", ["?since=5", "?rating=wrong", "?nonsense=1", "?before=3"])
def test_a_filter_that_an_export_does_not_know_is_refused_and_not_overlooked(editor, query):
    answer = program_of(editor).get(f"/api/v1/export/verdicts.json{query}")
    assert answer.status_code == 400
    assert "An export contains every verdict" in str(answer.json())
