"""What each view of the desk holds, counts and reads, and which claims are known to have no round."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import services as claim_services
from claims.models import Claim
from reviews import queries, services
from reviews.models import MissingRound, Review
from reviews.queries import Selection, desk_pages
from reviews.workflow import Status
from tests import factories
from tests.plans import can_be_read_along

pytestmark = pytest.mark.django_db

#: A claim whose newest round is in this state is in these views.
VIEWS = {
    Status.QUEUED: {"all", "unjudged"},
    Status.IN_REVIEW: {"all", "unjudged"},
    Status.ADJUDICATION: {"all", "disagreeing"},
    Status.IN_APPROVAL: {"all", "approval"},
    Status.PUBLISHED: {"all", "published"},
    Status.ABANDONED: {"all"},
}


def views_with(claim: Claim, **narrowed) -> set[str]:
    return {view for view in queries.DESK_VIEWS if claim in queries.desk(Selection(view=view, **narrowed)).claims}


def counts() -> dict[str, int]:
    return queries.desk_counts(Selection(), person=1)["view"]


def counted() -> set[str]:
    """The views that count the one claim there is."""
    return {view for view, count in counts().items() if count == 1}


def one_claim(*, by, at) -> Claim:
    """The only claim on the desk."""
    text = "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N."
    return factories.article(by=by, at=at, text=text).claims.active().get()


@pytest.mark.parametrize("status", Status)
def test_a_claim_is_listed_found_and_counted_in_the_views_of_its_newest_round(analyst, editor, at, status):
    claim = one_claim(by=analyst, at=at)
    factories.review_at(status, analyst=analyst, editor=editor, at=at, claim=claim)
    assert (views_with(claim), views_with(claim, search="thrust"), counted()) == (VIEWS[status],) * 3


def test_a_claim_without_a_round_is_unjudged(analyst, at):
    claim = one_claim(by=analyst, at=at)
    assert (views_with(claim), views_with(claim, search="thrust"), counted()) == ({"all", "unjudged"},) * 3


def test_a_published_claim_that_is_judged_again_is_in_the_view_of_its_open_round_only(analyst, editor, at):
    claim = one_claim(by=analyst, at=at)
    factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    services.open_review(claim=claim, at=at, reason=Review.Reason.ENDANGERED, note="The figure changed.")
    assert (views_with(claim), counted()) == ({"all", "unjudged", "endangered"},) * 2


@pytest.mark.parametrize("status", Status)
def test_a_dismissed_claim_is_in_no_view(analyst, editor, at, status):
    claim = one_claim(by=analyst, at=at)
    factories.review_at(status, analyst=analyst, editor=editor, at=at, claim=claim)
    Claim.objects.filter(pk=claim.pk).update(dismissed_at=at, dismissed_by=editor, dismissed_reason="Satire.")
    assert (views_with(claim), counted()) == (set(), set())


def test_the_newest_claims_come_first_and_the_rest_is_read_on_from_the_last_one(analyst, at):
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(5))
    numbers = sorted(factories.article(by=analyst, at=at, text=text).claims.active().values_list("pk", flat=True))
    for claim in Claim.objects.active().order_by("pk")[1:4]:
        services.open_review(claim=claim, at=at)
    first = queries.desk(Selection(view="unjudged"), limit=2)
    rest = queries.desk(Selection(view="unjudged"), after=first.next)
    assert [claim.pk for claim in first.claims + rest.claims] == numbers[::-1]
    found = queries.desk(Selection(search="thrust"), after=first.next, limit=2)
    assert [claim.pk for claim in found.claims] == numbers[::-1][2:4]


def test_a_view_is_counted_up_to_a_limit(analyst, at, monkeypatch):
    factories.article(by=analyst, at=at)
    on_the_desk = Claim.objects.active().count()
    assert (on_the_desk > 1, counts()["unjudged"]) == (True, on_the_desk)
    monkeypatch.setattr(desk_pages, "COUNTED", 1)
    assert counts() == {
        "all": 2,
        "unjudged": 2,
        "endangered": 0,
        "disagreeing": 0,
        "approval": 0,
        "published": 0,
    }


def test_the_desk_says_that_a_count_went_on(client, analyst, at, monkeypatch):
    factories.article(by=analyst, at=at)
    client.force_login(analyst)
    monkeypatch.setattr(desk_pages, "COUNTED", 1)
    assert "All <b>1+</b>" in client.get("/").content.decode()


def test_a_claim_without_a_round_is_noted_until_it_has_one(analyst, at):
    claim = one_claim(by=analyst, at=at)
    assert list(queries.without_round()) == [claim]
    services.open_review(claim=claim, at=at)
    assert (list(queries.without_round()), MissingRound.objects.count()) == ([], 0)


def test_a_claim_that_comes_back_to_the_desk_without_a_round_is_noted(analyst, at):
    claim = one_claim(by=analyst, at=at)
    claim_services.dismiss_claim(by=analyst, claim=claim, reason="Satire.", at=at)
    assert list(queries.without_round()) == []
    claim.refresh_from_db()
    MissingRound.objects.all().delete()
    claim_services.restore_claim(by=analyst, claim=claim, at=at)
    assert list(queries.without_round()) == [claim]


def test_without_the_trigger_a_new_claim_would_be_overlooked(analyst, at):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER reviews_claim_on_the_desk ON claims_claim")
    one_claim(by=analyst, at=at)
    assert services.open_missing_reviews(at=at) == 0


def test_a_note_that_outlived_its_reason_opens_no_second_round(analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    Claim.objects.exclude(pk=verdict.claim_id).update(check_worthy=False)
    MissingRound.objects.create(claim=verdict.claim)
    assert (services.open_missing_reviews(at=at), Review.objects.filter(claim=verdict.claim).count()) == (0, 1)


@pytest.mark.parametrize(
    ("view", "index"),
    [
        ("all", "claims_claim_desk"),
        ("unjudged", "reviews_review_unjudged"),
        ("endangered", "reviews_review_endangered"),
        ("published", "reviews_review_desk"),
    ],
)
def test_a_view_is_read_along_its_index(view, index):
    with CaptureQueriesContext(connection) as asked:
        queries.desk(Selection(view=view))
    assert can_be_read_along(index, asked.captured_queries[0]["sql"])
