"""The desk, the article page and what is decided there, as a browser without JavaScript sends it."""

import re

import pytest
from django.urls import reverse

from claims import services as claim_services
from claims.models import Claim, Finding
from reviews import queries, services
from reviews.models import Judgement, Recheck, Review, Verdict
from reviews.ratings import Rating
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def judged_claims(how_many, *, analyst, editor, at):
    """One article whose first claims have a verdict and whose every claim has evidence and a finding."""
    text = " ".join(f"The RD-18{n} rocket engine has a maximum vacuum thrust of 415{n} N." for n in range(how_many))
    article = factories.article(by=analyst, at=at, text=text)
    for claim in article.claims.active():
        factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
        Finding.objects.create(claim=claim, kind="lint", key="x", explanation="Look here.", created_at=at)
    return article


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_desk_asks_the_same_number_of_queries_however_long(
    desk, analyst, editor, at, how_many, django_assert_num_queries
):
    judged_claims(how_many, analyst=analyst, editor=editor, at=at)
    desk.get("/")
    with django_assert_num_queries(8):  # session, user, groups, people, numbers, claims, counts, kept views
        page = desk.get("/").content.decode()
    assert page.count("data-row") == how_many
    with django_assert_num_queries(6):  # session, user, groups, people, numbers, claims: the part has no counts
        part = desk.get("/", headers={"HX-Request": "true"}).content.decode()
    assert part.count("data-row") == how_many


@pytest.mark.parametrize("how_many", [1, 3])
def test_an_article_asks_the_same_number_of_queries_however_many_claims_it_has(
    desk, analyst, editor, at, how_many, django_assert_num_queries
):
    article = judged_claims(how_many, analyst=analyst, editor=editor, at=at)
    with django_assert_num_queries(8):  # session, user, groups, article, claims, findings, marks, coverage
        page = desk.get(reverse("article", args=[article.pk])).content.decode()
    assert len(set(re.findall(r'id="claim-(\d+)"', page))) == how_many


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_of_articles_asks_the_same_number_of_queries_however_long(
    desk, analyst, at, how_many, django_assert_num_queries
):
    for number in range(how_many):
        factories.article(by=analyst, at=at, text=f"{factories.ENGINE_ARTICLE} Part {number}.")
    with django_assert_num_queries(5):  # session, user, groups, count, articles
        page = desk.get(reverse("articles")).content.decode()
    assert page.count("/articles/") - page.count("/articles/new/") - 1 == how_many


@pytest.mark.parametrize("rounds", [1, 3])
def test_a_claim_asks_the_same_number_of_queries_however_long_its_history(
    desk, analyst, editor, at, rounds, django_assert_num_queries
):
    claim = factories.claim(by=analyst, at=at)
    cited = [factories.citation(by=analyst, claim=claim, at=at)]
    for _ in range(rounds):
        services.open_review(claim=claim, at=at)
        factories.judge(claim, by=analyst, at=at, cited=cited)
        services.sign_off(by=editor, review=Review.objects.get(claim=claim, status="IN_APPROVAL"), at=at)
    # session, user, groups, claim, rounds and 4 parts of them, evidence and the looks at it, text, findings, next claim,
    # comments, assignment, people and the form's choice of them, and for similar claims and for fact-checks by others
    # how common the words are and who has them
    with django_assert_num_queries(22):
        page = desk.get(reverse("claim", args=[claim.pk])).content.decode()
    assert page.count("signed off by edith") == rounds


def test_the_desk_shows_what_each_view_names(desk, analyst, editor, at):
    review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    page = desk.get("/?view=approval").content.decode()
    assert (page.count("data-row"), review.claim.text in page) == (1, True)
    assert desk.get("/?view=published").content.decode().count("data-row") == 0


def test_the_desk_finds_words_of_claims(desk, analyst, at):
    factories.article(by=analyst, at=at)
    assert desk.get("/?q=thrust").content.decode().count("data-row") == 1
    assert "No claim contains" in desk.get("/?q=bananas").content.decode()


@pytest.mark.parametrize(
    "query", ["?before=x", "?before=99999999999999999999999", "?view=nonsense", "?q=%00", "?q=%22%27%3A%26!"]
)
def test_the_desk_takes_any_query(desk, query):
    assert desk.get("/" + query).status_code == 200


