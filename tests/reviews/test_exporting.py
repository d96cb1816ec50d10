"""The desk and an article as tables: what is shown there, all pages of it, in its order."""

import csv
import io

import pytest
from django.db import connection
from openpyxl import load_workbook

from reviews.views import exporting
from tests import factories

pytestmark = pytest.mark.django_db


def table(answer) -> list[dict[str, str]]:
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def wrong(analyst, editor, at, client):
    """A published verdict on one of three claims, and its analyst at the desk."""
    client.force_login(analyst)
    return factories.verdict(analyst=analyst, editor=editor, at=at)


def test_the_desk_is_exported_as_it_is_narrowed_with_all_of_its_pages(wrong, client, monkeypatch):
    monkeypatch.setattr(exporting, "STEP", 1)
    whole, narrowed = table(client.get("/desk/export.csv")), table(client.get("/desk/export.csv?rating=wrong"))
    assert [row["claim_id"] for row in whole] == sorted((row["claim_id"] for row in whole), key=int, reverse=True)
    assert len(whole) == wrong.claim.article.claims.active().count() > 1
    assert narrowed == [
        {
            "claim_id": str(wrong.claim_id),
            "claim": wrong.claim.text,
            "attributed_to": "",
            "state": "Wrong",
            "rating": "wrong",
            "source_changed": "no",
            "contradiction": "no",
            "finding": "no",
            "ambiguous": "no",
            "citations": "1",
            "assignee": "",
            "due_on": "",
            "priority": "normal",
            "article_id": str(wrong.claim.article_id),
            "article": wrong.claim.article.title,
            "added_at": "2026-11-02T12:00:00Z",
        }
    ]


def test_an_article_is_exported_with_its_verdicts_and_what_they_rest_on(wrong, client):
    address = f"/articles/{wrong.claim.article_id}/export.csv"
    every, judged = table(client.get(address)), table(client.get(address + "?state=judged"))
    assert len(every) > len(judged) == 1
    row = {
        name: judged[0][name] for name in ("claim", "rating", "rationale", "citations", "signed_off_by", "ledger_seq")
    }
    assert row == {
        "claim": wrong.claim.text,
        "rating": "wrong",
        "rationale": "The sheet gives meganewtons.",
        "citations": f"“{factories.THRUST_QUOTE}” Data sheet",
        "signed_off_by": "edith",
        "ledger_seq": "1",
    }
    assert {row["rating"] for row in every if row["claim_id"] != judged[0]["claim_id"]} == {""}


def test_a_workbook_has_the_rows_of_the_csv(wrong, client):
    rows = table(client.get("/desk/export.csv"))
    sheet = load_workbook(io.BytesIO(b"".join(client.get("/desk/export.xlsx").streaming_content)))["Claims"]
    assert [str(cell.value) for cell in sheet["A"]][1:] == [row["claim_id"] for row in rows]
    assert [cell.value for cell in sheet[1]] == list(exporting.DESK_COLUMNS)


def test_what_others_judged_stays_hidden_while_it_may_influence(analyst, second_analyst, at, client):
    claim = factories.claim(by=analyst, at=at)
    claim.article.judgements_required = 2
    claim.article.save(update_fields=["judgements_required"])
    cited = factories.citation(by=analyst, claim=claim, at=at)
    before = {}
    client.force_login(second_analyst)
    addresses = ("/desk/export.csv", f"/articles/{claim.article_id}/export.csv")
    factories.judge(claim, by=analyst, at=at, cited=[cited], rating="wrong")
    for address in addresses:
        [row] = [row for row in table(client.get(address)) if row["claim_id"] == str(claim.pk)]
        before[address] = (row["rating"], row["state"])
    assert before == dict.fromkeys(addresses, ("", "In progress"))


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/desk/export.csv?rating=wrog", "/?rating=wrog"),
        ("/articles/{article}/export.csv?state=jugded", "/articles/{article}/?state=jugded"),
    ],
)
def test_a_filter_that_does_not_hold_is_told_and_not_left_out(wrong, client, address, leads_to):
    article = wrong.claim.article_id
    answer = client.get(address.format(article=article))
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to.format(article=article))


def test_another_format_is_not_there(wrong, client):
    assert client.get("/desk/export.pdf").status_code == 404


def test_the_pages_lead_to_their_tables(wrong, client):
    assert 'href="/desk/export.xlsx?rating=wrong"' in client.get("/?rating=wrong").content.decode()
    article = f"/articles/{wrong.claim.article_id}/"
    assert f'href="{article}export.csv?state=judged"' in client.get(article + "?state=judged").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_table_is_of_one_moment(analyst, at, client):
    factories.article(by=analyst, at=at)
    with exporting.one_moment(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')")
        assert cursor.fetchone() == ("repeatable read", "on")
