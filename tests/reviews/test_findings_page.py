"""The inbox of findings: seen, filtered, decided one by one or many at once."""

import pytest
from django.urls import reverse

from claims.models import Claim, Finding
from reviews.views import findings
from tests import factories

pytestmark = pytest.mark.django_db

INBOX = "/findings/"


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def noticed(how_many, *, analyst, at, kind="contradiction"):
    """As many claims of one article, each with an open finding about it and about a claim of another article."""
    text = " ".join(f"The crane number 3{n} of the harbour lifts 4{n} tonnes." for n in range(how_many))
    claims = list(factories.article(by=analyst, at=at, text=text).claims.active().order_by("pk"))
    other = factories.claim(by=analyst, at=at)
    Finding.objects.all().delete()
    return [
        Finding.objects.create(
            claim=claim,
            other_claim=other,
            kind=kind,
            key="other",
            explanation="The two cannot both be so.",
            created_at=at,
        )
        for claim in claims
    ]


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_inbox_asks_the_same_number_of_queries_however_long(desk, analyst, at, how_many, django_assert_num_queries):
    noticed(how_many, analyst=analyst, at=at)
    desk.get(INBOX)
    with django_assert_num_queries(5):  # session, user, groups, findings, kinds
        page = desk.get(INBOX).content.decode()
    assert page.count("data-row") == how_many