def test_a_claim_is_judged_signed_off_and_shown_as_wrong(desk, client, analyst, editor, at):
    claim = factories.claim(by=analyst, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    answer = desk.post(
        reverse("judge", args=[claim.pk]), {"rating": "wrong", "rationale": "The unit is kN.", "citations": [cited.pk]}
    )
    assert answer.url == f"/articles/{claim.article_id}/?claim={claim.pk}#claim-{claim.pk}"
    client.force_login(editor)
    client.post(reverse("sign_off", args=[Review.objects.get(claim=claim).pk]))
    assert Verdict.objects.get().rating == "wrong"
    assert (
        f'class="claim {Rating.WRONG.row.css}'
        in client.get(reverse("article", args=[claim.article_id])).content.decode()
    )


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"rating": "wrong", "rationale": "Sure."}, "A verdict needs at least one citation."),
        ({"rationale": "Sure."}, "This field is required."),
        ({"rating": "maybe", "rationale": "Sure."}, "Select a valid choice."),
    ],
    ids=["no citation", "no rating", "unknown rating"],
)
def test_a_judgement_that_cannot_be_taken_is_shown_again_with_the_reason_and_what_was_typed(
    desk, analyst, at, sent, sentence
):
    claim = factories.claim(by=analyst, at=at)
    answer = desk.post(reverse("judge", args=[claim.pk]), sent)
    assert (answer.status_code, Judgement.objects.count()) == (422, 0)
    assert sentence in answer.content.decode()
    assert "Sure." in answer.content.decode()


def test_an_analyst_has_no_sign_off_button_and_no_way_around_it(desk, analyst, editor, at):
    review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    assert "Sign off as" not in desk.get(reverse("claim", args=[review.claim_id])).content.decode()
    page = desk.post(reverse("sign_off", args=[review.pk]), follow=True).content.decode()
    assert "Only editors can do this." in page
    assert Verdict.objects.count() == 0


def test_a_blind_judgement_is_hidden_from_the_second_reader_until_theirs_is_in(client, analyst, second_analyst, at):
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
    client.force_login(second_analyst)
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    assert "The sheet gives meganewtons." not in page
    assert "One judgement has been submitted." in page


