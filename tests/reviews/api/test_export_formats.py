"""The formats of spreadsheets and of the web: everything is in them, at its place, in the words of their standards."""

import io
import json

import extruct
import pyarrow.parquet as pq
import pytest
from django.core.management import CommandError, call_command
from lxml import etree
from openpyxl import load_workbook
from pyshacl import validate
from rdflib import Graph

from core.admin import workbooks
from core.admin.workbooks import CUT, LONGEST_CELL
from reviews.api import feed
from reviews.api.export import columns, formats
from reviews.api.export.atom import as_atom
from reviews.api.export.linked import as_annotations, as_claim_reviews, as_data_feed
from reviews.api.export.parquet import as_parquet
from reviews.api.export.workbooks import as_xlsx
from tests.clients import program_of
from tests.reviews.api.test_export import download
from tests.reviews.api.vocabulary import faults_of_annotations, parents_in, shapes_of

# rdflib's own reader of JSON-LD still uses what it renamed.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SITE = "http://127.0.0.1:8000"
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    '=HYPERLINK("https://example.org","x")',
    "=cmd|' /C calc'!A0",
]


def row(number: int = 1, *, text: str = "The thrust is 4150 N.", **fields: object) -> dict:
    """A verdict in the shape of the API, with one citation that stands behind a sign of two UTF-16 units."""
    snapshot = {"id": 5, "sha256": "ab" * 32, "captured_at": "2026-11-01T08:00:00.000000Z"}
    source = {"id": 4, "title": text, "publisher": text, "url": "https://example.org/sheet", "grade": "B2"}
    article = {"id": 3, "title": text, "url": "https://example.org/news", "published_on": "2026-10-31"}
    return {
        "id": number,
        "claim": {"id": 2, "text": text, "article": article},
        "rating": "wrong",
        "rationale": text,
        "citations": [
            {
                "id": 7,
                "quote": "4.15 MN",
                "start": 3,
                "end": 10,
                "stance": "contradicts",
                "health": "stands",
                "source": source,
                "snapshot": snapshot,
                "prefix": "🚀: ",
                "suffix": ".",
            }
        ],
        "round": 1,
        "supersedes": None,
        "superseded_by": None,
        "superseded_rating": None,
        "stands": True,
        "endangered": False,
        "published_at": "2026-11-02T12:00:00.000000Z",
        "ledger": {"seq": number, "hash": "0" * 64},
        "judged_by": ["ada"],
        "signed_off_by": "edith",
        "rules_version": "2026-11",
        "coverage": None,
        "withdrawn_at": None,
        **fields,
    }


def written(write, *rows: dict, size: int = 2) -> bytes:
    texts = [json.dumps(each) for each in rows]
    return b"".join(write(texts[start : start + size] for start in range(0, len(texts), size)))