def test_a_finding_shows_both_claims_with_their_articles(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    page = desk.get(INBOX).content.decode()
    assert [words in page for words in (finding.claim.text, finding.other_claim.text, finding.explanation)] == [
        True
    ] * 3


def contradiction(*, analyst, at):
    """Both findings of one article that contradicts itself, one on each claim."""
    text = "The Orla tunnel is 12 km long. It was dug by hand. The Orla tunnel has a length of 19 km."
    factories.article(by=analyst, at=at, text=text)
    return list(Finding.objects.order_by("pk"))


def test_a_pair_of_claims_is_shown_and_counted_once(desk, analyst, at):
    pair = contradiction(analyst=analyst, at=at)
    page = desk.get(INBOX)
    assert (len(pair), page.content.decode().count("data-row"), page.context["kinds"]) == (
        2,
        1,
        [("self_contradiction", 1)],
    )


@pytest.mark.parametrize("many", [False, True])
def test_who_decides_one_finding_of_a_pair_has_decided_both(desk, analyst, at, many):
    first, second = contradiction(analyst=analyst, at=at)
    if many:
        desk.post(reverse("dismiss_findings"), {"finding": [second.pk]})
    else:
        desk.post(reverse("settle_finding", args=[second.pk]), {"decision": "dismiss"})
    assert set(Finding.objects.values_list("state", flat=True)) == {Finding.State.DISMISSED}


def test_a_contradiction_inside_one_claim_is_a_finding_on_that_claim_alone(desk, analyst, at):
    factories.article(by=analyst, at=at, text="Engineers lowered the 40-tonne (8,800-pound) boiler through the roof.")
    [finding] = Finding.objects.all()
    assert (finding.other_claim, finding.explanation) == (
        None,
        "40-tonne is about 88,000 pound, not 8,800: the two disagree by a factor of about 10.",
    )
    assert desk.get(INBOX).content.decode().count("data-row") == 1


def test_kinds_are_counted_and_chosen(desk, analyst, at):
    first, second = noticed(2, analyst=analyst, at=at)
    Finding.objects.filter(pk=second.pk).update(kind="sum")
    page = desk.get(INBOX).content.decode()
    assert ("Contradiction <b>1</b>" in page, "Sum <b>1</b>" in page) == (True, True)
    page = desk.get(INBOX + "?kind=sum").content.decode()
    assert (f"finding-{first.pk}" in page, f"finding-{second.pk}" in page) == (False, True)


def test_counts_that_stop_before_the_end_say_so(desk, analyst, at, monkeypatch):
    monkeypatch.setattr("reviews.queries.findings.COUNTED", 2)
    noticed(2, analyst=analyst, at=at)
    assert "Contradiction <b>2+</b>" in desk.get(INBOX).content.decode()


def test_one_article_is_chosen(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    of_it = desk.get(f"{INBOX}?article={finding.claim.article_id}").content.decode()
    of_other = desk.get(f"{INBOX}?article={finding.other_claim.article_id}").content.decode()
    assert (of_it.count("data-row"), of_other.count("data-row")) == (1, 0)


def test_what_is_off_the_desk_waits_for_nobody(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    Claim.objects.filter(pk=finding.claim_id).update(check_worthy=False)
    assert desk.get(INBOX).content.decode().count("data-row") == 0


def test_a_finding_is_decided_without_leaving_the_inbox(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    answer = desk.post(reverse("settle_finding", args=[finding.pk]), {"decision": "accept", "kind": "contradiction"})
    finding.refresh_from_db()
    assert (finding.state, answer.url) == ("accepted", "/findings/?state=open&kind=contradiction")
    assert desk.get(INBOX + "?state=accepted").content.decode().count("data-row") == 1


def test_a_part_of_the_page_tells_what_became_of_the_row(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    address = reverse("settle_finding", args=[finding.pk])
    row = desk.post(address, {"decision": "dismiss"}, headers={"HX-Request": "true"}).content.decode()
    assert ("Dismissed" in row, "<form" in row, "errors" in row) == (True, False, False)
    again = desk.post(address, {"decision": "accept"}, headers={"HX-Request": "true"}).content.decode()
    assert ("This finding has already been decided." in again, "Dismissed" in again) == (True, True)


def test_no_decision_is_no_decision(desk, analyst, at):
    [finding] = noticed(1, analyst=analyst, at=at)
    page = desk.post(reverse("settle_finding", args=[finding.pk]), follow=True).content.decode()
    finding.refresh_from_db()
    assert (finding.state, "Choose whether to accept" in page) == ("open", True)


def test_many_are_dismissed_and_those_decided_meanwhile_are_told(desk, analyst, at):
    found = noticed(3, analyst=analyst, at=at)
    ticked = {"finding": [finding.pk for finding in found]}
    desk.post(reverse("settle_finding", args=[found[0].pk]), {"decision": "accept"})
    page = desk.post(reverse("dismiss_findings"), ticked, follow=True).content.decode()
    assert "2 findings dismissed. 1 had already been decided or withdrawn" in page
    assert list(Finding.objects.order_by("pk").values_list("state", flat=True)) == [
        "accepted",
        "dismissed",
        "dismissed",
    ]


def test_dismissing_many_keeps_their_claims_from_newer_splitters(desk, analyst, at):
    found = noticed(2, analyst=analyst, at=at)
    desk.post(reverse("dismiss_findings"), {"finding": [finding.pk for finding in found]})
    touched = Claim.objects.filter(pk__in=[finding.claim_id for finding in found], worked_on_at__isnull=False)
    assert touched.count() == 2


@pytest.mark.parametrize("ticked", [[], ["x"], ["99999999999999999999"], ["999999"]])
def test_ticking_nothing_that_is_there_changes_nothing(desk, analyst, at, ticked):
    [finding] = noticed(1, analyst=analyst, at=at)
    assert desk.post(reverse("dismiss_findings"), {"finding": ticked}, follow=True).status_code == 200
    finding.refresh_from_db()
    assert finding.state == "open"


def test_older_findings_are_on_the_next_page(desk, analyst, at, monkeypatch):
    monkeypatch.setattr(findings, "PAGE", 1)
    older, newer = noticed(2, analyst=analyst, at=at)
    first = desk.get(INBOX).content.decode()
    second = desk.get(f"{INBOX}?state=open&before={newer.pk}").content.decode()
    assert f"?state=open&amp;before={newer.pk}" in first
    assert (f"finding-{older.pk}" in second, f"finding-{newer.pk}" in second) == (True, False)


@pytest.mark.parametrize("query", ["?state=x", "?kind=%00", "?article=x", "?before=99999999999999999999", "?article=²"])
def test_the_inbox_takes_any_query(desk, query):
    assert desk.get(INBOX + query).status_code == 200


def test_an_empty_inbox_says_where_findings_come_from(desk):
    assert "No open findings." in desk.get(INBOX).content.decode()
