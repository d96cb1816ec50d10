"""Claims and marks that people change by hand."""

import pytest

from claims import services
from claims.models import Claim, Mark
from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed
from reviews import queries
from reviews import services as review_services
from tests import factories

pytestmark = pytest.mark.django_db

ARTICLE = (
    "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N. "
    "The plant employed 900 people. What a wonderful day of 12 May 2021 that was!"
)


@pytest.fixture
def article(analyst, at):
    return factories.article(by=analyst, at=at, text=ARTICLE)


@pytest.fixture
def claim(article):
    return article.claims.active().get(text__contains="4150 N")


def test_a_claim_is_added_on_words_of_the_article(analyst, article, at):
    added = services.add_claim(
        by=analyst, article=article, quote="a wonderful day", text="12 May 2021 was a wonderful day.", at=at
    )
    assert article.snapshot.text[added.start : added.end] == "a wonderful day"
    assert (added.origin, added.edited_by, added.check_worthy, added.reasons) == (
        "HAND",
        analyst,
        True,
        ["added manually"],
    )
    assert added.dates[0]["first"] == "2021-05-12"


def test_words_that_are_not_in_the_article_are_refused(analyst, article, at):
    with pytest.raises(services.QuoteRefused, match="do not appear"):
        services.add_claim(by=analyst, article=article, quote="words of another article altogether", at=at)


def test_the_same_claim_is_added_once(analyst, article, claim, at):
    quote = article.snapshot.text[claim.start : claim.end]
    with pytest.raises(NothingToDo):
        services.add_claim(by=analyst, article=article, quote=quote, text=claim.text, at=at)


def test_a_wording_may_not_have_a_number_that_the_article_does_not_print(analyst, claim, at):
    with pytest.raises(services.WordingRefused, match="4.15: not in the article"):
        services.edit_claim(by=analyst, claim=claim, text="The thrust of the RD-180 is 4.15 MN.", at=at)


def test_a_claim_is_worded_anew_and_its_numbers_are_read_again(analyst, claim, at):
    review_services.edit_claim(by=analyst, claim=claim, text="The RD-180 has 4150 N  of thrust.", at=at)
    claim.refresh_from_db()
    assert (claim.text, claim.edited_by) == ("The RD-180 has 4150 N of thrust.", analyst)
    assert [each["surface"] for each in claim.quantities] == ["4150 N"]


def test_a_claim_cannot_take_the_words_of_another_one_in_its_place(analyst, claim, at):
    first, second = review_services.split_claim(
        by=analyst, claim=claim, texts=["It is an engine.", "It has 4150 N."], at=at
    )
    with pytest.raises(services.WordingRefused, match="in this place"):
        review_services.edit_claim(by=analyst, claim=second, text=first.text, at=at)
    second.refresh_from_db()
    assert second.text == "It has 4150 N."


def test_one_claim_becomes_several_on_the_same_words(analyst, claim, at):
    parts = review_services.split_claim(
        by=analyst, claim=claim, texts=["The RD-180 is a rocket engine.", "Its thrust is 4150 N."], at=at
    )
    claim.refresh_from_db()
    assert claim.dismissed_reason == "Split into 2 claims."
    assert [(part.start, part.end, part.places) for part in parts] == [(claim.start, claim.end, claim.places)] * 2


def test_a_split_needs_two_claims(analyst, claim, at):
    with pytest.raises(services.WordingRefused, match="At least two"):
        review_services.split_claim(by=analyst, claim=claim, texts=["The RD-180 is a rocket engine.", " "], at=at)
    claim.refresh_from_db()
    assert claim.dismissed_at is None


def test_two_claims_become_one_that_stands_on_both(analyst, article, claim, at):
    other = queries.next_claim(claim)
    merged = review_services.merge_claims(
        by=analyst, merged=[claim, other], text="One claim of 4150 N and 900 people.", at=at
    )
    assert (merged.start, merged.end) == (claim.start, other.end)
    assert list(article.claims.active().in_reading_order())[0] == merged
    assert set(Claim.objects.filter(pk__in=[claim.pk, other.pk]).values_list("dismissed_reason", flat=True)) == {
        f"Merged into claim {merged.pk}."
    }


def test_a_claim_that_was_judged_keeps_its_wording(analyst, claim, at):
    factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])
    for reword in (
        lambda: review_services.edit_claim(by=analyst, claim=claim, text="Other words.", at=at),
        lambda: review_services.split_claim(by=analyst, claim=claim, texts=["One.", "Two."], at=at),
        lambda: review_services.merge_claims(
            by=analyst, merged=[claim, queries.next_claim(claim)], text="Both.", at=at
        ),
    ):
        with pytest.raises(NotAllowed, match="This claim has been judged"):
            reword()


def test_a_claim_that_was_reworded_meanwhile_is_not_judged_by_its_old_words(analyst, second_analyst, claim, at):
    cited = factories.citation(by=analyst, claim=claim, at=at)
    review_services.edit_claim(by=second_analyst, claim=claim, text="The RD-180 has a thrust of 4150 N.", at=at)
    seen_before = claim  # loaded before the edit
    with pytest.raises(NotAllowed, match="reworded or removed"):
        factories.judge(seen_before, by=analyst, at=at, cited=[cited])


def test_dismissing_a_claim_opens_its_marks_and_restoring_covers_them(analyst, article, claim, at):
    def open_numbers():
        return list(
            queries.open_marks(article).filter(kind=Mark.Kind.NUMBER).order_by("start").values_list("start", flat=True)
        )

    before = open_numbers()
    services.dismiss_claim(by=analyst, claim=claim, reason="Known.", at=at)
    assert article.snapshot.text.index("4150") in open_numbers()
    services.restore_claim(by=analyst, claim=claim, at=at)
    assert open_numbers() == before


def test_an_open_mark_is_dismissed_with_a_reason_once(analyst, article, at):
    mark = queries.open_marks(article).first()
    total = queries.coverage(article).open
    with pytest.raises(services.WordingRefused):
        services.dismiss_mark(by=analyst, mark=mark, reason=" ")
    services.dismiss_mark(by=analyst, mark=mark, reason="A figure of speech.")
    assert queries.coverage(article).open == total - 1
    with pytest.raises(NothingToDo):
        services.dismiss_mark(by=analyst, mark=mark, reason="Again.")
