"""Whoever holds a verdict can learn what became of it: by a number, or by asking."""

import pytest
from django.db import DatabaseError, connection

from reviews import queries, services, verification
from reviews.models import Review, VerdictChange
from reviews.workflow import OPEN
from tests import factories
from tests.clients import faulty, program_of

pytestmark = pytest.mark.django_db


def changes(program, **asked: object) -> dict:
    answer = program.get("/api/v1/verdicts/changes", asked)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def standing(program, *numbers: int) -> dict:
    answer = program.post("/api/v1/verdicts/status", {"verdicts": numbers}, format="json")
    assert answer.status_code == 200, answer.json()
    return answer.json()


def judged_again(verdict, rating: str, *, analyst, editor, at):
    """Publish another verdict in the round that is open."""
    factories.judge(verdict.claim, by=analyst, at=at, cited=list(verdict.citations.all()), rating=rating)
    return services.sign_off(by=editor, review=Review.objects.get(claim=verdict.claim, status="IN_APPROVAL"), at=at)


def test_each_change_is_told_once_in_its_order(consumer, endangered, analyst, editor, at):
    program = program_of(consumer)
    first = changes(program)
    review = Review.objects.get(claim=endangered.claim_id, status__in=OPEN)
    assert first["results"] == [
        {
            "id": first["results"][0]["id"],
            "kind": "new",
            "at": "2026-11-02T12:00:00.000000Z",
            "claim": {"id": endangered.claim_id, "text": endangered.claim.text},
            "verdict": {
                "id": endangered.pk,
                "rating": "wrong",
                "published_at": "2026-11-02T12:00:00.000000Z",
                "ledger": {"seq": 1, "hash": endangered.ledger_entry.hash},
            },
            "previous": None,
            "reason": "",
        },
        {**first["results"][0], "id": first["results"][1]["id"], "kind": "endangered", "reason": review.note},
    ]
    assert (first["next"], changes(program, after=first["after"])["results"]) == (None, [])
    second = judged_again(endangered, "wrong", analyst=analyst, editor=editor, at=at)
    services.request_round(by=analyst, claim=endangered.claim, note="A newer sheet is out.", at=at)
    third = judged_again(second, "verified", analyst=analyst, editor=editor, at=at)
    later = changes(program, after=first["after"])["results"]
    assert [(row["kind"], row["verdict"]["id"], row["previous"]) for row in later] == [
        ("reaffirmed", second.pk, {"id": endangered.pk, "rating": "wrong"}),
        ("reversed", third.pk, {"id": second.pk, "rating": "wrong"}),
    ]


def test_a_doubt_that_ends_without_a_new_verdict_ends_for_those_who_were_told_of_it(consumer, endangered, editor, at):
    program = program_of(consumer)
    review = Review.objects.get(claim=endangered.claim_id, status__in=OPEN)
    assert standing(program, endangered.pk)["results"][0]["status"] == "endangered"
    services.abandon_review(by=editor, review=review, note="A misprint of the source.", at=at)
    last = changes(program)["results"][-1]
    assert (last["kind"], last["verdict"]["id"], "misprint" in last["reason"]) == ("reaffirmed", endangered.pk, False)
    assert standing(program, endangered.pk)["results"][0]["status"] == "stands"


def test_a_round_that_nobody_was_told_of_ends_without_a_word(consumer, published, analyst, editor, at):
    verdict = published(1)[0]
    review = services.request_round(by=analyst, claim=verdict.claim, note="A newer sheet is out.", at=at)
    services.abandon_review(by=editor, review=review, note="It is not.", at=at)
    assert [row["kind"] for row in changes(program_of(consumer))["results"]] == ["new"]


def test_a_blind_round_shows_nothing_before_it_is_published(consumer, published, analyst, editor, at):
    verdict = published(1)[0]
    program = program_of(consumer)
    before = changes(program), standing(program, verdict.pk)
    services.request_round(by=analyst, claim=verdict.claim, note="A newer sheet is out.", at=at)
    services.ask_for_second_judgement(by=editor, claim=verdict.claim, at=at)
    factories.judge(verdict.claim, by=analyst, at=at, cited=list(verdict.citations.all()), rating="verified")
    assert (changes(program), standing(program, verdict.pk)) == before


def test_pages_lead_through_all_of_them(consumer, published):
    verdicts = published(5)
    program = program_of(consumer)
    page, seen = changes(program, page_size=2), []
    while True:
        seen += [row["verdict"]["id"] for row in page["results"]]
        if page["next"] is None:
            break
        page = program.get(page["next"]).json()
    assert seen == [verdict.pk for verdict in verdicts]


@pytest.mark.parametrize(
    "asked",
    ["since=3", "after=x", "after=-1", "after=", "page_size=0", "page_size=1001", "after=1&after=2", f"after={2**63}"],
)
def test_a_question_that_cannot_be_meant_is_refused(consumer, asked):
    answer = program_of(consumer).get(f"/api/v1/verdicts/changes?{asked}")
    assert (answer.status_code, faulty(answer)) == (400, [asked.split("=")[0]])


