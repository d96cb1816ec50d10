"""What analysts and editors do over the API: the same services as the pages, each in the state that was read, and once."""

import pytest

from claims.models import Citation, Claim, Finding, Mark
from reviews.models import Assignment, Comment, Judgement, Review, Verdict
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(analyst, at) -> Claim:
    claim = factories.claim(by=analyst, at=at)
    factories.review_services.open_review(claim=claim, at=at)
    return claim


@pytest.fixture
def sheet(analyst, at):
    return factories.upload(by=analyst, at=at)


def etag(program, path: str) -> str:
    return program.get(f"/api/v1/{path}").headers["ETag"]


def cited(program, claim: Claim, sheet, **fields: object):
    body = {"snapshot": sheet.pk, "quote": factories.THRUST_QUOTE, "stance": "contradicts", **fields}
    return program.post(f"/api/v1/claims/{claim.pk}/citations/", body, format="json")


def judged(program, claim: Claim, citation: int, **fields: object):
    body = {"rating": "wrong", "rationale": "The sheet gives meganewtons.", "citations": [citation], **fields}
    return program.post(f"/api/v1/claims/{claim.pk}/judgements/", body, format="json")


def test_a_claim_is_cited_judged_and_signed_off_over_the_api_alone(analyst, editor, claim, sheet):
    program, chief = program_of(analyst), program_of(editor)
    citation = cited(program, claim, sheet)
    assert citation.status_code == 201, citation.content
    assert citation.json() == {
        "id": Citation.objects.get().pk,
        "quote": factories.THRUST_QUOTE,
        "start": factories.DATA_SHEET.index(factories.THRUST_QUOTE),
        "end": factories.DATA_SHEET.index(factories.THRUST_QUOTE) + len(factories.THRUST_QUOTE),
        "stance": "contradicts",
        "health": "stands",
        "source": {"id": sheet.document_id, "title": "Data sheet", "publisher": "", "url": "", "grade": ""},
        "snapshot": {"id": sheet.pk, "sha256": sheet.blob_id, "captured_at": "2026-11-02T12:00:00Z"},
        "claim": claim.pk,
        "check": citation.json()["check"],
    }
    assert citation.json()["check"]["outcome"] == "contradicts"
    assert program.get(f"/api/v1/claims/{claim.pk}/citations/").json() == [citation.json()]

    judgement = judged(program, claim, citation.json()["id"])
    assert judgement.status_code == 201, judgement.content
    told = judgement.json()
    assert (told["status"], told["round"], told["analyst"], told["citations"]) == (
        "IN_APPROVAL",
        1,
        "ada",
        [citation.json()["id"]],
    )
    review = chief.get(f"/api/v1/reviews/{told['review']}/")
    assert (review.json()["judgements"], review.json()["rating"]) == ([told], "wrong")
    assert (judgement.headers["Location"], judgement.headers["ETag"]) == (
        f"/api/v1/reviews/{told['review']}/",
        review.headers["ETag"],
    )

    path = f"/api/v1/reviews/{told['review']}/sign-off/"
    assert chief.post(path).status_code == 428
    assert chief.post(path, HTTP_IF_MATCH='"stale"').status_code == 412
    signed = chief.post(path, HTTP_IF_MATCH=review.headers["ETag"])
    assert signed.status_code == 201, signed.content
    assert signed.json() == chief.get(signed.headers["Location"]).json()
    assert Verdict.objects.get().signed_off_by == editor


def test_whoever_judged_does_not_sign_off_and_no_analyst_does(editor, analyst, claim, sheet):
    chief = program_of(editor)
    told = judged(chief, claim, cited(chief, claim, sheet).json()["id"]).json()
    refusals = []
    for person in (editor, analyst):
        program = program_of(person)
        tag = etag(program, f"reviews/{told['review']}/")
        refusals.append(program.post(f"/api/v1/reviews/{told['review']}/sign-off/", HTTP_IF_MATCH=tag))
    assert [answer.status_code for answer in refusals] == [403, 403]
    assert [answer.json()["detail"] for answer in refusals] == [
        "You judged this claim yourself. Ask another editor to sign it off.",
        "Only editors can do this.",
    ]
    assert Verdict.objects.count() == 0


