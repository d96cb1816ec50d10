"""What the desk can be narrowed to, the orders it is read in, its pages, and what it says about a bad address."""

import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlparse

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from claims.models import Claim, Finding
from reviews import queries, services
from reviews.models import Assignment, Review, SavedView
from reviews.queries import SORTS, Selection, desk_pages
from reviews.services import AssignmentChange
from reviews.workflow import Status
from tests import factories
from tests.plans import can_be_read_along

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)


@pytest.fixture
def engines(analyst, at) -> list[Claim]:
    """Six claims of one article, in reading order."""
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(6))
    return list(factories.article(by=analyst, at=at, text=text).claims.active().in_reading_order())


@pytest.fixture
def busy(engines, analyst, second_analyst, editor, at) -> dict[str, Claim]:
    """A claim each: waiting, overdue and due, published and wrong, changed since, contradicted, ambiguous."""
    waiting, late, soon, wrong, changed, odd = engines

    def give(claim: Claim, **what: object) -> None:
        services.assign(by=editor, claim=claim, change=AssignmentChange(**what), at=at)

    for claim in (late, soon):
        services.open_review(claim=claim, at=at)
    give(late, assignee=analyst, due_on=TODAY - timedelta(days=2), priority=2)
    give(soon, assignee=second_analyst, due_on=TODAY + timedelta(days=7))
    give(soon, priority=1)
    for claim in (wrong, changed):
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    services.open_review(claim=changed, at=at, reason=Review.Reason.ENDANGERED, note="The figure changed.")
    for key in ("one", "two"):
        Finding.objects.create(claim=odd, kind="sum", key=key, explanation="The parts do not add up.", created_at=at)
    Claim.objects.filter(pk=odd.pk).update(lint=["ambiguous"], created_at=at - timedelta(days=40))
    names = ("waiting", "late", "soon", "wrong", "changed", "odd")
    return dict(zip(names, (waiting, late, soon, wrong, changed, odd), strict=True))


def shown(busy: dict[str, Claim], **narrowed) -> set[str]:
    names = {claim.pk: name for name, claim in busy.items()}
    return {names[claim.pk] for claim in queries.desk(Selection(today=TODAY, **narrowed)).claims}


#: What is chosen, and which claims of `busy` are then shown.
CHOICES = [
    ({"rating": "wrong"}, {"wrong", "changed"}),
    ({"rating": "verified"}, set()),
    ({"flag": "endangered"}, {"changed"}),
    ({"flag": "contradiction"}, {"odd"}),
    ({"flag": "ambiguous"}, {"odd"}),
    ({"flag": "due"}, {"late", "soon"}),
    ({"flag": "overdue"}, {"late"}),
    ({"assignee": 0}, {"waiting", "wrong", "changed", "odd"}),
    ({"priority": 2}, {"late"}),
    ({"priority": 0}, {"waiting", "wrong", "changed", "odd"}),
    ({"added_within": 30}, {"waiting", "late", "soon", "wrong", "changed"}),
    ({"rating": "wrong", "view": "unjudged"}, {"changed"}),
    ({"rating": "wrong", "view": "published"}, {"wrong"}),
    ({"view": "unjudged", "assignee": 0}, {"waiting", "changed", "odd"}),
    ({"view": "unjudged", "assignee": 0, "search": "RD-185"}, {"odd"}),
    ({"search": "RD-184", "rating": "wrong"}, {"changed"}),
    ({"flag": "overdue", "search": "RD-185"}, set()),
]


@pytest.mark.parametrize(
    ("few", "steps"), [(100, (100,)), (0, (2, 1, 1, 1, 1, 1))], ids=["few claims have it", "very many claims have it"]
)
def test_whatever_is_chosen_together_holds_in_every_order(busy, few, steps, monkeypatch):
    monkeypatch.setattr(desk_pages, "FEW", few)
    monkeypatch.setattr(desk_pages, "STEPS", steps)
    found = [(chosen, sort, shown(busy, **chosen, sort=sort)) for chosen, _ in CHOICES for sort in SORTS]
    assert found == [(chosen, sort, expected) for chosen, expected in CHOICES for sort in SORTS]


def test_people_articles_and_sources_narrow_the_desk(busy, analyst, second_analyst, at):
    other = factories.claim(by=analyst, at=at)
    source = busy["wrong"].citations.get().snapshot.document_id
    twice = factories.citation(by=analyst, claim=other, at=at)
    factories.citation(by=analyst, claim=other, at=at, snapshot=twice.snapshot, quote=factories.MASS_QUOTE)
    found = [
        {claim.pk for claim in queries.desk(Selection(**chosen)).claims}
        for chosen in (
            {"assignee": analyst.pk},
            {"assignee": second_analyst.pk},
            {"article": other.article_id, "search": "4150"},
            {"source": source, "rating": "wrong"},
            {"source": twice.snapshot.document_id},
        )
    ]
    cited = {claim.pk for claim in Claim.objects.filter(citations__snapshot__document=source)}
    assert found[:3] == [{busy["late"].pk}, {busy["soon"].pk}, {other.pk}]
    assert found[3] == cited & {busy["wrong"].pk, busy["changed"].pk}
    assert other.pk in found[4]


