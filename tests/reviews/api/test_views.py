"""Articles, claims, verdicts and re-checks as programs read them."""

import pytest

from claims import services as claim_services
from claims.models import Claim
from reviews import services
from reviews.checking import RULES_VERSION
from reviews.models import Recheck, Review, Verdict
from sources import services as source_services
from tests import factories
from tests.clients import faulty, program_of

pytestmark = pytest.mark.django_db


def rows(program, path: str, **filters: object) -> list[dict]:
    answer = program.get(f"/api/v1/{path}", filters)
    assert answer.status_code == 200, answer.json()
    return answer.json()["results"]


def superseded(verdict: Verdict, *, analyst, editor, at) -> Verdict:
    """Publish another verdict on the same claim in its open round."""
    factories.judge(verdict.claim, by=analyst, at=at, cited=list(verdict.citations.all()), rating="disputed")
    review = Review.objects.get(claim=verdict.claim, status="IN_APPROVAL")
    return services.sign_off(by=editor, review=review, at=at)


def test_a_verdict_says_what_it_rests_on(consumer, published):
    verdict = published(1)[0]
    citation = verdict.citations.get()
    article = verdict.claim.article
    assert program_of(consumer).get(f"/api/v1/verdicts/{verdict.pk}/").json() == {
        "id": verdict.pk,
        "claim": {
            "id": verdict.claim_id,
            "text": verdict.claim.text,
            "article": {"id": article.pk, "title": article.title, "url": "", "published_on": None},
        },
        "rating": "wrong",
        "rationale": "The sheet gives meganewtons.",
        "citations": [
            {
                "id": citation.pk,
                "quote": factories.THRUST_QUOTE,
                "start": factories.DATA_SHEET.index(factories.THRUST_QUOTE),
                "end": factories.DATA_SHEET.index(factories.THRUST_QUOTE) + len(factories.THRUST_QUOTE),
                "stance": "contradicts",
                "health": "stands",
                "source": {
                    "id": citation.snapshot.document_id,
                    "title": "Data sheet",
                    "publisher": "",
                    "url": "",
                    "grade": "",
                },
                "snapshot": {
                    "id": citation.snapshot_id,
                    "sha256": citation.snapshot.blob_id,
                    "captured_at": "2026-11-02T12:00:00.000000Z",
                },
            }
        ],
        "round": 1,
        "supersedes": None,
        "superseded_by": None,
        "stands": True,
        "endangered": False,
        "withdrawn_at": None,
        "published_at": "2026-11-02T12:00:00.000000Z",
        "judged_by": ["ada"],
        "signed_off_by": "edith",
        "rules_version": RULES_VERSION,
        "coverage": {"settled": verdict.marks_settled, "total": verdict.marks_total},
        "ledger": {"seq": 1, "hash": verdict.ledger_entry.hash},
    }


def test_a_verdict_says_when_its_source_moved_and_when_it_was_replaced(consumer, endangered, analyst, editor, at):
    program = program_of(consumer)

    def standing() -> list[tuple]:
        return [
            (row["id"], row["stands"], row["endangered"], row["supersedes"], row["superseded_by"])
            for row in rows(program, "verdicts/", since=0)
        ]

    assert standing() == [(endangered.pk, True, True, None, None)]
    later = superseded(endangered, analyst=analyst, editor=editor, at=at)
    assert standing() == [
        (endangered.pk, False, False, None, later.pk),
        (later.pk, True, False, endangered.pk, None),
    ]


def test_verdicts_are_narrowed(consumer, endangered, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at, text=factories.ENGINE_ARTICLE.replace("180", "191"))
    other = factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    program = program_of(consumer)

    def ids(**filters: object) -> list[int]:
        return [row["id"] for row in rows(program, "verdicts/", **filters)]

    assert ids() == [other.pk, endangered.pk]
    assert ids(endangered="true") == [endangered.pk]
    assert ids(endangered="false") == [other.pk]
    assert ids(claim=other.claim_id) == [other.pk]
    assert ids(article=other.claim.article_id) == [other.pk]
    assert ids(since=endangered.pk) == [other.pk]
    assert ids(rating="verified") == []
    later = superseded(endangered, analyst=analyst, editor=editor, at=at)
    assert ids(stands="true") == [later.pk, other.pk]
    assert ids(stands="false") == [endangered.pk]
    assert ids(rating="disputed") == [later.pk]


def test_a_reader_that_goes_on_where_it_stopped_gets_every_verdict_once(consumer, published):
    verdicts = published(5)
    program = program_of(consumer)
    read, last = [], 0
    while page := rows(program, "verdicts/", since=last, page_size=2):
        read += [row["id"] for row in page]
        last = read[-1]
    assert read == [verdict.pk for verdict in verdicts]