def test_a_review_is_sent_back_once_in_the_state_that_was_read(editor, analyst, claim, sheet):
    program, chief = program_of(analyst), program_of(editor)
    review = judged(program, claim, cited(program, claim, sheet).json()["id"]).json()["review"]
    path, tag = f"/api/v1/reviews/{review}/return/", etag(chief, f"reviews/{review}/")
    note = {"note": "Cite the figure in vacuum."}
    empty = chief.post(path, {"note": " "}, format="json", HTTP_IF_MATCH=tag)
    done = chief.post(path, note, format="json", HTTP_IF_MATCH=tag)
    again = chief.post(path, note, format="json", HTTP_IF_MATCH=tag)
    assert (empty.status_code, done.status_code, again.status_code) == (400, 200, 412)
    assert (done.json()["status"], done.headers["ETag"]) == ("IN_REVIEW", etag(chief, f"reviews/{review}/"))
    assert done.json()["judgements"][0]["withdrawn_at"] is not None
    closed = chief.post(f"/api/v1/reviews/{review}/abandon/", note, format="json", HTTP_IF_MATCH=done.headers["ETag"])
    assert (closed.status_code, closed.json()["status"]) == (200, "ABANDONED")
    opened = program.post(f"/api/v1/claims/{claim.pk}/reviews/", {"note": "The sheet was wrong."}, format="json")
    assert (opened.status_code, opened.json()["round"], opened.json()["reason"]) == (201, 2, "requested")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quote": "The engine develops a thrust of 4.15 kN in vacuum and 3.83 MN"}, "do not appear in this version"),
        ({"quote": "4.15 MN"}, "too short to find again"),
        ({"stance": "proves"}, "not a valid choice"),
        ({"snapshot": 999_999}, "no captured version"),
        ({"source": 1}, "either `snapshot` or `source`"),
        ({"quotation": "x"}, "There is no such field."),
        ({"start": "12"}, "valid integer"),
    ],
)
def test_words_that_cannot_be_cited_are_refused_as_on_the_page(analyst, claim, sheet, fields, words):
    answer = cited(program_of(analyst), claim, sheet, **fields)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert words in answer.json()["detail"]
    assert Citation.objects.count() == 0


def test_a_judgement_rests_on_citations_of_its_own_claim(analyst, claim, sheet, at):
    program = program_of(analyst)
    other = factories.citation(by=analyst, claim=claim.article.claims.active().exclude(pk=claim.pk)[0], at=at)
    answers = [judged(program, claim, other.pk), judged(program, claim, 0), judged(program, claim, 1, citations=[])]
    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert answers[0].json()["errors"][0]["pointer"] == "#/citations"
    assert answers[1].json()["errors"][0]["pointer"] == "#/citations/0"
    assert Judgement.objects.count() == 0


def test_a_judgement_for_a_review_that_has_ended_meanwhile_is_refused(analyst, claim, sheet):
    program = program_of(analyst)
    citation = cited(program, claim, sheet).json()["id"]
    assert judged(program, claim, citation, round=2).status_code == 409
    assert judged(program, claim, citation, confirmed=None, round=1).status_code == 201


class TestBlind:
    """Two judgements that are given without seeing each other."""

    @pytest.fixture
    def claim(self, analyst, at) -> Claim:
        claim = factories.claim(by=analyst, at=at, judgements_required=2)
        factories.review_services.open_review(claim=claim, at=at)
        return claim

    def read(self, person, claim: Claim) -> str:
        program = program_of(person)
        review = Review.objects.get(claim=claim).pk
        paths = [f"claims/{claim.pk}/{name}/" for name in ("citations", "judgements", "comments")]
        paths += [f"reviews/{review}/", "reviews/", f"claims/{claim.pk}/"]
        return "".join(program.get(f"/api/v1/{path}").content.decode() for path in paths)

    def test_the_second_judge_reads_nothing_of_the_first_anywhere(self, analyst, second_analyst, editor, claim, sheet):
        first, second = program_of(analyst), program_of(second_analyst)
        citation = cited(first, claim, sheet).json()["id"]
        said = {"text": "quokka thinks so"}
        assert first.post(f"/api/v1/claims/{claim.pk}/comments/", said, format="json").status_code == 201
        assert judged(first, claim, citation, rationale="wombat").status_code == 201
        for person, secret in ((second_analyst, True), (editor, True), (analyst, False)):
            text = self.read(person, claim)
            found = [word in text for word in ("quokka", "wombat", factories.THRUST_QUOTE)]
            assert found == [not secret] * 3
        assert judged(second, claim, citation).status_code == 400
        own = cited(second, claim, sheet)
        assert (own.status_code, own.json()["id"]) == (201, citation)  # as if nobody had cited these words
        assert cited(second, claim, sheet).status_code == 200
        assert judged(second, claim, citation).json()["status"] == "IN_APPROVAL"
        assert "wombat" in self.read(second_analyst, claim)

    def test_without_the_rule_the_first_judgement_is_read(self, analyst, second_analyst, claim, sheet, monkeypatch):
        first = program_of(analyst)
        judged(first, claim, cited(first, claim, sheet).json()["id"], rationale="wombat")
        monkeypatch.setattr("reviews.policies.is_blind_to", lambda review, actor: False)
        assert "wombat" in self.read(second_analyst, claim)


