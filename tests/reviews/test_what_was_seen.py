"""A decision is on what was seen, by somebody who may take it, and what it rested on stays."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from claims.models import Citation, Claim
from claims.services import QuoteRefused, cite
from core.accounts.policies import NotAllowed, Role
from reviews import queries, services, verification
from reviews.models import Judgement, Review, ReviewEvent, Verdict, VerdictCitation
from reviews.workflow import Status
from sources import services as source_services
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def blind_claim(analyst, at):
    return factories.claim(by=analyst, at=at, judgements_required=2)


@pytest.fixture
def waiting(analyst, editor, at):
    return factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)


def judged_anew(review, *, analyst, editor, at, rating):
    """Somebody sends the round back, and it comes again with another rating."""
    services.return_review(by=editor, review=Review.objects.get(pk=review.pk), note="Look again.", at=at)
    cited = list(Citation.objects.filter(claim=review.claim_id))
    factories.judge(Claim.objects.get(pk=review.claim_id), by=analyst, at=at, cited=cited, rating=rating)


class TestStaleDecisions:
    def test_a_sign_off_of_another_rating_than_was_on_the_screen_is_refused(self, client, waiting, analyst, editor, at):
        client.force_login(editor)
        page = client.get(reverse("claim", args=[waiting.claim_id])).content.decode()
        seen = page.split('name="seen_version" value="')[1].split('"')[0]
        judged_anew(waiting, analyst=analyst, editor=factories.person("erik", Role.EDITOR), at=at, rating="verified")
        answer = client.post(reverse("sign_off", args=[waiting.pk]), {"seen_version": seen}, follow=True)
        assert "Someone else has acted on this claim" in answer.content.decode()
        assert Verdict.objects.count() == 0

    def test_a_copy_that_was_read_before_the_round_came_again_publishes_nothing(self, waiting, analyst, editor, at):
        judged_anew(waiting, analyst=analyst, editor=editor, at=at, rating="verified")
        with pytest.raises(services.SomeoneElseWasFirst):
            services.sign_off(by=editor, review=waiting, at=at)
        assert Verdict.objects.count() == 0

    def test_what_was_written_for_one_round_lands_in_no_other(self, analyst, editor, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
        services.request_round(by=editor, claim=verdict.claim, note="A better source.", at=at)
        with pytest.raises(services.SomeoneElseWasFirst, match="review 2 was opened"):
            services.submit_judgement(
                by=analyst,
                claim=verdict.claim,
                rating="verified",
                rationale="Typed for round 1.",
                citations=verdict.citations.all(),
                at=at,
                seen_version=1,
            )

    def test_another_round_needs_a_reason(self, analyst, editor, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
        with pytest.raises(services.RationaleMissing):
            services.request_round(by=analyst, claim=verdict.claim, note=" ", at=at)


class TestWhoMayDecide:
    def test_nobody_decides_between_their_own_judgement_and_another(self, analyst, editor, blind_claim, at, settings):
        cited = [factories.citation(by=analyst, claim=blind_claim, at=at)]
        factories.judge(blind_claim, by=analyst, at=at, cited=cited, rating="wrong")
        factories.judge(blind_claim, by=editor, at=at, cited=cited, rating="disputed")
        with pytest.raises(NotAllowed, match="Your own judgement is one of the two"):
            factories.judge(blind_claim, by=editor, at=at, cited=cited, rating="disputed")
        settings.PLUMBLINE_SOLO = True
        factories.judge(blind_claim, by=editor, at=at, cited=cited, rating="disputed")
        assert queries.open_round(blind_claim).rating == "disputed"

    def test_a_judgement_that_was_sent_back_still_bars_its_author_from_signing_off(self, analyst, editor, at):
        claim = factories.claim(by=analyst, at=at)
        cited = [factories.citation(by=analyst, claim=claim, at=at)]
        factories.judge(claim, by=editor, at=at, cited=cited)
        services.return_review(by=editor, review=queries.open_round(claim), note="Not me.", at=at)
        factories.judge(claim, by=analyst, at=at, cited=cited)
        with pytest.raises(NotAllowed, match="You judged this claim yourself"):
            services.sign_off(by=editor, review=queries.open_round(claim), at=at)


class TestBlindJudgement:
    def test_the_first_readers_evidence_is_hidden_too(self, client, analyst, second_analyst, blind_claim, at):
        factories.judge(
            blind_claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=blind_claim, at=at)]
        )
        client.force_login(second_analyst)
        page = client.get(reverse("claim", args=[blind_claim.pk])).content.decode()
        assert (factories.THRUST_QUOTE in page, "Contradicts the claim" in page) == (False, False)
        own = factories.citation(by=second_analyst, claim=blind_claim, at=at, quote=factories.MASS_QUOTE)
        page = client.get(reverse("claim", args=[blind_claim.pk])).content.decode()
        assert (own.quote in page, factories.THRUST_QUOTE in page) == (True, False)

    def test_who_finds_the_same_words_without_seeing_them_has_found_them_too(
        self, client, analyst, second_analyst, blind_claim, at
    ):
        first = factories.citation(by=analyst, claim=blind_claim, at=at)
        factories.judge(blind_claim, by=analyst, at=at, cited=[first])
        second = factories.citation(by=second_analyst, claim=blind_claim, at=at, snapshot=first.snapshot)
        client.force_login(second_analyst)
        judging = client.get(reverse("claim", args=[blind_claim.pk]))
        assert (second, judging.context["citations"]) == (first, [first])
        form = {"rating": "disputed", "rationale": "It is near.", "citations": [first.pk]}
        client.post(reverse("judge", args=[blind_claim.pk]), form)
        assert queries.open_round(blind_claim).status == Status.ADJUDICATION

    def test_who_cites_the_same_words_twice_has_cited_them_once(self, analyst, blind_claim, at):
        first = factories.citation(by=analyst, claim=blind_claim, at=at)
        again = factories.citation(by=analyst, claim=blind_claim, at=at, snapshot=first.snapshot)
        assert (again, again.also_cited_by.count()) == (first, 0)

    def test_both_see_everything_once_both_have_judged(self, client, analyst, second_analyst, blind_claim, at):
        cited = [factories.citation(by=analyst, claim=blind_claim, at=at)]
        factories.judge(blind_claim, by=analyst, at=at, cited=cited)
        factories.judge(blind_claim, by=second_analyst, at=at, cited=cited)
        client.force_login(second_analyst)
        assert factories.THRUST_QUOTE in client.get(reverse("claim", args=[blind_claim.pk])).content.decode()


class TestWhatAVerdictRestsOn:
    @pytest.fixture
    def verdict(self, analyst, editor, at):
        return factories.verdict(analyst=analyst, editor=editor, at=at)

    def test_an_article_is_no_evidence_for_itself(self, analyst, at):
        claim = factories.claim(by=analyst, at=at)
        words = {"by": analyst, "claim": claim, "snapshot": claim.article.snapshot, "at": at}
        quote = "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N."
        with pytest.raises(QuoteRefused, match="cannot be evidence for its own claims"):
            cite(quote=quote, stance="supports", **words)
        assert cite(quote=quote, stance="context", **words).stance == "context"

    def test_a_claim_with_a_judgement_is_not_dismissed(self, analyst, verdict, at):
        with pytest.raises(NotAllowed, match="so it cannot be changed"):
            services.dismiss_claim(by=analyst, claim=verdict.claim, reason="Gone.", at=at)

    def test_the_database_keeps_words_evidence_judgements_and_moves(self, analyst, verdict, at):
        claim, other = verdict.claim, factories.upload(by=analyst, at=at, title="Other", text="Other words. " * 9)
        extra = factories.citation(
            by=analyst, claim=claim, at=at, snapshot=other, quote="words. Other words. Other words. Other", start=6
        )
        for forbidden in (
            lambda: Claim.objects.filter(pk=claim.pk).update(text="Something milder."),
            lambda: VerdictCitation.objects.create(verdict=verdict, citation=extra),
            lambda: Judgement.objects.update(rationale="Something else."),
            lambda: ReviewEvent.objects.update(note="Something else."),
        ):
            with pytest.raises(DatabaseError, match="keeps its wording|takes no more|never changed"):
                in_a_transaction(forbidden)

    @pytest.mark.parametrize(
        ("sql", "part"),
        [
            ("UPDATE claims_claim SET text = 'Something milder.'", "claim"),
            ("UPDATE reviews_verdict SET published_at = now()", "published_at"),
            ("UPDATE claims_citation SET stance = 'supports'", "citations"),
            ("DELETE FROM reviews_verdictcitation", "citations"),
            ("UPDATE reviews_judgement SET rationale = 'Something else.'", None),
            ("UPDATE sources_blob SET data = '\\x00'", "bytes"),
        ],
    )
    def test_what_whoever_owns_the_server_changes_is_found(self, verdict, sql, part):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET session_replication_role = replica")
            cursor.execute(sql)
            cursor.execute("SET session_replication_role = DEFAULT")
        report = verification.verify_ledger()
        if part is None:  # the published rationale is the verdict's own copy, which is in the ledger
            assert report.fault == ""
        else:
            assert (report.bad_entry, part in report.fault) == (1, True)


def in_a_transaction(write):
    with transaction.atomic():
        write()


class TestEndangering:
    def look(self, verdict, at):
        row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
        return services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)

    def test_a_change_becomes_the_matter_of_the_round_that_is_open_already(self, analyst, editor, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
        services.request_round(by=analyst, claim=verdict.claim, note="Look once more.", at=at)
        factories.changed_source(verdict, at=at, old="4.15 MN", new="3.15 MN")
        result = self.look(verdict, at)
        current = queries.open_round(verdict.claim)
        assert (result.opened, current.reason, current.round) == (current, "endangered", 2)
        assert "3.15 MN" in current.note

    def test_a_change_that_was_seen_before_the_sign_off_endangers_the_verdict_after_it(self, waiting, editor, at):
        cited = Citation.objects.get(claim=waiting.claim)
        changed = cited.snapshot.text.replace("4.15 MN", "3.15 MN").encode()
        source_services.add_version(document=cited.snapshot.document, data=changed, filename="sheet.txt", at=at)
        first = services.request_rechecks(citations=[cited], at=at)[0]
        assert services.run_recheck(recheck_id=first.pk, fetch=factories.Web(), at=at).opened is None
        verdict = services.sign_off(by=editor, review=Review.objects.get(pk=waiting.pk), at=at)
        assert self.look(verdict, verdict.published_at.replace(hour=13)).opened.round == 2

    def test_a_change_that_people_have_weighed_opens_no_round_again(self, analyst, editor, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
        factories.changed_source(verdict, at=at, old="4.15 MN", new="3.15 MN")
        assert self.look(verdict, at.replace(hour=13)).opened.round == 2
        factories.judge(verdict.claim, by=analyst, at=at, cited=list(verdict.citations.all()))
        second = services.sign_off(by=editor, review=queries.open_round(verdict.claim), at=at)
        assert self.look(second, at.replace(hour=14)).opened is None

    def test_a_page_that_differs_elsewhere_at_every_look_says_the_same(self, analyst, editor, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
        opened = []
        for hour in (13, 14, 15):
            source_services.add_version(
                document=verdict.citations.get().snapshot.document,
                data=f"{factories.DATA_SHEET.replace('4.15', '3.15')} Printed {hour}.".encode(),
                filename="sheet.txt",
                at=at.replace(hour=hour),
            )
            opened.append(self.look(verdict, at.replace(hour=hour)).opened is not None)
            if opened[-1]:
                services.abandon_review(by=editor, review=queries.open_round(verdict.claim), note="Known.", at=at)
        assert opened == [True, False, False]