def test_pages_lead_forward_and_back(consumer, published):
    verdicts = published(5)
    program = program_of(consumer)
    first = program.get("/api/v1/verdicts/", {"page_size": 2}).json()
    second = program.get(first["next"]).json()
    third = program.get(second["next"]).json()
    pages = [[row["id"] for row in page["results"]] for page in (first, second, third)]
    assert [pk for page in pages for pk in page] == [verdict.pk for verdict in reversed(verdicts)]
    assert (first["previous"], third["next"]) == (None, None)
    assert program.get(third["previous"]).json()["results"] == second["results"]


def test_a_page_has_fifty_rows_and_a_hundred_at_most(consumer, analyst, at):
    lines = [f"The engine number {number} has a mass of {number + 2} tonnes." for number in range(120)]
    article = factories.article(by=analyst, at=at, text=" ".join(lines))
    assert Claim.objects.filter(article=article).count() > 100
    program = program_of(consumer)
    assert len(rows(program, "claims/")) == 50
    assert len(rows(program, "claims/", page_size=100)) == 100
    assert len(rows(program, f"articles/{article.pk}/claims/", page_size=100)) == 100


def test_a_claim_has_the_fields_of_the_splitter_and_its_verdict(consumer, published):
    verdict = published(1)[0]
    claim = Claim.objects.get(pk=verdict.claim_id)
    text = claim.article.snapshot.text
    program = program_of(consumer)
    shown = program.get(f"/api/v1/claims/{claim.pk}/").json()
    split = {
        name: shown[name] for name in ("text", "quote_start", "quote_end", "kind", "check_worthy", "attributed_to")
    }
    assert split == {
        "text": claim.text,
        "quote_start": claim.start,
        "quote_end": claim.end,
        "kind": claim.kind,
        "check_worthy": True,
        "attributed_to": None,
    }
    assert (shown["quote"], shown["places"]) == (text[claim.start : claim.end], claim.places)
    assert (shown["quantities"], shown["dates"], shown["lint"]) == (claim.quantities, claim.dates, claim.lint)
    assert shown["score"] == float(claim.score)
    assert (shown["status"], shown["round"], shown["endangered"]) == ("PUBLISHED", 1, False)
    assert shown["verdict"] == program.get(f"/api/v1/verdicts/{verdict.pk}/").json()
    assert shown["article"] == shown["verdict"]["claim"]["article"]


def test_the_quote_of_a_claim_counts_characters_and_not_bytes(consumer, analyst, at):
    text = "“Größe” 🚀 ist egal. The Žižka engine has a maximum vacuum thrust of 4150 N."
    article = factories.article(by=analyst, at=at, text=text)
    for claim in rows(program_of(consumer), "claims/", article=article.pk):
        assert claim["quote"] == text[claim["quote_start"] : claim["quote_end"]]


def test_an_endangered_claim_shows_the_verdict_and_why(consumer, endangered):
    program = program_of(consumer)
    shown = rows(program, "claims/", endangered="true")
    assert [(row["id"], row["endangered"], row["status"], row["round"]) for row in shown] == [
        (endangered.claim_id, True, "QUEUED", 2)
    ]
    assert shown[0]["verdict"]["endangered"] is True
    assert "number_changed" in [finding["kind"] for finding in shown[0]["findings"]]


def test_claims_are_narrowed(consumer, published, analyst, at):
    first, second = published(2)
    program = program_of(consumer)

    def ids(**filters: object) -> list[int]:
        return [row["id"] for row in rows(program, "claims/", **filters)]

    everything = list(Claim.objects.order_by("-pk").values_list("pk", flat=True))
    assert ids() == everything
    assert ids(rating="wrong") == [second.claim_id, first.claim_id]
    assert ids(rating="verified") == []
    assert ids(status="PUBLISHED") == [second.claim_id, first.claim_id]
    assert ids(status="PUBLISHED", article=first.claim.article_id) == [first.claim_id]
    assert ids(endangered="true") == []
    assert ids(endangered="false") == everything
    assert ids(search="thrust", article=first.claim.article_id) == [first.claim_id]
    services.request_round(by=analyst, claim=first.claim, note="A newer sheet is out.", at=at)
    assert (ids(status="QUEUED"), ids(status="PUBLISHED")) == ([first.claim_id], [second.claim_id])


def test_claims_that_are_not_worth_checking_are_there_for_whoever_asks(consumer, analyst, at):
    text = factories.ENGINE_ARTICLE + " What a wonderful engine! Who would not want to fly it?"
    article = factories.article(by=analyst, at=at, text=text)
    program = program_of(consumer)
    worthy = {row["id"] for row in rows(program, "claims/", article=article.pk, check_worthy="true")}
    idle = {row["id"] for row in rows(program, "claims/", article=article.pk, check_worthy="false")}
    assert worthy == set(article.claims.filter(check_worthy=True).values_list("pk", flat=True))
    assert idle == set(article.claims.filter(check_worthy=False).values_list("pk", flat=True))