def test_a_claim_is_reworded_split_merged_dismissed_and_restored_in_the_state_that_was_read(analyst, claim):
    program = program_of(analyst)
    path = f"/api/v1/claims/{claim.pk}/"

    def post(address: str, body: dict, tag: str):
        return program.post(address, body, format="json", HTTP_IF_MATCH=tag)

    tag = etag(program, f"claims/{claim.pk}/")
    wording = {"text": "The RD-180's vacuum thrust is 4150 N."}
    assert program.patch(path, wording, format="json").status_code == 428
    reworded = program.patch(path, wording, format="json", HTTP_IF_MATCH=tag)
    assert (reworded.status_code, reworded.json()["text"]) == (200, wording["text"])
    assert program.patch(path, wording, format="json", HTTP_IF_MATCH=tag).status_code == 412
    untouched = program.patch(path, {}, format="json", HTTP_IF_MATCH=reworded.headers["ETag"])
    assert (untouched.status_code, untouched.headers["ETag"]) == (200, reworded.headers["ETag"])
    invented = program.patch(
        path, {"text": "Its thrust is 9999 N."}, format="json", HTTP_IF_MATCH=reworded.headers["ETag"]
    )
    assert (invented.status_code, "9999: not in the article" in invented.json()["detail"]) == (400, True)

    parts = {"texts": ["The RD-180 has a vacuum thrust.", "That thrust is 4150 N."]}
    split = post(f"{path}split/", parts, reworded.headers["ETag"])
    assert (split.status_code, [row["text"] for row in split.json()]) == (201, parts["texts"])
    one, other = (row["id"] for row in split.json())
    merged = post(
        f"/api/v1/claims/{one}/merge/",
        {"claims": [other], "text": "The RD-180 has a vacuum thrust of 4150 N."},
        etag(program, f"claims/{one}/"),
    )
    assert merged.status_code == 201, merged.content

    address = f"/api/v1/claims/{merged.json()['id']}/"
    gone = post(f"{address}dismiss/", {"reason": "Said twice."}, merged.headers["ETag"])
    assert (gone.status_code, gone.json()["dismissed_reason"]) == (200, "Said twice.")
    twice = post(f"{address}dismiss/", {"reason": "Said twice."}, gone.headers["ETag"])
    back = post(f"{address}restore/", {}, gone.headers["ETag"])
    assert (twice.status_code, back.status_code, back.json()["dismissed_reason"]) == (409, 200, "")


def test_words_that_stand_for_a_name_are_resolved(analyst, at):
    text = "The RD-180 was built by Energomash. Its thrust is 4150 N."
    article = factories.article(by=analyst, at=at, text=text)
    program = program_of(analyst)
    body = {"quote": "Its thrust is 4150 N.", "text": "Its top thrust is 4150 N."}
    added = program.post(f"/api/v1/articles/{article.pk}/claims/", body, format="json")
    assert added.status_code == 201, added.content
    path = f"/api/v1/claims/{added.json()['id']}/"
    tag = program.get(path).headers["ETag"]

    def resolved(words: str, means: str):
        body = {"words": words, "means": means}
        return program.post(f"{path}resolve-reference/", body, format="json", HTTP_IF_MATCH=tag)

    assert [resolved("Its", "Boeing").status_code, resolved("She", "Energomash").status_code] == [400, 400]
    done = resolved("Its", "The RD-180")
    assert (done.status_code, done.json()["text"]) == (200, "The RD-180's top thrust is 4150 N.")