def test_a_claim_is_due_for_as_long_as_it_waits_for_a_judgement(busy, analyst, editor, at):
    factories.judge(busy["late"], by=analyst, at=at, cited=[factories.citation(by=analyst, claim=busy["late"], at=at)])
    assert shown(busy, flag="overdue") == set()


def test_a_claim_that_left_the_desk_is_in_no_facet(busy, editor, at):
    Claim.objects.update(dismissed_at=at, dismissed_by=editor, dismissed_reason="Satire.")
    assert [shown(busy, **chosen) for chosen, _ in CHOICES] == [set()] * len(CHOICES)


def test_every_choice_is_counted(busy, analyst):
    assert queries.desk_counts(Selection(today=TODAY), person=analyst.pk) == {
        "view": {"all": 6, "unjudged": 5, "endangered": 1, "disagreeing": 0, "approval": 0, "published": 1},
        "rating": {"verified": 0, "disputed": 0, "wrong": 2},
        "flag": {"endangered": 1, "contradiction": 1, "ambiguous": 1, "due": 2, "overdue": 1},
        "assignee": {"me": 1},
        "priority": {"1": 1, "2": 1},
    }


ORDERS = {
    "newest": ["odd", "changed", "wrong", "soon", "late", "waiting"],
    "due": ["late", "soon", "odd", "changed", "wrong", "waiting"],
    "priority": ["late", "soon", "odd", "changed", "wrong", "waiting"],
    "score": ["soon", "odd", "changed", "wrong", "late", "waiting"],
    "article": ["waiting", "late", "soon", "wrong", "changed", "odd"],
}


def read_one_by_one(**chosen) -> list[int]:
    """The claims of a selection as pages of one claim show them."""
    read, after = [], None
    while True:
        page = queries.desk(Selection(today=TODAY, **chosen), after=after, limit=1)
        read += [claim.pk for claim in page.claims]
        after = page.next
        if after is None:
            return read


@pytest.mark.parametrize("few", [0, 100])
def test_pages_read_one_after_the_other_are_the_whole_desk_in_order(busy, few, monkeypatch):
    monkeypatch.setattr(desk_pages, "FEW", few)
    Claim.objects.update(score="0.500")
    Claim.objects.filter(pk=busy["soon"].pk).update(score="0.900")
    for chosen in ({}, {"view": "unjudged"}, {"assignee": 0}, {"search": "thrust"}):
        wanted = shown(busy, **chosen)
        for sort, order in ORDERS.items():
            expected = [busy[name].pk for name in order if name in wanted]
            assert (chosen, sort, read_one_by_one(sort=sort, **chosen)) == (chosen, sort, expected)


def test_no_more_than_so_many_claims_are_looked_at_for_a_page(busy, monkeypatch):
    monkeypatch.setattr(desk_pages, "FEW", 0)
    monkeypatch.setattr(desk_pages, "STEPS", (1, 1))
    impossible = Selection(view="published", flag="ambiguous", sort="article")
    pages, after = [], None
    for _ in range(4):
        page = queries.desk(impossible, after=after)
        pages.append((page.claims, page.cut_short))
        after = page.next
    assert (pages, after) == ([([], True)] * 3 + [([], False)], None)


@pytest.mark.parametrize(
    ("chosen", "index"),
    [
        ({"rating": "wrong"}, "reviews_verdict_rated"),
        ({"flag": "contradiction"}, "claims_finding_open"),
        ({"flag": "ambiguous"}, "claims_claim_ambiguous"),
        ({"assignee": 7}, "reviews_assignment_assignee"),
        ({"priority": 2}, "reviews_assignment_priority"),
        ({"added_within": 7}, "claims_claim_added"),
        ({"sort": "due"}, "reviews_assignment_due_first"),
        ({"sort": "priority"}, "reviews_assignment_priority"),
        ({"sort": "score"}, "claims_claim_worth"),
        ({"sort": "article"}, "claims_claim_by_article"),
    ],
    ids=str,
)
def test_a_facet_and_an_order_are_read_along_their_index(chosen, index):
    with CaptureQueriesContext(connection) as asked:
        queries.desk(Selection(**chosen))
    assert can_be_read_along(index, asked.captured_queries[0]["sql"])


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def page_of(desk, query: str) -> str:
    return desk.get("/" + query).content.decode()


def test_the_address_narrows_sorts_and_counts(desk, busy):
    page = page_of(desk, "?view=unjudged&rating=wrong&sort=article&assignee=nobody")
    assert (page.count("data-row"), busy["changed"].text in page) == (1, True)
    assert '<option value="wrong" selected>Wrong (2)</option>' in page
    assert 'href="?rating=wrong&amp;assignee=nobody&amp;sort=article"' in page  # the view of all, the rest as it is