def test_the_claims_of_an_article_come_in_reading_order_on_every_page(consumer, analyst, at):
    article = factories.article(by=analyst, at=at)
    program = program_of(consumer)
    read, address = [], f"http://testserver/api/v1/articles/{article.pk}/claims/?page_size=1"
    while address:
        page = program.get(address).json()
        read += [row["id"] for row in page["results"]]
        address = page["next"]
    assert read == list(article.claims.in_reading_order().values_list("pk", flat=True))


def test_an_article_shows_what_is_settled_in_it(consumer, published, at):
    verdict = published(1)[0]
    article = verdict.claim.article
    shown = program_of(consumer).get(f"/api/v1/articles/{article.pk}/").json()
    marks = article.marks.count()
    assert shown["text"] == article.snapshot.text
    assert (shown["state"], shown["judged_count"], shown["claim_count"]) == ("DONE", 1, article.claims.count())
    assert shown["coverage"]["total"] == marks == shown["coverage"]["settled"] + shown["coverage"]["open"]


def test_a_second_way_in_of_the_same_text_is_shown_as_a_duplicate_and_not_listed(consumer, analyst, at):
    page = "https://example.com/engines"
    article = factories.article(by=analyst, at=at)
    twin = claim_services.submit_address(by=analyst, url=page, at=at).article
    source_services.capture(
        snapshot_id=twin.snapshot_id, fetch=factories.Web(**{page: factories.ENGINE_ARTICLE}), at=at
    )
    claim_services.split(article_id=twin.pk, at=at)
    program = program_of(consumer)
    assert program.get(f"/api/v1/articles/{twin.pk}/").json()["duplicate_of"] == article.pk
    assert [row["id"] for row in rows(program, "articles/")] == [article.pk]


def test_a_recheck_is_asked_for_and_its_result_read(analyst, published, at):
    verdict = published(1)[0]
    program = program_of(analyst)
    asked = program.post("/api/v1/rechecks/", {"claim": verdict.claim_id}, format="json")
    waiting = asked.json()
    assert asked.status_code == 201
    assert [(row["claim"], row["citation"], row["state"], row["result"]) for row in waiting] == [
        (verdict.claim_id, verdict.citations.get().pk, "PENDING", None)
    ]
    assert Recheck.objects.get().requested_by == analyst

    services.run_recheck(recheck_id=waiting[0]["id"], fetch=factories.Web(), at=at)
    done = program.get(f"/api/v1/rechecks/{waiting[0]['id']}/").json()
    assert (done["state"], done["result"]["outcome"], done["result"]["change"]) == ("DONE", "not_modified", "identical")
    assert rows(program, "rechecks/", change="identical", claim=verdict.claim_id) == [done]
    assert rows(program, "rechecks/", change="gone") == []


@pytest.mark.parametrize("given", [{}, {"claim": 999999}, {"claim": "x"}, {"claim": None}, {"claim": True}])
def test_a_recheck_of_nothing_is_refused(analyst, given):
    answer = program_of(analyst).post("/api/v1/rechecks/", given, format="json")
    assert (answer.status_code, faulty(answer)) == (400, ["claim"])


def test_a_recheck_of_a_claim_without_citations_says_so(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    answer = program_of(analyst).post("/api/v1/rechecks/", {"claim": claim.pk}, format="json")
    assert (answer.status_code, answer.json()["errors"]) == (
        400,
        [{"detail": "This claim has no citations yet, so there is nothing to re-check.", "pointer": "#/claim"}],
    )


@pytest.mark.parametrize("how_many", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # Each has 3 for the token, its first use and the roles.
        ("verdicts/", 3 + 3),  # the page, its verdicts with their citations, who has them now
        ("claims/?rating=wrong", 3 + 5),  # the page, claims, open findings, verdicts, who has them now
        ("articles/", 3 + 1),
        ("rechecks/", 3 + 1),
    ],
)
def test_a_list_asks_the_same_number_of_queries_however_long(
    consumer, analyst, published, at, how_many, path, queries, django_assert_num_queries
):
    verdicts = published(how_many)
    for verdict in verdicts:
        claim_services.record_finding(claim=verdict.claim, kind="lint", explanation="Odd.", key="one", at=at)
        services.request_rechecks(citations=verdict.citations.all(), at=at, by=analyst)
    program = program_of(consumer)
    with django_assert_num_queries(queries):
        found = rows(program, path)
    assert len(found) == how_many


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_claims_of_an_article_ask_the_same_number_of_queries_however_many(
    consumer, analyst, at, how_many, django_assert_num_queries
):
    text = " ".join(factories.ENGINE_ARTICLE.split(". ")[:how_many]).rstrip(".") + "."
    article = factories.article(by=analyst, at=at, text=text)
    program = program_of(consumer)
    with django_assert_num_queries(3 + 4):  # the article, the page, its claims, their open findings
        found = rows(program, f"articles/{article.pk}/claims/")
    assert len(found) == article.claims.count()
