"""What the panel offers whoever judges, signs off or ends a round."""

import re

import pytest
from django.urls import reverse

from claims.models import Citation, Claim, Finding
from reviews import forms, queries, services
from reviews.checking import CheckResult
from reviews.models import Review
from reviews.views.suggesting import suggestions
from reviews.workflow import Status
from sources.models import Document, Snapshot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def panel_of(client, claim) -> str:
    return client.get(reverse("claim", args=[claim.pk])).content.decode()


class TestGoingOn:
    def judge(self, desk, analyst, claim, at, **sent):
        cited = factories.citation(by=analyst, claim=claim, at=at)
        answer = {"rating": "wrong", "rationale": "The unit.", "citations": [cited.pk], **sent}
        return desk.post(reverse("judge", args=[claim.pk]), answer)

    def test_the_next_unjudged_claim_is_opened(self, desk, analyst, at):
        first, second, *_ = factories.article(by=analyst, at=at).claims.active().in_reading_order()
        assert f"?claim={second.pk}#" in self.judge(desk, analyst, first, at, goes_on="on").url
        assert "checked" in panel_of(desk, second).partition('name="goes_on"')[2].partition(">")[0]

    def test_after_the_last_claim_it_goes_on_with_the_first_that_waits(self, desk, analyst, at):
        first, *_, last = factories.article(by=analyst, at=at).claims.active().in_reading_order()
        assert f"?claim={first.pk}#" in self.judge(desk, analyst, last, at, goes_on="on").url

    def test_whoever_wants_to_stay_stays_and_is_remembered(self, desk, analyst, at):
        first, second, *_ = factories.article(by=analyst, at=at).claims.active().in_reading_order()
        assert f"?claim={first.pk}#" in self.judge(desk, analyst, first, at).url
        assert "checked" not in panel_of(desk, second).partition('name="goes_on"')[2].partition(">")[0]

    def test_a_claim_that_this_person_judged_blind_does_not_wait_for_them(self, analyst, second_analyst, at):
        first, second, *_ = (
            factories.article(by=analyst, at=at, judgements_required=2).claims.active().in_reading_order()
        )
        services.open_review(claim=second, at=at)
        factories.judge(second, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=second, at=at)])
        assert queries.next_unjudged(first, by=analyst) not in (first, second)
        assert queries.next_unjudged(first, by=second_analyst) == second

    def test_with_everything_judged_it_stays_and_says_so(self, desk, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        Claim.objects.filter(article=claim.article).exclude(pk=claim.pk).update(check_worthy=False)
        answer = self.judge(desk, analyst, claim, at, goes_on="on")
        assert f"?claim={claim.pk}#" in answer.url
        assert "No other claim in this article is waiting for you." in desk.get(answer.url).content.decode()


class TestWhatIsOffered:
    def cited(self, stance: str, health: str = Citation.Health.STANDS, quote: str = "Four  thousand.") -> Citation:
        citation = Citation(stance=stance, health=health, quote=quote)
        citation.snapshot = Snapshot(document=Document(title="Sheet"))
        return citation

    def test_the_finding_of_the_rules_goes_before_the_words_that_were_cited(self):
        evidence = [
            (self.cited("contradicts"), CheckResult("not_enough", None, "Nothing to compare.")),
            (self.cited("contradicts"), CheckResult("contradicts", "si_prefix_slip", "Off by exactly 1,000.")),
            (self.cited("supports"), CheckResult("not_enough", None, "Nothing to compare.")),
        ]
        assert suggestions(evidence) == [
            {"text": "Sheet says: “Four thousand.”", "ratings": "verified"},
            {"text": "Off by exactly 1,000.", "ratings": "disputed wrong"},
        ]

    def test_a_source_that_says_it_no_longer_suggests_nothing(self):
        evidence = [(self.cited("supports", Citation.Health.CHANGED), CheckResult("supports", None, "It says so."))]
        assert suggestions(evidence) == []

    def test_context_alone_suggests_nothing(self):
        assert suggestions([(self.cited("context"), CheckResult("not_enough", None, "No."))]) == []

    def test_every_citation_is_ticked_but_those_that_changed(self, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        kept = factories.citation(by=analyst, claim=claim, at=at)
        away = factories.citation(by=analyst, claim=claim, at=at, snapshot=kept.snapshot, stance="context")
        gone = factories.citation(by=analyst, claim=claim, at=at, snapshot=kept.snapshot, quote=factories.MASS_QUOTE)
        away.health, gone.health = Citation.Health.UNAVAILABLE, Citation.Health.CHANGED
        form = forms.Judge(citations=[kept, away, gone])
        assert form.initial["citations"] == [kept.pk, away.pk]
        assert [label for _, label in form.fields["citations"].choices] == [
            "Data sheet, contradicts",
            "Data sheet, context",
            "Data sheet, contradicts, changed since cited",
        ]


class TestBeforeSignOff:
    def test_what_is_open_stands_beside_the_button(self, client, analyst, editor, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
        claim = review.claim
        Finding.objects.create(claim=claim, kind="lint", key="x", explanation="Look here.", created_at=at)
        other = claim.article.claims.active().exclude(pk=claim.pk).first()
        Claim.objects.filter(pk=other.pk).update(lint=["ambiguous"])
        Citation.objects.update(health=Citation.Health.UNCERTAIN)
        claim.article.marks.update(claim=None)
        marks = claim.article.marks.count()
        client.force_login(editor)
        assert (
            "Before you sign off: The citation of Data sheet: needs attention 1 open finding on this claim "
            f"1 ambiguous claim in its article {marks} open marks in its article Sign off as wrong"
        ) in words_of(panel_of(client, claim))

    def test_with_nothing_open_it_says_that(self, client, analyst, editor, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
        Finding.objects.all().delete()
        review.claim.article.marks.update(dismissed_reason="Known.")
        client.force_login(editor)
        assert "Nothing is open: every mark in the article is settled" in panel_of(client, review.claim)

    def test_whoever_does_not_sign_off_is_not_shown_it(self, desk, analyst, editor, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
        assert "Before you sign off" not in panel_of(desk, review.claim)


class TestEndingARound:
    @pytest.fixture
    def review(self, analyst, at):
        return services.open_review(claim=factories.claim(by=analyst, at=at), at=at)

    def test_an_editor_closes_it_without_a_verdict_and_says_why(self, client, editor, review):
        client.force_login(editor)
        assert "Close without a verdict" in panel_of(client, review.claim)
        client.post(reverse("abandon", args=[review.pk]), {"note": "Satire.", "seen_version": review.version})
        review.refresh_from_db()
        assert (review.status, review.events.last().note) == ("ABANDONED", "Satire.")

    @pytest.mark.parametrize("note", ["", "  "])
    def test_a_round_is_not_closed_without_a_reason(self, client, editor, review, note):
        client.force_login(editor)
        page = client.post(
            reverse("abandon", args=[review.pk]), {"note": note, "seen_version": review.version}, follow=True
        )
        assert "Write why this review is closed without a verdict" in page.content.decode()
        assert Review.objects.get().status == "QUEUED"

    def test_an_analyst_has_neither_the_button_nor_a_way_around_it(self, desk, review):
        assert "Close without a verdict" not in panel_of(desk, review.claim)
        page = desk.post(reverse("abandon", args=[review.pk]), {"note": "Satire."}, follow=True).content.decode()
        assert ("Only editors can do this." in page, Review.objects.get().status) == (True, "QUEUED")

    def test_what_moved_since_it_was_seen_is_not_closed(self, client, editor, review):
        client.force_login(editor)
        Review.objects.update(version=review.version + 1)
        client.post(reverse("abandon", args=[review.pk]), {"note": "Satire.", "seen_version": review.version})
        assert Review.objects.get().status == "QUEUED"


def test_a_citation_shows_its_looks_and_what_its_source_says_now(desk, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    assert "Not re-checked yet" in panel_of(desk, verdict.claim)
    factories.changed_source(verdict, at=at, old="4.15 MN", new="4.35 MN")
    [row] = services.request_rechecks(citations=verdict.citations.all(), at=at)
    services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)
    page = panel_of(desk, verdict.claim)
    assert "a thrust of <del>4.15</del><ins>4.35</ins> MN in vacuum" in page
    assert "Last re-check 2 Nov 2026 12:00: number changed" in words_of(page)


def test_the_newest_looks_at_each_citation_are_read_in_one_query(analyst, editor, at, django_assert_num_queries):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    cited = list(verdict.citations.all())
    for hour in range(7):
        for row in services.request_rechecks(citations=cited, at=at.replace(hour=hour)):
            services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at.replace(hour=hour))
    with django_assert_num_queries(1):
        found = queries.recent_rechecks(cited)
    assert [recheck.slot.hour for recheck in found[cited[0].pk]] == [6, 5, 4, 3, 2]


class TestRefusals:
    """A refusal says what happened, where the words are that were not taken."""

    def test_when_somebody_else_was_first_the_reason_is_there_to_copy(self, desk, analyst, second_analyst, at):
        claim = factories.claim(by=analyst, at=at)
        cited = factories.citation(by=analyst, claim=claim, at=at)
        factories.judge(claim, by=second_analyst, at=at, cited=[cited])
        sent = {"rating": "wrong", "rationale": "It should be kN.", "citations": [cited.pk], "seen_version": "1"}
        answer = desk.post(reverse("judge", args=[claim.pk]), sent)
        said = words_of(answer.content.decode())
        assert answer.status_code == 422
        assert "Your judgement was not submitted." in said
        assert re.search(r"Your reason, to copy\s+It should be kN\.", said)

    def test_a_judgement_that_can_still_be_sent_stays_in_its_form(self, desk, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        answer = desk.post(reverse("judge", args=[claim.pk]), {"rating": "wrong", "rationale": "It should be kN."})
        page = answer.content.decode()
        assert (answer.status_code, "It should be kN.</textarea>" in page) == (422, True)
        assert "Your judgement was not submitted." not in page

    def test_no_form_of_an_article_lets_the_browser_cut_what_is_pasted(self, desk, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        pages = [
            reverse("claim", args=[claim.pk]),
            reverse("article", args=[claim.article_id]),
            "/articles/new/",
            "/sources/new/",
            "/",
        ]
        assert [page for page in pages if "maxlength" in desk.get(page).content.decode()] == []

    def test_a_reason_that_is_too_long_is_refused_with_the_number(self, desk, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        answer = desk.post(reverse("dismiss", args=[claim.pk]), {"reason": "x" * 301}, follow=True)
        assert "Ensure this value has at most 300 characters (it has 301)." in answer.content.decode()
        claim.refresh_from_db()
        assert claim.dismissed_at is None

    def test_a_view_with_a_name_that_is_too_long_is_not_saved(self, desk):
        answer = desk.post(reverse("keep_view"), {"name": "x" * 61, "address": ""}, follow=True)
        assert "Use at most 60 characters for the name of a view." in answer.content.decode()

    def test_a_mark_is_not_settled_with_a_reason_that_is_too_long(self, desk, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        services.dismiss_claim(by=analyst, claim=claim, reason="Rhetoric.", at=at)
        mark = claim.article.marks.open().first()
        answer = desk.post(reverse("dismiss_mark", args=[mark.pk]), {"reason": "x" * 301}, follow=True)
        assert "Use at most 300 characters for the reason." in answer.content.decode()