def test_a_workbook_has_every_verdict_and_every_citation_and_no_formula():
    body = written(as_xlsx, *(row(number, text=text) for number, text in enumerate(FORMULAS, 1)))
    book = load_workbook(io.BytesIO(body))
    verdicts, citations = (list(book[name].iter_rows()) for name in ("Verdicts", "Citations"))
    assert [cell.value for cell in verdicts[0]] == list(columns.COLUMNS)
    assert [[cell.value for cell in cells] for cells in verdicts[1:]] == [
        [
            {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
            for value in columns.cells(row(number, text=text))
        ]
        for number, text in enumerate(FORMULAS, 1)
    ]
    assert [[cell.value for cell in cells] for cells in citations[1:3]] == [
        [*columns.citation_cells(number, row(text=FORMULAS[number - 1])["citations"][0])] for number in (1, 2)
    ]
    assert {cell.data_type for cells in [*verdicts, *citations] for cell in cells} == {"s", "n"}


def test_a_cell_that_is_too_long_says_that_it_is_cut(monkeypatch):
    texts = ["x" * LONGEST_CELL, "x" * (LONGEST_CELL + 1), "🚀" * (LONGEST_CELL // 2 + 1)]
    book = load_workbook(io.BytesIO(written(as_xlsx, *(row(text=text) for text in texts))))
    cells = [cell.value for cell in book["Verdicts"]["C"][1:]]
    assert cells[0] == texts[0]
    assert [cell.endswith(CUT) for cell in cells] == [False, True, True]
    assert [len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL for cell in cells] == [True] * 3


def test_rows_beyond_the_end_of_a_sheet_stand_in_the_next_one(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    book = load_workbook(io.BytesIO(written(as_xlsx, *(row(number) for number in range(1, 6)))))
    found = {sheet.title: [cell.value for cell in sheet["A"]] for sheet in book if sheet.title.startswith("V")}
    assert found == {"Verdicts": ["id", 1, 2], "Verdicts 2": ["id", 3, 4], "Verdicts 3": ["id", 5]}


def test_a_workbook_that_breaks_off_is_not_handed_on():
    def broken():
        yield [json.dumps(row())]
        raise RuntimeError("The database went away.")

    stream = as_xlsx(broken())
    with pytest.raises(RuntimeError):
        next(stream)


def test_parquet_has_every_verdict_with_its_citations():
    table = pq.read_table(io.BytesIO(written(as_parquet, row(1), row(2), row(3))))
    assert table.column("id").to_pylist() == [1, 2, 3]
    first = table.to_pylist()[0]
    assert {name: first[name] for name in columns.COLUMNS} == dict(
        zip(columns.COLUMNS, columns.cells(row()), strict=True)
    )
    assert (
        first["citations"]
        == [
            dict(zip(columns.CITATION_COLUMNS, columns.citation_cells(1, row()["citations"][0]), strict=True))
            | {"verdict_id": None}
        ]
        or "verdict_id" not in first["citations"][0]
    )


@pytest.mark.django_db
def test_without_pyarrow_parquet_is_refused_in_a_sentence(consumer, monkeypatch):
    monkeypatch.setattr("reviews.api.export.parquet.find_spec", lambda name: None)
    sentence = "Parquet needs pyarrow, which is not installed here. Install it, or choose another format."
    answer = program_of(consumer).get("/api/v1/export/verdicts.parquet")
    assert (answer.status_code, sentence in str(answer.json())) == (404, True)
    with pytest.raises(CommandError, match=sentence):
        call_command("export_verdicts", format="parquet")


def held_against_the_vocabulary(document: dict) -> tuple:
    """What pyshacl says of JSON-LD; schema.org's context is put in in short, so that nothing is asked of the network."""
    graph = Graph().parse(data=json.dumps({**document, "@context": {"@vocab": "http://schema.org/"}}), format="json-ld")
    return validate(graph, shacl_graph=shapes_of(graph), ont_graph=parents_in(graph))


@pytest.mark.parametrize(("write", "name"), [(as_claim_reviews, "@graph"), (as_data_feed, "dataFeedElement")])
def test_claim_reviews_hold_against_schema_orgs_vocabulary(write, name):
    document = json.loads(written(write, row(1), row(2), row(3, rating="verified")))
    assert (document["@context"], len(document[name])) == ("https://schema.org", 3)
    conforms, _, report = held_against_the_vocabulary(document)
    assert conforms, report


@pytest.mark.parametrize(
    "fault",
    [{"claimReviewd": "x"}, {"reviewRating": "wrong"}, {"ratingValue": 1}, {"itemReviewed": {"@type": "Clam"}}],
)
def test_the_shapes_refuse_what_the_vocabulary_does_not_have(fault):
    document = json.loads(written(as_claim_reviews, row()))
    document["@graph"][0].update(fault)
    assert held_against_the_vocabulary(document)[0] is False


def test_a_page_with_claim_reviews_is_read_as_search_engines_read_it():
    document = written(as_claim_reviews, row(1, text="</script> 3 < 4 & “5”"))
    safe = document.decode().replace("<", "\\u003c")
    page = f'<html><script type="application/ld+json">{safe}</script></html>'
    [found] = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    [review] = found["@graph"]
    assert (review["url"], review["claimReviewed"], review["reviewRating"]["ratingValue"]) == (
        f"{SITE}/v/1/",
        "</script> 3 < 4 & “5”",
        1,
    )
    assert review["itemReviewed"]["appearance"] == {
        "@type": "Article",
        "headline": "</script> 3 < 4 & “5”",
        "url": "https://example.org/news",
        "datePublished": "2026-10-31",
    }


def test_annotations_hold_against_the_data_model_and_both_selectors_name_the_same_words():
    document = json.loads(written(as_annotations, row(1), row(2, citations=[]), row(3)))
    assert faults_of_annotations(document) == []
    text = "🚀: 4.15 MN."
    for item in document["items"]:
        quote, place = item["target"]["selector"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] == text
        assert text[place["start"] : place["end"]] == quote["exact"]
    assert [item["id"] for item in document["items"]] == [f"{SITE}/v/{number}/#citation-7" for number in (1, 3)]


def test_an_annotation_without_a_selector_is_refused():
    document = json.loads(written(as_annotations, row()))
    del document["items"][0]["target"]["selector"][0]["exact"]
    assert len(faults_of_annotations(document)) == 1


@pytest.mark.parametrize("write", [as_claim_reviews, as_data_feed, as_annotations])
def test_a_document_without_rows_is_whole_and_one_that_breaks_off_is_not(write):
    assert json.loads(written(write))["@context"]

    def broken():
        yield [json.dumps(row())]
        raise RuntimeError("The database went away.")

    begun = b""
    with pytest.raises(RuntimeError):  # noqa: PT012 - what came before it is looked at
        for piece in write(broken()):
            begun += piece
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(begun)


ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(body: bytes) -> list[tuple[str, str, str, list[str]]]:
    feed = etree.fromstring(body)
    return [
        (
            entry.findtext("a:id", namespaces=ATOM),
            entry.findtext("a:title", namespaces=ATOM),
            entry.findtext("a:updated", namespaces=ATOM),
            [each.get("term") for each in entry.iterfind("a:category", ATOM)],
        )
        for entry in feed.iterfind("a:entry", ATOM)
    ]


def test_the_feed_says_what_is_new_reaffirmed_and_reversed():
    body = written(
        as_atom,
        row(3, supersedes=2, superseded_rating="verified"),
        row(2, supersedes=1, superseded_rating="verified", rating="verified"),
        row(1, rating="verified", text="A vertical tab \x0b & a <b>"),
    )
    at = "2026-11-02T12:00:00+00:00"
    assert entries(body) == [
        (f"{SITE}/v/3/", "Wrong, no longer Verified: The thrust is 4150 N.", at, ["reversed", "wrong"]),
        (f"{SITE}/v/2/", "Still Verified: The thrust is 4150 N.", at, ["reaffirmed", "verified"]),
        (f"{SITE}/v/1/", "Verified: A vertical tab \ufffd & a <b>", at, ["new", "verified"]),
    ]
    feed = etree.fromstring(body)
    assert [feed.findtext(f"a:{name}", namespaces=ATOM) for name in ("id", "title", "updated")] == [
        f"{SITE}/v/",
        "Verdicts of Plumbline",
        at,
    ]


@pytest.mark.django_db
def test_the_feed_comes_in_pages_that_lead_to_each_other(consumer, published, monkeypatch):
    monkeypatch.setattr(feed, "FEED", 2)
    verdicts = published(3)
    program, address, seen = program_of(consumer), "/api/v1/export/verdicts.atom", []
    while address:
        body = b"".join(program.get(address).streaming_content)
        seen.append([entry[0] for entry in entries(body)])
        links = {link.get("rel"): link.get("href") for link in etree.fromstring(body).iterfind("a:link", ATOM)}
        address = links.get("next")
    third, second, first = (f"{SITE}/v/{verdict.pk}/" for verdict in reversed(verdicts))
    assert seen == [[third, second], [first]]


def opened(body: bytes, kind: str) -> int:
    """How many verdicts a whole download of this kind has."""
    match kind:
        case "xlsx":
            return load_workbook(io.BytesIO(body))["Verdicts"].max_row - 1
        case "parquet":
            return pq.read_table(io.BytesIO(body)).num_rows
        case "csv":
            return body.count(b"\r\n") - 1
        case "ndjson":
            return body.count(b"\n")
        case "json":
            return len(json.loads(body))
        case _:
            document = json.loads(body)
            return len(document.get("@graph") or document.get("items") or document.get("dataFeedElement"))


@pytest.mark.django_db
def test_every_format_has_every_verdict_and_what_breaks_off_goes_on_where_it_stopped(consumer, published):
    verdicts = published(3)
    program = program_of(consumer)
    kinds = [kind for kind in formats.FORMATS if kind != "atom"]
    assert {kind: opened(download(program, kind), kind) for kind in kinds} == dict.fromkeys(kinds, 3)
    begun = program.get("/api/v1/export/verdicts.ndjson")
    last = begun.headers["X-Last-Verdict"]
    published(1)
    rest = program.get("/api/v1/export/verdicts.ndjson", {"after": verdicts[0].pk, "until": last})
    numbers = [json.loads(line)["id"] for line in b"".join(rest.streaming_content).splitlines()]
    assert (numbers, rest.headers["X-Total-Count"]) == ([verdict.pk for verdict in verdicts[1:]], "2")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["after=x", "after=-1", "after=1&after=2", "until=1.5", "after=٣", "until=" + "9" * 30]
)
def test_a_place_that_is_no_number_is_refused(consumer, query):
    answer = program_of(consumer).get(f"/api/v1/export/verdicts.csv?{query}")
    assert (answer.status_code, "whole number" in str(answer.json())) == (400, True)
