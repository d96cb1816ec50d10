"""From the first judgement to the published verdict."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from core.accounts.policies import NotAllowed
from reviews import queries, services
from reviews.models import Judgement, LedgerEntry, Review, Verdict
from reviews.services import rounds
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


@pytest.fixture
def cited(analyst, claim, at):
    return factories.citation(by=analyst, claim=claim, at=at)


def test_new_claims_worth_checking_get_their_first_round(analyst, at):
    article = factories.article(by=analyst, at=at)
    worthy = article.claims.active().count()
    assert services.open_missing_reviews(at=at) == worthy
    assert services.open_missing_reviews(at=at) == 0
    assert set(Review.objects.values_list("round", "status", "reason")) == {(1, "QUEUED", "first")}


def test_one_judgement_sends_the_round_to_sign_off(analyst, claim, cited, at):
    judgement = services.submit_judgement(
        by=analyst, claim=claim, rating="wrong", rationale=" The unit is kN. ", citations=[cited], at=at
    )
    review = judgement.review
    assert (review.status, review.rating, review.round, judgement.rationale) == (
        "IN_APPROVAL",
        "wrong",
        1,
        "The unit is kN.",
    )
    assert list(review.events.order_by("pk").values_list("from_status", "to_status", "actor")) == [
        ("", "QUEUED", None),
        ("QUEUED", "IN_REVIEW", analyst.pk),
        ("IN_REVIEW", "IN_APPROVAL", analyst.pk),
    ]


def test_a_judgement_without_a_citation_is_refused_and_changes_nothing(analyst, claim, at):
    with pytest.raises(services.CitationMissing, match="at least one citation"):
        services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale="Sure.", citations=[], at=at)
    assert (Judgement.objects.count(), Review.objects.count()) == (0, 0)


def test_a_citation_of_another_claim_is_no_evidence(analyst, claim, at):
    other = claim.article.claims.active().get(text__contains="5.5 tons")
    elsewhere = factories.citation(by=analyst, claim=other, at=at, quote=factories.MASS_QUOTE)
    with pytest.raises(services.CitationMissing):
        services.submit_judgement(
            by=analyst, claim=claim, rating="wrong", rationale="Sure.", citations=[elsewhere], at=at
        )


def test_a_judgement_without_a_reason_is_refused(analyst, claim, cited, at):
    with pytest.raises(services.RationaleMissing):
        services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale="  ", citations=[cited], at=at)


def test_a_consumer_cannot_judge(consumer, claim, cited, at):
    with pytest.raises(NotAllowed, match="Only analysts and editors"):
        factories.judge(claim, by=consumer, at=at, cited=[cited])


class TestTwoReaders:
    @pytest.fixture
    def claim(self, analyst, at):
        return factories.claim(by=analyst, at=at, judgements_required=2)

    def test_the_round_waits_for_the_second_judgement(self, analyst, claim, cited, at):
        factories.judge(claim, by=analyst, at=at, cited=[cited])
        assert queries.open_round(claim).status == "IN_REVIEW"

    def test_nobody_judges_twice_in_one_round(self, analyst, claim, cited, at):
        factories.judge(claim, by=analyst, at=at, cited=[cited])
        with pytest.raises(NotAllowed, match="You have already judged this claim"):
            factories.judge(claim, by=analyst, at=at, cited=[cited])

    def test_equal_ratings_go_on(self, analyst, second_analyst, claim, cited, at):
        factories.judge(claim, by=analyst, at=at, cited=[cited])
        factories.judge(claim, by=second_analyst, at=at, cited=[cited])
        assert queries.open_round(claim).status == "IN_APPROVAL"

    def test_different_ratings_are_decided_by_an_editor(self, analyst, second_analyst, editor, claim, cited, at):
        factories.judge(claim, by=analyst, at=at, cited=[cited])
        factories.judge(claim, by=second_analyst, at=at, cited=[cited], rating="disputed")
        with pytest.raises(NotAllowed, match="Only editors"):
            factories.judge(claim, by=second_analyst, at=at, cited=[cited])
        factories.judge(claim, by=editor, at=at, cited=[cited], rating="disputed")
        review = queries.open_round(claim)
        assert (review.status, review.rating) == ("IN_APPROVAL", "disputed")
        assert list(review.judgements.order_by("pk").values_list("adjudicates", flat=True)) == [False, False, True]


def test_an_editor_sends_a_round_back_and_the_analyst_judges_again(analyst, editor, claim, cited, at):
    factories.judge(claim, by=analyst, at=at, cited=[cited])
    services.return_review(by=editor, review=queries.open_round(claim), note="Which thrust?", at=at)
    assert queries.open_round(claim).status == "IN_REVIEW"
    factories.judge(claim, by=analyst, at=at, cited=[cited], rating="disputed")
    verdict = services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    assert (verdict.rating, Judgement.objects.count()) == ("disputed", 2)


def test_signing_off_publishes_the_verdict_with_its_link_in_the_ledger(analyst, editor, claim, cited, at):
    factories.judge(claim, by=analyst, at=at, cited=[cited])
    verdict = services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    assert (verdict.rating, verdict.rationale, verdict.supersedes, list(verdict.citations.all())) == (
        "wrong",
        "The sheet gives meganewtons.",
        None,
        [cited],
    )
    assert (verdict.ledger_entry.seq, verdict.ledger_entry.payload["citations"][0]["quote"]) == (1, cited.quote)
    assert verdict.ledger_entry.payload["citations"][0]["check"] == {"outcome": "contradicts", "kind": "si_prefix_slip"}


def test_a_published_round_never_reopens_and_the_next_verdict_supersedes_it(analyst, editor, claim, at):
    first = factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
    with pytest.raises(NotAllowed, match="cannot become"):
        services.return_review(by=editor, review=first.review, note="Once more.", at=at)
    with pytest.raises(services.SomeoneElseWasFirst, match="No review of this claim is open"):
        factories.judge(claim, by=analyst, at=at, cited=list(first.citations.all()))
    services.request_round(by=analyst, claim=claim, note="A better source appeared.", at=at)
    factories.judge(claim, by=analyst, at=at, cited=list(first.citations.all()), rating="disputed")
    second = services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    assert (second.review.round, second.supersedes, queries.newest_verdict(claim)) == (2, first, second)


def test_one_round_is_open_per_claim(claim, at):
    assert services.open_review(claim=claim, at=at) is not None
    assert services.open_review(claim=claim, at=at) is None


class TestTheDatabaseRefuses:
    def refuses(self, match, write):
        def write_and_commit():
            with transaction.atomic():
                write()
                connection.check_constraints()

        with pytest.raises(DatabaseError, match=match):
            write_and_commit()

    def test_a_verdict_without_a_citation(self, analyst, editor, claim, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=claim)
        fields = {"review": review, "claim": claim, "rating": "wrong", "signed_off_by": editor, "published_at": at}
        self.refuses("needs a citation on its claim", lambda: Verdict.objects.create(rationale="Because.", **fields))

    def test_a_verdict_without_a_rationale(self, analyst, editor, claim, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=claim)
        fields = {"review": review, "claim": claim, "rating": "wrong", "signed_off_by": editor, "published_at": at}
        self.refuses("reviews_verdict_has_rationale", lambda: Verdict.objects.create(rationale="", **fields))

    def test_a_second_open_round(self, claim, at):
        services.open_review(claim=claim, at=at)
        self.refuses("one_open_per_claim", lambda: Review.objects.create(claim=claim, round=2, opened_at=at))

    def test_a_change_of_a_verdict_or_of_the_ledger(self, analyst, editor, claim, at):
        verdict = factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)
        for write in (
            lambda: Verdict.objects.filter(pk=verdict.pk).update(rating="verified"),
            lambda: verdict.rests_on.all().delete(),
            lambda: LedgerEntry.objects.update(hash="0" * 64),
            lambda: LedgerEntry.objects.all().delete(),
        ):
            self.refuses("never changed or removed", write)

    def test_a_move_of_a_finished_round(self, analyst, editor, claim, at):
        review = factories.review_at(Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=claim)
        self.refuses("never reopens", lambda: Review.objects.filter(pk=review.pk).update(status="IN_REVIEW"))

    def test_a_round_in_approval_without_a_rating(self, claim, at):
        review = services.open_review(claim=claim, at=at)
        self.refuses("rated_before_approval", lambda: Review.objects.filter(pk=review.pk).update(status="IN_APPROVAL"))


def sign_off_together(review, editors, at, sign_off):
    """Let two editors press at once, each with the copy that they loaded before; return what each was told."""
    copies = [Review.objects.get(pk=review.pk) for _ in editors]
    told, barrier = [], Barrier(len(editors))

    def press(editor, copy):
        try:
            barrier.wait()
            sign_off(by=editor, review=copy, at=at)
            told.append("published")
        except services.SomeoneElseWasFirst:
            told.append("somebody else was first")
        except DatabaseError:
            told.append("the database refused")
        finally:
            connection.close()

    threads = [Thread(target=press, args=pair) for pair in zip(editors, copies, strict=True)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return sorted(told)


@pytest.mark.django_db(transaction=True)
class TestTwoEditorsAtOnce:
    @pytest.fixture
    def race(self, analyst, editor, at):
        review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
        return review, [editor, factories.person("erik", "editor")], at

    def test_exactly_one_publishes_and_the_other_is_told(self, race):
        assert sign_off_together(*race, services.sign_off) == ["published", "somebody else was first"]
        assert Verdict.objects.count() == 1

    def test_without_the_comparison_the_second_one_gets_as_far_as_the_database(self, race, monkeypatch):
        def overwrite(review, to, **kwargs):
            review.status = to

        monkeypatch.setattr(rounds, "_move", overwrite)
        assert sign_off_together(*race, services.sign_off) == ["published", "the database refused"]


def test_the_ledger_is_one_chain(analyst, editor, at):
    article = factories.article(by=analyst, at=at)
    for claim in article.claims.active():
        factories.verdict(analyst=analyst, editor=editor, at=at + timedelta(minutes=claim.pk), claim=claim)
    links = list(LedgerEntry.objects.order_by("seq"))
    assert [link.seq for link in links] == list(range(1, len(links) + 1))
    assert [link.previous_hash for link in links[1:]] == [link.hash for link in links[:-1]]
