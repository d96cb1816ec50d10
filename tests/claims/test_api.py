"""Articles handed in by program, and findings."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims import services
from claims.models import Article, Claim
from sources import services as source_services
from tests import factories
from tests.clients import faulty, program_of

pytestmark = pytest.mark.django_db

TEXT = factories.ENGINE_ARTICLE
PAGE = "https://example.com/news"


def test_a_pasted_article_is_new_once_and_known_after_that(analyst):
    program = program_of(analyst)
    body = {"text": TEXT, "title": "Engines", "published_on": "2026-10-01", "readers": 2}
    first = program.post("/api/v1/articles/", body, format="json")
    second = program.post("/api/v1/articles/", {"text": TEXT}, format="json")
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    shown = first.json()
    assert {name: shown[name] for name in ("title", "published_on", "readers", "state", "error", "text")} == {
        "title": "Engines",
        "published_on": "2026-10-01",
        "readers": 2,
        "state": "PENDING",
        "error": "",
        "text": TEXT,
    }


def test_a_file_and_the_same_text_as_json_are_one_article(analyst):
    program = program_of(analyst)
    file = SimpleUploadedFile("news.txt", TEXT.encode(), "text/plain")
    first = program.post("/api/v1/articles/", {"file": file, "readers": "2"})
    second = program.post("/api/v1/articles/", {"text": TEXT}, format="json")
    assert (first.status_code, first.json()["readers"]) == (201, 2)
    assert (second.status_code, second.json()["id"]) == (200, first.json()["id"])


def test_an_address_waits_for_its_capture(analyst):
    program = program_of(analyst)
    first = program.post("/api/v1/articles/", {"url": PAGE}, format="json")
    second = program.post("/api/v1/articles/", {"url": PAGE}, format="json")
    assert (first.status_code, second.status_code) == (201, 200)
    assert [first.json()[name] for name in ("url", "title", "state", "text")] == [PAGE, PAGE, "PENDING", ""]


def test_an_article_whose_address_failed_says_so(analyst, at):
    program = program_of(analyst)
    article = program.post("/api/v1/articles/", {"url": PAGE}, format="json").json()["id"]
    snapshot = Article.objects.get(pk=article).snapshot
    web = factories.Web()
    web.pages[PAGE] = web.answer(PAGE, factories.FetchOutcome.LOGIN_WALL, "The page asks for a login.")
    source_services.capture(snapshot_id=snapshot.pk, fetch=web, at=at)
    shown = program.get(f"/api/v1/articles/{article}/").json()
    assert (shown["state"], shown["error"]) == ("DEAD", "The page asks for a login.")


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, []),
        ({"text": TEXT, "url": PAGE}, []),
        ({"text": ""}, ["text"]),
        ({"text": "   \n  "}, []),
        ({"text": ["a", "list"]}, ["text"]),
        ({"text": 123}, ["text"]),
        ({"text": TEXT, "readers": 3}, ["readers"]),
        ({"text": TEXT, "readers": "many"}, ["readers"]),
        ({"text": TEXT, "title": "x" * 301}, ["title"]),
        ({"url": "no address"}, ["url"]),
        ({"url": "http://localhost/"}, []),
        ({"url": "https://user:secret@example.com/"}, []),
        ({"file": "not a file"}, ["file"]),
    ],
)
def test_an_article_that_cannot_be_read_is_refused_and_nothing_is_stored(analyst, body, fields):
    answer = program_of(analyst).post("/api/v1/articles/", body, format="json")
    assert (answer.status_code, faulty(answer)) == (400, fields)
    assert Article.objects.count() == 0


def test_a_file_of_the_wrong_kind_is_refused(analyst):
    file = SimpleUploadedFile("news.pdf", b"%PDF-1.7 nothing more", "application/pdf")
    answer = program_of(analyst).post("/api/v1/articles/", {"file": file})
    assert (answer.status_code, answer.json()["title"]) == (400, "Bad Request")


def test_characters_that_cannot_be_shown_do_not_get_into_a_title(analyst):
    file = SimpleUploadedFile("news\u202efdp.txt", TEXT.encode(), "text/plain")
    answer = program_of(analyst).post("/api/v1/sources/", {"file": file})
    assert (answer.status_code, answer.json()["title"]) == (201, "newsfdp.txt")


def _notes(claims: list[Claim], at) -> list[int]:
    return [
        services.record_finding(claim=claim, kind="lint", explanation="Odd.", key="one", at=at).finding.pk
        for claim in claims
    ]


@pytest.mark.parametrize("how_many", [1, 2])
def test_findings_ask_the_same_number_of_queries_however_many(
    consumer, analyst, at, how_many, django_assert_num_queries
):
    article = factories.article(by=analyst, at=at)
    noted = _notes(list(article.claims.in_reading_order()[:how_many]), at)
    program = program_of(consumer)
    with django_assert_num_queries(4):  # the token, its owner's other tokens, the roles, the findings
        found = program.get("/api/v1/findings/", {"article": article.pk, "kind": "lint"}).json()["results"]
    assert [row["id"] for row in found] == noted[::-1]


def test_findings_are_narrowed_by_claim_and_state(consumer, analyst, at):
    first, second = factories.article(by=analyst, at=at).claims.in_reading_order()[:2]
    kept, decided = _notes([first, second], at)
    services.decide_finding(by=analyst, finding=second.findings.get(pk=decided), accept=False)
    program = program_of(consumer)

    def ids(**filters: object) -> list[int]:
        return [row["id"] for row in program.get("/api/v1/findings/", {"kind": "lint", **filters}).json()["results"]]

    assert [ids(state="open"), ids(state="dismissed"), ids(claim=first.pk)] == [[kept], [decided], [kept]]