def test_a_comment_an_assignment_a_finding_and_a_mark(analyst, second_analyst, claim, at):
    program = program_of(analyst)
    said = program.post(f"/api/v1/claims/{claim.pk}/comments/", {"text": "Look, @bruno."}, format="json")
    assert (said.status_code, said.json()["author"], Comment.objects.get().text) == (201, "ada", "Look, @bruno.")
    assert program.get(f"/api/v1/claims/{claim.pk}/comments/").json() == [said.json()]

    path = f"/api/v1/claims/{claim.pk}/assignment/"
    tag = program.get(path).headers["ETag"]
    given = program.patch(path, {"assignee": "bruno", "priority": 2}, format="json", HTTP_IF_MATCH=tag)
    assert given.json() == {"claim": claim.pk, "assignee": "bruno", "due_on": None, "priority": 2, "version": 1}
    assert program.patch(path, {"priority": 0}, format="json", HTTP_IF_MATCH=tag).status_code == 412
    dated = program.patch(path, {"due_on": "2027-01-31"}, format="json", HTTP_IF_MATCH=given.headers["ETag"])
    row = Assignment.objects.get()
    assert (dated.status_code, row.assignee, row.priority, str(row.due_on)) == (200, second_analyst, 2, "2027-01-31")
    unknown = program.patch(path, {"assignee": "nobody"}, format="json", HTTP_IF_MATCH=dated.headers["ETag"])
    assert (unknown.status_code, "no analyst or editor" in unknown.json()["detail"]) == (400, True)

    finding = factories.claim_services.record_finding(claim=claim, kind="lint", explanation="Odd.", key="1", at=at)
    path = f"/api/v1/findings/{finding.finding.pk}/"
    tag = program.get(path).headers["ETag"]
    decided = program.post(f"{path}decide/", {"decision": "dismiss"}, format="json", HTTP_IF_MATCH=tag)
    again = program.post(f"{path}decide/", {"decision": "accept"}, format="json", HTTP_IF_MATCH=decided.headers["ETag"])
    assert (decided.status_code, decided.json()["state"], again.status_code) == (200, "dismissed", 409)
    assert Finding.objects.get().state == "dismissed"

    mark = Mark.objects.create(article=claim.article, kind="name", start=0, end=3)
    settled = program.post(f"/api/v1/marks/{mark.pk}/dismiss/", {"reason": "An article."}, format="json")
    assert (settled.status_code, settled.json()["state"]) == (200, "dismissed")


class TestIdempotency:
    """A POST that is sent again under its key is done once."""

    def test_it_is_done_once_and_answered_twice(self, analyst, claim):
        program, path = program_of(analyst), f"/api/v1/claims/{claim.pk}/comments/"
        answers = [program.post(path, {"text": "Once."}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b") for _ in range(2)]
        assert [answer.status_code for answer in answers] == [201, 201]
        assert answers[0].json() == answers[1].json()
        assert [answer.headers.get("Idempotency-Replayed") for answer in answers] == [None, "true"]
        assert Comment.objects.count() == 1

    def test_the_key_of_another_request_is_refused_and_that_of_another_person_is_another(
        self, analyst, second_analyst, claim
    ):
        program, path = program_of(analyst), f"/api/v1/claims/{claim.pk}/comments/"
        program.post(path, {"text": "Once."}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b")
        other = program.post(path, {"text": "Twice."}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b")
        theirs = program_of(second_analyst).post(path, {"text": "Twice."}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b")
        assert (other.status_code, theirs.status_code, Comment.objects.count()) == (422, 201, 2)

    def test_what_was_refused_may_be_mended_and_sent_under_the_same_key(self, analyst, claim):
        program, path = program_of(analyst), f"/api/v1/claims/{claim.pk}/comments/"
        refused = program.post(path, {"text": ""}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b")
        mended = program.post(path, {"text": "Said."}, format="json", HTTP_IDEMPOTENCY_KEY="4f1b")
        assert (refused.status_code, mended.status_code, Comment.objects.count()) == (400, 201, 1)

    @pytest.mark.parametrize("key", ["", "a b", "é", "x" * 256])
    def test_a_key_that_is_none_is_refused(self, analyst, claim, key):
        path = f"/api/v1/claims/{claim.pk}/comments/"
        answer = program_of(analyst).post(path, {"text": "Said."}, format="json", HTTP_IDEMPOTENCY_KEY=key)
        assert (answer.status_code, Comment.objects.count()) == (400, 0)
