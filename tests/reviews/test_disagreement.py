"""A judgement that its citations or the check speak against is sent only with the sentence that says so."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from claims.models import Citation
from reviews import services
from reviews.models import Judgement
from reviews.services.disagreement import disagreement
from reviews.views.suggesting import as_statement
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db

CLAIM = "The RD-180 engine has a vacuum thrust of 4.15 MN."
SHEET = "The RD-180 engine has a vacuum thrust of 4.15 MN. It burns kerosene."
OTHER = "The RD-180 engine has a vacuum thrust of 3.2 MN. It burns kerosene."


@pytest.fixture
def claim(analyst, at):
    return factories.article(by=analyst, at=at, text=CLAIM).claims.get()


@pytest.fixture
def cite(analyst, at, claim):
    def cited(text: str, stance: str) -> Citation:
        sheet = factories.upload(by=analyst, at=at, text=text)
        quote = text.partition(". ")[0] + "."
        return factories.citation(by=analyst, claim=claim, at=at, snapshot=sheet, quote=quote, stance=stance)

    return cited


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


CHECKED = "The check reads the quote from “Data sheet” as “{}”; it is cited as “{}”, and the rating is “{}”."
CITED = "The quote from “Data sheet” is cited as “{}”, and the rating is “{}”."
UNRELATED = "Whales sing at night in the cold sea near Iceland. It is dark."


@pytest.mark.parametrize(
    ("text", "stance", "rating", "sentence"),
    [
        (SHEET, "supports", "verified", ""),
        (OTHER, "contradicts", "wrong", ""),
        (OTHER, "contradicts", "disputed", ""),
        (SHEET, "supports", "disputed", ""),
        (SHEET, "context", "verified", ""),
        (UNRELATED, "context", "wrong", ""),
        (UNRELATED, "supports", "verified", ""),
        (OTHER, "supports", "verified", CHECKED.format("contradicts", "supports", "Verified")),
        (OTHER, "supports", "disputed", CHECKED.format("contradicts", "supports", "Disputed")),
        (OTHER, "context", "verified", CHECKED.format("contradicts", "context", "Verified")),
        (SHEET, "supports", "wrong", CHECKED.format("supports", "supports", "Wrong")),
        (UNRELATED, "contradicts", "verified", CITED.format("contradicts", "Verified")),
    ],
)
def test_what_does_not_agree_is_said_in_a_sentence(claim, cite, text, stance, rating, sentence):
    assert disagreement(claim=claim, rating=rating, citations=[cite(text, stance)]) == sentence


def test_a_page_sends_it_only_when_the_sentence_is_confirmed(desk, claim, cite):
    answer = {"rating": "verified", "rationale": "As the sheet says.", "citations": [cite(OTHER, "supports").pk]}
    address = reverse("judge", args=[claim.pk])
    sentence = CHECKED.format("contradicts", "supports", "Verified")
    refused = desk.post(address, answer)
    assert (refused.status_code, refused.context["to_confirm"], Judgement.objects.count()) == (422, sentence, 0)
    assert desk.post(address, {**answer, "confirmed": "Another sentence."}).status_code == 422
    assert desk.post(address, {**answer, "confirmed": sentence}).status_code == 302
    assert Judgement.objects.get().disagreement == sentence


def test_what_agrees_asks_nothing(desk, claim, cite):
    answer = {"rating": "wrong", "rationale": "The sheet says 3.2.", "citations": [cite(OTHER, "contradicts").pk]}
    assert desk.post(reverse("judge", args=[claim.pk]), answer).status_code == 302
    assert Judgement.objects.get().disagreement == ""


def published(claim, cited, analyst, editor, at, rating):
    services.submit_judgement(by=analyst, claim=claim, rating=rating, rationale="Read it.", citations=[cited], at=at)
    review = services.open_review(claim=claim, at=at) or claim_review(claim)
    return services.sign_off(by=editor, review=review, at=at)


def claim_review(claim):
    return Judgement.objects.get(review__claim=claim, review__status=Status.IN_APPROVAL).review


def test_the_sentence_is_published_in_the_ledger_and_the_chain_covers_it(
    client, claim, cite, analyst, editor, at, capsys
):
    verdict = published(claim, cite(OTHER, "supports"), analyst, editor, at, "verified")
    sentence = CHECKED.format("contradicts", "supports", "Verified")
    assert verdict.ledger_entry.payload["disagreements"] == [sentence]
    client.force_login(analyst)
    page = client.get(reverse("ledger_entry", args=[verdict.ledger_entry.seq])).content.decode()
    assert f'<dd lang="en">{sentence}</dd>' in page
    call_command("verify_ledger")
    Judgement.objects.update(disagreement="")
    with pytest.raises(BaseException):  # noqa: B017, PT011 - however the command ends, it says that the rows differ
        call_command("verify_ledger")


def test_an_entry_of_a_judgement_that_agrees_is_what_it_was(claim, cite, analyst, editor, at):
    verdict = published(claim, cite(OTHER, "contradicts"), analyst, editor, at, "wrong")
    assert "disagreements" not in verdict.ledger_entry.payload


def test_the_queue_and_the_page_of_sign_off_show_the_check_beside_the_quote(client, claim, cite, analyst, editor, at):
    cited = cite(OTHER, "contradicts")
    services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale="Read it.", citations=[cited], at=at)
    client.force_login(editor)
    review = claim_review(claim)
    queue = client.get(reverse("admin:reviews_review_changelist")).content.decode()
    page = client.get(reverse("admin:reviews_review_change", args=[review.pk])).content.decode()
    assert ["The check reads: contradicts the claim" in each for each in (queue, page)] == [True, True]


def test_no_stance_is_chosen_before_the_person_chooses_and_the_check_stands_beside_it(desk, claim, analyst, at):
    sheet = factories.upload(by=analyst, at=at, text=OTHER)
    address = reverse("snapshot", args=[sheet.pk]) + f"?claim={claim.pk}"
    page = desk.get(f"{address}&from=0&to=48").content.decode()
    assert ("The check reads: contradicts the claim" in page, "checked" in page.partition('name="stance"')[2]) == (
        True,
        False,
    )
    quote = OTHER.partition(". ")[0] + "."
    refused = desk.post(address, {"quote": quote})
    assert (refused.status_code, refused.context["form"].errors["stance"], Citation.objects.count()) == (
        422,
        ["Choose what these words do to the claim."],
        0,
    )
    checked = desk.post(address, {"quote": quote, "check": "1"}).content.decode()
    assert ("The check reads: contradicts the claim" in checked, quote in checked) == (True, True)


@pytest.mark.parametrize(
    ("explanation", "statement"),
    [
        (
            "The evidence says 4.15 MN, 1,000 times the claim's 4150 N: did the claim mean 4150 kN?",
            "The evidence says 4.15 MN, 1,000 times the claim's 4150 N.",
        ),
        ("The evidence says 4.15 MN. Which one was meant?", "The evidence says 4.15 MN."),
        ("The claim says 5.5 tons; was 5.5 kN meant?", "The claim says 5.5 tons."),
        ("Did the claim mean 4.15 MN?", ""),
        ("The evidence says 40 ships.", "The evidence says 40 ships."),
    ],
)
def test_a_reason_that_is_offered_asserts_and_does_not_ask(explanation, statement):
    assert as_statement(explanation) == statement
