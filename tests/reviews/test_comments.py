"""Comments: kept with the claim, told to whom they name, and hidden from whoever judges blind."""

import pytest
from django.urls import reverse

from core.accounts.policies import NotAllowed
from reviews import queries, services
from reviews.models import Comment, Notice, Review
from reviews.services import NothingSaid
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


@pytest.fixture
def blind(analyst, at):
    """A claim that two people judge without seeing each other."""
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    services.open_review(claim=claim, at=at)
    return claim


def panel_of(client, user, claim) -> str:
    client.force_login(user)
    return client.get(reverse("claim", args=[claim.pk])).content.decode()


def test_a_comment_is_kept_as_it_was_written_and_shown_to_the_others(client, analyst, second_analyst, claim):
    client.force_login(analyst)
    answer = client.post(reverse("say", args=[claim.pk]), {"comment-text": " Is this <b>tons</b>?\nOr tonnes? "})
    assert answer.url == f"/articles/{claim.article_id}/?claim={claim.pk}#claim-{claim.pk}"
    assert Comment.objects.get().text == "Is this <b>tons</b>?\nOr tonnes?"
    page = panel_of(client, second_analyst, claim)
    assert "Is this &lt;b&gt;tons&lt;/b&gt;?<br>Or tonnes?" in page


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_no_comment(client, analyst, claim, at, text):
    client.force_login(analyst)
    page = client.post(reverse("say", args=[claim.pk]), {"comment-text": text}, follow=True).content.decode()
    assert ("Write a comment." in page, Comment.objects.count()) == (True, 0)
    with pytest.raises(NothingSaid):
        services.comment(by=analyst, claim=claim, text=text, at=at)


def test_a_program_says_nothing(consumer, claim, at):
    with pytest.raises(NotAllowed):
        services.comment(by=consumer, claim=claim, text="Hello.", at=at)


def test_whoever_is_named_is_told_once_and_nobody_else(analyst, second_analyst, consumer, editor, claim, at):
    text = "@bruno, @bruno: mail bruno@edith.org or ask @carl. And @ada."
    said = services.comment(by=analyst, claim=claim, text=text, at=at)
    assert [(notice.recipient, notice.kind, notice.text) for notice in Notice.objects.all()] == [
        (second_analyst, "mentioned", f"ada on “{claim.text}”: {text}")
    ]
    assert list(said.mentions.all()) == [second_analyst]


def test_a_name_that_is_nobody_is_said_and_the_comment_is_kept(client, analyst, second_analyst, claim):
    client.force_login(analyst)
    page = client.post(
        reverse("say", args=[claim.pk]), {"comment-text": "@bruno @brunno see §2"}, follow=True
    ).content.decode()
    assert "There is no analyst or editor named @brunno, so no one was notified." in page
    assert Comment.objects.get().text == "@bruno @brunno see §2"
    assert Notice.objects.get().recipient == second_analyst


class TestABlindRound:
    def test_what_others_say_in_it_is_hidden_until_the_reader_has_judged(
        self, client, analyst, second_analyst, blind, at
    ):
        services.comment(by=analyst, claim=blind, text="It is plainly wrong.", at=at)
        services.comment(by=second_analyst, claim=blind, text="I look at page 3.", at=at)
        page = panel_of(client, second_analyst, blind)
        assert ("It is plainly wrong." in page, "I look at page 3." in page) == (False, True)
        cited = factories.citation(by=second_analyst, claim=blind, at=at)
        factories.judge(blind, by=second_analyst, at=at, cited=[cited])
        assert "It is plainly wrong." in panel_of(client, second_analyst, blind)

    def test_with_one_reader_the_same_comment_is_seen(self, client, analyst, second_analyst, claim, at):
        services.open_review(claim=claim, at=at)
        services.comment(by=analyst, claim=claim, text="It is plainly wrong.", at=at)
        assert "It is plainly wrong." in panel_of(client, second_analyst, claim)

    def test_what_was_said_before_it_is_seen(self, analyst, second_analyst, claim, at):
        said = services.comment(by=analyst, claim=claim, text="From the first round.", at=at.replace(hour=8))
        claim.article.judgements_required = 2
        claim.article.save()
        round_now = services.open_review(claim=claim, at=at)
        assert list(queries.comments_for(claim, second_analyst, blind_in=round_now)) == [said]

    def test_the_notice_of_it_keeps_its_words_back(self, analyst, second_analyst, blind, at):
        services.comment(by=analyst, claim=blind, text="@bruno it is plainly wrong.", at=at)
        assert Notice.objects.get().text == (
            f"ada on “{blind.text}”: You will see the comment once you have submitted your judgement."
        )

    def test_once_it_is_over_a_notice_has_the_words(self, analyst, second_analyst, blind, at):
        Review.objects.update(status="ABANDONED", closed_at=at)
        services.comment(by=analyst, claim=blind, text="@bruno it is plainly wrong.", at=at)
        assert Notice.objects.get().text == f"ada on “{blind.text}”: @bruno it is plainly wrong."