NOT_KNOWN = {
    "?rating=maybe&view=unjudged": "“maybe” is not a valid value for “Verdict”, so this filter was ignored.",
    "?view=nonsense": "“nonsense” is not a valid value for “View”, so this filter was ignored.",
    "?flag=%3Cb%3E": "“<b>” is not a valid value for “Flag”, so this filter was ignored.",
    "?assignee=99999": "“99999” is not a valid value for “Assignee”, so this filter was ignored.",
    "?assignee=²": "“²” is not a valid value for “Assignee”, so this filter was ignored.",
    "?priority=-1": "“-1” is not a valid value for “Priority”, so this filter was ignored.",
    "?added=x": "“x” is not a valid value for “Added”, so this filter was ignored.",
    "?sort=luck": "“luck” is not a valid value for “Sort by”, so this filter was ignored.",
    "?article=99": "“99” is not a valid value for “Article”, so this filter was ignored.",
    "?article=99999999999999999999999": "“99999999999999999999999” is not a valid value for “Article”",
    "?source=x": "“x” is not a valid value for “Source”, so this filter was ignored.",
    "?after=guessed": "There is no such page, so the first one is shown.",
}


def test_what_the_address_does_not_know_is_told_and_the_rest_holds(desk, engines):
    pages = {query: page_of(desk, query) for query in NOT_KNOWN}
    told = {query: (escape(NOT_KNOWN[query]) in page, page.count("data-row")) for query, page in pages.items()}
    assert told == dict.fromkeys(NOT_KNOWN, (True, len(engines)))


def test_a_page_goes_on_where_the_one_before_ended_and_nowhere_else(desk, engines, monkeypatch):
    monkeypatch.setattr("reviews.views.desk.PAGE", 4)
    first = page_of(desk, "?sort=score")
    [further] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = page_of(desk, further.replace("&amp;", "&"))
    rows = [re.findall(r"#claim-(\d+)", page) for page in (first, second)]
    assert (len(rows[0]), sorted(map(int, rows[0] + rows[1]))) == (4, [claim.pk for claim in engines])
    after = parse_qs(urlparse(further.replace("&amp;", "&")).query)["after"][0]
    assert "There is no such page" in page_of(desk, f"?sort=article&after={after}")
    assert "There is no such page" in page_of(desk, f"?sort=score&after=x{after}")


def test_what_a_search_hits_is_marked_and_nothing_of_a_claim_is_markup(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    Claim.objects.filter(pk=claim.pk).update(text="The <i>thrust</i> is 4150 N.")
    page = page_of(desk, "?q=thrust")
    assert "The &lt;i&gt;<mark>thrust</mark>&lt;/i&gt; is 4150 N." in page


def test_a_search_without_hits_says_what_it_looked_for_and_shows_what_comes_nearest(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    page = page_of(desk, "?q=RD180+thrust+bananas")
    assert "Searched for all of: RD180, thrust, bananas." in page
    assert re.findall(r"#claim-([0-9]+)", page[page.index("Nearest, with some of these words") :])[0] == str(claim.pk)
    assert "Nearest" not in page_of(desk, "?q=bananas")
    assert f"#claim-{claim.pk}" not in page_of(desk, "?q=apples+bananas+-cherries")


def test_the_flags_of_a_claim_are_words_beside_it(desk, busy):
    for name, day in {"late": date(2020, 1, 1), "soon": date(2999, 1, 9)}.items():
        Assignment.objects.filter(claim=busy[name]).update(due_on=day)
    page = page_of(desk, "?sort=article")
    rows = dict(zip(ORDERS["article"], page.split("<tr>")[2:], strict=True))
    assert {name: [word for word in FLAGGED if word in row] for name, row in rows.items()} == {
        "waiting": [],
        "late": ["days overdue", "Urgent"],
        "soon": ["due 9 Jan 2999", "High"],
        "wrong": ["1 citation"],
        "changed": ["1 citation"],
        "odd": ["Contradiction", "Ambiguous"],
    }


FLAGGED = ("days overdue", "due 9 Jan 2999", "Urgent", "High", "Contradiction", "Ambiguous", "1 citation")


def test_a_view_is_kept_under_a_name_and_forgotten(desk, busy, analyst):
    address = "?view=unjudged&rating=wrong&nonsense=1&after=x&flag=zz"
    answer = desk.post("/desk/views/keep/", {"name": "Mine", "address": address}, follow=True)
    view = SavedView.objects.get()
    assert (view.query, answer.redirect_chain) == (
        "view=unjudged&rating=wrong",
        [("/?view=unjudged&rating=wrong", 302)],
    )
    assert '<a href="?view=unjudged&amp;rating=wrong">Mine</a>' in page_of(desk, "")
    desk.post("/desk/views/forget/", {"views": [view.pk, "x", "9" * 40]})
    assert SavedView.objects.count() == 0


def test_a_view_without_a_name_is_not_kept_and_says_so(desk):
    page = desk.post("/desk/views/keep/", {"name": " ", "address": "?view=unjudged"}, follow=True).content.decode()
    assert ("Enter a name for the view." in page, SavedView.objects.count()) == (True, 0)


@pytest.mark.parametrize("status", [Status.QUEUED, Status.PUBLISHED])
def test_a_narrow_desk_without_claims_offers_all_of_them(desk, analyst, editor, at, status):
    factories.review_at(status, analyst=analyst, editor=editor, at=at)
    assert "No claims match." in page_of(desk, "?rating=verified")
