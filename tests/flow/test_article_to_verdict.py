"""The main job as one story: a wrong number is found, proved, published, and doubted again when its source changes."""

import json
from datetime import timedelta

import pytest

from claims import services as claim_services
from reviews import queries, services, verification
from sources import services as source_services
from tests import factories

pytestmark = pytest.mark.django_db

ARTICLE = (
    "date 2022-03-14 What makes the RD-180 rocket engine so advanced? It uses shared turbopump technology, which makes "
    "its bare weight only 5.5 tons, while its maximum vacuum thrust reaches 4150 N, which is 380 tons."
)


def test_a_wrong_unit_is_found_proved_published_and_doubted_when_the_source_changes(
    client, analyst, editor, consumer, at
):
    # The article comes in and is split; what contradicts itself is noticed at once.
    article = claim_services.submit_text(by=analyst, text=ARTICLE, at=at).article
    claim_services.split(article_id=article.pk, at=at)
    services.open_missing_reviews(at=at)
    claim = article.claims.active().get(text__contains="4150 N")
    assert [finding.kind for finding in claim.findings.all()] == ["self_contradiction"]

    # The analyst finds the figure in the library, cites it and judges.
    sheet = factories.upload(by=analyst, at=at, title="Engine data sheet")
    cited = claim_services.cite(
        by=analyst, claim=claim, snapshot=sheet, quote=factories.THRUST_QUOTE, stance="contradicts", at=at
    )
    services.submit_judgement(
        by=analyst, claim=claim, rating="wrong", rationale="The unit is kN.", citations=[cited], at=at
    )

    # Another person signs off, and the verdict is in the ledger with the reason that a machine can replay.
    verdict = services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    assert verdict.ledger_entry.payload["citations"][0]["check"] == {"outcome": "contradicts", "kind": "si_prefix_slip"}
    assert verification.verify_ledger() == verification.Report(entries=1, replayed=1)

    # A program reads it.
    client.force_login(consumer)
    read = json.loads(client.get(f"/api/v1/verdicts/{verdict.pk}/").content)
    assert (read["rating"], read["claim"]["text"], read["stands"]) == ("wrong", claim.text, True)

    # The source changes its number; the re-check says so and opens round 2. The verdict stays as it was published.
    changed = sheet.text.replace("4.15 MN", "4.35 MN").encode()
    newest = source_services.add_version(
        document=sheet.document, data=changed, filename="sheet.txt", at=at + timedelta(days=1)
    )
    row = services.request_rechecks(citations=[cited], at=at + timedelta(days=2))[0]
    result = services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at + timedelta(days=2))
    assert (result.change, result.snapshot, result.opened.round) == ("number_changed", newest, 2)
    assert [each.status for each in queries.desk(queries.Selection(view="endangered")).claims] == ["QUEUED"]
    read = json.loads(client.get(f"/api/v1/verdicts/{verdict.pk}/").content)
    assert (read["rating"], read["endangered"], read["stands"]) == ("wrong", True, True)

    # The second round cites the new version, and its verdict supersedes the first.
    anew = claim_services.cite(
        by=analyst,
        claim=claim,
        snapshot=newest,
        quote=factories.THRUST_QUOTE.replace("4.15", "4.35"),
        stance="contradicts",
        at=at + timedelta(days=3),
    )
    factories.judge(claim, by=analyst, at=at + timedelta(days=3), cited=[anew])
    second = services.sign_off(by=editor, review=queries.open_round(claim), at=at + timedelta(days=3))
    assert (second.supersedes, second.review.round) == (verdict, 2)
    assert verification.verify_ledger() == verification.Report(entries=2, replayed=2)
    read = json.loads(client.get(f"/api/v1/verdicts/{verdict.pk}/").content)
    assert (read["stands"], read["superseded_by"]) == (False, second.pk)