def test_held_verdicts_are_answered_in_their_order_unknown_ones_too(consumer, endangered, analyst, editor, at):
    second = judged_again(endangered, "wrong", analyst=analyst, editor=editor, at=at)
    services.request_round(by=analyst, claim=endangered.claim, note="A newer sheet is out.", at=at)
    third = judged_again(second, "verified", analyst=analyst, editor=editor, at=at)
    program = program_of(consumer)
    answer = standing(program, third.pk, 10**9, endangered.pk, third.pk)
    now = {"stands": False, "endangered": False, "current": third.pk, "rating": "verified"}
    stands = {"id": third.pk, **now, "status": "stands", "stands": True}
    assert answer["results"] == [
        stands,
        {"id": 10**9, "status": "unknown", "stands": False, "endangered": False, "current": None, "rating": None},
        {"id": endangered.pk, "status": "reversed", **now},
        stands,
    ]
    assert answer["after"] == changes(program)["after"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"verdicts": []},
        {"verdicts": ["x"]},
        {"verdicts": 1},
        {"verdicts": [-1]},
        {"verdicts": ["1"]},
        {"verdicts": list(range(1001))},
    ],
)
def test_a_question_about_nothing_or_too_much_is_refused(consumer, given):
    answer = program_of(consumer).post("/api/v1/verdicts/status", given, format="json")
    assert (answer.status_code, [name.split("/")[0] for name in faulty(answer)]) == (400, ["verdicts"])


def test_a_question_with_a_misspelt_field_is_refused(consumer):
    answer = program_of(consumer).post("/api/v1/verdicts/status", {"verdicts": [1], "verdict": 2}, format="json")
    assert (answer.status_code, faulty(answer)) == (400, ["verdict"])


def test_a_withdrawn_verdict_stands_no_longer_and_its_claim_is_judged_again(
    consumer, published, analyst, editor, at, client
):
    verdict, program = published(1)[0], program_of(consumer)
    given = {"reason": "The sheet was of another engine."}
    address = f"/api/v1/verdicts/{verdict.pk}/withdraw/"
    refused = [program_of(person).post(address, given, format="json") for person in (consumer, analyst)]
    assert [(answer.status_code, VerdictChange.objects.count()) for answer in refused] == [(403, 1), (403, 1)]
    empty = program_of(editor).post(address, {"reason": " "}, format="json")
    assert (empty.status_code, faulty(empty)) == (400, ["reason"])
    client.force_login(editor)
    assert "Withdraw the verdict" in client.get(f"/claims/{verdict.claim_id}/").content.decode()

    row = program_of(editor).post(address, given, format="json").json()
    assert (row["stands"], row["withdrawn_at"] is not None, row["superseded_by"]) == (False, True, None)
    last = changes(program)["results"][-1]
    assert (last["kind"], last["verdict"]["id"], last["reason"]) == ("withdrawn", verdict.pk, given["reason"])
    assert standing(program, verdict.pk)["results"] == [
        {
            "id": verdict.pk,
            "status": "withdrawn",
            "stands": False,
            "endangered": False,
            "current": verdict.pk,
            "rating": "wrong",
        }
    ]
    stand = {flag: program.get("/api/v1/verdicts/", {"stands": flag}).json()["results"] for flag in ("true", "false")}
    assert (stand["true"], [each["id"] for each in stand["false"]]) == ([], [verdict.pk])
    again = program_of(editor).post(address, given, format="json")
    assert (again.status_code, again.json()["detail"]) == (409, "This verdict has already been withdrawn.")
    page = client.get(f"/claims/{verdict.claim_id}/").content.decode()
    assert ("by edith: The sheet was of another engine." in page, "Withdraw the verdict" in page) == (True, False)

    later = judged_again(verdict, "wrong", analyst=analyst, editor=editor, at=at)
    assert standing(program, verdict.pk)["results"][0]["status"] == "reaffirmed"
    stale = program_of(editor).post(address, given, format="json")
    assert (stale.status_code, VerdictChange.objects.filter(kind="withdrawn").count()) == (409, 1)
    client.post(f"/verdicts/{later.pk}/withdraw/", {"note": "Wrong again."})
    assert standing(program, later.pk)["results"][0]["status"] == "withdrawn"
    assert verification.verify_ledger().fault == ""


def test_a_withdrawn_verdict_comes_into_no_doubt(published, editor, at):
    verdict = published(1)[0]
    services.withdraw_verdict(by=editor, verdict=verdict, reason="It was of another engine.", at=at)
    kinds = list(VerdictChange.objects.order_by("pk").values_list("kind", flat=True))
    factories.changed_source(verdict, at=at, old="4.15 MN", new="3.15 MN")
    waiting = services.request_rechecks(citations=verdict.citations.all(), at=at)
    services.run_recheck(recheck_id=waiting[0].pk, fetch=factories.Web(), at=at)
    review = Review.objects.get(claim=verdict.claim, status__in=OPEN)
    services.abandon_review(by=editor, review=review, note="Nobody needs it.", at=at)
    assert list(VerdictChange.objects.order_by("pk").values_list("kind", flat=True)) == kinds == ["new", "withdrawn"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE reviews_verdictchange SET kind = 'new'",
        "DELETE FROM reviews_verdictchange",
        "TRUNCATE reviews_verdictchange",
        "TRUNCATE reviews_withdrawal",
    ],
)
def test_the_database_keeps_what_consumers_were_told(published, sql):
    published(1)
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(sql)


def test_a_program_that_reads_changes_proofs_or_the_ledger_holds_the_verdicts(consumer, published):
    verdicts = published(3)
    program = program_of(consumer)
    for path in (f"verdicts/{verdicts[0].pk}/proof", "ledger/2/", "verdicts/changes?after=2"):
        assert program.get(f"/api/v1/{path}").status_code == 200
    assert [queries.consumers_of(verdict).count() for verdict in verdicts][:2] == [1, 1]