def test_a_dismissed_claim_leaves_the_text_and_can_be_put_back(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    desk.post(reverse("dismiss", args=[claim.pk]), {"reason": "Satire."})
    assert f'id="claim-{claim.pk}"' not in desk.get(reverse("article", args=[claim.article_id])).content.decode()
    desk.post(reverse("restore", args=[claim.pk]))
    assert claim in Claim.objects.active()


def test_a_finding_is_decided_once(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    finding = Finding.objects.create(claim=claim, kind="lint", key="x", explanation="Look here.", created_at=at)
    desk.post(reverse("decide_finding", args=[finding.pk]), {"decision": "accept"})
    page = desk.post(reverse("decide_finding", args=[finding.pk]), {"decision": "dismiss"}, follow=True)
    finding.refresh_from_db()
    assert finding.state == "accepted"
    assert "This finding has already been decided." in page.content.decode()


def test_the_citations_of_a_claim_are_queued_for_a_re_check(desk, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    page = desk.post(reverse("recheck", args=[verdict.claim_id]), follow=True).content.decode()
    assert "1 re-check queued." in page
    assert Recheck.objects.get().requested_by == analyst


def test_an_endangered_verdict_is_on_the_desk_with_what_changed(desk, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
    services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)
    page = desk.get("/?view=endangered").content.decode()
    assert (page.count("data-row"), "Number changed · review 2" in page) == (1, True)
    assert "4.35 MN" in desk.get(reverse("claim", args=[verdict.claim_id])).content.decode()


def test_an_article_that_is_being_read_says_so(desk, analyst, at):
    article = claim_services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at).article
    page = desk.get(reverse("article", args=[article.pk])).content.decode()
    assert "Split it into claims" in page


def test_an_htmx_request_gets_the_panel_alone(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    part = desk.get(reverse("claim", args=[claim.pk]), headers={"hx-request": "true"}).content.decode()
    assert (part.lstrip().startswith("<section"), claim.text in part) == (True, True)


class TestWordingByHand:
    @pytest.fixture
    def claim(self, analyst, at):
        return factories.claim(by=analyst, at=at)

    def test_one_line_words_the_claim_anew(self, desk, claim):
        desk.post(reverse("reword", args=[claim.pk]), {"text": "The RD-180 has a thrust of 4150 N."})
        claim.refresh_from_db()
        assert claim.text == "The RD-180 has a thrust of 4150 N."

    def test_several_lines_put_several_claims_in_its_place(self, desk, claim):
        desk.post(reverse("reword", args=[claim.pk]), {"text": "The RD-180 is an engine.\r\nIts thrust is 4150 N."})
        claim.refresh_from_db()
        assert claim.dismissed_reason == "Split into 2 claims."
        assert Claim.objects.active().filter(start=claim.start, end=claim.end).count() == 2

    def test_a_number_that_the_article_does_not_print_is_refused_in_words(self, desk, claim):
        page = desk.post(reverse("reword", args=[claim.pk]), {"text": "The thrust is 4.15 MN."}, follow=True)
        assert "4.15: not in the article." in page.content.decode()

    def test_two_claims_are_merged(self, desk, claim):
        following = queries.next_claim(claim)
        words = "The RD-180 has 4150 N and weighs 5.5 tons."
        desk.post(reverse("merge", args=[claim.pk]), {"text": words, "following": following.pk})
        merged = Claim.objects.get(text="The RD-180 has 4150 N and weighs 5.5 tons.")
        assert (merged.start, merged.end) == (claim.start, following.end)

    def test_the_last_claim_has_nothing_to_merge_with(self, desk, claim):
        last = claim.article.claims.active().in_reading_order().last()
        page = desk.post(reverse("merge", args=[last.pk]), {"text": "Both."}, follow=True)
        assert "There is no next claim" in page.content.decode()

    def test_two_claims_are_merged_under_a_wording_only(self, desk, claim):
        sent = {"text": " ", "following": queries.next_claim(claim).pk}
        page = desk.post(reverse("merge", args=[claim.pk]), sent, follow=True)
        assert "Write the claim." in page.content.decode()

    def test_a_claim_is_added_from_words_of_the_article(self, desk, claim):
        answer = desk.post(
            reverse("add_claim", args=[claim.article_id]),
            {"quote": "was first flown in 2000", "text": "It flew in 2000."},
        )
        added = Claim.objects.get(text="It flew in 2000.")
        assert answer.url.endswith(f"?claim={added.pk}#claim-{added.pk}")

    def test_words_that_cannot_be_added_are_shown_again_with_the_reason(self, desk, claim):
        answer = desk.post(reverse("add_claim", args=[claim.article_id]), {"quote": "nowhere to be found"})
        assert answer.status_code == 422
        assert "These words do not appear in this version of the text." in answer.content.decode()
        assert "nowhere to be found" in answer.content.decode()

    def test_an_open_mark_is_dismissed_from_the_page(self, desk, claim, analyst):
        claim_services.dismiss_claim(by=analyst, claim=claim, reason="Known.", at=claim.created_at)
        mark = queries.open_marks(claim.article).first()
        desk.post(reverse("dismiss_mark", args=[mark.pk]), {"reason": "Not checkable."})
        mark.refresh_from_db()
        assert mark.dismissed_reason == "Not checkable."


@pytest.mark.parametrize("name", ["judge", "dismiss", "reword", "recheck", "resolve_reference"])
def test_the_address_of_a_form_leads_to_the_page_that_has_it(desk, analyst, at, name):
    claim = factories.claim(by=analyst, at=at)
    assert desk.get(reverse(name, args=[claim.pk])).url == reverse("claim", args=[claim.pk])


def test_a_decision_that_is_none_decides_nothing(desk, analyst, at):
    claim = factories.claim(by=analyst, at=at)
    finding = Finding.objects.create(claim=claim, kind="lint", key="x", explanation="Look here.", created_at=at)
    page = desk.post(reverse("decide_finding", args=[finding.pk]), {"decision": "zz"}, follow=True).content.decode()
    finding.refresh_from_db()
    assert ("Choose whether to accept or dismiss" in page, finding.state) == (True, "open")
